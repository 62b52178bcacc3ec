"""How to mark what is partly right: tables of points, each cell of them made by `grade`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import singledispatch
from typing import Any

from msgspec import Struct

from kit.content.questions import (
    AnyQuestion,
    Decide,
    Gaps,
    Mark,
    Match,
    Order,
    Question,
    Several,
    Sort,
    TrueFalse,
)
from kit.paper.keys import right_answer
from kit.quiz.grading import grade
from kit.quiz.kinds.places import choices_of, groups_of


class Scale(Struct, frozen=True, kw_only=True):
    """Hold what answers are worth, from 0 to 1.

    `rule` names the words that explain it; `heads` are counts or names of words over the columns;
    each row begins with its own such head, or with "".
    """

    rule: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]


@singledispatch
def make_scale(question: Question) -> Scale | None:  # noqa: ARG001 - most are all or nothing
    """Return what answers that are partly right are worth; None where there are none."""
    return None


@make_scale.register(Several)
@make_scale.register(Mark)
def _(question: Several | Mark) -> Scale:
    right = list(right_answer(question))
    parts = question.phrases if isinstance(question, Mark) else question.options
    others = [slug for slug in parts if slug not in right]
    rows = tuple(
        (
            str(hits),
            tuple(
                grade(question, right[:hits] + others[:slips]).score
                for slips in range(len(others) + 1)
            ),
        )
        for hits in range(len(right), -1, -1)
    )
    return Scale(rule="set", heads=tuple(map(str, range(len(others) + 1))), rows=rows)


@make_scale.register(TrueFalse)
@make_scale.register(Decide)
def _(question: TrueFalse | Decide) -> Scale:
    right = right_answer(question)
    wrong = next(slug for slug, option in question.options.items() if not option.correct)
    scores = (grade(question, right).score, grade(question, right | {"reason": wrong}).score)
    return Scale(rule="verdict", heads=("both", "verdict-alone"), rows=(("", scores),))


@make_scale.register
def _(question: Sort) -> Scale:
    right = {slug: groups_of(item) for slug, item in question.items.items()}
    return _scale_places(question, right, question.groups)


@make_scale.register
def _(question: Match) -> Scale:
    right = {slug: (slug,) for slug in question.pairs}
    return _scale_places(question, right, [*question.pairs, *question.others])


@make_scale.register
def _(question: Gaps) -> Scale:
    right = {slug: choices_of(gap) for slug, gap in question.gaps.items()}
    return _scale_places(question, right, question.choices)


def _scale_places(
    question: AnyQuestion, right: Mapping[str, Collection[str]], places: Collection[str]
) -> Scale:
    """Grade one answer for each number of things in place; which ones makes no difference."""
    best = right_answer(question)
    slips = {
        slug: next((one for one in places if one not in its), None) for slug, its in right.items()
    }
    counts = range(len(best), -1, -1)
    scores = tuple(grade(question, dict(_with_hits(best, slips, hits))).score for hits in counts)
    return Scale(rule="places", heads=tuple(map(str, counts)), rows=(("", scores),))


def _with_hits(
    best: Mapping[str, str], slips: Mapping[str, str | None], hits: int
) -> Iterator[tuple[str, Any]]:
    for place, slug in enumerate(best):
        slip = slips[slug]
        if place < hits:
            yield slug, best[slug]
        elif slip is not None:
            yield slug, slip


@make_scale.register
def _(question: Order) -> Scale:
    right = right_answer(question)
    most = len(right) * (len(right) - 1) // 2
    scores = tuple(grade(question, _with_swaps(right, swaps)).score for swaps in range(most + 1))
    return Scale(rule="order", heads=tuple(map(str, range(most + 1))), rows=(("", scores),))


def _with_swaps(right: list[str], swaps: int) -> list[str]:
    """Return an order in which so many pairs stand the wrong way round."""
    order: list[str] = []
    for place, slug in enumerate(right):
        back = min(swaps, place)
        order.insert(place - back, slug)
        swaps -= back
    return order
