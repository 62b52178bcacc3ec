"""Audit time: the published table row by row, the worked examples, and what holds always."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.library import open_library
from kit.cycle.effort import (
    Staff,
    effective_personnel,
    estimate,
    find_row,
    to_nearest_half,
    up_to_half,
)

TABLE = open_library().audit_time
LAST = TABLE.rows[-1].high
# As one certification body prints it, iicregistrar.com: people from and to, initial days,
# surveillance a year and recertification, both rounded up to half days and at least one day.
PUBLISHED = [
    (1, 5, "1.5", "1", "1"),
    (6, 10, "2", "1", "1.5"),
    (11, 15, "2.5", "1", "2"),
    (16, 25, "3", "1", "2"),
    (26, 45, "4", "1.5", "3"),
    (46, 65, "5", "2", "3.5"),
    (66, 85, "6", "2", "4"),
    (86, 125, "7", "2.5", "5"),
    (126, 175, "8", "3", "5.5"),
    (176, 275, "9", "3", "6"),
    (276, 425, "10", "3.5", "7"),
    (426, 625, "11", "4", "7.5"),
    (626, 875, "12", "4", "8"),
    (876, 1175, "13", "4.5", "9"),
    (1176, 1550, "14", "5", "9.5"),
    (1551, 2025, "15", "5", "10"),
    (2026, 2675, "16", "5.5", "11"),
    (2676, 3450, "17", "6", "11.5"),
    (3451, 4350, "18", "6", "12"),
    (4351, 5450, "19", "6.5", "13"),
    (5451, 6800, "20", "7", "13.5"),
    (6801, 8500, "21", "7", "14"),
    (8501, 10700, "22", "7.5", "15"),
]
people = st.integers(1, LAST)
percent = st.integers(-60, 60)


def days(full_time: int, adjustment: int = 0) -> Fraction:
    return estimate(TABLE, Staff(full_time=full_time), adjustment=adjustment).initial_days


@pytest.mark.parametrize(("low", "high", "initial", "yearly", "again"), PUBLISHED)
def test_a_row_is_the_published_one(
    low: int, high: int, initial: str, yearly: str, again: str
) -> None:
    for number in (low, high):
        found = estimate(TABLE, Staff(full_time=number))
        assert found.initial_days == Fraction(initial)
        assert max(up_to_half(found.after("surveillance")), 1) == Fraction(yearly)
        assert max(up_to_half(found.after("recertification")), 1) == Fraction(again)


def test_the_table_has_no_row_more_and_none_less() -> None:
    rows = [(row.low, row.high, row.days) for row in TABLE.rows]
    assert rows == [published[:3] for published in PUBLISHED]
    assert all(before.high + 1 == after.low for before, after in pairwise(TABLE.rows))


@pytest.mark.parametrize(
    ("full_time", "initial", "yearly", "again"), [(60, 5, 1.7, 3.3), (100, 7, 2.3, 4.7)]
)
def test_the_worked_examples_of_the_reference(
    full_time: int, initial: int, yearly: float, again: float
) -> None:
    found = estimate(TABLE, Staff(full_time=full_time))
    assert found.initial_days == initial
    assert float(found.after("surveillance")) == pytest.approx(yearly, abs=0.05)
    assert float(found.after("recertification")) == pytest.approx(again, abs=0.05)


@pytest.mark.parametrize(
    ("given_days", "rounded"),
    [
        ("5.2", "5"),
        ("5.25", "5.5"),
        ("5.3", "5.5"),
        ("5.75", "6"),
        ("0.25", "0.5"),
        ("5.74", "5.5"),
    ],
)
def test_rounding_goes_to_the_nearest_half_and_halves_go_up(given_days: str, rounded: str) -> None:
    assert to_nearest_half(Fraction(given_days)) == Fraction(rounded)


@pytest.mark.parametrize(("full_time", "kept"), [(20, "2.5"), (70, "4.5"), (150, "6")])
def test_a_cut_that_rounding_would_make_too_large_is_rounded_up(full_time: int, kept: str) -> None:
    found = estimate(TABLE, Staff(full_time=full_time), adjustment=-30)
    assert found.after("rounding") < found.initial_days == Fraction(kept)


def test_a_cut_beyond_the_limit_is_held_at_it() -> None:
    found = estimate(TABLE, Staff(full_time=100), adjustment=-40)
    assert (found.after("adjustment"), found.after("limit")) == (Fraction("4.2"), Fraction("4.9"))


def test_people_of_part_time_count_by_their_hours() -> None:
    staff = Staff(full_time=56, part_time=9, part_time_hours=20)
    assert effective_personnel(staff, TABLE.full_week_hours) == Fraction("60.5")
    assert estimate(TABLE, staff).people == 61


def test_nobody_in_the_scope_is_refused() -> None:
    with pytest.raises(ValueError, match="expected more than none"):
        estimate(TABLE, Staff(full_time=0, part_time=3))


def test_beyond_the_table_the_calculation_stops() -> None:
    found = estimate(TABLE, Staff(full_time=LAST + 1))
    assert found.is_beyond_table
    assert [step.what for step in found.steps] == ["effective", "whole_people", "end_of_table"]
    with pytest.raises(LookupError, match="end of the table"):
        _ = found.initial_days


@pytest.mark.parametrize(("asked", "counted"), [(60, "4"), (80, "4"), (90, "4.5"), (100, "5")])
def test_at_least_four_fifths_are_on_site(asked: int, counted: str) -> None:
    found = estimate(TABLE, Staff(full_time=60), on_site=asked)
    assert found.after("on_site") == Fraction(counted)


@given(people, percent)
def test_days_are_whole_halves(number: int, adjustment: int) -> None:
    found = estimate(TABLE, Staff(full_time=number), adjustment=adjustment)
    for what in ("limit_after_rounding", "surveillance_rounding", "recertification_rounding"):
        assert (found.after(what) * 2).denominator == 1


@given(people, percent)
def test_no_cut_is_larger_than_the_limit_once_rounded(number: int, adjustment: int) -> None:
    row = find_row(TABLE.rows, number)
    assert row is not None
    least = Fraction(row.days) * Fraction(100 - TABLE.most_cut, 100)
    assert days(number, adjustment) >= least


@given(people, percent)
def test_rounding_moves_the_days_by_less_than_a_half(number: int, adjustment: int) -> None:
    found = estimate(TABLE, Staff(full_time=number), adjustment=adjustment)
    assert abs(found.initial_days - found.after("limit")) < Fraction(1, 2)


@given(people, people, percent)
def test_more_people_never_take_less_time(one: int, other: int, adjustment: int) -> None:
    few, many = sorted((one, other))
    assert days(few, adjustment) <= days(many, adjustment)


@given(people, percent, percent)
def test_a_larger_adjustment_never_takes_less_time(number: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert days(number, low) <= days(number, high)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 39))
def test_each_step_begins_where_one_before_it_ended(full: int, part: int, hours: int) -> None:
    staff = Staff(full_time=full + 1, part_time=part, part_time_hours=hours)
    steps = estimate(TABLE, staff).steps
    assert steps[0].before == staff.heads
    for place, step in enumerate(steps[1:], start=1):
        assert step.before in {before.after for before in steps[:place]}


@given(st.fractions(0, 100))
def test_up_to_half_is_the_least_half_that_is_enough(number: Fraction) -> None:
    up = up_to_half(number)
    assert up - Fraction(1, 2) < number <= up
    assert up == Fraction(ceil(number * 2), 2)
