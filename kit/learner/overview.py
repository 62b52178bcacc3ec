"""Where a learner stands with a lesson: counts over its questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from kit.content.records import Lesson
from kit.learner.events import Event
from kit.learner.standing import Standing


class Overview(Struct, frozen=True, kw_only=True):
    """Count over the questions of one lesson, each question once.

    Parameters
    ----------
    answered, questions
        How many were checked at least once, of how many.
    solved, scored
        How many were once solved unaided, of how many that are scored; predictions are not.
    points
        Sum of the best scores.
    changed
        How many changed after the latest thing done with them.
    last
        When the latest thing was done, with any version of its questions.
    """

    questions: int
    answered: int
    scored: int
    solved: int
    points: float
    changed: int
    last: datetime | None


def questions_of(lesson: Lesson, *, with_predictions: bool = True) -> tuple[str, ...]:
    """Return the ids of the questions in all quizzes of a lesson, each once."""
    plans = [p for p in lesson.quizzes.values() if with_predictions or not p.is_prediction]
    return tuple(dict.fromkeys(question for plan in plans for question in plan.questions))


def latest_by_question(events: Iterable[Event]) -> dict[str, datetime]:
    """Return when each question was last touched."""
    latest: dict[str, datetime] = {}
    for event in events:
        latest[event.question] = max(event.at, latest.get(event.question, event.at))
    return latest


def oversee(
    lesson: Lesson, standings: Mapping[str, Standing], latest: Mapping[str, datetime]
) -> Overview:
    """Return the counts of one lesson.

    Parameters
    ----------
    standings
        Has every question of the lesson.
    latest
        When questions were last touched; those never touched are missing.
    """
    questions = questions_of(lesson)
    every = [standings[question] for question in questions]
    best = [standings[name].best for name in questions_of(lesson, with_predictions=False)]
    return Overview(
        questions=len(every),
        answered=sum(standing.tries > 0 for standing in every),
        scored=len(best),
        solved=best.count(1.0),
        points=sum(best),
        changed=sum(standing.has_changed for standing in every),
        last=max((latest[name] for name in questions if name in latest), default=None),
    )
