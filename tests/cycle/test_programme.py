"""What is due: worked examples, and what holds for every certificate."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from kit.cycle.certificate import Certificate
from kit.cycle.events import (
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
from kit.cycle.order import certify
from kit.cycle.programme import Due, programme
from kit.cycle.term import add_months
from tests.cycle.factories import EDITIONS, RULES, certificates, day, days, make_certificate

both = pytest.mark.parametrize("edition", EDITIONS)


def audits(*texts: str) -> list[Surveillance]:
    return [Surveillance(day=day(text), number=n) for n, text in enumerate(texts, start=1)]


def surveillance_of(certificate: Certificate) -> list[Due]:
    return [due for due in programme(certificate) if due.kind == "surveillance"]


def latest_of(certificate: Certificate) -> list[str]:
    return [str(due.latest) for due in surveillance_of(certificate)]


@pytest.mark.parametrize(
    ("edition", "latest"),
    [("2011", ["2013-12-14", "2014-12-14"]), ("2015", ["2014-01-29", "2015-12-31"])],
)
def test_surveillance_of_pomorie_is_due_by_the_rules_of_each_edition(
    edition: str, latest: list[str]
) -> None:
    assert latest_of(make_certificate(edition)) == latest


@pytest.mark.parametrize(
    ("decision", "done", "latest"),
    [
        ("2024-02-29", [], ["2025-02-28", "2026-12-31"]),
        ("2025-05-12", ["2026-02-20"], ["2026-05-12", "2027-12-31"]),
        # An audit in the year of the decision leaves the next calendar year without one.
        ("2025-05-12", ["2025-12-01"], ["2026-05-12", "2026-12-31", "2027-12-31"]),
        # Three years from New Year’s Day end in the third calendar year.
        ("2025-01-01", [], ["2026-01-01", "2026-12-31"]),
        ("2025-12-31", [], ["2026-12-31", "2027-12-31"]),
    ],
)
def test_calendar_years_count_under_the_newer_edition(
    decision: str, done: list[str], latest: list[str]
) -> None:
    when = day(decision)
    certificate = make_certificate("2015", *audits(*done), stage_2=when, decision=when)
    assert latest_of(certificate) == latest


def test_years_count_from_stage_2_under_the_older_edition() -> None:
    certificate = make_certificate("2011", stage_2=day("2012-02-29"), decision=day("2012-04-02"))
    assert latest_of(certificate) == ["2013-02-28", "2014-02-28"]


def test_an_audit_serves_its_own_calendar_year_and_a_later_one_comes_late() -> None:
    done = audits("2014-01-20", "2014-06-02", "2016-01-08")
    first, second = surveillance_of(make_certificate("2015", *done))
    assert first.standing(date.max) == "done"
    assert (second.done, second.standing(date.max)) == (day("2016-01-08"), "late")


def test_a_recertification_audit_stands_in_for_the_surveillance_of_its_year() -> None:
    audit = RecertificationAudit(day=day("2015-11-26"))
    _, second = surveillance_of(make_certificate("2015", *audits("2014-01-20"), audit))
    assert (second.stood_in, second.done) == (True, day("2015-11-26"))


@both
def test_what_is_not_done_is_due_and_then_missed(edition: str) -> None:
    first = surveillance_of(make_certificate(edition))[0]
    assert first.standing(first.latest) == "open"
    assert first.standing(date(2015, 1, 1)) == "missed"


@both
def test_what_is_done_late_was_missed_until_then(edition: str) -> None:
    late = surveillance_of(make_certificate(edition, *audits("2014-03-03")))[0]
    assert late.standing(day("2014-03-02")) == "missed"
    assert late.standing(day("2014-03-03")) == "late"


@both
def test_a_suspension_has_a_usual_limit_of_six_months(edition: str) -> None:
    def limit(*more: Event) -> Due:
        suspended = make_certificate(edition, Suspension(day=day("2014-08-31")), *more)
        return next(due for due in programme(suspended) if due.kind == "suspension")

    assert limit().latest == day("2015-02-28")
    assert limit().standing(day("2015-03-01")) == "missed"
    assert limit(Lifted(day=day("2015-01-12"))).standing(date.max) == "done"
    assert limit(ScopeReduced(day=day("2015-02-28"))).standing(date.max) == "done"
    assert limit(Withdrawal(day=day("2015-03-09"))).standing(date.max) == "late"
    assert RULES[edition].rules["suspension-limit"].is_usual


def test_only_the_newer_edition_sets_six_months_for_a_major_at_stage_2() -> None:
    events = [
        Stage2Ended(day=day("2013-08-31")),
        NonconformityRaised(day=day("2013-08-31"), name="one", grade="major"),
    ]
    old, new = (programme(certify(events, RULES[edition])) for edition in EDITIONS)
    assert old == ()
    (due,) = new
    assert (due.latest, due.rule) == (day("2014-02-28"), "stage-2-again")
    mended = [*events, NonconformityVerified(day=day("2014-01-10"), name="one")]
    assert programme(certify(mended, RULES["2015"]))[0].standing(date.max) == "done"


def test_restoring_is_due_only_where_it_is_possible_and_needed() -> None:
    def kinds(certificate: Certificate) -> list[str]:
        return [due.kind for due in programme(certificate) if due.kind != "surveillance"]

    audit = RecertificationAudit(day=day("2015-11-26"))
    in_time = RecertificationDecision(day=day("2016-01-14"))
    assert kinds(make_certificate("2011")) == ["recertification"]
    assert kinds(make_certificate("2015")) == ["recertification", "restoration"]
    assert kinds(make_certificate("2015", audit, in_time)) == ["recertification"]


@both
def test_after_a_withdrawal_nothing_more_is_due(edition: str) -> None:
    ended = make_certificate(edition, *audits("2013-12-05"), Withdrawal(day=day("2014-08-05")))
    assert [due.number for due in programme(ended)] == [1]


@given(certificates())
def test_nothing_is_due_before_what_it_depends_on(certificate: Certificate) -> None:
    happened = {event.day for event in certificate.events} | {certificate.expiry}
    for due in programme(certificate):
        assert due.since in happened
        assert due.since <= due.latest
        assert due.rule in certificate.rules.rules


@given(certificates())
def test_surveillance_is_due_after_the_decision_unless_stage_2_was_a_year_before(
    certificate: Certificate,
) -> None:
    if certificate.decision and certificate.stage_2:
        is_soon = add_months(certificate.stage_2, 12) >= certificate.decision
        for due in surveillance_of(certificate):
            assert due.latest >= certificate.decision or not is_soon


@given(certificates())
def test_surveillance_is_due_twice_or_more_and_always_before_the_term_ends(
    certificate: Certificate,
) -> None:
    dues = surveillance_of(certificate)
    if certificate.expiry and not certificate.all(Withdrawal):
        assert len(dues) in {2, 3}
        assert [due.number for due in dues] == list(range(1, len(dues) + 1))
        assert all(due.latest < certificate.expiry for due in dues)
        assert len({due.latest for due in dues}) == len(dues)


@given(certificates(), days)
def test_a_standing_changes_only_on_its_days(certificate: Certificate, when: date) -> None:
    for due in programme(certificate):
        standing = due.standing(when)
        assert (standing in {"done", "late"}) == bool(due.done and due.done <= when)
        assert standing != "missed" or when > due.latest
