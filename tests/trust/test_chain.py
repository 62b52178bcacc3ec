"""The chain of trust upwards: known links first, then what the roles allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from kit.trust.chain import appointed_by, chain_above
from tests.trust.samples import BODY_IDS, DAYS, END_OF_2026, GRAPH, JANUARY_2013, TRUE_VERDICTS

CHECKED_BY = {
    "organisation": "certification-body",
    "certification-body": "accreditation-body",
    "accreditation-body": "regional-association",
    "regional-association": "world-association",
}


def names_of(body: str, on: date) -> list[str]:
    return [step.above for step in chain_above(GRAPH, body, on)]


def test_in_2013_the_chain_of_pomorie_is_known_up_to_iaf() -> None:
    steps = chain_above(GRAPH, "pomorie", JANUARY_2013)
    assert [step.above for step in steps] == ["bureau-veritas", "ukas", "ea", "iaf"]
    assert all(step.is_known for step in steps)


def test_at_the_end_of_2026_it_leads_to_the_new_world_body_and_only_its_top_is_known() -> None:
    steps = chain_above(GRAPH, "pomorie", END_OF_2026)
    assert steps[-1].above == "global-accreditation-cooperation"
    assert [step.is_known for step in steps] == [False, False, False, True]


@pytest.mark.parametrize(
    ("on", "top"),
    [
        (JANUARY_2013, "iaf"),
        (date(2025, 12, 31), "iaf"),
        (date(2026, 1, 1), "global-accreditation-cooperation"),
    ],
)
def test_the_bulgarian_chain_is_known_to_its_top(on: date, top: str) -> None:
    steps = chain_above(GRAPH, "ea-bas", on)
    assert [step.above for step in steps] == ["ea", top]
    assert all(step.is_known for step in steps)


@given(BODY_IDS, DAYS)
def test_each_step_leads_to_the_kind_that_checks_and_can_be_true(body: str, on: date) -> None:
    below = body
    for step in chain_above(GRAPH, body, on):
        assert step.below == below
        assert GRAPH.bodies[step.above].kind == CHECKED_BY[GRAPH.bodies[below].kind]
        assert step.answer.verdict in TRUE_VERDICTS
        assert {step.sentence.who, step.sentence.whom} == {step.below, step.above}
        below = step.above


@given(BODY_IDS, DAYS)
def test_no_step_leads_over_a_body_that_is_not_there_on_the_day(body: str, on: date) -> None:
    for slug in names_of(body, on):
        found = GRAPH.bodies[slug]
        assert found.since is None or found.since <= on
        assert found.until is None or on <= found.until


@given(BODY_IDS, DAYS)
def test_a_real_body_is_not_checked_by_an_invented_one(body: str, on: date) -> None:
    if not GRAPH.bodies[body].is_example:
        assert not any(GRAPH.bodies[slug].is_example for slug in names_of(body, on))


@pytest.mark.parametrize("body", ["iso", "iso-9001", "eu", "uk", "consultant"])
def test_who_is_no_link_of_the_chain_has_nobody_above(body: str) -> None:
    assert names_of(body, JANUARY_2013) == []


@pytest.mark.parametrize(("body", "state"), [("ukas", "uk"), ("ea-bas", "bulgaria")])
def test_an_accreditation_body_is_appointed_by_its_state(body: str, state: str) -> None:
    assert [step.above for step in appointed_by(GRAPH, body, END_OF_2026)] == [state]
    assert appointed_by(GRAPH, "bureau-veritas", END_OF_2026) == ()


def test_a_body_that_there_is_not_is_told() -> None:
    with pytest.raises(LookupError, match='body: got "anab", expected one of iso'):
        chain_above(GRAPH, "anab", JANUARY_2013)


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(TypeError, match="expected a date"):
        chain_above(GRAPH, "pomorie", "2013")  # type: ignore[arg-type]
