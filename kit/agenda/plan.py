"""What a plan is: days of items, one after the other, and what had no room in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from kit.agenda.activities import Activity
from kit.agenda.request import AgendaRequest

ItemKind = Literal["welcome", "recap", "activity", "pause", "lunch", "reserve", "closing"]
PAUSES = frozenset({"pause", "lunch"})


class Item(Struct, frozen=True, kw_only=True):
    """Hold one line of a plan; `start` is in minutes after midnight."""

    kind: ItemKind
    start: int
    minutes: int
    activity: Activity | None = None

    @property
    def end(self) -> int:
        """When the next one begins."""
        return self.start + self.minutes


class PlanDay(Struct, frozen=True):
    """Hold one day of a plan, without gap from the first minute to the last."""

    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        """When the day begins."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """When the day ends."""
        return self.items[-1].end


class Shortfall(Struct, frozen=True, kw_only=True):
    """Tell what had to be left out, and what would help.

    `short` is how many minutes are missing for everything at its shortest, 0 where only breaks are
    in the way; `gained` is what leaving out saves; `longer` is the next length with room for all,
    or "" if there is none.
    """

    objectives: tuple[str, ...]
    short: int
    gained: int
    longer: str


class Plan(Struct, frozen=True, kw_only=True):
    """Hold a plan that fits, the objectives that it covers, and what it had to leave out.

    `shorter` is a shorter length that has room for everything, where this one is mostly idle.
    """

    request: AgendaRequest
    days: tuple[PlanDay, ...]
    covered: tuple[str, ...]
    shortfall: Shortfall | None = None
    shorter: str = ""

    @property
    def activities(self) -> Iterator[Activity]:
        """Every activity in order."""
        for day in self.days:
            for item in day.items:
                if item.activity:
                    yield item.activity
