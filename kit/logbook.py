"""The learner's record as one lesson reads it and writes into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from kit.content.interface import read_words
from kit.content.library import Library
from kit.content.questions import Question
from kit.content.records import QuizPlan

if TYPE_CHECKING:
    from kit.learner.notices import Notice
    from kit.learner.recorder import Recorder
    from kit.learner.review import Review
    from kit.learner.store import AttemptStore


def read_clock() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class Logbook:
    """Join one lesson with what the learner has done.

    Parameters
    ----------
    lesson_id
        The lesson under which events are recorded.
    library
        Where questions are read from.
    language
        A language of the kit.
    """

    def __init__(self, lesson_id: str, *, library: Library, language: str) -> None:
        self.id = lesson_id
        self.library = library
        self.language = language

    @cached_property
    def store(self) -> AttemptStore:
        """The learner's attempts; nothing is opened before it is needed."""
        from kit.learner.store import open_store

        return open_store(now=read_clock)

    def recorder(
        self, quiz: str, questions: Iterable[Question] = (), *, is_fresh: bool = False
    ) -> Recorder:
        """Return what records the events of one quiz, or, without a name, of anything else."""
        from kit.learner.recorder import Recorder

        return Recorder(
            store=self.store,
            questions=questions,
            now=read_clock,
            say=self.say,
            lesson=self.id,
            quiz=quiz,
            language=self.language,
            is_fresh=is_fresh,
        )

    def say(self, notice: Notice) -> str:
        """Return a notice of the store as a sentence."""
        return read_words("store", self.language)[notice.key].format(**notice.values)

    def look_back(self) -> Review:
        """Return review as it stands at this moment."""
        from kit.learner.review import look_back

        return look_back(self.library, self.store.events(), read_clock().astimezone(), self.id)

    def count_done(self, plans: Iterable[QuizPlan]) -> tuple[int, int]:
        """Return how many questions of some quizzes are done, and of how many."""
        guessed = {one: plan.is_prediction for plan in plans for one in plan.questions}
        questions = [self.library.question(question_id) for question_id in guessed]
        standings = self.recorder("", questions).standings()
        done = sum(
            one["best"] == 1 or one["is_revealed"] or (guessed[question_id] and one["is_checked"])
            for question_id, one in standings.items()
        )
        return done, len(questions)
