"""The attempts at one form, folded from the learner's events.

An attempt is events whose `quiz` is `assessment/FORM/ID`, where ID is the id of its first one:

=========  =====================================================================================
kind       what it holds
=========  =====================================================================================
`start`    `answer` is the `Plan`: seed, version of the bank, minutes, questions with versions
`choice`   an answer to a question; the latest before the end counts
`check`    the grade of an answer, written when the attempt is handed in, for statistics
`hand-in`  the end; `answer` is the `Claim`: how it ended, and the points at that time
=========  =====================================================================================

The `question` of `start` and `hand-in` is `assessment/FORM`, which is the id of no question.
Events are only ever added, so an attempt that failed, was broken off or fits no longer stays on
record. What does not fit its attempt is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from kit.content.records import Form
from kit.learner.events import Event, Name

# An answer given in the last second may arrive a little later.
GRACE = timedelta(seconds=5)
Reason = Literal["learner", "time"]
Minutes = Annotated[int, Meta(ge=1, le=600)]


class Plan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold what was drawn at the start: everything that it takes to resume and to mark."""

    form: Form
    seed: Annotated[str, Meta(min_length=1, max_length=80)]
    bank: Name
    questions: Annotated[dict[str, Name], Meta(min_length=1, max_length=400)]
    minutes: Minutes | None = None


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold how an attempt ended, as it was reckoned then."""

    reason: Reason
    points: Annotated[float, Meta(ge=0)]
    most: Annotated[int, Meta(ge=0)]
    is_passed: bool


class Attempt(Struct, frozen=True, kw_only=True):
    """Be one attempt as far as it is recorded.

    Parameters
    ----------
    plan
        None if the start is missing or damaged.
    latest
        When the last thing was recorded; time does not run back from there.
    handed_in
        When it was handed in; None if it was not.
    claim
        None if it was not handed in, or if what was recorded then is damaged.
    """

    id: str
    plan: Plan | None
    begun: datetime
    latest: datetime
    answers: dict[str, Any]
    handed_in: datetime | None = None
    claim: Claim | None = None
    language: str = ""

    @property
    def deadline(self) -> datetime | None:
        """When the time is over; None without a limit."""
        minutes = self.plan.minutes if self.plan else None
        return self.begun + timedelta(minutes=minutes) if minutes else None

    def is_over(self, moment: datetime) -> bool:
        """Tell whether the time is over at this moment."""
        return self.deadline is not None and moment >= self.deadline


def place_of(form: str) -> str:
    """Return what stands for the question in `start` and `hand-in`."""
    return f"assessment/{form}"


def read_attempts(events: Iterable[Event], form: str) -> tuple[Attempt, ...]:
    """Return every attempt at a form, the first begun first.

    Parameters
    ----------
    events
        In order of recording; those of other quizzes change nothing.
    """
    prefix = f"{place_of(form)}/"
    found: dict[str, dict[str, Event]] = {}
    for event in events:
        if event.quiz.startswith(prefix):
            found.setdefault(event.quiz.removeprefix(prefix), {}).setdefault(event.id, event)
    attempts = [_fold(slug, list(its.values()), form) for slug, its in found.items()]
    return tuple(sorted(attempts, key=lambda attempt: (attempt.begun, attempt.id)))


def _fold(attempt_id: str, events: list[Event], form: str) -> Attempt:
    start = next((e for e in events if e.kind == "start" and e.id == attempt_id), None)
    end = next((e for e in events if e.kind == "hand-in"), None)
    plan = _read(start.answer, Plan) if start else None
    begun = Attempt(
        id=attempt_id,
        plan=plan if plan and plan.form == form else None,
        begun=start.at if start else events[0].at,
        latest=max(event.at for event in events),
        answers={},
        handed_in=end.at if end else None,
        claim=_read(end.answer, Claim) if end else None,
        language=events[0].language,
    )
    return msgspec.structs.replace(begun, answers=_answers(begun, events))


def _answers(attempt: Attempt, events: Iterable[Event]) -> dict[str, Any]:
    """Return the latest answer to each question that was drawn, given before the end."""
    versions = attempt.plan.questions if attempt.plan else {}
    ends = [attempt.handed_in, attempt.deadline and attempt.deadline + GRACE]
    return {
        event.question: event.answer
        for event in events
        if event.kind == "choice"
        and versions.get(event.question) == event.version
        and all(end is None or event.at <= end for end in ends)
    }


def _read(answer: Any, kind: type[Any]) -> Any:
    try:
        return msgspec.convert(answer, kind)
    except (msgspec.ValidationError, RecursionError):
        return None
