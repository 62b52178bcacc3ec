"""Where a learner stands with each question: the events folded, oldest first.

The rule, which `kit/widgets/standing.js` follows as well; `tests/learner/standings.json` is the
table of cases that both must meet. A question begins blank. An event of another content version
only sets `has_changed`. An event of the present version clears `has_changed`, and then

============  ====================================================================================
kind          what it changes
============  ====================================================================================
`choice`      `answer` becomes the one chosen; the try is neither checked nor solved
`confidence`  `confidence`, for the present try
`check`       `answer` becomes the one checked; the try is checked, and solved if the score is 1;
              one more of `tries`; the score counts for `best` unless the answer `was_revealed`;
              the first check of all sets `mark`, if the learner said how sure they were
`hint`        `has_hint`
`reveal`      `is_revealed`, until the next try, and `was_revealed`, for good
`retry`       a new try: no answer, no confidence, not checked, not solved, not revealed
============  ====================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kit.learner.events import Event, Kind
from kit.quiz.confidence import mark_certainty


class Standing(Struct, frozen=True, kw_only=True):
    """Tell where a learner stands with one question.

    Parameters
    ----------
    answer
        The latest answer of the present try, chosen or checked.
    is_checked, is_solved
        Whether that answer was checked, and whether its score was 1.
    is_revealed
        Whether the present try ended by asking for the answer.
    was_revealed
        Whether any try did.
    has_hint
        Whether the hint was ever opened.
    tries
        How often an answer was checked.
    best
        The highest score before the answer was first revealed.
    confidence
        How sure the learner says they are in the present try; empty if they have not said.
    mark
        The mark for certainty of the first check, before any feedback; None without one.
    has_changed
        Whether the latest event is of another version of the question.
    """

    answer: Any = None
    is_checked: bool = False
    is_solved: bool = False
    is_revealed: bool = False
    was_revealed: bool = False
    has_hint: bool = False
    tries: int = 0
    best: float = 0.0
    confidence: str = ""
    mark: int | None = None
    has_changed: bool = False


def replay(events: Iterable[Event], versions: Mapping[str, str]) -> dict[str, Standing]:
    """Return where the learner stands with each question of `versions`.

    Parameters
    ----------
    events
        In order of recording; an event met again and one of another question change nothing.
    versions
        The present content version of each question.
    """
    standings = dict.fromkeys(versions, Standing())
    seen: set[str] = set()
    for event in events:
        if event.question in versions and event.id not in seen:
            seen.add(event.id)
            before = standings[event.question]
            standings[event.question] = step(before, event, versions[event.question])
    return standings


def step(standing: Standing, event: Event, version: str) -> Standing:
    """Return where the learner stands after one more event; `version` is the present one."""
    if event.version != version:
        return replace(standing, has_changed=True)
    return replace(standing, has_changed=False, **_CHANGES[event.kind](standing, event))


def _check(standing: Standing, event: Event) -> dict[str, Any]:
    score = event.score or 0.0
    return {
        "answer": event.answer,
        "is_checked": True,
        "is_solved": score == 1.0,
        "tries": standing.tries + 1,
        "best": standing.best if standing.was_revealed else max(standing.best, score),
        "mark": _first_mark(standing, is_right=score == 1.0),
    }


def _first_mark(standing: Standing, *, is_right: bool) -> int | None:
    if standing.tries or standing.was_revealed or not standing.confidence:
        return standing.mark
    return mark_certainty(standing.confidence, is_right=is_right)


_OPEN = {"is_checked": False, "is_solved": False}
_CHANGES: Mapping[Kind, Callable[[Standing, Event], dict[str, Any]]] = {
    "choice": lambda _, event: {"answer": event.answer, **_OPEN},
    "confidence": lambda _, event: {"confidence": event.answer},
    "check": _check,
    "hint": lambda _, __: {"has_hint": True},
    "reveal": lambda _, __: {"is_revealed": True, "was_revealed": True},
    "retry": lambda _, __: {"answer": None, "confidence": "", "is_revealed": False, **_OPEN},
    # These belong to an assessment as a whole, or to an explorer; none of ours names a question.
    "start": lambda _, __: {},
    "hand-in": lambda _, __: {},
    "state": lambda _, __: {},
}
