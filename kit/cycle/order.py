"""Which orders of events are possible: one check for each event against what went before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal

import msgspec

from kit.content.cycle_rules import RuleSet
from kit.cycle.certificate import Certificate
from kit.cycle.events import (
    Decision,
    Event,
    Lifted,
    NonconformityRaised,
    NonconformityVerified,
    RecertificationAudit,
    RecertificationDecision,
    ScopeReduced,
    Stage1,
    Stage2Ended,
    Surveillance,
    Suspension,
    Withdrawal,
)
from kit.cycle.status import State, status_on

ProblemKind = Literal[
    "state",
    "stage-1-late",
    "no-stage-2",
    "open-nonconformity",
    "stage-2-again",
    "number",
    "no-recertification-audit",
    "already-renewed",
    "unknown-nonconformity",
    "raised-again",
]
_HOLDS = frozenset({State.VALID, State.SUSPENDED})
_ALIVE = _HOLDS | {State.RESTORABLE}
# The states in which each event can happen.
_STATES: Mapping[type[Event], frozenset[State]] = MappingProxyType(
    {
        Stage1: frozenset({State.IN_CERTIFICATION}),
        Stage2Ended: frozenset({State.IN_CERTIFICATION}),
        NonconformityRaised: _ALIVE | {State.IN_CERTIFICATION},
        NonconformityVerified: _ALIVE | {State.IN_CERTIFICATION},
        Decision: frozenset({State.IN_CERTIFICATION}),
        Surveillance: _HOLDS,
        Suspension: frozenset({State.VALID}),
        ScopeReduced: _HOLDS,
        Lifted: frozenset({State.SUSPENDED}),
        RecertificationAudit: _ALIVE,
        RecertificationDecision: _ALIVE,
        Withdrawal: _HOLDS,
    }
)
# What was expected, and how to mend it.
_ADVICE: Mapping[ProblemKind, tuple[str, str]] = MappingProxyType(
    {
        "state": ("a day on which the certificate is {expected}", "move the event or leave it out"),
        "stage-1-late": ("stage 1 before stage 2", "give stage 1 an earlier day"),
        "no-stage-2": ("the last day of stage 2 on or before it", "add a Stage2Ended"),
        "open-nonconformity": (
            "every nonconformity that must be verified to be so",
            "add a NonconformityVerified, or decide later",
        ),
        "stage-2-again": (
            "another stage 2, since a major nonconformity was not verified by {other}",
            "add a Stage2Ended before the decision",
        ),
        "number": ("surveillance audits numbered 1, 2, 3 in order", "give it its number"),
        "no-recertification-audit": (
            "a recertification audit on or before it",
            "add a RecertificationAudit",
        ),
        "already-renewed": ("one recertification of a certificate", "begin a new Certificate"),
        "unknown-nonconformity": ("a nonconformity raised before it", "add a NonconformityRaised"),
        "raised-again": ("a name of its own for each nonconformity", "choose another name"),
    }
)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Tell why an event cannot have happened on its day.

    `found` is the state of the certificate on that day and `expected` those in which the event
    can happen; `other` is a day that the event collides with.
    """

    kind: ProblemKind
    event: Event
    found: State
    expected: tuple[State, ...] = ()
    other: date | None = None

    def __str__(self) -> str:
        expected, mend = _ADVICE[self.kind]
        states = " or ".join(self.expected)
        said = expected.format(expected=states, other=self.other)
        where = f"{type(self.event).__name__} on {self.event.day}"
        return f"{where}: got a certificate that is {self.found}, expected {said}; {mend}."


