"""Numbers and days as each language writes them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.explorers.numerals import Numerals, end_sentences
from tests.explorers.factories import make_setting

EN, BG = Numerals(make_setting("en")), Numerals(make_setting("bg"))


@pytest.mark.parametrize(
    ("number", "en", "bg"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1,000", "1\u00a0000"),
        (1014469, "1,014,469", "1\u00a0014\u00a0469"),
        (-70426, "−70,426", "−70\u00a0426"),
    ],
)
def test_whole_numbers(number: int, en: str, bg: str) -> None:
    assert (EN.whole(number), BG.whole(number)) == (en, bg)


@pytest.mark.parametrize(
    ("number", "places", "en", "bg"),
    [
        ("5", 1, "5", "5"),
        ("5/3", 1, "1.7", "1,7"),
        ("5/3", 2, "1.67", "1,67"),
        ("1/4", 1, "0.3", "0,3"),
        ("999.96", 1, "1,000", "1\u00a0000"),
        ("-5/2", 1, "−2.5", "−2,5"),
        ("1.05", 2, "1.05", "1,05"),
    ],
)
def test_decimals(number: str, places: int, en: str, bg: str) -> None:
    exact = Fraction(number)
    assert (EN.decimal(exact, places), BG.decimal(exact, places)) == (en, bg)


@pytest.mark.parametrize(("number", "said"), [(20, "+20"), (0, "0"), (-20, "−20")])
def test_a_change_has_its_sign(number: int, said: str) -> None:
    assert EN.change(number) == BG.change(number) == said


def test_days() -> None:
    day = date(2016, 1, 8)
    assert (EN.day(day), BG.day(day)) == ("8 January 2016", "08.01.2016 г.")


@given(st.integers(-(10**12), 10**12))
def test_no_digit_is_lost(number: int) -> None:
    plain = EN.whole(number).replace(",", "").replace("−", "-")
    assert int(plain) == number


def test_an_abbreviation_at_the_end_leaves_one_stop() -> None:
    assert end_sentences("до 2016 г.. Тече") == "до 2016 г. Тече"
