"""What to leave out when not everything fits: the choice that loses least, found exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kit.agenda.activities import Activity

Rooms = Sequence[int]
# A stretch of work, and the minutes of it that are taken.
Spot = tuple[int, int]


def place(spot: Spot, minutes: int, rooms: Rooms) -> Spot | None:
    """Return where one stands after an activity that begins as early as it can, if it fits.

    An activity is never cut by a pause. Whoever begins no later also ends no later, so nothing is
    lost by beginning early.
    """
    at, taken = spot
    while at < len(rooms):
        if taken + minutes <= rooms[at]:
            return at, taken + minutes
        at, taken = at + 1, 0
    return None


def fits(needed: Iterable[Activity], rooms: Rooms) -> bool:
    """Return whether activities find room, each at its shortest."""
    spot: Spot = (0, 0)
    for one in needed:
        after = place(spot, one.low, rooms)
        if after is None:
            return False
        spot = after
    return True


class _Past(Struct, frozen=True):
    """Tell of what came before what matters for what comes: where it ended, and what is open."""

    spot: Spot
    lost: frozenset[str]
    done: frozenset[str]


# What is lost: its worth, how many, and which, as bits with the first objective the highest.
_Loss = tuple[int, int, int]


def choose_lost(
    activities: Sequence[Activity], worth: dict[str, int], rooms: Rooms
) -> frozenset[str]:
    """Return the objectives to leave out so that the others fit, each activity at its shortest.

    The least worth is lost; with equal worth the fewest objectives, then the later ones. Going
    through the activities in order, all that matters of the past is where it ended, which
    objectives with activities to come are lost already, and which done activities are still
    needed. Of all pasts that agree in this, the one that lost least is kept; so the answer is
    exact, though only a few hundred pasts are ever compared.

    Parameters
    ----------
    worth
        That of each objective asked for, in the order of the course.
    """
    search = _Search(activities, worth)
    pasts: dict[_Past, _Loss] = {_Past((0, 0), frozenset(), frozenset()): (0, 0, 0)}
    for number in range(len(activities)):
        following: dict[_Past, _Loss] = {}
        for past, loss in pasts.items():
            for after, cost in search.go_on(number, past, loss, rooms):
                following[after] = min(cost, following.get(after, cost))
        pasts = following
    bits = min(pasts.values())[2]
    return frozenset(slug for slug, bit in search.bits.items() if bits & bit)


class _Search:
    """Know for each activity what is still open after it."""

    def __init__(self, activities: Sequence[Activity], worth: dict[str, int]) -> None:
        self._activities, self._worth = activities, worth
        self.bits = {slug: 1 << place for place, slug in enumerate(reversed(worth))}
        self._open: list[frozenset[str]] = []
        self._needed: list[frozenset[str]] = []
        is_open: frozenset[str] = frozenset()
        needed: frozenset[str] = frozenset()
        for one in reversed(activities):
            self._open.insert(0, is_open)
            self._needed.insert(0, needed)
            is_open |= worth.keys() & set(one.block.core)
            needed |= set(one.block.needs)

    def go_on(
        self, number: int, past: _Past, loss: _Loss, rooms: Rooms
    ) -> list[tuple[_Past, _Loss]]:
        """Return what comes of doing an activity, and of leaving it out."""
        one = self._activities[number]
        core = frozenset(self._worth.keys() & set(one.block.core))
        left = self._past(number, past.spot, past.lost | core, past.done)
        ways = [(left, self._lose(core - past.lost, loss))]
        spot = place(past.spot, one.low, rooms)
        if spot and past.done.issuperset(one.block.needs):
            ways.append((self._past(number, spot, past.lost, past.done | {one.id}), loss))
        return ways

    def _past(self, number: int, spot: Spot, lost: frozenset[str], done: frozenset[str]) -> _Past:
        return _Past(spot, lost & self._open[number], done & self._needed[number])

    def _lose(self, objectives: frozenset[str], loss: _Loss) -> _Loss:
        worth, count, bits = loss
        return (
            worth + sum(self._worth[slug] for slug in objectives),
            count + len(objectives),
            bits | sum(self.bits[slug] for slug in objectives),
        )
