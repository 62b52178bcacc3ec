"""Intervals, tails and quantiles are the published ones."""

from __future__ import annotations

from math import exp, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.chance import chi_square_tail, f_quantile, wilson_interval

degrees = st.integers(1, 400)
probabilities = st.floats(0.001, 0.999)
# Two sums of many terms may differ in the last digit.
ROUNDING = 1e-12


# Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(hits: int, trials: int, low: float, high: float) -> None:
    assert wilson_interval(hits, trials) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.floats(0, n), st.just(n))))
def test_the_interval_holds_the_share(drawn: tuple[float, int]) -> None:
    hits, trials = drawn
    low, high = wilson_interval(hits, trials)
    assert 0 <= low <= hits / trials + 1e-9
    assert hits / trials - 1e-9 <= high <= 1


# NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper critical values.
@pytest.mark.parametrize(
    ("value", "degrees", "tail"),
    [
        (2.706, 1, 0.10),
        (3.841, 1, 0.05),
        (5.991, 2, 0.05),
        (7.815, 3, 0.05),
        (11.345, 3, 0.01),
        (18.475, 7, 0.01),
        (23.209, 10, 0.01),
    ],
)
def test_the_tail_of_chi_square_is_the_published_one(
    value: float, degrees: int, tail: float
) -> None:
    assert chi_square_tail(value, degrees) == pytest.approx(tail, abs=5e-5)


@given(st.floats(0, 200), st.integers(1, 60))
def test_the_tail_of_chi_square_shrinks_with_the_value(value: float, degrees: int) -> None:
    further, nearer = chi_square_tail(value + 1, degrees), chi_square_tail(value, degrees)
    assert 0 <= further <= 1
    assert further <= nearer + ROUNDING
    assert chi_square_tail(0, degrees) == 1


@given(st.floats(0, 200))
def test_the_tail_of_chi_square_with_four_degrees_is_known(value: float) -> None:
    assert chi_square_tail(value, 4) == pytest.approx(exp(-value / 2) * (1 + value / 2))


# NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3: upper critical values.
@pytest.mark.parametrize(
    ("probability", "above", "below", "value"),
    [
        (0.95, 1, 1, 161.448),
        (0.95, 5, 10, 3.326),
        (0.95, 10, 20, 2.348),
        (0.95, 10, 100, 1.927),
        (0.99, 5, 10, 5.636),
        (0.99, 8, 30, 3.173),
        (0.90, 3, 7, 3.074),
    ],
)
def test_the_quantile_of_f_is_the_published_one(
    probability: float, above: int, below: int, value: float
) -> None:
    assert f_quantile(probability, above, below) == pytest.approx(value, abs=5e-4)


@settings(deadline=None)
@given(probabilities, degrees)
def test_the_quantile_of_f_with_two_degrees_above_is_known(probability: float, below: int) -> None:
    known = below / 2 * ((1 - probability) ** (-2 / below) - 1)
    assert f_quantile(probability, 2, below) == pytest.approx(known, rel=1e-6)


@settings(deadline=None)
@given(probabilities, degrees, degrees)
def test_the_quantile_of_f_turns_round(probability: float, above: int, below: int) -> None:
    turned = 1 / f_quantile(1 - probability, below, above)
    assert f_quantile(probability, above, below) == pytest.approx(turned, rel=1e-6)


def test_the_quantile_of_f_goes_over_into_chi_square() -> None:
    chi_square_95 = 18.307  # with 10 degrees of freedom, from the table named above
    assert f_quantile(0.95, 10, 2_000_000) * 10 == pytest.approx(chi_square_95, abs=1e-3)


def test_the_quantile_of_f_holds_for_a_large_group() -> None:
    # With so many degrees of freedom, F is close to normal with this deviation.
    above, below = 4_999, 4_999 * 99
    deviation = sqrt(2 / above + 2 / below)
    assert f_quantile(0.975, above, below) == pytest.approx(1 + 1.96 * deviation, abs=2e-3)
