"""Every explorer of the kit, in every language: what each home may rely on."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from matplotlib.colors import to_hex
from matplotlib.text import Text

from kit.explorers.explorer import Explorer, State
from kit.explorers.frames import list_frames, list_states
from kit.explorers.registry import EXPLORERS, build
from kit.explorers.state import complete, content_version, state_key
from kit.explorers.view import view_state
from kit.figures.theme import TOKENS
from kit.text import LANGUAGES
from tests.explorers.factories import SAMPLES, make_sample, make_setting

each = pytest.mark.parametrize("name", EXPLORERS)
in_both = pytest.mark.parametrize("language", LANGUAGES)
# Drawing every frame of every explorer would take minutes; words are looked at in each of them.
MOST_DRAWN = 5
LEAST_POINTS = 9.0


@cache
def made(name: str, language: str) -> Explorer:
    return build(name, make_setting(language))


def some_states(name: str, language: str) -> list[State]:
    """Return the first frame, and others from the whole length."""
    states = list(list_states(made(name, language)).values())
    return states[:: -(-len(states) // MOST_DRAWN)]


@each
@in_both
def test_the_start_is_complete_and_the_first_frame(name: str, language: str) -> None:
    explorer = made(name, language)
    start = explorer.start()
    assert complete(explorer.controls, start, start) == start
    assert start.keys() == {control.name for control in explorer.controls}
    assert next(iter(list_states(explorer))) == state_key(start)


@each
@in_both
def test_an_explorer_and_each_of_its_controls_have_a_name(name: str, language: str) -> None:
    explorer = made(name, language)
    labels = [control.label for control in explorer.controls]
    assert explorer.title.strip()
    assert all(label.strip() for label in labels)
    assert len({control.name for control in explorer.controls}) == len(labels)
    # What a browser and a file name can hold without quoting.
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", control.name) for control in explorer.controls)


@each
@in_both
def test_every_frame_is_told_in_words(name: str, language: str) -> None:
    explorer = made(name, language)
    for state in list_states(explorer).values():
        words = explorer.describe(state)
        assert words.strip()
        assert not re.search(r"\{|\}|<|None", words), words


@each
@in_both
def test_a_frame_can_be_shown_by_every_home(name: str, language: str) -> None:
    for state in some_states(name, language):
        view = view_state(made(name, language), state)
        assert json.loads(json.dumps(view)) == view
        assert not re.search(r"<script|\bon\w+=|javascript:", view["more"], re.IGNORECASE)
        assert not re.search(r"\{[\w-]*\}", view["more"]), state


@each
@in_both
def test_each_guess_is_compared_with_the_finding(name: str, language: str) -> None:
    explorer = made(name, language)
    for state in list_states(explorer).values():
        guesses = explorer.guesses(state)
        assert len({guess.id for guess in guesses}) == len(guesses)
        assert all(guess.label and explorer.compare(state, guess.id) for guess in guesses)


@each
@in_both
def test_an_explorer_says_the_same_when_asked_again(name: str, language: str) -> None:
    once, again = (build(name, make_setting(language)) for _ in range(2))
    for state in list_states(once).values():
        assert once.describe(state) == again.describe(state)
        assert once.tell(state) == again.tell(state)
        assert once.offers(state) == again.offers(state)


@each
@in_both
def test_a_figure_can_be_read_and_is_not_left_behind(name: str, language: str) -> None:
    explorer = made(name, language)
    for state in some_states(name, language):
        figure = explorer.draw(state)
        if figure is None:
            continue
        # One that pyplot made has a manager, and stays in memory as long as the kernel.
        assert figure.canvas.manager is None
        texts = [one for one in figure.findobj(Text) if one.get_text().strip()]
        assert min(one.get_fontsize() for one in texts) >= LEAST_POINTS
        # A text of another colour would be dark on a dark page.
        assert {to_hex(one.get_color()) for one in texts} <= TOKENS.keys()


@each
def test_languages_differ_in_words_and_in_nothing_else(name: str) -> None:
    explorers = [made(name, language) for language in LANGUAGES]
    assert len({content_version(one.controls) for one in explorers}) == 1
    assert len({tuple(list_states(one)) for one in explorers}) == 1
    assert len({one.title for one in explorers}) == len(LANGUAGES)
    start = explorers[0].start()
    assert len({one.describe(start) for one in explorers}) == len(LANGUAGES)


@each
def test_a_name_in_lessons_is_a_slug(name: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name)


def test_an_unknown_explorer_is_named_with_those_that_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kit.explorers.registry.EXPLORERS", SAMPLES)
    with pytest.raises(LookupError, match='explorer: got "x", expected one of: kept, sample'):
        build("x", make_setting())


def test_a_frame_that_comes_twice_is_listed_once() -> None:
    frames = list(list_frames(make_sample()))
    assert [frame.state["people"] for frame in frames] == [3, 5, 15]
    assert [frame.key for frame in frames] == [state_key(frame.state) for frame in frames]
