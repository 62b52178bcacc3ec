"""The agenda builder: what it says follows what is set, and the files come along."""

from __future__ import annotations

import pytest

from kit.explorers.agenda import Agenda
from kit.explorers.explorer import State
from kit.explorers.frames import list_states
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

EXPLORER = Agenda(make_setting())


def state(**changes: str | int | bool) -> State:
    return {**EXPLORER.start(), **changes}


def only(*objectives: str, **changes: str | int | bool) -> State:
    start = EXPLORER.start()
    return {
        **start,
        **{slug: slug in objectives for slug in start if start[slug] is True},
        **changes,
    }


def test_half_a_day_for_everything_is_too_short_and_says_so() -> None:
    words = EXPLORER.describe(EXPLORER.start())
    assert words.startswith("Half a day, 09:00–13:00, 15 people. Not everything fits")
    assert "Everything you chose fits into: A day." in words
    assert "<b>Leave out</b>" in EXPLORER.tell(EXPLORER.start())


def test_fewer_objectives_fit() -> None:
    chosen = only("who-did-what", "read-certificate", "judge-claims", start="13:30")
    assert "13:30–17:30" in EXPLORER.describe(chosen)
    assert "Everything fits. Objectives covered: 3." in EXPLORER.describe(chosen)
    assert "Leave out" not in EXPLORER.tell(chosen)


def test_each_day_has_a_table() -> None:
    assert EXPLORER.tell(state(length="two-days")).count("<table>") == 2
    assert EXPLORER.tell(state(length="day")).count("<table>") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_objective_there_is_a_word_and_no_file(language: str) -> None:
    explorer = Agenda(make_setting(language))
    assert explorer.describe(only())
    assert explorer.tell(only()) == ""
    assert explorer.offers(only()) == ()


def test_three_files_are_offered() -> None:
    offers = EXPLORER.offers(state(length="day", people=6))
    names = [f"agenda-day-6-laptops-en.{kind}" for kind in ("ipynb", "html", "pdf")]
    assert [offer.name for offer in offers] == names
    assert offers[2].content.startswith(b"%PDF")


def test_there_is_a_switch_for_each_objective_under_its_lesson() -> None:
    groups = [control.group for control in EXPLORER.controls if control.group]
    assert len(groups) == 24
    assert len(set(groups)) == 5


def test_the_frames_show_each_length_with_three_groups() -> None:
    shown = {(one["length"], one["people"]) for one in list_states(EXPLORER).values()}
    lengths = ("ninety-minutes", "half-day", "day", "two-days")
    assert shown == {(length, people) for length in lengths for people in (6, 15, 30)}
