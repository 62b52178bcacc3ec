"""The days of a certificate that belong in a calendar, with what to say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from kit.cycle.calendar import Entry
from kit.cycle.certificate import Certificate
from kit.cycle.programme import DueKind, programme
from kit.explorers.cycle_telling import CycleTelling

# How many days before the last one a reminder comes: an audit has to be agreed on and prepared.
_REMIND_DAYS: Mapping[DueKind, int] = MappingProxyType(
    {"verification": 30, "surveillance": 60, "recertification": 120, "restoration": 60}
)


def list_entries(
    certificate: Certificate, asked_on: date, telling: CycleTelling
) -> Iterator[Entry]:
    """Yield an entry for what is still to be done on a day, and for the ends of each term."""
    home = certificate.terms[0].first.isoformat()
    for due in programme(certificate):
        is_asked = due.since <= asked_on or due.kind != "restoration"
        if due.standing(asked_on) in {"open", "missed"} and is_asked:
            asks, cite = telling.say_rule(due, certificate)
            yield Entry(
                key=f"{home}.{due.kind}-{due.number}",
                day=due.latest,
                summary=telling["calendar-due"].format(what=telling.name_due(due)),
                description=telling["calendar-why"].format(asks=asks, cite=cite),
                remind_days=_REMIND_DAYS.get(due.kind, 0),
            )
    for number, term in enumerate(certificate.terms, start=1):
        note = telling["note-rules"].format(standard=telling.standard(certificate))
        first, last = telling["calendar-first"], telling["calendar-last"]
        ends = (("first", term.first, first), ("last", term.last, last))
        for end, day, summary in ends:
            key = f"{home}.term-{number}-{end}"
            yield Entry(key=key, day=day, summary=summary, description=note)
