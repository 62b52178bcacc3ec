"""The activities among which a plan chooses, each with the minutes that this group needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from kit.content.agendas import AgendaBlock, Equipment, GroupMinutes, LessonAgenda, Span

GRID = 5
_SIZES = (6, 15, 30)


class Activity(Struct, frozen=True, kw_only=True):
    """Hold one activity of a lesson; `low`, `usual` and `high` are minutes for the group."""

    id: str
    lesson: str
    block: AgendaBlock
    low: int
    usual: int
    high: int

    @property
    def serves(self) -> frozenset[str]:
        """The objectives that it teaches or practises."""
        return frozenset((*self.block.core, *self.block.also))


def list_activities(
    agendas: Mapping[str, LessonAgenda], people: int, equipment: Equipment
) -> tuple[Activity, ...]:
    """Return every activity in the order of the course."""
    return tuple(
        _suit(slug, lesson, block, people, equipment)
        for lesson, agenda in agendas.items()
        for slug, block in agenda.blocks.items()
    )


def _suit(
    slug: str, lesson: str, block: AgendaBlock, people: int, equipment: Equipment
) -> Activity:
    more = block.more.get(equipment, 0)
    low, usual, high = (minutes + more for minutes in span_for(block.minutes, people))
    return Activity(id=slug, lesson=lesson, block=block, low=low, usual=usual, high=high)


def span_for(minutes: GroupMinutes, people: int) -> Span:
    """Return the minutes for a group, between the sizes in proportion, in steps of five."""
    columns = (minutes.six, minutes.fifteen, minutes.thirty)
    group = min(max(people, _SIZES[0]), _SIZES[-1])
    for (small, under), (large, over) in pairwise(zip(_SIZES, columns, strict=True)):
        if group <= large:
            low, usual, high = (
                _between(one, other, group - small, large - small)
                for one, other in zip(under, over, strict=True)
            )
            return low, usual, high
    raise AssertionError("unreachable: the group is within the sizes")


def _between(one: int, other: int, part: int, whole: int) -> int:
    """Go a part of the way from one number of minutes to another; halves of a step go up."""
    return (2 * (one * whole + (other - one) * part) + GRID * whole) // (2 * GRID * whole) * GRID


def find_needed(
    activities: Sequence[Activity], objectives: Collection[str]
) -> tuple[Activity, ...]:
    """Return what cannot be left out if these objectives are to be covered."""
    needed: set[str] = set()
    # What an activity needs stands before it.
    for one in reversed(activities):
        if one.id in needed or not set(one.block.core).isdisjoint(objectives):
            needed |= {one.id, *one.block.needs}
    return tuple(one for one in activities if one.id in needed)


def sum_low(activities: Iterable[Activity]) -> int:
    """Return the fewest minutes that activities take together."""
    return sum(one.low for one in activities)
