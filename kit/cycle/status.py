"""How a certificate stands on any day; only events and deadlines change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

import msgspec

from kit.cycle.certificate import Certificate
from kit.cycle.events import (
    Decision,
    Event,
    Lifted,
    RecertificationDecision,
    Suspension,
    Withdrawal,
)

_DAY = timedelta(days=1)


class State(StrEnum):
    """Name how a certificate can stand."""

    IN_CERTIFICATION = "in-certification"
    VALID = "valid"
    SUSPENDED = "suspended"
    RESTORABLE = "restorable"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a run of days in one state, both ends included, and why it is so.

    `because` is the event or the deadline that began it; `rule` is the id of the rule behind it.
    """

    first: date
    last: date
    state: State
    because: str
    rule: str


class _Change(msgspec.Struct, frozen=True):
    day: date
    state: State
    because: str
    rule: str


_BY_EVENT: dict[type[Event], tuple[State, str, str]] = {
    Decision: (State.VALID, "decision", "begins"),
    Suspension: (State.SUSPENDED, "suspension", "suspension"),
    Lifted: (State.VALID, "lifted", "suspension"),
    Withdrawal: (State.WITHDRAWN, "withdrawal", "suspension-limit"),
}


def stretches(certificate: Certificate) -> tuple[Stretch, ...]:
    """Return the whole of time as stretches that follow each other without gap or overlap."""
    changes = [
        _Change(date.min, State.IN_CERTIFICATION, "no-decision", "begins"),
        *_until_withdrawn(certificate),
    ]
    ends = [later.day - _DAY for _, later in pairwise(changes)] + [date.max]
    return tuple(
        Stretch(first=one.day, last=last, state=one.state, because=one.because, rule=one.rule)
        for one, last in zip(changes, ends, strict=True)
        if one.day <= last
    )


def status_on(certificate: Certificate, day: date) -> Stretch:
    """Return the stretch in which a day lies."""
    return next(one for one in stretches(certificate) if one.first <= day <= one.last)


def _until_withdrawn(certificate: Certificate) -> Iterator[_Change]:
    # A deadline falls at the start of its day, so that an event of that day has the last word.
    changes = sorted(
        [*_deadlines(certificate), *_events(certificate)], key=lambda change: change.day
    )
    for change in changes:
        yield change
        if change.state is State.WITHDRAWN:
            return


def _events(certificate: Certificate) -> Iterator[_Change]:
    for event in certificate.events:
        if type(event) in _BY_EVENT:
            yield _Change(event.day, *_BY_EVENT[type(event)])
        elif isinstance(event, RecertificationDecision) and _is_restored(certificate):
            yield _Change(event.day, State.VALID, "restored", "restoration")


def _deadlines(certificate: Certificate) -> Iterator[_Change]:
    """Yield what happens by itself when a term ends that nothing followed in time."""
    for place, term in enumerate(certificate.terms):
        following = certificate.terms[place + 1 : place + 2]
        if following and following[0].rule == "renewal":
            continue
        until = certificate.limit("restoration", term.last)
        if until is None:
            yield _Change(term.last + _DAY, State.EXPIRED, "expiry", "term")
            continue
        yield _Change(term.last + _DAY, State.RESTORABLE, "expiry", "restoration")
        if not following:
            yield _Change(until + _DAY, State.EXPIRED, "not-restored", "restoration")


def _is_restored(certificate: Certificate) -> bool:
    return certificate.terms[-1].rule == "restoration"
