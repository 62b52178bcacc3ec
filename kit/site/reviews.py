"""What a page needs to plan review itself: the numbers of the schedule, and what may be asked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fsrs import scheduler as fsrs

from kit.content.interface import read_words
from kit.content.library import Library
from kit.learner import daily, review, schedule
from kit.learner.catalogue import catalogue
from kit.learner.overview import questions_of
from kit.quiz.kind import html
from kit.quiz.view import SUMMARY_FROM

Values = dict[str, Any]

# Every number that the schedule rests on, read where Python reads it.
RULES: Mapping[str, Any] = MappingProxyType(
    {
        "parameters": list(schedule.FSRS.parameters),
        "aim": schedule.AIM,
        "max_gap_days": schedule.MAX_GAP_DAYS,
        "stability_min": fsrs.STABILITY_MIN,
        "difficulty": [fsrs.MIN_DIFFICULTY, fsrs.MAX_DIFFICULTY],
        "max_due": daily.MAX_DUE,
        "max_new": daily.MAX_NEW,
        "weeks": review.WEEKS,
        "summary_from": SUMMARY_FROM,
    }
)


def gather_review(library: Library, language: str) -> Values:
    """Return the data of the page of review, as JSON values in one language."""
    lessons = library.lessons
    return {
        "rules": dict(RULES),
        "entries": {
            name: {
                "lesson": entry.lesson,
                "objective": entry.question.objective,
                "version": entry.version,
            }
            for name, entry in catalogue(library).items()
        },
        "lessons": {
            slug: {"title": one.title.pick(language), "questions": list(questions_of(one))}
            for slug, one in lessons.items()
        },
        "objectives": {
            slug: html(text, language)
            for one in lessons.values()
            for slug, text in one.objectives.items()
        },
        "words": read_words("review", language),
    }
