"""The paper test of a lesson: two forms with the same objectives and levels, and no question twice.

The questions written for a form come first; what is then missing is drawn in pairs from the
questions of the lesson.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from kit.assessment.form import draw, read_form
from kit.content.blueprint import LevelPoints
from kit.content.library import Library
from kit.content.questions import AnyQuestion
from kit.content.records import Form

QUESTIONS_OF_A_TEST = 10
# Doing before naming: at most a few questions ask only what is remembered.
_LEVELS = ("apply", "judge", "understand", "remember")


class PaperTest(Struct, frozen=True, kw_only=True):
    """Hold both forms of a test, in the order on paper.

    `short` names the objectives of the lesson for which there are not two questions alike;
    `is_final` tells whether it is the final assessment.
    """

    forms: Mapping[Form, Sequence[AnyQuestion]]
    points: LevelPoints
    short: tuple[str, ...] = ()
    is_final: bool = False

    def worth(self, question: AnyQuestion) -> int:
        """Return what a question is worth: doing weighs more than naming."""
        points: int = getattr(self.points, question.level)
        return points


def make_test(library: Library, lesson_id: str, seed: str) -> PaperTest | None:
    """Return the test of a lesson, or None if the lesson has no two questions alike.

    That of a lesson without quizzes of its own is the final assessment, drawn by its blueprint.
    """
    lesson = library.lesson(lesson_id)
    if lesson.quizzes:
        return _draw_test(library, lesson_id, seed)
    return None if lesson.objectives or not lesson.is_reviewed else _draw_final(library, seed)


def _draw_final(library: Library, seed: str) -> PaperTest:
    banks = {form: read_form(library, form) for form in _forms()}
    drawn = {
        form: tuple(bank.questions[slug] for slug in draw(bank, seed))
        for form, bank in banks.items()
    }
    return PaperTest(forms=drawn, points=library.blueprint.points, is_final=True)


def _draw_test(library: Library, lesson_id: str, seed: str) -> PaperTest | None:
    paths = library.question_paths.items()
    own = [library.question(slug) for slug, path in paths if path.parent.name == lesson_id]
    objectives = list(library.lesson(lesson_id).objectives)
    pairs = {one: _pairs(own, one, seed) for one in objectives}
    chosen = _take_in_turn(list(pairs.values()))
    if not chosen:
        return None
    forms: dict[Form, Sequence[AnyQuestion]] = {
        form: _mix([pair[place] for pair in chosen], f"{seed}/{form}")
        for place, form in enumerate(_forms())
    }
    short = tuple(one for one in objectives if not pairs[one])
    return PaperTest(forms=forms, points=library.blueprint.points, short=short)


def _forms() -> tuple[Form, Form]:
    return "A", "B"


def _pairs(
    questions: Iterable[AnyQuestion], objective: str, seed: str
) -> list[tuple[AnyQuestion, AnyQuestion]]:
    """Return pairs of questions on one objective, one for each form, those of the forms first."""
    mixed = _mix([one for one in questions if one.objective == objective], seed)
    found: list[tuple[bool, int, tuple[AnyQuestion, AnyQuestion]]] = []
    for rank, level in enumerate(_LEVELS):
        at_level = [one for one in mixed if one.level == level]
        first, second = ([one for one in at_level if one.form == form] for form in _forms())
        free = [one for one in at_level if one.form is None]
        while len(first) < len(second) and free:
            first.append(free.pop())
        while len(second) < len(first) and free:
            second.append(free.pop())
        first, second = first + free[::2], second + free[1::2]
        for one, other in zip(first, second, strict=False):
            is_spare = one.form is None and other.form is None
            found.append((is_spare, rank, (one, other)))
    return [pair for _, _, pair in sorted(found, key=lambda each: each[:2])]


def _take_in_turn(
    pairs: Sequence[Sequence[tuple[AnyQuestion, AnyQuestion]]],
) -> list[tuple[AnyQuestion, AnyQuestion]]:
    """Return a test's worth of pairs, an objective after the other as long as it has any."""
    rounds = range(max(map(len, pairs), default=0))
    turns = [its[place] for place in rounds for its in pairs if place < len(its)]
    return turns[:QUESTIONS_OF_A_TEST]


def _mix(questions: Sequence[AnyQuestion], seed: str) -> list[AnyQuestion]:
    return sorted(questions, key=lambda one: sha256(f"{seed}/{one.id}".encode()).hexdigest())
