"""A lesson on a page without a kernel: the calls of its notebook, answered with HTML and data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from kit import blocks
from kit.content.interface import read_words
from kit.content.library import Library
from kit.exhibits import show_exhibit
from kit.figures.svg import to_svg
from kit.lesson import LessonPage
from kit.logbook import Logbook
from kit.quiz.plan import plan_lesson_quiz
from kit.quiz.view import modules_of, view_question
from kit.site.course import list_asked
from kit.site.explorers import ExplorerShelf
from kit.widgets.page import Page

Values = dict[str, Any]
# The one figure that is drawn from the learner's own record, which only the browser has.
OWN_RECORD = "review"
SAME_EVERYWHERE = frozenset({"aims", "facts", "certificate_parts", "mistakes", "terms", "reading"})


class StaticLesson:
    """Answer the calls of one notebook.

    What a page must have beside its HTML gathers in `data`: what quizzes ask, the plans of
    explorers, drawings.

    Parameters
    ----------
    lesson_id, language, library
        As for `kit.lesson.LessonPage`, which answers whatever is the same in every home.
    explorers
        The explorers of this language, made ready for pages.
    links
        The page of each lesson by its id.
    """

    def __init__(
        self,
        lesson_id: str,
        *,
        language: str,
        library: Library,
        explorers: ExplorerShelf,
        links: Mapping[str, str],
    ) -> None:
        self.id, self.language, self.library = lesson_id, language, library
        self._alive = LessonPage(lesson_id, language=language, library=library)
        self._logbook = Logbook(lesson_id, language=language, library=library)
        self._words = read_words("site", language)
        self._explorers, self._links = explorers, links
        self.data: dict[str, Values] = {"quizzes": {}, "explorers": {}, "drawings": {}}

    def show(self, name: str, arguments: Sequence[Any], named: Mapping[str, Any]) -> str:
        """Return the HTML that stands for one call of the notebook.

        Raises
        ------
        LookupError
            If a lesson has no such part.
        """
        own = getattr(self, f"_show_{name}", None)
        if own is not None:
            shown: str = own(*arguments, **named)
            return shown
        if name not in SAME_EVERYWHERE:
            raise LookupError(f'lesson: got "{name}", expected the name of a part of a lesson.')
        page: Page = getattr(self._alive, name)(*arguments, **named)
        return page.html

    def _show_quiz(self, name: str) -> str:
        questions, plan = plan_lesson_quiz(self.id, name, self.library, self.language)
        self.data["quizzes"][name] = {
            "plan": plan,
            "modules": modules_of(questions, plan),
            "questions": [view_question(question, self.language) for question in questions],
        }
        return self._place("quiz", name)

    def _show_explore(self, name: str) -> str:
        self.data["explorers"][name] = self._explorers.take(name).plan
        return self._place("explorer", name)

    def _show_figure(self, name: str) -> str:
        if name == OWN_RECORD:
            told = escape(self._words["own-record"])
            return f'<div data-kit-figure="{OWN_RECORD}"><p class="kit-unscripted">{told}</p></div>'
        figure, words = show_exhibit(name, self._logbook)
        self.data["drawings"][name] = to_svg(figure, words)
        return (
            f'<div class="kit-page"><figure class="kit-figure"><div data-drawing="{escape(name)}">'
            f"</div><figcaption>{escape(words)}</figcaption></figure></div>"
        )

    def _show_review(self) -> str:
        return self._place("kit-review", "")

    def _show_assessment(self, *, form: str = "A", minutes: int | None = None) -> str:
        limit = f' data-minutes="{minutes}"' if minutes else ""
        return self._place("kit-assessment", form, limit)

    def _show_notes(self) -> str:
        return f'<div data-notes="{escape(self.id)}">{self._alive.notes().html}</div>'

    def _show_course(self) -> str:
        lessons = self.library.lessons
        none = {slug: (0, len(list_asked(lesson))) for slug, lesson in lessons.items()}
        words = read_words("lesson", self.language)
        listed = blocks.list_course(lessons, self._links, none, words, self.language)
        return f'<div class="kit-page" data-course="">{listed}</div>'

    def _place(self, kind: str, name: str, more: str = "") -> str:
        """Leave a place that a script fills, with words for who has no scripts."""
        told = escape(self._words["loading"])
        return f'<div data-{kind}="{escape(name)}"{more}><p class="kit-unscripted">{told}</p></div>'
