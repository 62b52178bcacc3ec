"""The small facade that notebooks call: one line of code for each thing in a lesson."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Any, get_args

from kit import blocks
from kit.content.interface import read_words
from kit.content.library import Library
from kit.content.questions import Question
from kit.content.records import Form
from kit.logbook import Logbook, read_clock
from kit.quiz.plan import plan_lesson_quiz, plan_quiz
from kit.text import check_language
from kit.widgets.page import Page

if TYPE_CHECKING:
    from kit.learner.review import Review
    from kit.widgets.assessment import AssessmentWidget
    from kit.widgets.explorer import ExplorerWidget
    from kit.widgets.quiz import QuizWidget

FORMS: tuple[str, ...] = get_args(Form)


class LessonPage:
    """Give a notebook the parts of one lesson in one language.

    Parameters
    ----------
    lesson_id
        The name of a file in `data/lessons`.
    language
        A language of the kit.
    library
        Where the content is read from.

    Raises
    ------
    LookupError
        If the kit does not speak the language.
    ContentError
        If there is no such lesson, or its content is at fault.
    """

    def __init__(self, lesson_id: str, *, language: str, library: Library) -> None:
        self.language = check_language(language)
        self.library = library
        self.id = lesson_id
        self.record = library.lesson(lesson_id)
        self.words = read_words("lesson", language)
        self._logbook = Logbook(lesson_id, library=library, language=language)

    def aims(self) -> Page:
        """Show what the learner will be able to do, the time and what is needed."""
        return self._page(blocks.list_aims(self.record, self.words, self.language))

    def facts(self) -> Page:
        """Show what is known of the case."""
        library = self.library
        return self._page(
            blocks.show_facts(library.case, library.sources, self.words, self.language)
        )

    def quiz(self, name: str) -> QuizWidget:
        """Show one quiz of the lesson.

        Raises
        ------
        LookupError
            If the lesson has no quiz of this name.
        """
        questions, plan = plan_lesson_quiz(self.id, name, self.library, self.language)
        return self._show_quiz(name, questions, plan)

    def review(self) -> QuizWidget | Page:
        """Show today's review, or say that there is none and when the next will be."""
        review, words = self.look_back(), read_words("review", self.language)
        day = review.session.day
        if not review.questions:
            notice = self._logbook.recorder("").notice()
            return self._page(blocks.tell_rest(review.session, notice, words))
        plan = plan_quiz(
            f"{self.id}/{day.isoformat()}",
            words["title"].format(date=words["date"].format(at=day)),
            review.questions,
            library=self.library,
            language=self.language,
            keep_order=True,
        )
        return self._show_quiz(day.isoformat(), review.questions, plan, is_fresh=True)

    def look_back(self) -> Review:
        """Return review as it stands at this moment."""
        return self._logbook.look_back()

    def assessment(self, *, form: Form = "A", minutes: int | None = None) -> AssessmentWidget:
        """Show one form of the final assessment; it is kept, and gone on with where it stopped.

        Parameters
        ----------
        minutes
            The time for an attempt begun from now on, if the trainer sets one.

        Raises
        ------
        LookupError
            If there is no such form.
        ValueError
            If the minutes are no whole number from 1 to 600.
        ContentError
            If a question of the form or the blueprint is at fault.
        """
        from kit.assessment.form import read_form
        from kit.assessment.sitting import Sitting
        from kit.desk import AssessmentDesk
        from kit.widgets.assessment import AssessmentWidget

        if form not in FORMS:
            raise LookupError(f'form: got "{form}", expected one of {", ".join(FORMS)}.')
        sitting = Sitting(
            store=self._logbook.store,
            bank=read_form(self.library, form),
            now=read_clock,
            rng=SystemRandom(),
            minutes=minutes,
            language=self.language,
        )
        desk = AssessmentDesk(
            sitting=sitting,
            library=self.library,
            language=self.language,
            folder=Path.cwd(),
            say=self._logbook.say,
        )
        return AssessmentWidget(desk=desk)

    def figure(self, name: str) -> Page:
        """Show one figure and its finding in words.

        Raises
        ------
        LookupError
            If the kit has no figure of this name.
        """
        from kit.exhibits import show_exhibit
        from kit.figures.svg import to_svg

        figure, words = show_exhibit(name, self._logbook)
        return self._page(blocks.frame_figure(to_svg(figure, words), words))

    def explore(self, name: str) -> ExplorerWidget:
        """Show one explorer: a few controls, and what is found for what the learner sets.

        Raises
        ------
        LookupError
            If the kit has no explorer of this name.
        """
        from kit.explorers.desk import open_desk
        from kit.widgets.explorer import ExplorerWidget

        return ExplorerWidget(desk=open_desk(name, self._logbook))

    def certificate_parts(self) -> Page:
        """Explain the parts of the fictional certificate."""
        parts = self.library.case.certificate.values()
        return self._page(blocks.explain_certificate(parts, self.words, self.language))

    def mistakes(self) -> Page:
        """Show the common mistakes of the lesson."""
        mistakes = [self.library.misconceptions[slug] for slug in self.record.mistakes]
        sources = self.library.sources
        return self._page(blocks.list_mistakes(mistakes, sources, self.words, self.language))

    def terms(self) -> Page:
        """Show the words to know."""
        terms = [self.library.glossary[slug] for slug in self.record.words]
        return self._page(blocks.list_terms(terms, self.words, self.language))

    def notes(self) -> Page:
        """Leave lines for what the learner wants to try at their own organisation."""
        return self._page(blocks.draw_line(self.words))

    def reading(self) -> Page:
        """Show where to read more."""
        sources = self.library.sources
        return self._page(blocks.list_reading(self.record, sources, self.words, self.language))

    def course(self) -> Page:
        """List every lesson with the learner's progress."""
        lessons = self.library.lessons
        links = {slug: f"{one.number:02}-{slug}.ipynb" for slug, one in lessons.items()}
        done = {
            slug: self._logbook.count_done(one.quizzes.values()) for slug, one in lessons.items()
        }
        return self._page(blocks.list_course(lessons, links, done, self.words, self.language))

    def _show_quiz(
        self,
        name: str,
        questions: Sequence[Question],
        plan: dict[str, Any],
        *,
        is_fresh: bool = False,
    ) -> QuizWidget:
        from kit.widgets.quiz import QuizWidget

        recorder = self._logbook.recorder(name, questions, is_fresh=is_fresh)
        return QuizWidget(questions=questions, plan=plan, recorder=recorder)

    def _page(self, html: str) -> Page:
        return Page(html, language=self.language)
