"""A certificate as the events of its life, with what follows from them at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

import msgspec

from kit.content.cycle_rules import CycleRule, RuleSet
from kit.cycle.events import (
    Decision,
    Event,
    NonconformityRaised,
    NonconformityVerified,
    RecertificationDecision,
    Stage2Ended,
)
from kit.cycle.term import add_months, last_day

E = TypeVar("E", bound=Event)


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """Be the days from which and up to which a certification is granted, both included.

    `rule` is the id of the rule behind it.
    """

    first: date
    last: date
    rule: str


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one certification under one rule set: a cycle, and the step into the next.

    The events stand in order; `kit.cycle.order` makes certificates whose order is possible.
    """

    rules: RuleSet
    events: tuple[Event, ...] = ()

    def rule(self, name: str) -> CycleRule | None:
        """Return a rule of the edition, or None if it has no such rule."""
        return self.rules.rules.get(name)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Return every event of one kind, in order."""
        return tuple(event for event in self.events if isinstance(event, kind))

    def day_of(self, kind: type[Event]) -> date | None:
        """Return the day of the last event of one kind, if there is one."""
        found = self.all(kind)
        return found[-1].day if found else None

    @property
    def stage_2(self) -> date | None:
        """The last day of stage 2, of the last one if there were several."""
        return self.day_of(Stage2Ended)

    @property
    def decision(self) -> date | None:
        """The day of the certification decision."""
        return self.day_of(Decision)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms granted so far: none, the first, or also the next."""
        decision, renewed = self.decision, self.day_of(RecertificationDecision)
        if decision is None:
            return ()
        last = last_day(decision, self.months("term"))
        first = Term(first=decision, last=last, rule="begins")
        following = next_term(self, first, renewed) if renewed else None
        return (first, following) if following else (first,)

    @property
    def expiry(self) -> date | None:
        """The last day of the first term."""
        return self.terms[0].last if self.terms else None

    def limit(self, rule: str, since: date) -> date | None:
        """Return the last day of a rule's limit counted from a day; None without such a rule."""
        return add_months(since, self.months(rule)) if self.rule(rule) else None

    def open_nonconformities(self) -> Iterator[NonconformityRaised]:
        """Yield what must be verified before a decision and is not."""
        verified = {event.name for event in self.all(NonconformityVerified)}
        rule = self.rule("verification")
        grades = rule.grades if rule else ()
        for event in self.all(NonconformityRaised):
            if event.grade in grades and event.name not in verified:
                yield event

    def months(self, rule: str) -> int:
        """Return the months that a rule of the edition counts."""
        return self.rules.rules[rule].months or 0


def next_term(certificate: Certificate, term: Term, decided_on: date) -> Term | None:
    """Return the term that a recertification decision of this day gives; None if it comes too late.

    Its effective date is never before the decision; its end follows the old cycle.
    """
    after = term.last + timedelta(days=1)
    last = last_day(after, certificate.months("renewal"))
    if decided_on <= term.last:
        return Term(first=decided_on, last=last, rule="renewal")
    restorable = certificate.limit("restoration", term.last)
    if restorable is None or decided_on > restorable:
        return None
    return Term(first=decided_on, last=last, rule="restoration")
