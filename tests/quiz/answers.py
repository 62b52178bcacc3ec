"""Answers drawn by chance, of the form that each kind of question asks for."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import singledispatch
from typing import Any

from kit.content.questions import (
    AnyQuestion,
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
from kit.quiz.kinds.verdict import FINDINGS, VERDICTS


@singledispatch
def draw_answer(question: Question, luck: random.Random) -> Any:
    """Draw an answer; each kind has its own form."""
    raise NotImplementedError(type(question).__name__)


@draw_answer.register
def _(question: Single, luck: random.Random) -> Any:
    return [luck.choice(list(question.options))]


@draw_answer.register(Several)
@draw_answer.register(Mark)
def _(question: Several | Mark, luck: random.Random) -> Any:
    slugs = list(question.phrases if isinstance(question, Mark) else question.options)
    return luck.sample(slugs, luck.randint(0, len(slugs)))


@draw_answer.register(TrueFalse)
@draw_answer.register(Decide)
def _(question: TrueFalse | Decide, luck: random.Random) -> Any:
    verdicts = VERDICTS if isinstance(question, TrueFalse) else FINDINGS
    return {"verdict": luck.choice(verdicts), "reason": luck.choice(list(question.options))}


@draw_answer.register(Sort)
@draw_answer.register(Match)
@draw_answer.register(Gaps)
def _(question: Sort | Match | Gaps, luck: random.Random) -> Any:
    things, places = _things_and_places(question)
    return {slug: luck.choice(places) for slug in things if luck.random() < 0.9}


def _things_and_places(question: Sort | Match | Gaps) -> tuple[list[str], list[str]]:
    if isinstance(question, Sort):
        return list(question.items), list(question.groups)
    if isinstance(question, Match):
        return list(question.pairs), [*question.pairs, *question.others]
    return list(question.gaps), list(question.choices)


@draw_answer.register
def _(question: Order, luck: random.Random) -> Any:
    return luck.sample([step.id for step in question.steps], len(question.steps))


@draw_answer.register
def _(question: Number, luck: random.Random) -> Any:
    known = [question.value, *(slip.value for slip in question.slips.values())]
    near = f"{int(float(question.value)) + luck.randint(-3, 3)}{luck.choice(['', ',5', '.25'])}"
    unit = f" {question.unit.pick(luck.choice(['en', 'bg']))}" if question.unit else ""
    return luck.choice([*known, near]) + luck.choice(["", unit])


@draw_answer.register
def _(question: Date, luck: random.Random) -> Any:
    known = [question.value, *(slip.value for slip in question.slips.values())]
    day = luck.choice([*known, question.value + timedelta(days=luck.randint(-4, 4))])
    return luck.choice([day.isoformat(), f"{day:%d.%m.%Y} г.", f"{day:%d %B %Y}"])


def is_of_kind(question: AnyQuestion) -> str:
    """Return the name of a kind, for the names of tests."""
    return type(question).__name__
