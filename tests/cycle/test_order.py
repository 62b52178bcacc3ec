"""Orders of events that cannot be, and what is said of them."""

from __future__ import annotations

import pytest
from hypothesis import given

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
    Stage1,
    Stage2Ended,
    Surveillance,
    Suspension,
    Withdrawal,
)
from kit.cycle.order import OrderError, certify, main_problems, sift
from tests.cycle.factories import EDITIONS, RULES, day, histories, make_events, rule_sets

RAISED = NonconformityRaised(day=day("2012-12-14"), name="one", grade="major")
AUDIT = RecertificationAudit(day=day("2015-11-26"))


def verified(text: str) -> NonconformityVerified:
    return NonconformityVerified(day=day(text), name="one")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("events", "kind", "said"),
    [
        ([Decision(day=day("2013-01-29"))], "no-stage-2", "add a Stage2Ended"),
        (make_events(decision=day("2012-12-13")), "no-stage-2", "last day of stage 2"),
        (make_events(Decision(day=day("2013-02-01"))), "state", "expected .* in-certification"),
        (make_events(Stage1(day=day("2012-12-20"))), "stage-1-late", "stage 1 before stage 2"),
        (make_events(RAISED), "open-nonconformity", "add a NonconformityVerified"),
        (make_events(Surveillance(day=day("2013-01-28"), number=1)), "state", "valid or suspended"),
        (make_events(Surveillance(day=day("2013-12-05"), number=2)), "number", "1, 2, 3 in order"),
        (make_events(Lifted(day=day("2014-01-05"))), "state", "got a certificate that is valid"),
        (
            make_events(
                Suspension(day=day("2014-01-05")),
                Withdrawal(day=day("2014-08-05")),
                Lifted(day=day("2014-08-06")),
            ),
            "state",
            "Lifted on 2014-08-06: got a certificate that is withdrawn",
        ),
        (
            make_events(Suspension(day=day("2014-01-05")), Suspension(day=day("2014-02-05"))),
            "state",
            "Suspension on 2014-02-05: got a certificate that is suspended",
        ),
        (make_events(Suspension(day=day("2016-01-29"))), "state", "Suspension on 2016-01-29"),
        (
            make_events(RecertificationDecision(day=day("2016-01-14"))),
            "no-recertification-audit",
            "add a RecertificationAudit",
        ),
        (
            make_events(
                AUDIT,
                RecertificationDecision(day=day("2016-01-14")),
                RecertificationDecision(day=day("2016-01-15")),
            ),
            "already-renewed",
            "begin a new Certificate",
        ),
        (make_events(verified("2013-02-01")), "unknown-nonconformity", "raised before it"),
        (
            make_events(RAISED, verified("2013-01-20"), RAISED),
            "raised-again",
            "choose another name",
        ),
    ],
)
def test_an_impossible_order_is_named(
    edition: str, events: list[Event], kind: str, said: str
) -> None:
    with pytest.raises(OrderError, match=said) as caught:
        certify(events, RULES[edition])
    assert caught.value.problem.kind == kind
    assert str(caught.value.problem.event.day) in str(caught.value)


def test_a_late_recertification_stands_only_where_the_edition_has_a_rule_for_it() -> None:
    events = make_events(AUDIT, RecertificationDecision(day=day("2016-04-18")))
    assert sift(events, RULES["2015"])[1] == ()
    (problem,) = sift(events, RULES["2011"])[1]
    assert (problem.kind, problem.found) == ("state", "expired")


@pytest.mark.parametrize(("edition", "is_possible"), [("2011", True), ("2015", False)])
def test_after_six_months_a_major_takes_another_stage_2(edition: str, is_possible: bool) -> None:
    events = make_events(RAISED, verified("2013-06-15"), decision=day("2013-06-20"))
    certificate, problems = sift(events, RULES[edition])
    assert bool(certificate.decision) == is_possible
    assert [one.kind for one in problems] == [] if is_possible else ["stage-2-again"]
    again = [*events, Stage2Ended(day=day("2013-06-18"))]
    assert certify(again, RULES[edition]).decision == day("2013-06-20")


def test_a_major_verified_on_the_last_day_of_six_months_is_in_time() -> None:
    events = make_events(RAISED, verified("2013-06-14"), decision=day("2013-06-20"))
    assert certify(events, RULES["2015"]).decision == day("2013-06-20")


@pytest.mark.parametrize(("edition", "is_possible"), [("2011", False), ("2015", True)])
def test_what_must_be_verified_before_the_decision_is_data(edition: str, is_possible: bool) -> None:
    minor = NonconformityRaised(day=day("2012-12-14"), name="one", grade="minor")
    assert bool(sift(make_events(minor), RULES[edition])[0].decision) == is_possible


def test_what_only_follows_from_a_refused_decision_can_be_left_out() -> None:
    late = Surveillance(day=day("2013-12-05"), number=1)
    _, problems = sift([Decision(day=day("2013-01-29")), late], RULES["2015"])
    assert [type(one.event) for one in problems] == [Decision, Surveillance]
    assert main_problems(problems) == problems[:1]


@given(histories(), rule_sets)
def test_each_event_is_kept_or_explained_and_what_is_kept_is_possible(
    events: list[Event], rules: RuleSet
) -> None:
    certificate, problems = sift(events, rules)
    refused = [problem.event for problem in problems]
    assert len(certificate.events) + len(refused) == len(events)
    assert certify(certificate.events, rules) == certificate
    assert all(str(problem) for problem in problems)


@given(histories(), rule_sets)
def test_the_order_in_which_events_are_listed_does_not_matter(
    events: list[Event], rules: RuleSet
) -> None:
    # Two events of one kind and day may change places; what follows from them is the same.
    def days_kept(listed: list[Event]) -> list[tuple[str, object]]:
        kept: Certificate = sift(listed, rules)[0]
        return [(type(event).__name__, event.day) for event in kept.events]

    named = {(type(event), event.day): event for event in events}
    assert days_kept(list(named.values())) == days_kept(list(named.values())[::-1])
