"""What the tests of the cycle are made from: rule sets, events, and histories of all kinds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from kit.content.cycle_rules import RuleEdition, RuleSet
from kit.content.library import open_library
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
from kit.cycle.order import certify, sift

RULES = open_library().cycle_rules
EDITIONS: tuple[RuleEdition, ...] = ("2011", "2015")
STAGE_2, DECISION = date(2012, 12, 14), date(2013, 1, 29)

days = st.dates(min_value=date(1996, 1, 1), max_value=date(2090, 12, 31))
rule_sets = st.sampled_from([RULES[edition] for edition in EDITIONS])


def day(text: str) -> date:
    """Return a day written as YYYY-MM-DD."""
    return date.fromisoformat(text)


def make_events(*more: Event, stage_2: date = STAGE_2, decision: date = DECISION) -> list[Event]:
    """Return the events up to the decision, and more."""
    return [Stage2Ended(day=stage_2), Decision(day=decision), *more]


def make_certificate(edition: RuleEdition, *more: Event, **dates: date) -> Certificate:
    """Return a certificate of Pomorie's days under the rules of an edition."""
    return certify(make_events(*more, **dates), RULES[edition])


_PLAIN = (
    Stage1,
    Stage2Ended,
    Decision,
    Suspension,
    Lifted,
    ScopeReduced,
    Withdrawal,
    RecertificationAudit,
    RecertificationDecision,
)


@st.composite
def _event(draw: Any, start: date) -> Event:
    when = start + timedelta(days=draw(st.integers(-200, 2600)))
    name = draw(st.sampled_from("ab"))
    grade = draw(st.sampled_from(["major", "minor"]))
    return draw(
        st.one_of(
            st.sampled_from(_PLAIN).map(lambda kind: kind(day=when)),
            st.integers(1, 4).map(lambda number: Surveillance(day=when, number=number)),
            st.just(NonconformityRaised(day=when, name=name, grade=grade)),
            st.just(NonconformityVerified(day=when, name=name)),
        )
    )


@st.composite
def histories(draw: Any) -> list[Event]:
    """Draw events of any kind and order around the days of a certification."""
    stage_2 = draw(days)
    decision = stage_2 + timedelta(days=draw(st.integers(0, 300)))
    begun = make_events(stage_2=stage_2, decision=decision)
    some = draw(st.lists(_event(decision), max_size=9))
    if draw(st.booleans()):
        late = decision + timedelta(days=draw(st.integers(900, 1400)))
        some += [
            RecertificationAudit(day=late),
            RecertificationDecision(day=late + timedelta(days=draw(st.integers(0, 200)))),
        ]
    return [*begun, *some]


@st.composite
def certificates(draw: Any, rules: st.SearchStrategy[RuleSet] = rule_sets) -> Certificate:
    """Draw a certificate with whatever of a history is possible."""
    certificate, _ = sift(draw(histories()), draw(rules))
    return certificate
