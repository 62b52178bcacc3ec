"""What can happen to a certificate, each thing on its day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from kit.content.cycle_rules import Grade


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Be the root of every event; `day` is when it took effect, of an audit its last day.

    On one day events follow each other by `rank`.
    """

    day: date
    rank: ClassVar[int]


class Stage1(Event, frozen=True, kw_only=True):
    """End stage 1 of the initial audit."""

    rank = 0


class Stage2Ended(Event, frozen=True, kw_only=True):
    """End stage 2 of the initial audit, or a further stage 2 before the decision."""

    rank = 1


class RecertificationAudit(Event, frozen=True, kw_only=True):
    """End the recertification audit."""

    rank = 2


class NonconformityRaised(Event, frozen=True, kw_only=True):
    """Write a nonconformity; `name` tells it from others."""

    rank = 3
    name: str
    grade: Grade


class NonconformityVerified(Event, frozen=True, kw_only=True):
    """Verify that a nonconformity is dealt with."""

    rank = 4
    name: str


class Decision(Event, frozen=True, kw_only=True):
    """Grant the certification."""

    rank = 5


class Surveillance(Event, frozen=True, kw_only=True):
    """End a surveillance audit, the first with `number` 1."""

    rank = 6
    number: int


class Suspension(Event, frozen=True, kw_only=True):
    """Suspend the certification."""

    rank = 7


class ScopeReduced(Event, frozen=True, kw_only=True):
    """Take what fails out of the scope; whether the rest holds, other events say."""

    rank = 8


class Lifted(Event, frozen=True, kw_only=True):
    """Lift a suspension."""

    rank = 9


class RecertificationDecision(Event, frozen=True, kw_only=True):
    """Renew the certification, or restore it after its expiry."""

    rank = 10


class Withdrawal(Event, frozen=True, kw_only=True):
    """Withdraw the certification."""

    rank = 11
