"""Marking what was answered: points by objective, lesson and level, and whether it is enough."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from kit.assessment.form import FormBank
from kit.content.blueprint import LEVELS
from kit.content.records import Level
from kit.quiz.grading import AnswerError, grade

K = TypeVar("K", bound=Hashable)
# Sums of thirds and fifths must not fail by the last bit.
_ROUNDING = 1e-9


class Tally(Struct, frozen=True):
    """Hold the points got, of the most there were."""

    points: float = 0.0
    most: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.points + other.points, self.most + other.most)

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1."""
        return self.points / self.most if self.most else 0.0

    def reaches(self, percent: int) -> bool:
        """Tell whether the points are so many percent of the most, or more."""
        return self.share * 100 >= percent - _ROUNDING


class Marks(Struct, frozen=True, kw_only=True):
    """Hold the marks of one attempt.

    Objectives are keyed by lesson and objective; lessons, objectives and levels stand in the
    order of the blueprint. `short` names the lessons below their minimum.
    """

    scores: dict[str, float]
    total: Tally
    lessons: dict[str, Tally]
    objectives: dict[tuple[str, str], Tally]
    levels: dict[Level, Tally]
    short: tuple[str, ...]
    is_passed: bool


def mark(bank: FormBank, drawn: Iterable[str], answers: Mapping[str, Any]) -> Marks:
    """Mark the answers to the questions that were drawn; what is missing or unfinished is 0."""
    questions = list(drawn)
    scores = {slug: score(bank, slug, answers.get(slug)) for slug in questions}
    tallies = {
        slug: Tally(bank.points(slug) * scores[slug], bank.points(slug)) for slug in questions
    }
    cells = bank.cells
    total = sum(tallies.values(), Tally())
    levels = _sums({slug: cells[slug].level for slug in questions}, tallies, LEVELS)
    objectives = _sums(
        {slug: (cells[slug].lesson, cells[slug].objective) for slug in questions},
        tallies,
        dict.fromkeys((cell.lesson, cell.objective) for cell, _ in bank.blueprint.cells()),
    )
    lessons = _sums(
        {slug: cells[slug].lesson for slug in questions}, tallies, bank.blueprint.lessons
    )
    short = tuple(
        slug for slug, got in lessons.items() if not got.reaches(bank.blueprint.lesson_percent)
    )
    return Marks(
        scores=scores,
        total=total,
        lessons=lessons,
        objectives=objectives,
        levels=levels,
        short=short,
        is_passed=not short and total.reaches(bank.blueprint.pass_percent),
    )


def score(bank: FormBank, question: str, answer: Any) -> float:
    """Return the grade of one answer; one that has not the form asked for is worth 0."""
    try:
        return grade(bank.questions[question], answer).score if answer is not None else 0.0
    except AnswerError:
        return 0.0


def _sums(
    groups: Mapping[str, K], tallies: Mapping[str, Tally], order: Iterable[K]
) -> dict[K, Tally]:
    sums: dict[K, Tally] = {}
    for group in order:
        found = [tallies[slug] for slug, its in groups.items() if its == group]
        if found:
            sums[group] = sum(found, Tally())
    return sums
