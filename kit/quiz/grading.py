"""Grading an answer: values in, a grade out; `widgets/quiz.js` holds the same rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

import msgspec

from kit.content.questions import Question, Several, Single, Sort, TrueFalse

VERDICTS = ("true", "false")


class AnswerError(ValueError):
    """Raised when an answer does not have the form that its question asks for."""


class Grade(msgspec.Struct, frozen=True):
    """Hold the outcome of one answer.

    `score` lies in [0, 1]; `parts` tells of each part that was answered whether it is right.
    """

    score: float
    parts: dict[str, bool]

    @property
    def is_solved(self) -> bool:
        """Whether nothing is missing and nothing is too much."""
        return self.score == 1.0


@singledispatch
def grade(question: Question, answer: Any) -> Grade:
    """Grade an answer; each kind of question registers its own rule.

    Raises
    ------
    AnswerError
        If the answer is not of the form that the kind asks for.
    NotImplementedError
        If the kind has no rule.
    """
    raise NotImplementedError(f"no rule to grade a {type(question).__name__}")


@grade.register
def _(question: Single, answer: Any) -> Grade:
    """Grade one option: all or nothing."""
    chosen = _known(answer, question.options, at_most=1)
    parts = {slug: question.options[slug].correct for slug in chosen}
    return Grade(float(any(parts.values())), parts)


@grade.register
def _(question: Several, answer: Any) -> Grade:
    """Grade a set of options: share of the right ones less share of the others.

    Ticking everything scores 0, as does ticking nothing.
    """
    chosen = _known(answer, question.options, at_most=len(question.options))
    parts = {slug: question.options[slug].correct for slug in chosen}
    right = sum(option.correct for option in question.options.values())
    others = len(question.options) - right
    hits = sum(parts.values())
    return Grade(max(0.0, (hits * others - (len(parts) - hits) * right) / (right * others)), parts)


@grade.register
def _(question: TrueFalse, answer: Any) -> Grade:
    """Grade verdict and reason: the reason counts only behind the right verdict."""
    if not isinstance(answer, Mapping) or set(answer) != {"verdict", "reason"}:
        raise AnswerError(f"got {answer!r}, expected a verdict and a reason.")
    (verdict,) = _known([answer["verdict"]], VERDICTS, at_most=1)
    (reason,) = _known([answer["reason"]], question.options, at_most=1)
    is_right = (verdict == "true") == question.is_true
    # No slug holds a colon, so a verdict is never mistaken for a reason.
    parts = {f":{verdict}": is_right, reason: question.options[reason].correct}
    return Grade(is_right * (0.5 + 0.5 * parts[reason]), parts)


@grade.register
def _(question: Sort, answer: Any) -> Grade:
    """Grade groups: what is right beyond what one group for everything would give."""
    if not isinstance(answer, Mapping):
        raise AnswerError(f"got {answer!r}, expected a group for each item.")
    _known({str(group) for group in answer.values()}, question.groups, at_most=len(answer))
    placed = _known(answer, question.items, at_most=len(question.items))
    parts = {slug: answer[slug] in groups_of(question, slug) for slug in placed}
    for_free = max(
        sum(group in groups_of(question, slug) for slug in question.items)
        for group in question.groups
    )
    gain, possible = sum(parts.values()) - for_free, len(question.items) - for_free
    return Grade(max(0.0, gain / possible), parts)


def groups_of(question: Sort, slug: str) -> tuple[str, ...]:
    """Return every group in which an item may stand."""
    return (question.items[slug].group, *question.items[slug].also)


def _known(slugs: Any, known: Iterable[str], *, at_most: int) -> list[str]:
    """Return the slugs of an answer, or say which of them the question does not have."""
    if isinstance(slugs, str) or not isinstance(slugs, Iterable):
        raise AnswerError(f"got {slugs!r}, expected a list.")
    chosen, names = list(slugs), list(known)
    strange = [slug for slug in chosen if slug not in names]
    if strange or len(set(chosen)) != len(chosen) or len(chosen) > at_most:
        raise AnswerError(f"got {chosen!r}, expected at most {at_most} of {names!r}, each once.")
    return chosen
