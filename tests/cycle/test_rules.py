"""The two rule sets: what they count with, and that they differ only where the standard changed."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from kit.content.library import open_library
from kit.cycle.events import Event
from kit.cycle.order import sift
from kit.cycle.status import stretches
from tests.cycle.factories import EDITIONS, RULES, histories

OLD, NEW = (RULES[edition].rules for edition in EDITIONS)
COUNTED = ("months", "counted_from", "rhythm", "grades", "is_usual")
ALL = [(edition, name) for edition in EDITIONS for name in RULES[edition].rules]


def test_rules_that_only_the_newer_edition_has_are_only_there() -> None:
    assert NEW.keys() - OLD.keys() == {"stage-2-again", "restoration"}
    assert OLD.keys() <= NEW.keys()


def test_the_shared_rules_count_alike_but_where_the_standard_changed() -> None:
    changed = {
        (name, field)
        for name in OLD
        for field in COUNTED
        if getattr(OLD[name], field) != getattr(NEW[name], field)
    }
    assert changed == {
        ("first-surveillance", "counted_from"),
        ("surveillance", "rhythm"),
        ("surveillance", "counted_from"),
        ("verification", "grades"),
    }


def test_only_clause_numbers_that_were_seen_are_called_confirmed() -> None:
    confirmed = {
        (edition, RULES[edition].rules[name].clause)
        for edition, name in ALL
        if RULES[edition].rules[name].clause_is_confirmed
    }
    assert confirmed == {("2011", "9.6"), ("2015", "9.1.3"), ("2015", "9.6.3.1.1")} | {
        ("2015", "9.6.3.2.5")
    }


@pytest.mark.parametrize(("edition", "name"), ALL)
def test_a_rule_is_never_surer_than_its_sources(edition: str, name: str) -> None:
    rule, sources = RULES[edition].rules[name], open_library().sources
    if rule.certainty == "seen":
        assert all(sources[slug].certainty == "seen" for slug in rule.sources)
    assert bool(rule.clause) or not rule.clause_is_confirmed


@given(histories())
def test_up_to_the_expiry_both_editions_let_a_certificate_stand_alike(
    events: list[Event],
) -> None:
    plain = [event for event in events if "Nonconformity" not in type(event).__name__]
    old, new = (sift(plain, RULES[edition])[0] for edition in EDITIONS)
    assert old.decision == new.decision
    for one, other in zip(stretches(old), stretches(new), strict=False):
        if old.expiry is None or one.first > old.expiry:
            return
        assert msgspec.structs.astuple(one) == msgspec.structs.astuple(other)
