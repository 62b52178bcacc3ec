"""A quiz as the front end gets it: plain values in one language, texts as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.content.questions import Question
from kit.content.records import Lesson
from kit.quiz import kinds
from kit.quiz.kind import View, html, view_parts
from kit.quiz.version import content_version

# Importing the kinds registers their views.
__all__ = ["View", "kinds", "modules_of", "view_objectives", "view_question", "words_of"]

# A shorter quiz needs no summary: its last question shows how it went.
SUMMARY_FROM = 3


def view_question(question: Question, language: str) -> View:
    """Return what `widgets/quiz.js` draws and grades, as JSON values."""
    shared = {
        "id": question.id,
        "kind": _kind_of(question),
        "version": content_version(question),
        "stem": html(question.stem, language),
        "hint": html(question.hint, language),
    }
    return shared | view_parts(question, language)


def _kind_of(question: Question) -> str:
    return str(question.__struct_config__.tag)


def view_objectives(
    questions: Iterable[Question], lesson: Lesson, others: Iterable[Lesson], language: str
) -> list[View]:
    """Return the objectives that questions test, in the order in which these come.

    Parameters
    ----------
    lesson
        The lesson of the quiz: an objective of its own has a `cell` to go to.
    others
        Lessons that may have further objectives.
    """
    texts = {slug: text for one in (lesson, *others) for slug, text in one.objectives.items()}
    asked: dict[str, list[str]] = {}
    for question in questions:
        asked.setdefault(question.objective, []).append(question.id)
    return [
        {
            "text": html(texts[slug], language),
            "cell": lesson.places.get(slug, ""),
            "questions": ids,
        }
        for slug, ids in asked.items()
        if slug in texts
    ]


def modules_of(questions: Sequence[Question], plan: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the modules of `widgets` that a quiz needs beside its frame."""
    is_summed_up = len(questions) >= SUMMARY_FROM and not plan["is_prediction"]
    found = sorted({f"kinds/{_kind_of(question)}" for question in questions})
    found += ["confidence"] if plan.get("asks_confidence") else []
    return (*found, "summary") if is_summed_up else tuple(found)


def words_of(modules: Iterable[str], language: str) -> dict[str, str]:
    """Return the interface words of a quiz: those of its frame, and those of its modules."""
    sections = ["quiz", *(f"quiz-{module.rpartition('/')[2]}" for module in modules)]
    known = open_library().interface
    return {
        key: text
        for section in sections
        if section in known
        for key, text in read_words(section, language).items()
    }
