"""The blueprint of the final assessment: what each form draws, and what it takes to pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from msgspec import Meta

from kit.content.records import Level, Record, Slug

Points = Annotated[int, Meta(ge=1, le=10)]
Count = Annotated[int, Meta(ge=0, le=40)]


class Cell(NamedTuple):
    """Name the questions that are drawn together: one objective of one lesson at one level."""

    lesson: str
    objective: str
    level: Level


class LevelPoints(Record, frozen=True, kw_only=True):
    """Say what a question of each level is worth: doing weighs more than naming."""

    remember: Points
    understand: Points
    apply: Points
    judge: Points


class LevelCounts(Record, frozen=True, kw_only=True):
    """Say how many questions of each level are drawn."""

    remember: Count = 0
    understand: Count = 0
    apply: Count = 0
    judge: Count = 0


class Blueprint(Record, frozen=True, kw_only=True):
    """Describe every form of the assessment alike; a lesson more is a table more.

    `pass_percent` is needed of all points, `lesson_percent` of those of each lesson.
    """

    points: LevelPoints
    pass_percent: Annotated[int, Meta(ge=1, le=100)]
    lesson_percent: Annotated[int, Meta(ge=0, le=100)]
    lessons: dict[Slug, dict[Slug, LevelCounts]]

    def cells(self) -> Iterator[tuple[Cell, int]]:
        """Yield what is drawn from, and how many questions of it."""
        for lesson, objectives in self.lessons.items():
            for objective, counts in objectives.items():
                for level in LEVELS:
                    if count := getattr(counts, level):
                        yield Cell(lesson, objective, level), count

    @property
    def questions(self) -> int:
        """How many questions a form has."""
        return sum(count for _, count in self.cells())


LEVELS: tuple[Level, ...] = LevelCounts.__struct_fields__  # type: ignore[assignment]
