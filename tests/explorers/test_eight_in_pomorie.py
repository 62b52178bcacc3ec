"""One principle at a time: what is said of it from each side, in both languages."""

from __future__ import annotations

from itertools import product

import pytest

from kit.content.library import open_library
from kit.content.principles import neighbours_of
from kit.explorers.eight_in_pomorie import VIEWS, EightInPomorie
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

ALL = open_library().principles
both = pytest.mark.parametrize("language", LANGUAGES)
each = pytest.mark.parametrize("slug", ALL.eight)


def make(language: str = "en") -> EightInPomorie:
    return EightInPomorie(make_setting(language))


def words(language: str) -> dict[str, str]:
    return open_library().explorer_words("eight-in-pomorie", language)


@both
@each
@pytest.mark.parametrize("view", ["alive", "absent"])
def test_a_scene_is_told_in_words_and_labelled_as_imagined(
    language: str, slug: str, view: str
) -> None:
    explorer, state = make(language), {"principle": slug, "view": view}
    principle = ALL.eight[slug]
    scene = {"alive": principle.alive, "absent": principle.absent}[view]
    told = explorer.describe(state)
    assert scene.pick(language) in told
    assert principle.name.pick(language) in told
    assert words(language)["fictional"] in explorer.tell(state)


@both
@each
def test_the_evidence_is_named(language: str, slug: str) -> None:
    told = make(language).describe({"principle": slug, "view": "evidence"})
    assert all(sign.pick(language) in told for sign in ALL.eight[slug].evidence)


@both
@each
def test_neighbours_are_named_and_told_apart(language: str, slug: str) -> None:
    explorer, state = make(language), {"principle": slug, "view": "neighbours"}
    told, more = explorer.describe(state), explorer.tell(state)
    for other, one in neighbours_of(slug, ALL.neighbours.eight):
        assert ALL.eight[other].name.pick(language) in told
        assert one.apart.pick(language) in more


@both
@each
def test_requirements_of_both_editions_are_listed_as_a_teaching_map(
    language: str, slug: str
) -> None:
    explorer, state = make(language), {"principle": slug, "view": "requirements"}
    after = ALL.seven[ALL.flow_of(slug).after]
    told, more = explorer.describe(state), explorer.tell(state)
    assert all(clause in told for clause in (*ALL.eight[slug].clauses, *after.clauses))
    assert after.name.pick(language) in told
    assert words(language)["map-note"] in more
    assert words(language)["names-note"] in more


def test_only_among_neighbours_is_a_guess_asked_for() -> None:
    explorer = make()
    for slug, view in product(ALL.eight, VIEWS):
        state = {"principle": slug, "view": view}
        is_asked = bool(explorer.ask(state)), bool(explorer.guesses(state))
        assert is_asked == (view == "neighbours",) * 2


@both
def test_the_principle_at_work_is_the_chosen_one_by_turns(language: str) -> None:
    explorer = make(language)
    for number, slug in enumerate(ALL.eight):
        state = {"principle": slug, "view": "neighbours"}
        asked = explorer.ask(state)
        (scene,) = [one for one in ALL.scenes.values() if one.told.pick(language) in asked]
        chosen = scene.tempting if number % 2 else scene.principle
        assert chosen == slug
        assert {guess.id for guess in explorer.guesses(state)} == {scene.principle, scene.tempting}
        right = explorer.compare(state, scene.principle)
        other = explorer.compare(state, scene.tempting)
        assert scene.why.pick(language) in right
        assert scene.why_not.pick(language) in other
        assert ALL.eight[scene.principle].name.pick(language) in other
