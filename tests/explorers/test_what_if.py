"""What if: scenes, predictions and findings, in both languages and under both editions."""

from __future__ import annotations

from itertools import product

import pytest

from kit.content.library import open_library
from kit.explorers.explorer import State
from kit.explorers.numerals import Numerals
from kit.explorers.what_if import WhatIf
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

LIBRARY = open_library()
SCENES, EDITIONS = LIBRARY.cycle_scenes, tuple(LIBRARY.cycle_rules)
both = pytest.mark.parametrize("language", LANGUAGES)
each = pytest.mark.parametrize("scene", SCENES)
under = pytest.mark.parametrize("edition", EDITIONS)

FOUND = {
    "major-in-time": ("valid", "valid"),
    "major-late": ("valid", "in-certification"),
    "postponed": ("valid", "valid"),
    "refused": ("suspended", "suspended"),
    "late-gap": ("expired", "restorable"),
    "late-restored": ("expired", "valid"),
    "late-lost": ("expired", "expired"),
    "suspension-lifted": ("valid", "valid"),
    "suspension-not-lifted": ("suspended", "suspended"),
}


def make(language: str = "en") -> WhatIf:
    return WhatIf(make_setting(language))


def words(name: str, language: str) -> dict[str, str]:
    return LIBRARY.explorer_words(name, language)


def state(scene: str, edition: str) -> State:
    return {"scene": scene, "edition": edition}


@both
@each
@under
def test_of_the_guesses_one_is_what_the_logic_finds(
    language: str, scene: str, edition: str
) -> None:
    explorer, found = make(language), FOUND[scene][EDITIONS.index(edition)]
    assert found in SCENES[scene].guesses
    said, given = words("what-if", language), state(scene, edition)
    for guess in explorer.guesses(given):
        is_right = explorer.compare(given, guess.id) == said["as-expected"]
        assert is_right == (guess.id == found)


@both
def test_a_wrong_guess_is_told_how_it_stands(language: str) -> None:
    told = make(language).compare(state("major-late", "2015"), "valid")
    assert words("cycle-planner", language)["state-in-certification"] in told


@each
@under
def test_no_guess_is_asked_where_the_outcome_rests_on_what_was_not_confirmed(
    scene: str, edition: str
) -> None:
    old, new = FOUND[scene]
    is_told_apart_by_a_missing_rule = edition == "2011" and old != new
    assert (edition in SCENES[scene].not_asked) == is_told_apart_by_a_missing_rule
    assert bool(make().guesses(state(scene, edition))) != is_told_apart_by_a_missing_rule


@both
@each
def test_the_scene_is_told_with_its_question_and_called_fictional(
    language: str, scene: str
) -> None:
    explorer, one = make(language), SCENES[scene]
    given = state(scene, "2015")
    assert one.story.pick(language) in explorer.ask(given)
    assert one.asks.pick(language) in explorer.ask(given)
    assert one.story.pick(language).split("“")[0] in explorer.tell(given)
    assert words("what-if", language)["fictional"] in explorer.tell(given)


@both
@each
def test_the_story_names_the_days_of_its_steps(language: str, scene: str) -> None:
    day, one = Numerals(make_setting(language)).day, SCENES[scene]
    story = one.story.pick(language)
    assert day(one.asked_on) in one.asks.pick(language)
    # What comes of itself in the years before need not be told.
    told = [step.day for step in one.steps if step.kind != "surveillance"]
    assert [str(when) for when in told if day(when) not in story] == []


@both
@each
@under
def test_the_finding_says_what_to_take_along(language: str, scene: str, edition: str) -> None:
    told = make(language).describe(state(scene, edition))
    assert SCENES[scene].teaches[edition].pick(language) in told


def test_a_step_that_the_rules_refuse_is_explained() -> None:
    more = make().tell(state("major-late", "2015"))
    assert "another stage 2 comes first" in more
    assert "<li>" not in make().tell(state("major-late", "2011"))


def test_every_scene_stands_under_every_edition_on_a_page_without_a_kernel() -> None:
    frames = [(frame["scene"], frame["edition"]) for frame in make().frames()]
    assert sorted(frames) == sorted(product(SCENES, EDITIONS))
    assert dict(zip(("scene", "edition"), frames[0], strict=True)) == make().start()
