"""Steps of a story, as data has them, turned into events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.content.cycle_rules import SceneStep, StepKind
from kit.cycle.events import (
    Decision,
    Event,
    Lifted,
    NonconformityRaised,
    NonconformityVerified,
    RecertificationAudit,
    RecertificationDecision,
    ScopeReduced,
    Stage2Ended,
    Surveillance,
    Suspension,
    Withdrawal,
)

_MAJOR = "major"
_PLAIN: dict[StepKind, type[Event]] = {
    "stage-2": Stage2Ended,
    "decision": Decision,
    "suspension": Suspension,
    "lifted": Lifted,
    "scope-reduced": ScopeReduced,
    "withdrawal": Withdrawal,
    "recertification-audit": RecertificationAudit,
    "recertification-decision": RecertificationDecision,
}


def to_events(steps: Iterable[SceneStep]) -> Iterator[Event]:
    """Yield an event for each step; surveillance audits are numbered in the order of the story."""
    number = 0
    for step in steps:
        match step.kind:
            case "major-raised":
                yield NonconformityRaised(day=step.day, name=_MAJOR, grade="major")
            case "major-verified":
                yield NonconformityVerified(day=step.day, name=_MAJOR)
            case "surveillance":
                number += 1
                yield Surveillance(day=step.day, number=number)
            case kind:
                yield _PLAIN[kind](day=step.day)
