"""Layers of content: a case laid over the kit, file by file and key by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.layers import Layers, fill, lay_over
from kit.content.library import Library
from kit.content.read import read_table
from kit.paths import notebooks_folder, shipped_data, shipped_notebooks
from tests.case.factories import make_case
from tests.factories import make_text, make_tree

KEYS = st.sampled_from(["a", "b", "c"])
TABLES = st.recursive(
    st.integers(), lambda part: st.dictionaries(KEYS, part, max_size=3), max_leaves=8
).filter(lambda value: isinstance(value, dict))


@given(TABLES, TABLES)
def test_what_stands_above_holds_and_nothing_below_is_lost(above: dict, below: dict) -> None:
    merged = lay_over(above, below)
    assert set(merged) == {*above, *below}
    for key, value in merged.items():
        if key not in below:
            assert value == above[key]
        elif key not in above or not isinstance(above[key], dict):
            assert value == above.get(key, below[key])


def test_a_text_is_laid_over_as_a_whole() -> None:
    below = {"title": make_text("Old", "Старо"), "lead": make_text()}
    assert lay_over({"title": {"en": "New"}}, below) == {
        "title": {"en": "New"},
        "lead": make_text(),
    }


def test_words_are_filled_into_texts_and_nowhere_else() -> None:
    words = {"short": {"en": "Morsko", "bg": "Морско"}}
    table = {
        "id": "{case.short}",
        "a": [make_text("In {case.short} {n}", "В {case.short}{case.x}")],
    }
    filled = {"id": "{case.short}", "a": [make_text("In Morsko {n}", "В Морско{case.x}")]}
    assert fill(table, words) == filled


def test_a_folder_without_the_mark_stands_alone(tmp_path: Path) -> None:
    layers = Layers(make_tree(tmp_path))
    assert layers.kit is None
    assert layers.list_names("questions/*/*.toml") == [
        f"questions/announcement/{name}.toml" for name in ("four", "one", "three", "two")
    ]
    assert layers.is_own("case/case.toml")


@pytest.mark.parametrize(
    ("name", "key", "is_own"),
    [
        ("case/facts.toml", "scope", True),
        ("glossary.toml", "certificate", False),
        ("sources.toml", "own-announcement.title.bg", True),
        ("sources.toml", "iso-members-2004.title", False),
        ("lessons/announcement.toml", "reading[0].why", True),
        ("lessons/announcement.toml", "title.en", False),
        ("questions/announcement/new-edition.toml", "stem", False),
    ],
)
def test_it_is_known_whose_a_key_is(tmp_path: Path, name: str, key: str, is_own: bool) -> None:
    assert Layers(make_case(tmp_path / "mine")).is_own(name, key) is is_own


def test_a_file_that_is_a_whole_replaces_the_kits(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    assert set(Library(case).case.claims).isdisjoint({"members-148", "state-body"})
    assert len(Library(case).glossary) == len(Library(shipped_data()).glossary)


def test_a_part_that_is_left_out_is_gone(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    assert "pomorie" in read_table(shipped_data() / "trust/bodies.toml", "")
    assert {"pomorie", "bureau-veritas"}.isdisjoint(Library(case).trust_bodies)
    assert next(iter(Library(case).moments)) == "decision"


def test_the_notebooks_of_a_case_are_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert notebooks_folder() == shipped_notebooks()
    monkeypatch.setenv("KIT_DATA", str(case := make_case(tmp_path / "mine")))
    assert notebooks_folder() == case / "notebooks"


def test_the_kits_own_case_is_an_example_of_itself() -> None:
    library = Library(shipped_data())
    assert library.example is library
