"""Filling the stretches of work: what must be done, what is worth adding, and for how long."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from kit.agenda.activities import GRID, Activity
from kit.agenda.leaving import Rooms, Spot

# Five minutes cut from an activity's usual time cost as much as a further one of worth 2 gains:
# what must be done gets its time before more is put in.
CUT = 2


class Placed(Struct, frozen=True):
    """Put an activity into a stretch of work for so many minutes."""

    activity: Activity
    stretch: int
    minutes: int


class _Past(Struct, frozen=True):
    """Tell of what came before what matters for what comes."""

    spot: Spot
    done: frozenset[str]


class _Way(Struct, frozen=True):
    """Hold the best way to a past: its value, the minutes in use, the last step and the rest."""

    value: int = 0
    filled: int = 0
    last: Placed | None = None
    before: _Way | None = None

    @property
    def rank(self) -> tuple[int, int]:
        """What the better of two ways has more of."""
        return self.value, self.filled


def fill(
    activities: Sequence[Activity],
    needed: Collection[str],
    objectives: Collection[str],
    rooms: Rooms,
) -> tuple[Placed, ...]:
    """Return where each activity stands, and for how long, in the order of the course.

    Those in `needed` are all there; further ones that serve the objectives come in where they are
    worth more than the minutes that others lose. Minutes left over lengthen activities. This is a
    knapsack with an order, solved exactly: of all ways to one spot with the same activities that
    later ones need, the best is kept.

    Raises
    ------
    ValueError
        If what is needed does not fit.
    """
    offered = [
        one for one in activities if one.id in needed or not one.serves.isdisjoint(objectives)
    ]
    ways: dict[_Past, _Way] = {_Past((0, 0), frozenset()): _Way()}
    for number, one in enumerate(offered):
        later = frozenset(slug for each in offered[number + 1 :] for slug in each.block.needs)
        following: dict[_Past, _Way] = {}
        for past, way in ways.items():
            for after, longer in _go_on(one, past, way, rooms, is_needed=one.id in needed):
                state = _Past(after.spot, after.done & later)
                known = following.get(state)
                if known is None or longer.rank > known.rank:
                    following[state] = longer
        ways = following
    if not ways:
        raise ValueError(f"needed: got {len(needed)} activities, expected as many as fit.")
    return tuple(_unroll(max(ways.values(), key=lambda way: way.rank)))


def _go_on(
    one: Activity, past: _Past, way: _Way, rooms: Rooms, *, is_needed: bool
) -> Iterator[tuple[_Past, _Way]]:
    """Yield what comes of leaving an activity out, and of each length and place it can have."""
    if not is_needed:
        yield past, way
    if not past.done.issuperset(one.block.needs):
        return
    at, taken = past.spot
    done = past.done | {one.id}
    for stretch, begin in ((at, taken), (at + 1, 0)):
        room = rooms[stretch] - begin if stretch < len(rooms) else 0
        for minutes in range(one.low, min(one.high, room) + 1, GRID):
            gain = 0 if is_needed else one.block.worth
            cut = CUT * max(0, one.usual - minutes) // GRID
            placed = Placed(one, stretch, minutes)
            longer = _Way(way.value + gain - cut, way.filled + minutes, placed, way)
            yield _Past((stretch, begin + minutes), done), longer


def _unroll(way: _Way | None) -> list[Placed]:
    placed = []
    while way:
        if way.last:
            placed.append(way.last)
        way = way.before
    return placed[::-1]
