"""Groups of learners made for a test, with questions and what was done with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from uuid import UUID

from kit.content.questions import AnyQuestion
from kit.learner.events import Event
from kit.quiz.grading import grade
from kit.quiz.version import content_version
from tests.factories import make_question
from tests.learner.factories import make_event

_NUMBERS = count()


def make_questions(*names: str, kind: str = "single") -> dict[str, AnyQuestion]:
    """Return questions with the options first to fourth, of which the second is right."""
    return {name: make_question(kind, id=name) for name in names}


def answer(question: AnyQuestion, option: str) -> Event:
    """Return the check of one option, graded as the kit grades it."""
    return make_event(
        id=UUID(int=next(_NUMBERS)).hex,
        question=question.id,
        version=content_version(question),
        answer=[option],
        score=grade(question, [option]).score,
    )


def make_logs(questions: dict[str, AnyQuestion], rows: Sequence[str]) -> list[list[Event]]:
    """Return the log of each learner: a digit a question for the option chosen, or "-"."""
    slugs = dict(zip("1234", ("first", "second", "third", "fourth"), strict=True))
    return [
        [
            answer(question, slugs[letter])
            for question, letter in zip(questions.values(), row, strict=True)
            if letter != "-"
        ]
        for row in rows
    ]
