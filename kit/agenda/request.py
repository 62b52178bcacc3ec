"""What a trainer asks for, checked: a length, objectives, a group, its equipment, a start."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import cast, get_args

from msgspec import Struct

from kit.content.agendas import Equipment
from kit.content.library import Library

FEWEST, MOST = 2, 30
EQUIPMENT: tuple[str, ...] = get_args(Equipment)
_HOUR = 60
_DAY = 24 * _HOUR
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class AgendaRequest(Struct, frozen=True, kw_only=True):
    """Hold what is asked for; `start` is in minutes after midnight, on each day."""

    length: str
    objectives: tuple[str, ...]
    people: int
    equipment: Equipment
    start: int


class RequestError(ValueError):
    """Raised when nothing can be planned for what is asked.

    `key` and `values` name the words of the section `agenda` that say why.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(f"{key}: {values}")
        self.key, self.values = key, values


def list_objectives(library: Library) -> tuple[str, ...]:
    """Return the objectives that an agenda can serve, in the order of the course."""
    lessons = library.lessons
    return tuple(slug for name in library.agendas for slug in lessons[name].objectives)


def read_request(
    library: Library,
    *,
    length: str,
    people: int,
    equipment: str,
    start: str,
    objectives: Iterable[str] | None = None,
) -> AgendaRequest:
    """Return a request in which everything fits; None of `objectives` stands for all.

    Objectives come into the order of the course, each once. A group is of 2 to 30 people.

    Raises
    ------
    RequestError
        If something is unknown, out of bounds, or missing.
    """
    frame, known = library.agenda_frame, list_objectives(library)
    asked = known if objectives is None else tuple(objectives)
    for name in asked:
        _expect(name, known, "unknown-objective")
    if not asked:
        raise RequestError("no-objective")
    _expect(length, frame.lengths, "unknown-length")
    _expect(equipment, EQUIPMENT, "unknown-equipment")
    if not FEWEST <= people <= MOST:
        raise RequestError("bad-people", people=people, fewest=FEWEST, most=MOST)
    return AgendaRequest(
        length=length,
        objectives=tuple(name for name in known if name in asked),
        people=people,
        equipment=cast("Equipment", equipment),
        start=_read_start(start, max(day.minutes for day in frame.lengths[length].days)),
    )


def _expect(name: str, known: Collection[str], key: str) -> None:
    if name not in known:
        close = get_close_matches(name, known, n=3, cutoff=0.4) or known
        raise RequestError(key, name=name, close=", ".join(close))


def _read_start(text: str, minutes: int) -> int:
    """Read a time of day at which a day of so many minutes can begin."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise RequestError("bad-start", start=text)
    start = _HOUR * int(found[1]) + int(found[2])
    if start + minutes > _DAY:
        raise RequestError("late-start", start=text, latest=show_clock(_DAY - minutes))
    return start


def show_clock(minutes: int) -> str:
    """Write minutes after midnight as a time of day: 540 is 09:00."""
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"
