"""The course as a site has it: its lessons in both languages, and what each of them asks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from kit.content.faults import ContentError, Fault
from kit.content.library import Library
from kit.content.records import Lesson
from kit.notebooks import Shipped, list_shipped
from kit.quiz.version import content_version
from kit.text import LANGUAGES

# A question, its content version, and whether it is asked as a guess.
Asked = tuple[str, str, bool]


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """Hold the content and the notebooks from which a site is made."""

    library: Library
    shipped: tuple[Shipped, ...]

    def notebooks(self, language: str) -> list[Shipped]:
        """Return the notebooks of one language in the order of the course."""
        return [one for one in self.shipped if one.language == language]

    def links(self, language: str) -> Mapping[str, str]:
        """Return the page of each lesson by its id, as another page of the language links to it."""
        return {one.lesson: f"{one.path.stem}.html" for one in self.notebooks(language)}

    def asked(self) -> dict[str, list[Asked]]:
        """Return what each lesson asks, by the name of its page."""
        library = self.library
        return {
            one.path.stem: [
                (slug, content_version(library.question(slug)), is_guess)
                for slug, is_guess in list_asked(library.lesson(one.lesson)).items()
            ]
            for one in self.notebooks(LANGUAGES[0])
        }


def read_course(library: Library, notebooks: Path) -> Course:
    """Return the course of a data folder and a folder with notebooks.

    Raises
    ------
    ContentError
        If a language lacks a notebook that another has, or there is none at all.
    """
    shipped = tuple(list_shipped(notebooks))
    names = {one.path.name for one in shipped} or {"*.ipynb"}
    there = {(one.language, one.path.name) for one in shipped}
    faults = [
        Fault(f"{language}/{name}", "", "nothing", "the notebook of a lesson")
        for language in LANGUAGES
        for name in sorted(names)
        if (language, name) not in there
    ]
    if faults:
        raise ContentError(faults)
    return Course(library=library, shipped=shipped)


def list_asked(lesson: Lesson) -> dict[str, bool]:
    """Return each question that a lesson asks, and whether it is asked as a guess."""
    plans = lesson.quizzes.values()
    return {slug: plan.is_prediction for plan in plans for slug in plan.questions}
