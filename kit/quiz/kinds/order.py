"""Putting steps in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from kit.content.questions import Order
from kit.quiz.kind import AnswerError, Grade, View, explained, grade, known, view_parts


@grade.register
def _(question: Order, answer: Any) -> Grade:
    """Grade an order: of all pairs, the share in the right order less the share in the wrong one.

    That is Kendall's tau, and 0 where it is negative. A blind order is on average worth 5/18 with
    three steps, 7/36 with four, and less with more. `parts` tells which steps may stay.

    References
    ----------
    Kendall, M. G. (1938). A new measure of rank correlation. Biometrika, 30(1/2), 81-93.
    """
    right = [step.id for step in question.steps]
    given = known(answer, right, at_most=len(right))
    if len(given) < len(right):
        raise AnswerError(f"got {given!r}, expected every one of {right!r}.")
    places = [right.index(slug) for slug in given]
    pairs = [first < second for first, second in combinations(places, 2)]
    staying = longest_rise(places)
    parts = {slug: place in staying for slug, place in zip(given, places, strict=True)}
    return Grade(max(0, 2 * sum(pairs) - len(pairs)) / len(pairs), parts)


def longest_rise(places: Sequence[int]) -> list[int]:
    """Return the longest rising part of a sequence; of several, the one that begins first.

    A single place is no rise: where nothing follows anything in order, nothing is returned.
    """
    best: list[list[int]] = []
    for start in range(len(places) - 1, -1, -1):
        following = [rise for rise in best if rise[0] > places[start]]
        best.insert(0, [places[start], *max(following, key=len, default=[])])
    longest = max(best, key=len)
    return longest if len(longest) > 1 else []


@view_parts.register
def _(question: Order, language: str) -> View:
    return {"steps": [explained(step.id, step, language) for step in question.steps]}
