"""The bands and marks of a certificate's timeline, from what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kit.cycle.certificate import Certificate
from kit.cycle.events import RecertificationAudit, Stage2Ended, Surveillance, Withdrawal
from kit.cycle.programme import Due, programme
from kit.cycle.status import State, status_on, stretches
from kit.cycle.term import add_months
from kit.explorers.cycle_telling import CycleTelling, due_on
from kit.figures.cycle import Band, Mark, MarkLook, draw_cycle

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MARGIN_MONTHS = 3


def draw_timeline(
    certificate: Certificate, asked_on: date, telling: CycleTelling, note: str
) -> Figure:
    """Draw a certificate as it stands on a day."""
    marks = sorted(list_marks(certificate, asked_on, telling), key=lambda mark: mark.day)
    bands = list(list_bands(certificate, [mark.day for mark in marks], telling))
    return draw_cycle(telling.say_status(certificate, asked_on), note, bands, marks)


def list_bands(certificate: Certificate, days: list[date], telling: CycleTelling) -> Iterator[Band]:
    """Yield a band for each state of the certificate around the days that are shown."""
    first = add_months(min(days), -_MARGIN_MONTHS)
    last = add_months(max(days), _MARGIN_MONTHS)
    for one in stretches(certificate):
        if one.first <= last and one.last >= first:
            yield Band(
                first=max(first, one.first),
                last=min(last, one.last) + timedelta(days=1),
                look=one.state.value,
                said=telling.name_state(one.state),
            )


def list_marks(certificate: Certificate, asked_on: date, telling: CycleTelling) -> Iterator[Mark]:
    """Yield a mark for each event, each latest day that counts, and the day asked about."""
    late = {due.done: due for due in programme(certificate) if due.standing(date.max) == "late"}
    for event in certificate.events:
        is_late = event.day in late and isinstance(event, Surveillance)
        is_audit = isinstance(event, Stage2Ended | Surveillance | RecertificationAudit)
        look: MarkLook = "late" if is_late else "done" if is_audit else "event"
        day, what = telling.day(event.day), telling.name_event(event)
        key = "mark-late" if is_late else "mark-event"
        yield Mark(day=event.day, look=look, said=telling[key].format(day=day, what=what))
    for due in due_on(certificate, asked_on):
        yield from _mark_due(due, asked_on, telling)
    if certificate.expiry and not certificate.all(Withdrawal):
        said = telling["mark-expiry"].format(day=telling.day(certificate.expiry))
        yield Mark(day=certificate.expiry, look="event", said=said)
    state: State = status_on(certificate, asked_on).state
    said = telling["mark-asked"].format(day=telling.day(asked_on), what=telling.name_state(state))
    yield Mark(day=asked_on, look="asked", said=said)


def _mark_due(due: Due, asked_on: date, telling: CycleTelling) -> Iterator[Mark]:
    """Yield the latest day of what is open or missed; the last day of the term has its own mark."""
    standing = due.standing(asked_on)
    if standing == "done" or due.kind == "recertification":
        return
    look: MarkLook = "open" if standing == "open" else "missed"
    key = "mark-suspension" if due.kind == "suspension" else f"mark-{look}"
    said = telling[key].format(day=telling.day(due.latest), what=telling.name_due(due))
    yield Mark(day=due.latest, look=look, said=said)
