"""Counting in months: worked examples, and what holds for every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.cycle.term import add_months, infer_decision, last_day
from tests.cycle.factories import RULES, day, days


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2013-01-29", 12, "2014-01-29"),
        ("2013-01-29", 36, "2016-01-29"),
        ("2013-08-31", 6, "2014-02-28"),
        ("2015-08-31", 6, "2016-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2013-12-31", 2, "2014-02-28"),
        ("2014-01-31", -2, "2013-11-30"),
        ("2016-01-29", -36, "2013-01-29"),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last_of_a_shorter_month(
    start: str, months: int, end: str
) -> None:
    assert add_months(day(start), months) == day(end)


@given(days, st.integers(-400, 400))
def test_months_lead_to_the_month_so_far_away_and_never_past_the_day(
    start: date, months: int
) -> None:
    end = add_months(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    is_last = (end + timedelta(days=1)).month != end.month
    assert end.day == start.day or (end.day < start.day and is_last)


@given(days, days, st.integers(0, 60))
def test_a_later_start_never_leads_to_an_earlier_end(one: date, other: date, months: int) -> None:
    first, second = sorted([one, other])
    assert add_months(first, months) <= add_months(second, months)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2013-01-29", "2016-01-28"),
        ("2013-03-01", "2016-02-29"),
        ("2013-01-01", "2015-12-31"),
        ("2012-02-29", "2015-02-27"),
    ],
)
def test_a_term_ends_the_day_before_its_anniversary(first: str, last: str) -> None:
    assert last_day(day(first), 36) == day(last)


@pytest.mark.parametrize("edition", ["2011", "2015"])
def test_from_the_expiry_of_pomorie_the_decision_is_inferred(edition: str) -> None:
    inferred = infer_decision(day("2016-01-28"), RULES[edition])
    assert inferred.day == day("2013-01-29")
    assert RULES[edition].rules[inferred.rule].certainty == "inference"


@given(days)
def test_an_inferred_decision_is_at_most_a_day_off(decision: date) -> None:
    inferred = infer_decision(last_day(decision, 36), RULES["2015"])
    assert abs((inferred.day - decision).days) <= 1
