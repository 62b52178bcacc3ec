"""What is due: each audit and decision with its latest day, and the rule that sets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from kit.cycle.certificate import Certificate
from kit.cycle.events import (
    Decision,
    Lifted,
    NonconformityRaised,
    NonconformityVerified,
    RecertificationAudit,
    RecertificationDecision,
    ScopeReduced,
    Surveillance,
    Suspension,
    Withdrawal,
)
from kit.cycle.term import add_months

DueKind = Literal["verification", "surveillance", "recertification", "restoration", "suspension"]
Standing = Literal["open", "done", "late", "missed"]
_SURVEILLANCE_YEARS = 2


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one thing that is due: by when, after what, by which rule, and when it was done.

    `since` is the day of the event that it depends on. `stood_in` tells that a recertification
    audit did for it.
    """

    kind: DueKind
    latest: date
    since: date
    rule: str
    number: int = 0
    done: date | None = None
    stood_in: bool = False

    def standing(self, day: date) -> Standing:
        """Return how it stands at the end of a day.

        What is missed stays so until it is done; what follows from that is for the certification
        body to decide.
        """
        if self.done and self.done <= day:
            return "late" if self.done > self.latest else "done"
        return "missed" if day > self.latest else "open"


def programme(certificate: Certificate) -> tuple[Due, ...]:
    """Return all that is due in the cycle, by latest day; after a withdrawal nothing more is."""
    found = [
        *_verifications(certificate),
        *_surveillances(certificate),
        *_suspensions(certificate),
        *_recertification(certificate),
    ]
    end = certificate.day_of(Withdrawal)
    asked = [due for due in found if due.done or end is None or due.latest < end]
    return tuple(sorted(asked, key=lambda due: (due.latest, due.number)))


def _verifications(certificate: Certificate) -> Iterator[Due]:
    rule, stage_2 = certificate.rule("stage-2-again"), certificate.stage_2
    if rule is None or stage_2 is None:
        return
    latest = add_months(stage_2, certificate.months("stage-2-again"))
    done = {event.name: event.day for event in certificate.all(NonconformityVerified)}
    decision = certificate.decision or date.max
    for event in certificate.all(NonconformityRaised):
        if event.grade in rule.grades and event.day <= decision:
            yield Due(
                kind="verification",
                latest=latest,
                since=stage_2,
                rule="stage-2-again",
                done=done.get(event.name),
            )


def _surveillances(certificate: Certificate) -> Iterator[Due]:
    decision, stage_2 = certificate.decision, certificate.stage_2
    if decision is None or stage_2 is None:
        return
    rules = certificate.rules.rules
    since = stage_2 if rules["first-surveillance"].counted_from == "stage-2" else decision
    audits = certificate.all(Surveillance)
    yield Due(
        kind="surveillance",
        number=1,
        latest=add_months(since, certificate.months("first-surveillance")),
        since=since,
        rule="first-surveillance",
        done=audits[0].day if audits else None,
    )
    if rules["surveillance"].rhythm == "year":
        yield from _by_year(since, audits[1:])
    else:
        yield from _by_calendar_year(certificate, decision, audits)


def _by_year(since: date, audits: Sequence[Surveillance]) -> Iterator[Due]:
    for number in range(2, _SURVEILLANCE_YEARS + 1):
        done = audits[number - 2].day if len(audits) > number - 2 else None
        yield Due(
            kind="surveillance",
            number=number,
            latest=add_months(since, 12 * number),
            since=since,
            rule="surveillance",
            done=done,
        )


def _by_calendar_year(
    certificate: Certificate, decision: date, audits: Sequence[Surveillance]
) -> Iterator[Due]:
    """Yield one for each calendar year that the first surveillance audit does not serve.

    An audit serves a year if it falls in it, or later if nothing else did.
    """
    left = list(audits[1:])
    for number, year in enumerate(_years(certificate, decision, audits), start=2):
        while left and left[0].day.year < year:
            left.pop(0)
        instead = _recertification_audit_in(certificate, year)
        is_served = bool(left) and left[0].day.year == year
        stood_in = instead is not None and not is_served
        done = instead if stood_in else left.pop(0).day if left else None
        yield Due(
            kind="surveillance",
            number=number,
            latest=date(year, 12, 31),
            since=decision,
            rule="surveillance",
            done=done,
            stood_in=stood_in,
        )


def _years(
    certificate: Certificate, decision: date, audits: Sequence[Surveillance]
) -> Sequence[int]:
    expiry = certificate.terms[0].last
    years = range(decision.year + 1, expiry.year)
    is_early = bool(audits) and audits[0].day.year == decision.year
    # The first surveillance audit, due in the first of these years, serves that year as well.
    return years if is_early or len(years) == 1 else years[1:]


def _recertification_audit_in(certificate: Certificate, year: int) -> date | None:
    days = (event.day for event in certificate.all(RecertificationAudit))
    return next((day for day in days if day.year == year), None)


def _suspensions(certificate: Certificate) -> Iterator[Due]:
    """Yield the usual limit of each suspension, and what ended it."""
    for event in certificate.all(Suspension):
        ends = (
            one.day
            for one in certificate.events
            if isinstance(one, Lifted | ScopeReduced | Withdrawal) and one.day >= event.day
        )
        yield Due(
            kind="suspension",
            latest=add_months(event.day, certificate.months("suspension-limit")),
            since=event.day,
            rule="suspension-limit",
            done=next(ends, None),
        )


def _recertification(certificate: Certificate) -> Iterator[Due]:
    expiry, decision = certificate.expiry, certificate.day_of(Decision)
    if expiry is None or decision is None:
        return
    done = certificate.day_of(RecertificationDecision)
    until = certificate.limit("restoration", expiry)
    yield Due(
        kind="recertification",
        latest=expiry,
        since=decision,
        rule="recertification",
        done=done,
    )
    if until and not (done and done <= expiry):
        yield Due(kind="restoration", latest=until, since=expiry, rule="restoration", done=done)
