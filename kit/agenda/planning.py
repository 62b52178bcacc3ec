"""Planning: from a request and the library to a plan that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from kit.agenda.activities import Activity, find_needed, list_activities, sum_low
from kit.agenda.filling import Placed, fill
from kit.agenda.leaving import choose_lost, fits
from kit.agenda.plan import Item, ItemKind, Plan, PlanDay, Shortfall
from kit.agenda.request import AgendaRequest
from kit.content.agendas import AgendaFrame, AgendaLength
from kit.content.library import Library

# A plan with a larger share of reserve is told that a shorter workshop would do.
_IDLE_SHARE = 4


def plan(request: AgendaRequest, library: Library) -> Plan:
    """Return the plan for a request; where not everything fits, for what does, and say so.

    The same request always has the same plan. Breaks stand where the length has them, so that
    coffee and lunch come at a known time; activities fit between them.
    """
    return _Planner(request, library).plan()


class _Planner:
    def __init__(self, request: AgendaRequest, library: Library) -> None:
        self._request = request
        self._frame: AgendaFrame = library.agenda_frame
        self._length: AgendaLength = self._frame.lengths[request.length]
        agendas = library.agendas
        self._activities = list_activities(agendas, request.people, request.equipment)
        known = {slug: each for one in agendas.values() for slug, each in one.worth.items()}
        self._worth = {slug: known[slug] for slug in request.objectives}

    def plan(self) -> Plan:
        rooms = list_rooms(self._length)
        wanted = self._needed(self._request.objectives)
        is_whole = fits(wanted, rooms)
        lost = frozenset() if is_whole else choose_lost(wanted, self._worth, rooms)
        covered = tuple(slug for slug in self._request.objectives if slug not in lost)
        needed = self._needed(covered)
        placed = fill(self._activities, {one.id for one in needed}, covered, rooms)
        made = Plan(
            request=self._request,
            days=tuple(self._lay_out(placed)),
            covered=covered,
            shortfall=self._tell(wanted, needed, lost) if lost else None,
        )
        return replace(made, shorter=self._find_shorter(made))

    def _needed(self, objectives: Sequence[str]) -> tuple[Activity, ...]:
        return find_needed(self._activities, objectives)

    def _tell(
        self,
        wanted: Iterable[Activity],
        needed: Iterable[Activity],
        lost: frozenset[str],
    ) -> Shortfall:
        names = list(self._frame.lengths)
        longer = names[names.index(self._request.length) + 1 :]
        return Shortfall(
            objectives=tuple(slug for slug in self._request.objectives if slug in lost),
            short=max(0, sum_low(wanted) - sum(list_rooms(self._length))),
            gained=sum_low(wanted) - sum_low(needed),
            longer=next((name for name in longer if self._has_room(name)), ""),
        )

    def _has_room(self, length: str) -> bool:
        wanted = self._needed(self._request.objectives)
        return fits(wanted, list_rooms(self._frame.lengths[length]))

    def _find_shorter(self, made: Plan) -> str:
        items = [item for day in made.days for item in day.items]
        idle = sum(item.minutes for item in items if item.kind == "reserve")
        if idle * _IDLE_SHARE <= sum(list_rooms(self._length)):
            return ""
        names = list(self._frame.lengths)
        shorter = names[: names.index(self._request.length)]
        return next((name for name in shorter if self._has_room(name)), "")

    def _lay_out(self, placed: Sequence[Placed]) -> Iterator[PlanDay]:
        """Yield the days: activities between what opens, interrupts and closes them."""
        stretch, last = 0, len(self._length.days) - 1
        for number, day in enumerate(self._length.days):
            parts: list[tuple[ItemKind, int, Activity | None]] = []
            opening = self._length.recap if number else self._length.welcome
            parts.append(("recap" if number else "welcome", opening, None))
            for place, work in enumerate(day.work):
                inside = [one for one in placed if one.stretch == stretch]
                parts += [("activity", one.minutes, one.activity) for one in inside]
                opened = 0 if place else opening
                is_end = number == last and place == len(day.work) - 1
                closing = self._length.closing if is_end else 0
                rest = work - opened - closing - sum(one.minutes for one in inside)
                parts.append(("reserve", rest, None))
                if place < len(day.pauses):
                    parts.append((self._name_pause(day.pauses[place]), day.pauses[place], None))
                stretch += 1
            parts.append(("closing", self._length.closing if number == last else 0, None))
            yield PlanDay(tuple(self._time(parts)))

    def _name_pause(self, minutes: int) -> ItemKind:
        return "lunch" if minutes >= self._frame.rules.lunch[0] else "pause"

    def _time(self, parts: Iterable[tuple[ItemKind, int, Activity | None]]) -> Iterator[Item]:
        """Put parts one after the other; what takes no time is left out."""
        start = self._request.start
        for kind, minutes, activity in parts:
            if minutes:
                yield Item(kind=kind, start=start, minutes=minutes, activity=activity)
            start += minutes


def list_rooms(length: AgendaLength) -> tuple[int, ...]:
    """Return the minutes for activities in each stretch of work, over all days."""
    rooms = []
    for number, day in enumerate(length.days):
        work = list(day.work)
        work[0] -= length.recap if number else length.welcome
        work[-1] -= length.reserve
        rooms += work
    rooms[-1] -= length.closing
    return tuple(rooms)