class OrderError(ValueError):
    """Raised when events cannot have happened in this order; carries the first problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def certify(events: Iterable[Event], rules: RuleSet) -> Certificate:
    """Return the certificate with these events, put in the order of their days.

    Raises
    ------
    OrderError
        If they cannot have happened in that order under these rules.
    """
    certificate, problems = sift(events, rules)
    if problems:
        raise OrderError(problems[0])
    return certificate


def sift(events: Iterable[Event], rules: RuleSet) -> tuple[Certificate, tuple[Problem, ...]]:
    """Return the certificate with each event that is possible after those before it, and the rest.

    Events are taken in the order of their days; one that is not possible is passed over.
    """
    certificate, problems = Certificate(rules=rules), []
    for event in sorted(events, key=lambda one: (one.day, one.rank)):
        problem = next(_find(event, certificate), None)
        if problem:
            problems.append(problem)
        else:
            certificate = Certificate(rules=rules, events=(*certificate.events, event))
    return certificate, tuple(problems)


def main_problems(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems without those that only follow from a decision that is not possible."""
    if not any(isinstance(one.event, Decision) for one in problems):
        return tuple(problems)
    return tuple(
        one
        for one in problems
        if isinstance(one.event, Decision) or one.found is not State.IN_CERTIFICATION
    )


def _find(event: Event, certificate: Certificate) -> Iterator[Problem]:
    """Yield what speaks against an event after those of the certificate."""
    found, allowed = status_on(certificate, event.day).state, _STATES[type(event)]
    if found not in allowed:
        expected = tuple(state for state in State if state in allowed)
        yield Problem(kind="state", event=event, found=found, expected=expected)
    check = _CHECKS.get(type(event))
    for kind, other in check(event, certificate) if check else ():
        yield Problem(kind=kind, event=event, found=found, other=other)


_Reasons = Iterator[tuple[ProblemKind, date | None]]


def _check_stage_1(_: Stage1, certificate: Certificate) -> _Reasons:
    if certificate.stage_2:
        yield "stage-1-late", certificate.stage_2


def _check_decision(_: Decision, certificate: Certificate) -> _Reasons:
    if certificate.stage_2 is None:
        yield "no-stage-2", None
        return
    for open_one in certificate.open_nonconformities():
        yield "open-nonconformity", open_one.day
    until = certificate.limit("stage-2-again", certificate.stage_2)
    if until and any(day > until for day in _verified_majors(certificate)):
        yield "stage-2-again", until


def _verified_majors(certificate: Certificate) -> Iterator[date]:
    rule = certificate.rule("stage-2-again")
    raised = {
        one.name
        for one in certificate.all(NonconformityRaised)
        if rule and one.grade in rule.grades
    }
    for event in certificate.all(NonconformityVerified):
        if event.name in raised:
            yield event.day


def _check_surveillance(event: Surveillance, certificate: Certificate) -> _Reasons:
    if event.number != len(certificate.all(Surveillance)) + 1:
        yield "number", None


def _check_recertification(_: Event, certificate: Certificate) -> _Reasons:
    if certificate.all(RecertificationDecision):
        yield "already-renewed", certificate.day_of(RecertificationDecision)


def _check_renewal(event: Event, certificate: Certificate) -> _Reasons:
    yield from _check_recertification(event, certificate)
    if not certificate.all(RecertificationAudit):
        yield "no-recertification-audit", None
    for open_one in certificate.open_nonconformities():
        yield "open-nonconformity", open_one.day


def _check_raised(event: NonconformityRaised, certificate: Certificate) -> _Reasons:
    if event.name in {one.name for one in certificate.all(NonconformityRaised)}:
        yield "raised-again", None


def _check_verified(event: NonconformityVerified, certificate: Certificate) -> _Reasons:
    if event.name not in {one.name for one in certificate.all(NonconformityRaised)}:
        yield "unknown-nonconformity", None


_CHECKS: Mapping[type[Event], Callable[..., _Reasons]] = MappingProxyType(
    {
        Stage1: _check_stage_1,
        Decision: _check_decision,
        Surveillance: _check_surveillance,
        RecertificationAudit: _check_recertification,
        RecertificationDecision: _check_renewal,
        NonconformityRaised: _check_raised,
        NonconformityVerified: _check_verified,
    }
)
