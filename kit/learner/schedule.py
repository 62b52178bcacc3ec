"""When each question should come back: the learner's log replayed through FSRS.

The schedule is a function of the log and of `now`, so that replaying a log gives it again:

- Days are counted by the calendar of `now`, as learners count them: what was answered in the
  evening may come back the next morning.
- The first try of a day counts; what follows on that day has just been explained.
- What was done to another version of a question says nothing of the present one.
- What is dated after `now`, because a clock was once ahead, waits until that time has come; the
  question is asked again rather than kept away for years.

References
----------
https://github.com/open-spaced-repetition/py-fsrs (FSRS-6, default parameters)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from fsrs import Card, Scheduler, State
from msgspec import Struct

from kit.learner.events import Event
from kit.learner.ratings import rate_tries

if TYPE_CHECKING:
    from fsrs import Rating

# The share to be remembered on the day on which a question comes back.
AIM = 0.9
# Half a year: the course is short, and what it teaches is needed at the next audit.
MAX_GAP_DAYS = 183
FSRS = Scheduler(
    desired_retention=AIM,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=MAX_GAP_DAYS,
    enable_fuzzing=False,
)


class Memory(Struct, frozen=True, kw_only=True):
    """Tell how well one question is remembered, and when it comes back.

    Parameters
    ----------
    last, due
        The day of the latest try, and that of the next.
    stability
        Days until the chance to remember has fallen to 9 in 10.
    difficulty
        From 1 to 10.
    """

    last: date
    due: date
    stability: float
    difficulty: float


def schedule(
    events: Iterable[Event], versions: Mapping[str, str], now: datetime
) -> dict[str, Memory]:
    """Return the memory of each question of `versions` that was tried.

    Parameters
    ----------
    events
        In any order; an event met again changes nothing.
    versions
        The present content version of each question.
    now
        With a time zone, that of the learner.
    """
    logs: dict[str, dict[str, Event]] = {}
    for event in events:
        if versions.get(event.question) == event.version and event.at <= now:
            logs.setdefault(event.question, {})[event.id] = event
    found = {name: _replay(_first_of_days(log.values(), now)) for name, log in logs.items()}
    return {name: memory for name, memory in found.items() if memory}


def _first_of_days(events: Iterable[Event], now: datetime) -> dict[date, Rating]:
    ratings: dict[date, Rating] = {}
    for at, rating in rate_tries(sorted(events, key=lambda event: (event.at, event.id))):
        ratings.setdefault(at.astimezone(now.tzinfo).date(), rating)
    return ratings


def _replay(ratings: Mapping[date, Rating]) -> Memory | None:
    card = None
    for day, rating in ratings.items():
        # A card that is given all it needs reads no clock.
        card = card or Card(card_id=1, state=State.Learning, step=0, due=_midnight(day))
        card, _ = FSRS.review_card(card, rating, _midnight(day))
    if card is None or card.last_review is None or card.stability is None:
        return None
    return Memory(
        last=card.last_review.date(),
        due=card.due.date(),
        stability=card.stability,
        difficulty=card.difficulty or 0.0,
    )


def chance_to_remember(memory: Memory, day: date) -> float:
    """Return the chance, from 0 to 1, that a question would be solved on a day."""
    card = Card(
        card_id=1,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_midnight(memory.due),
        last_review=_midnight(memory.last),
    )
    return FSRS.get_card_retrievability(card, _midnight(day))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
