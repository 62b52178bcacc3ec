"""States: what a control allows, how a state is completed, mended and named."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kit.explorers.explorer import Choice, Count, Day, Option, Switch, Words
from kit.explorers.state import StateError, check, complete, content_version, mend, state_key
from kit.text import LANGUAGES
from tests.browser.samples.sample_explorer import START
from tests.explorers.factories import make_sample

CHOICE = Choice(
    name="rules", label="", options=(Option(id="a", label="A"), Option(id="b", label="B"))
)
COUNT = Count(name="people", label="", low=1, high=20)
STEPS = Count(name="share", label="", low=5, high=95, step=10)
DAY = Day(name="decided", label="", first="2012-02-29", last="2016-01-28")
OPTIONAL = replace(DAY, is_optional=True)
SWITCH = Switch(name="late", label="")
WORDS = Words(name="notes", label="", most=5)
CONTROLS = (CHOICE, COUNT, STEPS, DAY, OPTIONAL, SWITCH, WORDS)
SAMPLE = make_sample().controls


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (CHOICE, "b"),
        *((COUNT, value) for value in (1, 20)),
        *((STEPS, value) for value in (5, 15, 95)),
        *((DAY, value) for value in ("2012-02-29", "2016-01-28")),
        (OPTIONAL, ""),
        *((SWITCH, value) for value in (True, False)),
        *((WORDS, value) for value in ("", "пет ч")),
    ],
)
def test_what_a_control_allows_is_taken_as_it_is(control: Any, value: Any) -> None:
    assert check(control, value) is value


@pytest.mark.parametrize(
    ("control", "value", "expected"),
    [
        *((CHOICE, value, "one of a, b") for value in ("c", "", None, 1, ["a"])),
        *((COUNT, value, "from 1 to 20") for value in (0, 21, 1.0, "1", True, None)),
        *((STEPS, value, "in steps of 10") for value in (4, 10, 96)),
        *((DAY, value, "as YYYY-MM-DD") for value in ("", "28.01.2016", "2013-02-29", None, 5)),
        *((DAY, value, "as YYYY-MM-DD") for value in ("20130129", "2013-W05-2", "2013-1-29")),
        *((DAY, value, "from 2012-02-29 to") for value in ("2012-02-28", "2016-01-29")),
        (OPTIONAL, "soon", 'YYYY-MM-DD, or ""'),
        *((SWITCH, value, "true or false") for value in (1, 0, "", None)),
        *((WORDS, value, "at most 5 characters") for value in ("abcdef", None, 5)),
    ],
)
def test_what_a_control_does_not_allow_is_told_with_what_it_does(
    control: Any, value: Any, expected: str
) -> None:
    with pytest.raises(StateError) as told:
        check(control, value)
    assert str(told.value).startswith(f"state, {control.name}: got {value!r}, expected ")
    assert expected in str(told.value)


@given(
    st.sampled_from(CONTROLS),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda parts: st.lists(parts) | st.dictionaries(st.text(), parts),
    ),
)
def test_whatever_comes_is_taken_or_refused(control: Any, value: Any) -> None:
    with suppress(StateError):
        assert check(control, value) is value


def test_a_state_is_completed_from_the_start() -> None:
    assert complete(SAMPLE, {"people": 5}, START) == {**START, "people": 5}


def test_a_name_that_no_control_has_is_dropped() -> None:
    assert complete(SAMPLE, {"weather": "fair"}, START) == START


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(StateError, match="people: got 99, expected a whole number from 1 to 20"):
        complete(SAMPLE, {"people": 99}, START)


def test_of_a_state_kept_earlier_what_still_fits_is_left() -> None:
    kept = {"people": 99, "share": 70, "weather": "fair", "opened": "29.01.2013"}
    assert mend(SAMPLE, kept, START) == {**START, "share": 70}


def test_a_key_does_not_depend_on_the_order() -> None:
    assert state_key(START) == state_key(dict(reversed(START.items())))
    assert state_key({"б": "да", "a": True, "n": 1}) == '{"a":true,"n":1,"б":"да"}'


def test_different_states_have_different_keys() -> None:
    assert len({state_key({"a": value}) for value in (1, "1", True, "true", "")}) == 5


def test_the_version_is_the_same_in_every_language() -> None:
    assert len({content_version(make_sample(language).controls) for language in LANGUAGES}) == 1


def test_the_version_follows_what_can_be_set_and_not_how_it_is_called() -> None:
    version = content_version([CHOICE, COUNT])
    named = replace(CHOICE, label="Rules", help="Of that year", group="Audit")
    assert content_version([named, replace(COUNT, unit="people")]) == version
    assert content_version([CHOICE, replace(COUNT, high=21)]) != version
    assert content_version([replace(CHOICE, options=CHOICE.options[:1]), COUNT]) != version
