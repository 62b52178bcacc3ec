"""The review of one day: what is due, a few new questions, and lessons mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from hashlib import sha256

from msgspec import Struct

from kit.learner.schedule import Memory, chance_to_remember

# About ten minutes on a full day; who was away for long catches up over several days.
MAX_DUE = 20
MAX_NEW = 5
Place = tuple[str, str]


class Session(Struct, frozen=True, kw_only=True):
    """List the questions of one day's review.

    Parameters
    ----------
    questions
        In the order in which they are asked.
    due, new
        How many of them come back, and how many are met for the first time.
    put_off
        How many more are due but left for another day.
    next_due
        The first day after this one on which a question is due, if any is.
    """

    day: date
    questions: tuple[str, ...]
    due: int
    new: int
    put_off: int
    next_due: date | None


def plan_session(
    places: Mapping[str, Place],
    memories: Mapping[str, Memory],
    begun: Collection[str],
    day: date,
) -> Session:
    """Return the review of a day: the same for the same arguments.

    Parameters
    ----------
    places
        Lesson and objective of each question that may be asked.
    memories
        Of the questions that were tried.
    begun
        The lessons from which new questions may come.
    """
    due = [name for name, memory in memories.items() if memory.due <= day]
    # The most at risk come first, so that what is put off is what keeps best.
    due.sort(key=lambda name: (chance_to_remember(memories[name], day), _lot(name, day)))
    chosen, put_off = due[:MAX_DUE], max(0, len(due) - MAX_DUE)
    # Who is behind is not given more.
    new = [] if put_off else _choose_new(places, memories, begun, day)
    coming = [memory.due for memory in memories.values() if memory.due > day]
    return Session(
        day=day,
        questions=tuple(interleave([*chosen, *new], places, day)),
        due=len(chosen),
        new=len(new),
        put_off=put_off,
        next_due=min(coming, default=None),
    )


def _choose_new(
    places: Mapping[str, Place],
    memories: Mapping[str, Memory],
    begun: Collection[str],
    day: date,
) -> list[str]:
    unseen = [
        name for name, (lesson, _) in places.items() if name not in memories and lesson in begun
    ]
    return interleave(unseen, places, day, MAX_NEW)


def interleave(
    names: Iterable[str],
    places: Mapping[str, Place],
    day: date,
    at_most: int = MAX_DUE + MAX_NEW,
) -> list[str]:
    """Return questions so that lesson and objective change from one to the next where they can.

    What is left undecided is decided by lot, with the day as its seed.
    """
    left = sorted(names, key=lambda name: _lot(name, day))
    order: list[str] = []
    while left and len(order) < at_most:
        last = places[order[-1]] if order else ("", "")
        to_come: Counter[tuple[str, ...]] = Counter(
            place for name in left for place in (places[name], places[name][:1])
        )
        best = max(left, key=lambda name: _gain(places[name], last, to_come))
        left.remove(best)
        order.append(best)
    return order


def _gain(
    place: Place, last: Place, to_come: Counter[tuple[str, ...]]
) -> tuple[bool, bool, int, int]:
    """Return how well a place follows the last: another one, and the one with most to come."""
    return place[:1] != last[:1], place != last, to_come[place[:1]], to_come[place]


def _lot(name: str, day: date) -> bytes:
    return sha256(f"{day.isoformat()}/{name}".encode()).digest()
