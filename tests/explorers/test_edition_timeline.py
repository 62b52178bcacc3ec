"""The explorer of editions: days in doubt are said to be so, and no day is made up."""

from __future__ import annotations

import pytest

from kit.explorers.edition_timeline import EditionTimeline
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

EXPLORER = EditionTimeline(make_setting())
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("1986-06-01", "there was no ISO 9001 yet"),
        ("1987-06-01", "the month is not verified"),
        ("1994-06-01", "that of 1987 or already that of 1994"),
        ("2013-01-29", "the newest edition was that of 2008"),
        ("2016-01-28", "to the 2008 edition could be valid to 15 September 2018 at the latest"),
        ("2026-11-22", "in September 2026 according to several sources. The day itself was not"),
        ("2026-11-22", "by what was read, it ends at about 30 September 2029"),
    ],
)
def test_a_day(day: str, said: str) -> None:
    assert said in EXPLORER.describe({"look": "day", "day": day})


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("1994", "The dates of the transition that followed were not found."),
        ("2008", "No new requirements."),
        ("2008", "decided on 28 January 2016, could be valid to 15 September 2018"),
        ("2015", "the year of the standard stayed 2015"),
        ("2026", "No later edition is known to this kit."),
    ],
)
def test_an_edition(edition: str, said: str) -> None:
    assert said in EXPLORER.describe({"look": edition, "day": "2016-01-28"})


@both
def test_no_words_call_an_edition_current(language: str) -> None:
    explorer = EditionTimeline(make_setting(language))
    for state in explorer.frames():
        said = (explorer.describe(state) + explorer.tell(state)).lower()
        assert "current" not in said
        assert "актуалн" not in said
        assert "действащото издание" not in said


@both
def test_the_day_of_the_2026_edition_stands_nowhere(language: str) -> None:
    explorer = EditionTimeline(make_setting(language))
    for look in ("day", "2026"):
        state = {"look": look, "day": "2026-11-22"}
        said = explorer.describe(state) + explorer.tell(state)
        assert "16 September 2026" not in said
        assert "16.09.2026" not in said


@both
def test_all_editions_and_transitions_are_listed(language: str) -> None:
    library = make_setting().library
    told = EditionTimeline(make_setting(language)).tell(EXPLORER.start())
    for edition in library.editions.editions.values():
        assert edition.announced.pick(language) in told
    for transition in library.transitions.values():
        assert transition.told.pick(language) in told


@both
def test_no_sentence_ends_with_two_stops(language: str) -> None:
    explorer = EditionTimeline(make_setting(language))
    assert all(".." not in explorer.describe(state) for state in explorer.frames())
