"""First tries: the one answer of each learner that says how hard a question is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from kit.learner.events import Event


class Try(Struct, frozen=True):
    """Hold an answer that was checked, and its score from 0 to 1."""

    score: float
    answer: Any = None


def first_tries(events: Iterable[Event], versions: Mapping[str, str]) -> dict[str, Try]:
    """Return the first try of one learner at each question of `versions` that was tried.

    Answers to another version do not count, nor do those after the answer had been shown.

    Parameters
    ----------
    events
        In order of recording.
    versions
        The present content version of each question.
    """
    first: dict[str, Try | None] = {}
    for event in events:
        if event.version != versions.get(event.question):
            continue
        if event.kind == "reveal":
            first.setdefault(event.question, None)
        elif event.kind == "check" and event.score is not None:
            first.setdefault(event.question, Try(event.score, event.answer))
    return {question: each for question, each in first.items() if each is not None}
