"""The plan of a quiz: what stays the same as long as it lives, whichever home shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kit.content.library import Library
from kit.content.questions import Question
from kit.content.records import Lesson
from kit.quiz.kind import View
from kit.quiz.view import view_objectives


def plan_lesson_quiz(
    lesson_id: str, name: str, library: Library, language: str
) -> tuple[list[Question], View]:
    """Return the questions of one quiz of a lesson, and its plan.

    Raises
    ------
    LookupError
        If the lesson has no quiz of this name.
    """
    quizzes = library.lesson(lesson_id).quizzes
    if name not in quizzes:
        known = ", ".join(quizzes) or "none"
        raise LookupError(f'quiz of lesson "{lesson_id}": got "{name}", expected one of: {known}.')
    found = quizzes[name]
    questions: list[Question] = [library.question(one) for one in found.questions]
    return questions, plan_quiz(
        f"{lesson_id}/{name}",
        found.title.pick(language),
        questions,
        library=library,
        language=language,
        keep_order=found.keep_order,
        is_prediction=found.is_prediction,
        asks_confidence=found.asks_confidence,
    )


def plan_quiz(
    quiz_id: str,
    title: str,
    questions: Sequence[Question],
    *,
    library: Library,
    language: str,
    **changes: bool,
) -> View:
    """Return the plan of a quiz; its id begins with that of its lesson."""
    lesson = library.lesson(quiz_id.partition("/")[0])
    others = _others(lesson, questions, library)
    fixed = {
        "id": quiz_id,
        "title": title,
        "language": language,
        "seed": quiz_id,
        "keep_order": False,
        "is_prediction": False,
        "objectives": view_objectives(questions, lesson, others, language),
    }
    return fixed | changes


def _others(lesson: Lesson, questions: Iterable[Question], library: Library) -> Iterable[Lesson]:
    """Return the lessons that may have an objective which this one has not."""
    is_own = all(question.objective in lesson.objectives for question in questions)
    return () if is_own else library.lessons.values()
