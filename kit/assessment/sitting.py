"""Sitting one form of the assessment: begin, answer, resume, hand in; every step is an event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import msgspec
from msgspec import Struct

from kit.assessment.attempt import Attempt, Claim, Minutes, Plan, Reason, place_of, read_attempts
from kit.assessment.form import FormBank, draw
from kit.assessment.marking import Marks, mark
from kit.learner.events import Event, Kind
from kit.learner.notices import Notice
from kit.learner.store import AttemptStore

LESSON = "assessment"
_TICK = timedelta(microseconds=1)
# Computers that share a log differ a little, and set their clocks by a little.
_SLACK = timedelta(minutes=1)


class Outcome(Struct, frozen=True, kw_only=True):
    """Hold an attempt and what it came to; `marks` is None where it cannot be marked any more.

    `trouble` is the key of a message in section `assessment`, or empty.
    """

    attempt: Attempt
    marks: Marks | None
    trouble: str = ""


class Sitting:
    """Take one learner through attempts at one form.

    Parameters
    ----------
    store
        Where everything is kept.
    bank
        The questions of the form.
    now
        The clock.
    rng
        Draws the seed of an attempt.
    minutes
        The time that the trainer gives to an attempt begun from now on; None for no limit.
    language
        In which the learner sees it.

    Raises
    ------
    ValueError
        If the minutes are no whole number from 1 to 600.
    """

    def __init__(
        self,
        *,
        store: AttemptStore,
        bank: FormBank,
        now: Callable[[], datetime],
        rng: Random,
        minutes: int | None,
        language: str,
    ) -> None:
        try:
            self.minutes: int | None = msgspec.convert(minutes, Minutes | None)
        except msgspec.ValidationError as error:
            expected = "a whole number from 1 to 600, or None for no limit"
            raise ValueError(f"minutes: got {minutes!r}, expected {expected}.") from error
        self.bank = bank
        self._store = store
        self._now = now
        self._rng = rng
        self._language = language
        self._versions = bank.versions

    @property
    def notice(self) -> Notice | None:
        """What the learner should know of the store."""
        return self._store.notice

    def attempts(self) -> tuple[Attempt, ...]:
        """Return every attempt at this form, the first begun first."""
        form = self.bank.form
        return read_attempts(self._store.events([place_of(form), *self._versions]), form)

    def current(self) -> Attempt | None:
        """Return the attempt to show: the one begun last, handed in by now if its time is over."""
        attempts = self.attempts()
        latest = attempts[-1] if attempts else None
        if latest and self.can_resume(latest) and latest.is_over(self._moment(latest)):
            self._hand_in(latest, _made_id(latest), "time")
            return self.attempts()[-1]
        return latest

    def trouble(self, attempt: Attempt) -> str:
        """Return why an attempt cannot be gone on with or marked, as a key of a message, or ""."""
        if attempt.plan is None:
            return "damaged"
        if any(self._versions.get(slug) != its for slug, its in attempt.plan.questions.items()):
            return "other-version"
        return ""

    def can_resume(self, attempt: Attempt) -> bool:
        """Tell whether an attempt is still to be handed in, and can be."""
        return attempt.handed_in is None and not self.trouble(attempt)

    def is_clock_back(self, attempt: Attempt) -> bool:
        """Tell whether the clock shows a time well before the last thing that was recorded."""
        return self._now() + _SLACK < attempt.latest

    def seconds_left(self, attempt: Attempt) -> int | None:
        """Return how long an attempt may still take; None without a limit."""
        if attempt.deadline is None:
            return None
        return max(0, round((attempt.deadline - self._moment(attempt)).total_seconds()))

    def outcome(self, attempt: Attempt) -> Outcome:
        """Return what an attempt that was handed in came to, marked anew from its answers."""
        trouble = self.trouble(attempt)
        if trouble or attempt.plan is None:
            return Outcome(attempt=attempt, marks=None, trouble=trouble)
        marks = mark(self.bank, attempt.plan.questions, attempt.answers)
        claim = attempt.claim
        fits = claim is not None and claim == _claim(marks, claim.reason)
        return Outcome(attempt=attempt, marks=marks, trouble="" if fits else "differs")

    def start(self, event_id: str) -> frozenset[str]:
        """Begin an attempt, unless one is under way; return the ids that are safe on disk.

        Raises
        ------
        ContentError
            If the bank is too small for its blueprint.
        """
        latest = self.current()
        if latest and self.can_resume(latest):
            return frozenset({event_id})
        seed = f"{self._rng.getrandbits(64):016x}"
        plan = Plan(
            form=self.bank.form,
            seed=seed,
            bank=self.bank.version,
            minutes=self.minutes,
            questions={slug: self._versions[slug] for slug in draw(self.bank, seed)},
        )
        moment = max([self._now(), *(latest.latest + _TICK for latest in self.attempts())])
        event = self._event(event_id, "start", event_id, moment, answer=msgspec.to_builtins(plan))
        return self._store.append([event])

    def choose(self, attempt: Attempt, event_id: str, question: str, answer: Any) -> frozenset[str]:
        """Keep an answer to a question of an attempt.

        Raises
        ------
        ValueError
            If no JSON can hold the answer.
        """
        event = self._event(
            event_id,
            "choice",
            attempt.id,
            self._moment(attempt),
            question=question,
            answer=answer,
        )
        return self._store.append([event])

    def hand_in(self, attempt: Attempt, event_id: str) -> frozenset[str]:
        """End an attempt; what was answered until now counts."""
        is_over = attempt.is_over(self._moment(attempt) + timedelta(seconds=2))
        return self._hand_in(attempt, event_id, "time" if is_over else "learner")

    def _hand_in(self, attempt: Attempt, event_id: str, reason: Reason) -> frozenset[str]:
        if attempt.plan is None or attempt.handed_in is not None:
            return frozenset({event_id})
        marks = mark(self.bank, attempt.plan.questions, attempt.answers)
        moment = self._moment(attempt)
        end = self._event(
            event_id,
            "hand-in",
            attempt.id,
            moment,
            answer=msgspec.to_builtins(_claim(marks, reason)),
        )
        return self._store.append([*self._checks(attempt, marks, event_id, moment), end])

    def _checks(
        self, attempt: Attempt, marks: Marks, event_id: str, moment: datetime
    ) -> Iterable[Event]:
        """Yield the grade of each answer, for the statistics of questions."""
        for place, (question, answer) in enumerate(attempt.answers.items()):
            yield self._event(
                f"{event_id[:58]}.{place}",
                "check",
                attempt.id,
                moment,
                question=question,
                answer=answer,
                score=marks.scores[question],
            )

    def _moment(self, attempt: Attempt) -> datetime:
        """Return the time for what is done next: that of the clock, unless it was put back."""
        return max(self._now(), attempt.latest + _TICK)

    def _event(
        self,
        event_id: str,
        kind: Kind,
        attempt_id: str,
        at: datetime,
        *,
        question: str = "",
        answer: Any = None,
        score: float | None = None,
    ) -> Event:
        place = place_of(self.bank.form)
        version = self._versions[question] if question else self.bank.version
        fields = {
            "id": event_id,
            "at": at,
            "kind": kind,
            "question": question or place,
            "version": version,
            "answer": answer,
            "score": score,
            "lesson": LESSON,
            "quiz": f"{place}/{attempt_id}",
            "language": self._language,
        }
        return msgspec.convert(fields, Event)


def _claim(marks: Marks, reason: Reason) -> Claim:
    points = round(marks.total.points, 6)
    return Claim(reason=reason, points=points, most=marks.total.most, is_passed=marks.is_passed)


def _made_id(attempt: Attempt) -> str:
    """Return the id of a hand-in that nobody pressed: the same wherever the attempt is opened."""
    return f"{attempt.id[:54]}.time"
