"""Review as it stands today: the session of the day, and how memory of each lesson stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from statistics import fmean

from msgspec import Struct

from kit.content.library import Library
from kit.content.questions import Question
from kit.learner.catalogue import Entry, begun_lessons, catalogue
from kit.learner.daily import Session, plan_session
from kit.learner.events import Event
from kit.learner.schedule import Memory, chance_to_remember, schedule

WEEKS = 8
_WEEK_DAYS = 7


class LessonMemory(Struct, frozen=True):
    """Tell how one lesson is remembered: the chance for each question tried, and what is due."""

    chances: tuple[float, ...]
    due: int

    @property
    def mean(self) -> float:
        """The share of its questions that would be solved."""
        return fmean(self.chances)


class Outlook(Struct, frozen=True, kw_only=True):
    """Tell what comes back when, and how memory of each lesson stands.

    Parameters
    ----------
    weeks
        How many questions come back in each of the weeks from this day on; what is overdue counts
        for the first.
    later
        How many come back after those weeks.
    lessons
        By lesson id, in the order of the course; those of which nothing was tried are missing.
    """

    day: date
    weeks: tuple[int, ...]
    later: int
    lessons: dict[str, LessonMemory]

    @property
    def total(self) -> int:
        """How many questions come back at all."""
        return sum(self.weeks) + self.later

    @property
    def mean(self) -> float:
        """The share of all these questions that would be solved."""
        return fmean(one for lesson in self.lessons.values() for one in lesson.chances)


class Review(Struct, frozen=True, kw_only=True):
    """Hold the session of a day with its questions, and the outlook."""

    session: Session
    questions: tuple[Question, ...]
    outlook: Outlook


def look_back(library: Library, events: Sequence[Event], now: datetime, lesson: str) -> Review:
    """Return review as it stands; `now` is in the time zone of the learner.

    The session of a day does not change while it is gone through: what was done in it so far is
    left out of its making. It stands in the log under `lesson` and the day, as a quiz of that
    name. The outlook counts everything.
    """
    entries, day = catalogue(library), now.date()
    versions = {name: entry.version for name, entry in entries.items()}
    here = (lesson, day.isoformat())
    earlier = [event for event in events if (event.lesson, event.quiz) != here]
    memories = schedule(earlier, versions, now)
    session = plan_session(
        {name: entry.place for name, entry in entries.items()},
        memories,
        begun_lessons(earlier, library.lessons, entries),
        day,
    )
    touched = {event.question for event in events if (event.lesson, event.quiz) == here}
    fresh = schedule([event for event in events if event.question in touched], versions, now)
    return Review(
        session=session,
        questions=tuple(entries[name].question for name in session.questions),
        outlook=look_ahead(memories | fresh, entries, day),
    )


def look_ahead(memories: Mapping[str, Memory], entries: Mapping[str, Entry], day: date) -> Outlook:
    """Return what comes back when, and how well each lesson is remembered on a day."""
    weeks = Counter(max(0, (one.due - day).days) // _WEEK_DAYS for one in memories.values())
    by_lesson: dict[str, list[Memory]] = {}
    for name, entry in entries.items():
        if name in memories:
            by_lesson.setdefault(entry.lesson, []).append(memories[name])
    return Outlook(
        day=day,
        weeks=tuple(weeks[week] for week in range(WEEKS)),
        later=sum(count for week, count in weeks.items() if week >= WEEKS),
        lessons={lesson: _remember(found, day) for lesson, found in by_lesson.items()},
    )


def _remember(memories: Sequence[Memory], day: date) -> LessonMemory:
    chances = tuple(chance_to_remember(one, day) for one in memories)
    return LessonMemory(chances, sum(one.due <= day for one in memories))
