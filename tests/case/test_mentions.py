"""Finding what speaks of the kit's case: by name, by a source, by an allusion."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.case.mentions import Mention, find_mentions
from kit.case.notebooks import read_cells
from kit.content.library import open_library
from kit.content.signs import find_words
from kit.paths import shipped_data
from tests.case.factories import change_cells, choose, make_case


def mentions_of(case: Path) -> dict[str, Mention]:
    return {one.place: one for one in find_mentions(case, read_cells(case / "notebooks"))}


def copy(case: Path, name: str, old: str = "", new: str = "") -> None:
    text = (shipped_data() / name).read_text(encoding="utf-8")
    (case / name).parent.mkdir(parents=True, exist_ok=True)
    (case / name).write_text(text.replace(old, new) if old else text, encoding="utf-8")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Mention]:
    return mentions_of(make_case(tmp_path_factory.mktemp("cases") / "mine"))


@pytest.mark.parametrize(
    ("place", "lesson", "says"),
    [
        ("questions/announcement/match-who-did-what.toml", "announcement", "Pomorie"),
        ("questions/announcement/edition-year.toml", "announcement", "The announcement names"),
        ("lessons/editions.toml lead", "editions", "Pomorie"),
        ("explorers/pomorie-2015.toml title", "editions", "Pomorie"),
        ("notebooks/01-announcement.ipynb chain", "announcement", "Pomorie"),
        ("glossary.toml certification-body.meaning", "", "in Pomorie this was"),
    ],
)
def test_each_kind_of_place_is_found_with_its_sentence_in_both_languages(
    found: dict[str, Mention], place: str, lesson: str, says: str
) -> None:
    assert found[place].lesson == lesson
    assert says in found[place].texts["en"]
    assert set(found[place].texts) == {"en", "bg"}


def test_every_question_that_names_the_town_is_found(found: dict[str, Mention]) -> None:
    named = {
        path.relative_to(shipped_data()).as_posix()
        for path in shipped_data().glob("questions/*/*.toml")
        if "Pomorie" in path.read_text("utf-8") or "Помори" in path.read_text("utf-8")
    }
    assert named
    assert named <= set(found)


def test_a_question_that_cites_a_source_of_the_case_alone_is_found(
    found: dict[str, Mention],
) -> None:
    case = open_library().case
    citing = {
        path.relative_to(shipped_data()).as_posix()
        for path in shipped_data().glob("questions/*/*.toml")
        if find_words([f'"{one}"' for one in case.sources]).search("")
        or any(f'"{one}"' in path.read_text("utf-8") for one in case.sources)
    }
    assert citing <= set(found)
    assert not found["questions/eight-principles/principles-in-the-newspaper.toml"].is_named


def test_what_is_the_own_case_is_no_mention(found: dict[str, Mention]) -> None:
    assert not [place for place in found if place.startswith(("case/", "cycle/", "own-case"))]


def test_a_file_of_the_same_name_takes_the_mention_away(tmp_path: Path) -> None:
    case, name = make_case(tmp_path / "mine"), "questions/editions/can-pomorie-join.toml"
    copy(case, name)
    assert name in mentions_of(case)
    copy(case, name, "Pomorie Municipality", "a municipality")
    assert name in mentions_of(case)
    text = (case / name).read_text("utf-8").replace("община Поморие", "една община")
    (case / name).write_text(text, encoding="utf-8")
    assert name not in mentions_of(case)


def test_an_own_question_may_speak_of_its_own_announcement(tmp_path: Path) -> None:
    case, name = make_case(tmp_path / "mine"), "questions/announcement/edition-year.toml"
    copy(case, name, '"radio-milena"', '"own-announcement"')
    assert name not in mentions_of(case)


def test_one_entry_of_ones_own_is_enough(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    own = '[certification-body.meaning]\nen = "It certifies."\nbg = "Той сертифицира."\n'
    (case / "glossary.toml").write_text(own, encoding="utf-8")
    places = mentions_of(case)
    assert "glossary.toml certification-body.meaning" not in places
    assert "glossary.toml bureau-veritas.term" in places


def test_what_is_left_out_is_no_mention(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    choose(case, keep=[], leave_out=["questions/editions/*", "glossary.toml bureau-veritas"])
    places = mentions_of(case)
    assert not [one for one in places if one.startswith(("questions/editions", "glossary.toml b"))]


def test_an_explorer_that_no_lesson_shows_is_no_mention(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    for language in ("en", "bg"):
        path = case / "notebooks" / language / "05-editions.ipynb"
        change_cells(path, {"explore-pomorie-2015": "lesson.notes()"})
    assert not [one for one in mentions_of(case) if one.startswith("explorers/pomorie-2015")]


def test_a_body_that_both_cases_share_is_no_sign(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine", {"words.certifier.en": "Bureau Veritas"})
    assert "glossary.toml bureau-veritas.term" in mentions_of(case)
    shared = {"words.certifier.en": "Bureau Veritas", "words.certifier.bg": "„Бюро Веритас“"}
    case = make_case(tmp_path / "shared", shared)
    assert "glossary.toml bureau-veritas.term" not in mentions_of(case)
