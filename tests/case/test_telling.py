"""The list as a trainer reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.case.check import check_own_case
from kit.case.choices import Standing
from kit.case.mentions import Mention
from kit.case.telling import SHORT, shorten, tell_standing
from kit.content.library import Library
from kit.text import LANGUAGES
from tests.case.factories import make_case


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_goes_by_lesson_and_says_how_to_decide(tmp_path: Path, language: str) -> None:
    library = Library(make_case(tmp_path / "mine"))
    mentions = (
        Mention("", "glossary.toml a", {"en": "Word", "bg": "Дума"}),
        Mention("editions", "questions/editions/b.toml", {"en": "Late", "bg": "Късно"}),
        Mention("start", "notebooks/00-start.ipynb c", {"en": "Early", "bg": "Рано"}),
    )
    text = "\n".join(tell_standing(library, Standing(mentions, ()), language))
    titles = [library.lessons[one].title.pick(language) for one in ("start", "editions")]
    wanted = [*titles, mentions[0].texts[language]]
    assert sorted(wanted, key=text.index) == wanted
    assert library.example.case.name.pick(language) in text
    for said in ("kit new copy", "kit pair --accept", "leave_out", "keep", str(library.folder)):
        assert said in text
    assert "{" not in text


def test_each_undecided_place_is_listed_once(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    standing = check_own_case(case).standing
    assert standing is not None
    lines = [line.strip() for line in tell_standing(Library(case), standing, "en")]
    assert all(lines.count(one.place) == 1 for one in standing.undecided)
    assert f" {len(standing.undecided)} undecided" in lines[-1]


def test_a_long_text_is_cut_between_words() -> None:
    assert shorten("short\n text") == "short text"
    cut = shorten("words " * 40)
    assert len(cut) <= SHORT + 2
    assert cut.endswith("words …")
