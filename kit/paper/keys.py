"""What is right: the answer that gets every point, as a value and as marks on paper."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import Any

from kit.content.interface import read_words
from kit.content.questions import (
    Date,
    Decide,
    Gaps,
    Mark,
    Match,
    Number,
    Order,
    Question,
    Several,
    Single,
    Sort,
    TrueFalse,
)
from kit.paper.posing import Posed
from kit.paper.reading import write_marks


def write_key(posed: Posed) -> str:
    """Return the marks that are right, in the paper's own letters."""
    if isinstance(posed.question, Date):
        return write_day(posed.question.value, posed.language)
    if isinstance(posed.question, Number):
        return write_number(posed.question.value, posed.language)
    return write_marks(posed, right_answer(posed.question))


def write_day(day: date, language: str) -> str:
    """Return a day in figures as the language writes it."""
    return read_words("paper", language)["date"].format(at=day)


def write_number(amount: str, language: str) -> str:
    """Return an amount of a question file with the decimal mark of the language."""
    return amount.replace(".", read_words("paper", language)["decimal-mark"])


@singledispatch
def right_answer(question: Question) -> Any:
    """Return the answer that is right; where several are, the first that the author names."""
    raise NotImplementedError(f"no right answer of a {type(question).__name__}")


@right_answer.register(Single)
@right_answer.register(Several)
def _(question: Single | Several) -> list[str]:
    return [slug for slug, option in question.options.items() if option.correct]


@right_answer.register
def _(question: Mark) -> list[str]:
    return [slug for slug, phrase in question.phrases.items() if phrase.wrong]


@right_answer.register
def _(question: TrueFalse) -> dict[str, str]:
    return {"verdict": "true" if question.is_true else "false", "reason": _reason(question)}


@right_answer.register
def _(question: Decide) -> dict[str, str]:
    return {"verdict": question.finding, "reason": _reason(question)}


def _reason(question: TrueFalse | Decide) -> str:
    return next(slug for slug, option in question.options.items() if option.correct)


@right_answer.register
def _(question: Sort) -> dict[str, str]:
    return {slug: item.group for slug, item in question.items.items()}


@right_answer.register
def _(question: Match) -> dict[str, str]:
    return {slug: slug for slug in question.pairs}


@right_answer.register
def _(question: Gaps) -> dict[str, str]:
    return {slug: gap.choice for slug, gap in question.gaps.items()}


@right_answer.register
def _(question: Order) -> list[str]:
    return [step.id for step in question.steps]


@right_answer.register
def _(question: Number) -> str:
    return question.value


@right_answer.register
def _(question: Date) -> str:
    return question.value.isoformat()
