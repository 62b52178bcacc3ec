"""Every part of a table that does not fit its record is a fault of its own."""

from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from kit.content.questions import AnyQuestion
from kit.content.records import Lesson, Slug, Source, Term
from kit.content.shape import describe, fits, shape_faults, show
from kit.text import Text
from tests.factories import LESSON, REMOVED, SOURCE, changed, make_text, question_table

QUESTION = question_table() | {"id": "made-up"}


def keys_of(value: object, kind: Any) -> list[tuple[str, str]]:
    return [(fault.key, fault.found) for fault in shape_faults(value, kind, "x.toml")]


def test_a_whole_table_has_no_fault() -> None:
    assert keys_of(QUESTION, AnyQuestion) == []


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("level", "easy", '"easy"'),
        ("level", 3, "the number 3"),
        ("objective", "Who did what", '"Who did what"'),
        ("sources", [], "0 entries"),
        ("sources", "announcement", '"announcement"'),
        ("stem", "Who?", '"Who?"'),
        ("stem", REMOVED, "nothing"),
        ("stem.bg", REMOVED, "nothing"),
        ("stem.fr", "Qui?", "a key that is not known here"),
        ("stem.en", ["Who?"], "a list"),
        ("options.first.correct", "true", '"true"'),
        ("options.second.why", REMOVED, "nothing"),
        ("options.second.weight", 2, "a key that is not known here"),
        ("kind", "essay", '"essay"'),
        ("kind", REMOVED, "nothing"),
        ("colour", "red", "a key that is not known here"),
    ],
)
def test_a_fault_names_its_key(key: str, value: object, found: str) -> None:
    assert keys_of(changed(QUESTION, {key: value}), AnyQuestion) == [(key, found)]


def test_an_entry_of_a_list_is_named_by_its_place() -> None:
    table = changed(QUESTION, {"editions": ["2008", 2015, "2016"]})
    assert keys_of(table, AnyQuestion) == [
        ("editions[1]", "the number 2015"),
        ("editions[2]", '"2016"'),
    ]


def test_all_faults_of_a_table_are_reported_at_once() -> None:
    changes = {"level": "easy", "hint": REMOVED, "options.first.text.bg": 5, "extra": True}
    found = keys_of(changed(QUESTION, changes), AnyQuestion)
    assert sorted(key for key, _ in found) == ["extra", "hint", "level", "options.first.text.bg"]


def test_too_few_options_do_not_hide_a_fault_in_one() -> None:
    changes = {"options": {"First": {"text": make_text()}}}
    found = keys_of(changed(QUESTION, changes), AnyQuestion)
    assert found == [
        ("options", "1 entry"),
        ("options.First", 'the key "First"'),
        ("options.First.why", "nothing"),
    ]


def test_optional_parts_are_looked_into() -> None:
    assert keys_of(changed(SOURCE, {"note": {"en": "Note"}}), Source) == [("note.bg", "nothing")]


def test_the_prefix_stands_before_the_key() -> None:
    (fault,) = shape_faults({"en": "Text"}, Text, "x.toml", "above")
    assert fault.key == "above.bg"


def test_numbers_out_of_bounds_are_told_their_bounds() -> None:
    (fault,) = shape_faults(LESSON | {"number": 100}, Lesson, "x.toml")
    assert (fault.key, fault.found) == ("number", "the number 100")
    assert fault.expected == "a whole number (0 to 99)"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Text, "a table with en, bg"),
        (Slug, "at most 60 Latin letters (no capitals), digits and hyphens between them"),
        (Literal["a", "b"], 'one of "a", "b"'),
        (bool, "true or false"),
        (
            Annotated[tuple[str, ...], Meta(min_length=1)],
            "a list in square brackets (1 or more entries)",
        ),
        (Annotated[dict[str, str], Meta(min_length=2, max_length=6)], "a table (2 to 6 entries)"),
        (float, "another type of value"),
    ],
)
def test_describe_says_what_is_wanted(kind: Any, words: str) -> None:
    assert describe(kind) == words


def test_show_shortens_what_is_long() -> None:
    assert len(show("word " * 100)) < 70
    assert show(10**5000) == "a huge number"


tables = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["en", "bg", "term", "meaning", "a", "A b"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(value=tables, kind=st.sampled_from([dict[Slug, Term], Text, Term, Source, AnyQuestion]))
def test_there_are_faults_exactly_where_conversion_fails(value: object, kind: Any) -> None:
    assert bool(shape_faults(value, kind, "x.toml")) != fits(value, kind)


@given(
    key=st.sampled_from(
        ["stem", "stem.en", "options", "options.first", "level", "sources", "kind"]
    ),
    value=tables,
)
def test_any_value_anywhere_is_a_fault_or_fits(key: str, value: object) -> None:
    table = changed(QUESTION, {key: value})
    try:
        msgspec.convert(table, AnyQuestion)
    except msgspec.ValidationError:
        assert shape_faults(table, AnyQuestion, "x.toml")
    else:
        assert not shape_faults(table, AnyQuestion, "x.toml")
