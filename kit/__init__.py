"""Lessons on ISO 9001, certification and accreditation, in English and Bulgarian."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.lesson import LessonPage

__all__ = ["open_lesson"]


def open_lesson(lesson: str, *, language: str) -> LessonPage:
    """Open one lesson in one language.

    Parameters
    ----------
    lesson
        The id of a lesson, for example "announcement".
    language
        "en" or "bg".

    Raises
    ------
    LookupError
        If the kit does not speak the language.
    ContentError
        If there is no such lesson, or its content is at fault.
    """
    from kit.content.library import open_library
    from kit.lesson import LessonPage

    return LessonPage(lesson, language=language, library=open_library())
