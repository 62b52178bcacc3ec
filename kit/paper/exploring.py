"""An explorer on paper: how it begins, in words; one more of its pictures, to put into words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import singledispatch
from typing import Any

from msgspec import Struct

from kit.content.interface import read_words
from kit.content.library import Library
from kit.explorers.explorer import (
    Choice,
    Control,
    Count,
    Day,
    Explorer,
    Setting,
    State,
    Switch,
    Words,
)
from kit.explorers.frames import list_states
from kit.explorers.registry import build
from kit.paper.pictures import picture
from kit.paper.rich import read_html

Values = dict[str, Any]
# What these ask for is the learner's own; on paper they have lines or a sheet of their own.
OWN_SHEET, OWN_WORDS = "self-assessment", "claims-clinic"


class Task(Struct, frozen=True, kw_only=True):
    """Hold an explorer as an exercise, and what the trainer's key says of it."""

    shown: Values
    answer: Values


def pose_explorer(name: str, library: Library, language: str, today: date) -> Task:
    """Return the exercise that an explorer is on paper."""
    words = read_words("paper", language)
    setting = Setting(library=library, language=language, today=today)
    explorer = build(name, setting)
    if name == OWN_SHEET:
        return _only_words(explorer, words["task-own-sheet"])
    if name == OWN_WORDS:
        return _pose_claims(explorer, library, language)
    return _pose_frames(explorer, words)


def _only_words(explorer: Explorer, task: str) -> Task:
    return Task(
        shown={"title": explorer.title, "frames": [], "ask": "", "guesses": [], "task": task},
        answer={"title": explorer.title, "blocks": []},
    )


def _pose_claims(explorer: Explorer, library: Library, language: str) -> Task:
    words = read_words("paper", language)
    claims = [library.case.claims[slug] for slug in library.claims_clinic.claims]
    frames = [{"words": claim.said.pick(language), "lines": 2} for claim in claims]
    task = words["task-claims"]
    answers = [
        {"is": "paragraph", "runs": [{"text": claim.correct.pick(language)}]} for claim in claims
    ]
    return Task(
        shown={"title": explorer.title, "frames": frames, "ask": "", "guesses": [], "task": task},
        answer={"title": explorer.title, "blocks": answers},
    )


def _pose_frames(explorer: Explorer, words: dict[str, str]) -> Task:
    first, second = _choose(explorer)
    is_drawn = explorer.draw(second) is not None
    frames = [_show(explorer, first, words, with_words=True)]
    frames.append(_show(explorer, second, words, with_words=False))
    guesses = explorer.guesses(second)
    task = words["task-figure" if is_drawn else "task-words"]
    return Task(
        shown={
            "title": explorer.title,
            "frames": frames,
            "ask": explorer.ask(second) if guesses else "",
            "guesses": [guess.label for guess in guesses],
            "task": task,
        },
        answer={
            "title": explorer.title,
            "blocks": [
                {"is": "paragraph", "runs": [{"text": explorer.describe(second)}]},
                *read_html(explorer.tell(second)),
            ],
        },
    )


def _choose(explorer: Explorer) -> tuple[State, State]:
    """Return the first state, and one from the middle of its frames that finds something else."""
    first, *others = list_states(explorer).values()
    began = explorer.describe(first)
    middle = len(others) // 2
    turned = others[middle:] + others[:middle]
    return first, next((state for state in turned if explorer.describe(state) != began), first)


def _show(explorer: Explorer, state: State, words: dict[str, str], *, with_words: bool) -> Values:
    figure = explorer.draw(state)
    said = explorer.describe(state)
    return {
        "settings": [*_settings(explorer, state, words)],
        "picture": picture(figure, said) if figure else None,
        "words": said if with_words else "",
        "lines": 0,
    }


def _settings(explorer: Explorer, state: State, words: dict[str, str]) -> Iterator[list[str]]:
    for control in explorer.controls:
        is_shown = control.when is None or state.get(control.when[0]) == control.when[1]
        value = _say_value(control, state[control.name], words) if is_shown else ""
        if value:
            yield [control.label, value]


@singledispatch
def _say_value(control: Control, value: Any, words: dict[str, str]) -> str:  # noqa: ARG001
    raise TypeError(f"control: got {control!r}, expected one of a known kind.")


@_say_value.register
def _(control: Choice, value: Any, words: dict[str, str]) -> str:  # noqa: ARG001
    return next(option.label for option in control.options if option.id == value)


@_say_value.register
def _(control: Count, value: Any, words: dict[str, str]) -> str:  # noqa: ARG001
    return f"{value} {control.unit}".strip()


@_say_value.register
def _(_: Day, value: Any, words: dict[str, str]) -> str:
    return words["date"].format(at=date.fromisoformat(value)) if value else ""


@_say_value.register
def _(_: Switch, value: Any, words: dict[str, str]) -> str:
    return words["on" if value else "off"]


@_say_value.register
def _(_control: Words, _value: Any, _words: dict[str, str]) -> str:
    return ""
