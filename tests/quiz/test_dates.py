"""Typed dates are read in the forms of both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.quiz.dates import MONTHS, read_date
from tests.quiz.typed import DATES

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(("typed", "day"), DATES.items())
def test_a_typed_date_meets_the_table(typed: str, day: str | None) -> None:
    assert read_date(typed) == (None if day is None else date.fromisoformat(day))


@settings(deadline=None)
@given(DAYS)
def test_a_date_is_read_in_every_form(day: date) -> None:
    english, bulgarian = MONTHS[day.month - 1], MONTHS[day.month + 11]
    for typed in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year} г.",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day} {english.title()} {day.year}",
        f"{day.day} {bulgarian} {day.year} г.",
        f"{english} {day.day}, {day.year}",
    ):
        assert read_date(typed) == day


@settings(deadline=None)
@given(st.text(alphabet="0123456789.-/ гянуариjan", max_size=16))
def test_whatever_is_typed_is_read_or_not(typed: str) -> None:
    found = read_date(typed)
    assert found is None or found.year >= 1000


def test_a_name_cut_short_fits_one_month_or_none() -> None:
    for place, name in enumerate(MONTHS):
        typed = read_date(f"1 {name} 2016")
        assert typed
        assert typed.month == place % 12 + 1
