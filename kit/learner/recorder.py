"""Recording what a learner does in one quiz: grade it, keep it, say what is safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from kit.content.questions import Question
from kit.learner.events import Event
from kit.learner.notices import Notice
from kit.learner.standing import replay
from kit.learner.store import AttemptStore
from kit.quiz.grading import AnswerError, grade
from kit.quiz.version import content_version

UNREADABLE = Notice(key="unreadable-answer", values={})


class Recorder:
    """Stand between a quiz and the store.

    Parameters
    ----------
    store
        Where events are kept.
    questions
        The questions of the quiz.
    now
        The clock.
    say
        Turns a notice of the store into a sentence.
    lesson, quiz, language
        Where the events happen.
    is_fresh
        Whether the learner begins anew here, whatever was done with the questions elsewhere.
    """

    def __init__(
        self,
        *,
        store: AttemptStore,
        questions: Iterable[Question],
        now: Callable[[], datetime],
        say: Callable[[Notice], str],
        lesson: str,
        quiz: str,
        language: str,
        is_fresh: bool = False,
    ) -> None:
        self._store = store
        self._questions = {question.id: question for question in questions}
        self._now = now
        self._say = say
        self._place = {"lesson": lesson, "quiz": quiz, "language": language}
        self._is_fresh = is_fresh

    def standings(self) -> dict[str, Any]:
        """Return where the learner stands, by question id, as JSON values."""
        versions = {slug: content_version(question) for slug, question in self._questions.items()}
        events = self._store.events(versions)
        if self._is_fresh:
            events = [event for event in events if self._is_here(event)]
        known = replay(events, versions)
        standings: dict[str, Any] = msgspec.to_builtins(known)
        return standings

    def _is_here(self, event: Event) -> bool:
        return (event.lesson, event.quiz) == (self._place["lesson"], self._place["quiz"])

    def keep(self, events: Sequence[dict[str, Any]]) -> tuple[Sequence[str], str]:
        """Grade and keep events.

        Returns
        -------
        tuple
            The ids of the events that are safe on disk, and a message for the learner or "".
        """
        graded = [self._event(event) for event in events]
        safe = self._store.append(event for event in graded if event)
        strange = UNREADABLE if None in graded else None
        return [event["id"] for event in events if event["id"] in safe], self._told(strange)

    def notice(self) -> str:
        """Return what the learner should know of the store, or ""."""
        return self._told(None)

    def _told(self, strange: Notice | None) -> str:
        notice = self._store.notice or strange
        return self._say(notice) if notice else ""

    def _event(self, event: dict[str, Any]) -> Event | None:
        """Grade an event; what no quiz of ours would send is no event."""
        score = None
        try:
            if event["kind"] == "check":
                score = grade(self._questions[event["question"]], event["answer"]).score
            return msgspec.convert(event | self._place | {"at": self._now(), "score": score}, Event)
        except (AnswerError, KeyError, msgspec.ValidationError):
            return None
