"""What the tests of the assessment are made from: questions of the kit, and a clock to set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, get_args

from msgspec.structs import replace

from kit.assessment.attempt import Attempt
from kit.assessment.form import FormBank, read_form
from kit.assessment.sitting import Sitting
from kit.content.library import open_library
from kit.content.questions import (
    AnyQuestion,
    Date,
    Decide,
    Gaps,
    Mark,
    Match,
    Number,
    Order,
    Sort,
    TrueFalse,
)
from kit.content.records import Form
from kit.desk import AssessmentDesk
from kit.learner.notices import Notice
from kit.learner.store import AttemptStore

FORMS: tuple[Form, ...] = get_args(Form)
LESSON = "announcement"
START = datetime(2026, 11, 22, 10, tzinfo=UTC)


class Clock:
    """Stand still until it is moved."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        """Move forward, or back by a negative number."""
        self.time += timedelta(**by)


@cache
def bank_of(form: Form = "A") -> FormBank:
    """Return the first lesson's part of a form of the kit: a new lesson changes no figure here."""
    bank = read_form(open_library(), form)
    cells = {slug: cell for slug, cell in bank.cells.items() if cell.lesson == LESSON}
    part = {LESSON: bank.blueprint.lessons[LESSON]}
    return replace(
        bank,
        blueprint=replace(bank.blueprint, lessons=part),
        questions={slug: bank.questions[slug] for slug in cells},
        cells=cells,
    )


def event_id(number: int) -> str:
    """Return the id that a browser could have made."""
    return f"00000000-0000-4000-8000-{number:012}"


def make_sitting(path: Path, clock: Clock, **changes: Any) -> Sitting:
    """Return a sitting on a store of its own connection."""
    values = {
        "store": AttemptStore(path, now=clock),
        "bank": bank_of(),
        "now": clock,
        "rng": Random(1),
        "minutes": None,
        "language": "en",
    }
    return Sitting(**values | changes)


def make_desk(sitting: Sitting, folder: Path, language: str = "en") -> AssessmentDesk:
    """Return a desk for a sitting."""
    return AssessmentDesk(
        sitting=sitting,
        library=open_library(),
        language=language,
        folder=folder,
        say=say,
    )


def say(notice: Notice) -> str:
    """Turn a notice into its key."""
    return notice.key


def begun(sitting: Sitting, number: int = 1) -> Attempt:
    """Begin an attempt and return it."""
    sitting.start(event_id(number))
    attempt = sitting.current()
    assert attempt is not None
    return attempt


def right_answer(question: AnyQuestion) -> Any:
    """Return the answer with the full score."""
    match question:
        case Number() | Date():
            answer: Any = str(question.value)
        case Sort() | Match() | Gaps():
            answer = _right_places(question)
        case Order():
            answer = [step.id for step in question.steps]
        case Mark():
            answer = [slug for slug, phrase in question.phrases.items() if phrase.wrong]
        case _:
            answer = [slug for slug, option in question.options.items() if option.correct]
    if isinstance(question, TrueFalse):
        return {"verdict": str(question.is_true).lower(), "reason": answer[0]}
    if isinstance(question, Decide):
        return {"verdict": question.finding, "reason": answer[0]}
    return answer


def _right_places(question: Sort | Match | Gaps) -> dict[str, str]:
    match question:
        case Sort():
            return {slug: item.group for slug, item in question.items.items()}
        case Match():
            return {slug: slug for slug in question.pairs}
    return {slug: gap.choice for slug, gap in question.gaps.items()}


def answer_all(sitting: Sitting, first: int = 100) -> Attempt:
    """Answer every question of the attempt rightly and return it."""
    attempt = sitting.current()
    assert attempt is not None
    assert attempt.plan is not None
    for number, slug in enumerate(attempt.plan.questions, start=first):
        answer = right_answer(sitting.bank.questions[slug])
        sitting.choose(attempt, event_id(number), slug, answer)
    return sitting.attempts()[-1]
