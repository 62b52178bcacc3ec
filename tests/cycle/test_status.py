"""How a certificate stands: one state on each day, changed by events and deadlines only."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from kit.cycle.certificate import Certificate, next_term
from kit.cycle.events import (
    Lifted,
    RecertificationAudit,
    RecertificationDecision,
    ScopeReduced,
    Surveillance,
    Suspension,
    Withdrawal,
)
from kit.cycle.order import sift
from kit.cycle.status import State, status_on, stretches
from tests.cycle.factories import EDITIONS, certificates, day, days, make_certificate

DAY = timedelta(days=1)
both = pytest.mark.parametrize("edition", EDITIONS)
AUDIT = RecertificationAudit(day=day("2015-12-10"))


def state_on(certificate: Certificate, text: str) -> State:
    return status_on(certificate, day(text)).state


@both
def test_a_certificate_is_valid_from_the_decision_to_the_last_day(edition: str) -> None:
    pomorie = make_certificate(edition)
    assert state_on(pomorie, "2013-01-28") is State.IN_CERTIFICATION
    assert state_on(pomorie, "2013-01-29") is State.VALID
    assert state_on(pomorie, "2016-01-28") is State.VALID
    assert state_on(pomorie, "2016-01-29") is not State.VALID


def test_after_expiry_only_the_newer_edition_knows_restoring() -> None:
    old, new = (make_certificate(edition) for edition in EDITIONS)
    assert state_on(old, "2016-01-29") is State.EXPIRED
    assert state_on(new, "2016-01-29") is State.RESTORABLE
    assert state_on(new, "2016-07-28") is State.RESTORABLE
    assert state_on(new, "2016-07-29") is State.EXPIRED


@both
def test_a_missed_surveillance_alone_suspends_nothing(edition: str) -> None:
    assert state_on(make_certificate(edition), "2015-06-01") is State.VALID


@both
def test_a_suspension_lasts_until_it_is_lifted_and_its_limit_ends_nothing(edition: str) -> None:
    suspended = make_certificate(edition, Suspension(day=day("2014-02-03")))
    assert state_on(suspended, "2014-02-02") is State.VALID
    assert state_on(suspended, "2014-12-01") is State.SUSPENDED
    lifted = make_certificate(
        edition, Suspension(day=day("2014-02-03")), Lifted(day=day("2014-05-05"))
    )
    assert state_on(lifted, "2014-05-04") is State.SUSPENDED
    assert state_on(lifted, "2014-05-05") is State.VALID
    assert lifted.expiry == suspended.expiry


@both
def test_a_smaller_scope_changes_no_state_and_a_withdrawal_is_the_end(edition: str) -> None:
    events = Suspension(day=day("2014-02-03")), ScopeReduced(day=day("2014-05-05"))
    assert state_on(make_certificate(edition, *events), "2014-05-06") is State.SUSPENDED
    ended = make_certificate(edition, Withdrawal(day=day("2014-08-05")))
    assert state_on(ended, "2014-08-05") is State.WITHDRAWN
    assert state_on(ended, "2020-01-01") is State.WITHDRAWN


@both
def test_recertified_in_time_the_certificate_stays_valid_and_follows_the_old_term(
    edition: str,
) -> None:
    renewed = make_certificate(edition, AUDIT, RecertificationDecision(day=day("2016-01-14")))
    assert renewed.terms[-1].first == day("2016-01-14")
    assert renewed.terms[-1].last == day("2019-01-28")
    assert state_on(renewed, "2016-01-29") is State.VALID
    assert state_on(renewed, "2019-01-28") is State.VALID
    assert state_on(renewed, "2019-01-29") is not State.VALID


def test_restored_it_holds_from_the_decision_and_ends_with_the_old_cycle() -> None:
    restored = make_certificate("2015", AUDIT, RecertificationDecision(day=day("2016-07-28")))
    assert state_on(restored, "2016-07-27") is State.RESTORABLE
    assert state_on(restored, "2016-07-28") is State.VALID
    assert restored.terms[-1].first == day("2016-07-28")
    assert restored.terms[-1].last == day("2019-01-28")


@pytest.mark.parametrize(
    ("decided", "rules"),
    [
        ("2016-01-28", ("renewal", "renewal")),
        ("2016-01-29", (None, "restoration")),
        ("2016-07-28", (None, "restoration")),
        ("2016-07-29", (None, None)),
    ],
)
def test_the_next_term_depends_on_when_it_is_decided(
    decided: str, rules: tuple[str | None, str | None]
) -> None:
    for edition, rule in zip(EDITIONS, rules, strict=True):
        pomorie = make_certificate(edition)
        following = next_term(pomorie, pomorie.terms[0], day(decided))
        assert (following.rule if following else None) == rule


@given(certificates())
def test_the_stretches_cover_all_of_time_without_gap_or_overlap(certificate: Certificate) -> None:
    found = stretches(certificate)
    assert (found[0].first, found[-1].last) == (date.min, date.max)
    assert all(one.first <= one.last for one in found)
    assert all(one.last + DAY == other.first for one, other in pairwise(found))


@given(certificates())
def test_the_state_changes_only_at_events_and_deadlines(certificate: Certificate) -> None:
    ends = [term.last for term in certificate.terms]
    limits = [certificate.limit("restoration", end) for end in ends]
    allowed = {event.day for event in certificate.events}
    allowed |= {end + DAY for end in [*ends, *limits] if end}
    assert {one.first for one in stretches(certificate)[1:]} <= allowed


@given(certificates(), days)
def test_the_state_of_a_day_depends_on_nothing_later(certificate: Certificate, when: date) -> None:
    known = [event for event in certificate.events if event.day <= when]
    before, problems = sift(known, certificate.rules)
    assert problems == ()
    assert status_on(before, when).state == status_on(certificate, when).state


@given(certificates(), days)
def test_valid_or_suspended_only_within_a_term(certificate: Certificate, when: date) -> None:
    state = status_on(certificate, when).state
    is_within = any(term.first <= when <= term.last for term in certificate.terms)
    assert is_within or state not in {State.VALID, State.SUSPENDED}
    assert not is_within or state in {State.VALID, State.SUSPENDED, State.WITHDRAWN}


@given(certificates())
def test_a_later_term_ends_three_years_after_the_one_before(certificate: Certificate) -> None:
    for one, other in pairwise(certificate.terms):
        assert other.first > one.first
        assert other.last.year == one.last.year + 3
        assert 0 <= (other.last - one.last).days - 1094 <= 2


@given(certificates())
def test_after_a_withdrawal_nothing_holds_again(certificate: Certificate) -> None:
    ended = certificate.day_of(Withdrawal)
    if ended:
        later = [one.state for one in stretches(certificate) if one.last >= ended]
        assert later == [State.WITHDRAWN]
        assert all(event.day <= ended for event in certificate.all(Surveillance))
