"""Which sentences can be true, on which days, why, and which could be instead."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from msgspec.structs import replace

from kit.content.library import open_library
from kit.content.trust import TrustLink
from kit.trust.answers import Answer, is_possible
from kit.trust.graph import Sentence
from tests.trust.samples import (
    BODY_IDS,
    DAYS,
    END_OF_2026,
    GRAPH,
    JANUARY_2013,
    LINKS,
    SENTENCES,
    TRUE_VERDICTS,
    VERB_IDS,
    ids_of_kind,
)

ONE_DAY = timedelta(days=1)
NEW = "global-accreditation-cooperation"


def ask(sentence: Sentence, on: date) -> Answer:
    return is_possible(GRAPH, sentence.who, sentence.verb, sentence.whom, on)


def verdict_of(who: str, verb: str, whom: str, on: date) -> str:
    return is_possible(GRAPH, who, verb, whom, on).verdict


@pytest.mark.parametrize(
    ("who", "verb", "whom", "then", "now"),
    [
        ("bureau-veritas", "certifies", "pomorie", "known", "possible"),
        ("ukas", "accredits", "bureau-veritas", "known", "possible"),
        ("ea-bas", "accredits", "bureau-veritas", "possible", "possible"),
        ("iso", "certifies", "pomorie", "impossible", "impossible"),
        ("iso", "recognises", "pomorie", "impossible", "impossible"),
        ("iso", "develops", "iso-9001", "known", "known"),
        ("ukas", "accredits", "pomorie", "impossible", "impossible"),
        ("ukas", "certifies", "pomorie", "impossible", "impossible"),
        ("bureau-veritas", "advises", "pomorie", "impossible", "impossible"),
        ("consultant", "advises", "pomorie", "possible", "possible"),
        ("pomorie", "audits", "pomorie", "possible", "possible"),
        ("uk", "is-member-of", "eu", "known", "not-then"),
        ("bulgaria", "is-member-of", "eu", "known", "known"),
        ("eu", "recognises", "ukas", "known", "not-then"),
        ("ea", "peer-evaluates", "ukas", "known", "possible"),
        ("iaf", "recognises", "ea", "known", "not-then"),
        ("ea", "is-member-of", "global-accreditation-cooperation", "not-then", "known"),
        ("bulgaria", "appoints", "ea-bas", "known", "known"),
        ("bulgaria", "appoints", "ukas", "impossible", "impossible"),
        ("eu", "appoints", "ea-bas", "impossible", "impossible"),
    ],
)
def test_a_sentence_in_2013_and_at_the_end_of_2026(
    who: str, verb: str, whom: str, then: str, now: str
) -> None:
    assert verdict_of(who, verb, whom, JANUARY_2013) == then
    assert verdict_of(who, verb, whom, END_OF_2026) == now


def test_iaf_hands_over_at_the_turn_of_the_year() -> None:
    last_day = date(2025, 12, 31)
    assert verdict_of("iaf", "recognises", "ea", last_day) == "known"
    assert verdict_of("iaf", "recognises", "ea", last_day + ONE_DAY) == "not-then"
    assert verdict_of("ea", "is-member-of", NEW, last_day) == "not-then"
    assert verdict_of("ea", "is-member-of", NEW, last_day + ONE_DAY) == "known"


@pytest.mark.parametrize(
    ("asked", "on", "instead"),
    [
        ("iso certifies pomorie", JANUARY_2013, "bureau-veritas certifies pomorie"),
        ("iso certifies pomorie", END_OF_2026, "bureau-veritas certifies pomorie"),
        ("ukas accredits pomorie", JANUARY_2013, "ukas accredits bureau-veritas"),
        ("pomorie certifies bureau-veritas", JANUARY_2013, "bureau-veritas certifies pomorie"),
        ("bulgaria appoints ukas", JANUARY_2013, "uk appoints ukas"),
        ("uk is-member-of eu", END_OF_2026, "bulgaria is-member-of eu"),
        ("iaf recognises ea", END_OF_2026, f"{NEW} recognises ea"),
    ],
)
def test_the_sentence_offered_instead_is_near(asked: str, on: date, instead: str) -> None:
    assert ask(Sentence(*asked.split()), on).instead == Sentence(*instead.split())


@given(LINKS, DAYS)
def test_a_link_is_known_on_its_days_and_not_outside_them(link: TrustLink, on: date) -> None:
    is_inside = link.since <= on and (link.until is None or on <= link.until)
    assert (verdict_of(link.who, link.verb, link.whom, on) == "known") is is_inside


@given(LINKS)
def test_a_link_whose_end_is_explained_is_denied_the_day_after(link: TrustLink) -> None:
    if link.until is not None and link.after is not None:
        answer = is_possible(GRAPH, link.who, link.verb, link.whom, link.until + ONE_DAY)
        assert (answer.verdict, answer.reason) == ("not-then", link.after)


@given(LINKS)
def test_a_link_whose_beginning_is_explained_is_denied_the_day_before(link: TrustLink) -> None:
    if link.before is not None:
        answer = is_possible(GRAPH, link.who, link.verb, link.whom, link.since - ONE_DAY)
        assert (answer.verdict, answer.reason) == ("not-then", link.before)


@given(SENTENCES, DAYS)
def test_what_is_not_so_offers_a_sentence_that_can_be(sentence: Sentence, on: date) -> None:
    answer = ask(sentence, on)
    if answer.verdict in TRUE_VERDICTS:
        assert answer.instead is None
    else:
        assert answer.instead is not None
        assert ask(answer.instead, on).verdict in TRUE_VERDICTS


@given(SENTENCES, DAYS)
def test_an_answer_names_sources_that_there_are(sentence: Sentence, on: date) -> None:
    answer = ask(sentence, on)
    assert answer.sources
    assert set(answer.sources) <= set(open_library().sources)


@given(SENTENCES, DAYS, DAYS)
def test_what_is_impossible_is_so_on_every_day(sentence: Sentence, one: date, other: date) -> None:
    assert (ask(sentence, one).verdict == "impossible") == (
        ask(sentence, other).verdict == "impossible"
    )


@given(BODY_IDS, DAYS)
def test_iso_never_certifies_accredits_or_audits(whom: str, on: date) -> None:
    for verb in ("certifies", "accredits", "audits"):
        assert verdict_of("iso", verb, whom, on) == "impossible"


@given(BODY_IDS, BODY_IDS, DAYS)
def test_only_an_accreditation_body_accredits_and_only_certification_bodies(
    who: str, whom: str, on: date
) -> None:
    if verdict_of(who, "accredits", whom, on) in TRUE_VERDICTS:
        kinds = [GRAPH.bodies[slug].kind for slug in (who, whom)]
        assert kinds == ["accreditation-body", "certification-body"]


@given(BODY_IDS, VERB_IDS, DAYS)
def test_nobody_vouches_for_itself(body: str, verb: str, on: date) -> None:
    if verb != "audits":
        assert verdict_of(body, verb, body, on) == "impossible"


@given(BODY_IDS, DAYS)
def test_a_state_appoints_no_body_of_another_country(whom: str, on: date) -> None:
    for state in ids_of_kind("state"):
        if verdict_of(state, "appoints", whom, on) in TRUE_VERDICTS:
            assert GRAPH.bodies[whom].country == GRAPH.bodies[state].country


@given(SENTENCES, DAYS)
def test_an_invented_body_is_not_offered_where_none_was_asked_about(
    sentence: Sentence, on: date
) -> None:
    instead = ask(sentence, on).instead
    asked = [GRAPH.bodies[slug].is_example for slug in (sentence.who, sentence.whom)]
    if instead is not None and not any(asked):
        assert not GRAPH.bodies[instead.who].is_example
        assert not GRAPH.bodies[instead.whom].is_example


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (("isso", "certifies", "pomorie"), 'who: got "isso", expected perhaps "iso"'),
        (("iso", "blesses", "pomorie"), 'verb: got "blesses", expected one of certifies'),
        (("iso", "certifies", ""), 'whom: got "", expected one of iso'),
    ],
)
def test_a_name_that_there_is_not_is_told(sentence: tuple[str, str, str], told: str) -> None:
    with pytest.raises(LookupError, match=told):
        is_possible(GRAPH, *sentence, JANUARY_2013)


@pytest.mark.parametrize("on", ["2013-01-29", 2013, None, datetime(2013, 1, 29)])
def test_what_is_no_day_is_told(on: object) -> None:
    with pytest.raises(TypeError, match="expected a date without a time"):
        is_possible(GRAPH, "iso", "certifies", "pomorie", on)  # type: ignore[arg-type]


def test_rules_that_leave_a_sentence_out_are_told() -> None:
    narrow = replace(GRAPH, roles=replace(GRAPH.roles, rules=GRAPH.roles.rules[:1]))
    with pytest.raises(LookupError, match="rules: got none for"):
        is_possible(narrow, "iso", "certifies", "pomorie", JANUARY_2013)


def test_rules_that_allow_nothing_are_told() -> None:
    rules = tuple(replace(rule, can=False) for rule in GRAPH.roles.rules)
    strict = replace(GRAPH, roles=replace(GRAPH.roles, rules=rules))
    with pytest.raises(LookupError, match="got no sentence that can be true"):
        is_possible(strict, "iso", "certifies", "pomorie", JANUARY_2013)
