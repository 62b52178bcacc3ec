"""Typed numbers are read as people mean them, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.quiz.numbers import MOST_DIGITS, read_number
from tests.quiz.typed import NUMBERS, UNITS

ONE = 10**MOST_DIGITS


@pytest.mark.parametrize(("typed", "number"), NUMBERS.items())
def test_a_typed_number_meets_the_table(typed: str, number: str | None) -> None:
    expected = None if number is None else Fraction(number) * ONE
    assert read_number(typed, UNITS) == expected


@settings(deadline=None)
@given(st.decimals(-(10**15) + 1, 10**15 - 1, places=6), st.sampled_from(".,"), st.booleans())
def test_a_number_is_read_as_it_was_written(number: object, mark: str, is_parted: bool) -> None:
    written = f"{number:,}" if is_parted else f"{number:f}"
    typed = written.replace(",", "\u202f").replace(".", mark)
    assert read_number(typed) == Fraction(str(number)) * ONE


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,- \u202f−дниays", max_size=12))
def test_whatever_is_typed_is_read_or_not(typed: str) -> None:
    number = read_number(typed, UNITS)
    assert number is None or abs(number) < 10**30


def test_tenths_add_up_where_floats_do_not() -> None:
    tenth, two, three = (read_number(one) for one in ("0.1", "0.2", "0.3"))
    assert tenth is not None
    assert two is not None
    assert tenth + two == three
