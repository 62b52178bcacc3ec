"""The data of the chain of trust agree with each other."""

from __future__ import annotations

from itertools import product

import pytest

from kit.content.library import open_library
from kit.content.trust import TrustLink, TrustRule
from kit.text import LANGUAGES
from kit.trust.graph import Sentence, sentence_of
from tests.trust.samples import GRAPH

LIBRARY = open_library()


@pytest.mark.parametrize("link", GRAPH.links.values(), ids=GRAPH.links)
def test_a_link_is_allowed_by_the_roles_and_lies_within_the_time_of_its_bodies(
    link: TrustLink,
) -> None:
    assert GRAPH.rule_for(sentence_of(link)).can
    for slug in (link.who, link.whom):
        body = GRAPH.bodies[slug]
        assert body.since is None or body.since <= link.since
        if body.until is not None:
            assert link.until is not None
            assert link.until <= body.until


@pytest.mark.parametrize("slug", GRAPH.links)
def test_the_id_of_a_link_is_its_sentence(slug: str) -> None:
    link = GRAPH.links[slug]
    assert slug == f"{link.who}-{link.verb}-{link.whom}"


def test_every_rule_is_the_first_that_fits_some_sentence() -> None:
    sentences = product(GRAPH.bodies, GRAPH.roles.verbs, GRAPH.bodies)
    used = [GRAPH.rule_for(Sentence(*one)) for one in sentences]
    unused = [rule.why.en for rule in GRAPH.roles.rules if rule not in used]
    assert unused == []


@pytest.mark.parametrize("rule", GRAPH.roles.rules, ids=lambda rule: rule.why.en[:40])
def test_only_what_can_be_said_is_loose(rule: TrustRule) -> None:
    assert rule.can or not rule.is_loose


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verb_says_who_and_whom_once(language: str) -> None:
    for verb in GRAPH.roles.verbs.values():
        said = verb.says.pick(language)
        assert (said.count("{who}"), said.count("{whom}")) == (1, 1)


def test_each_kind_and_verb_is_used() -> None:
    assert {body.kind for body in GRAPH.bodies.values()} == set(GRAPH.roles.kinds)
    assert {verb for rule in GRAPH.roles.rules for verb in rule.verbs} == set(GRAPH.roles.verbs)


def test_the_moments_stand_in_the_order_of_time() -> None:
    days = [moment.on for moment in LIBRARY.moments.values()]
    assert days == sorted(set(days))


def test_the_two_that_are_compared_are_accreditation_bodies() -> None:
    compared = LIBRARY.trust_comparison
    kinds = {GRAPH.bodies[slug].kind for slug in (compared.first, compared.second)}
    assert kinds == {"accreditation-body"}
