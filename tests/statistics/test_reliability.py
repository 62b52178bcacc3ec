"""Alpha, its interval and the error of a score are the published ones and keep the rules."""

from __future__ import annotations

from math import sqrt
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kit.statistics.reliability import Reliability, find_alpha, find_interval, measure_test
from tests.statistics.published import WUENSCH, lsat_rows

scores = st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 2 / 3, 1.0])


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    questions = draw(st.integers(2, 6))
    row = st.lists(scores, min_size=questions, max_size=questions)
    return draw(st.lists(row, min_size=2, max_size=12))


def test_kr_20_is_the_published_one() -> None:
    # The sum of p times q is 2.18, the variance of the totals 5.84.
    assert find_alpha(WUENSCH) == pytest.approx(10 / 9 * (1 - 2.18 / 5.84))


@pytest.mark.parametrize(
    ("without", "alpha"),
    [(None, 0.2950), (0, 0.2754), (1, 0.2376), (2, 0.2168), (3, 0.2459), (4, 0.2663)],
)
def test_alpha_is_that_of_another_program(without: int | None, alpha: float) -> None:
    # As printed by descript(LSAT) of the R package ltm: Rizopoulos, D. (2006), Journal of
    # Statistical Software, 17(5).
    rows = [[x for place, x in enumerate(row) if place != without] for row in lsat_rows()]
    assert find_alpha(rows) == pytest.approx(alpha, abs=5e-5)


def test_alpha_with_partial_credit_is_that_reckoned_by_hand() -> None:
    # Variances 1/4, 1/4 and 1/12; totals 0, 2 and 2.5 with the variance 7/4.
    rows = [[0, 0, 0], [1, 0.5, 0.5], [1, 1, 0.5]]
    assert find_alpha(rows) == pytest.approx(3 / 2 * (1 - (1 / 3 + 1 / 4 + 1 / 12) / (7 / 4)))


def test_alpha_of_questions_that_agree_is_one() -> None:
    assert find_alpha([[1, 1, 1], [0, 0, 0], [0.5, 0.5, 0.5]]) == pytest.approx(1)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [[1, 0]],
        [[1], [0]],
        [[1, 1], [1, 1]],
        [[0, 0], [0, 0]],
        [[1, 0], [0, 1]],
        [[1 / 3, 2 / 3, 0.1], [2 / 3, 0.1, 1 / 3], [0.1, 1 / 3, 2 / 3]],
    ],
    ids=[
        "nobody",
        "no question",
        "one learner",
        "one question",
        "all right",
        "all wrong",
        "same total",
        "same total but for rounding",
    ],
)
def test_alpha_that_is_not_defined_is_none(rows: list[list[float]]) -> None:
    assert find_alpha(rows) is None
    assert measure_test(rows) is None


@given(tables())
def test_alpha_is_at_most_one(rows: list[list[float]]) -> None:
    alpha = find_alpha(rows)
    assume(alpha is not None)
    assert alpha <= 1


@given(tables(), st.randoms(use_true_random=False))
def test_alpha_knows_no_order(rows: list[list[float]], rng: Random) -> None:
    turned = rng.sample(rows, len(rows))
    columns = list(zip(*turned, strict=True))
    mixed = list(zip(*rng.sample(columns, len(columns)), strict=True))
    assert find_alpha(mixed) == pytest.approx(find_alpha(rows), abs=1e-6)


@given(tables(), st.integers(-3, 3), st.integers(1, 4))
def test_alpha_knows_no_origin_and_no_unit(
    rows: list[list[float]], constant: int, unit: int
) -> None:
    moved = [[row[0] + constant, *row[1:]] for row in rows]
    scaled = [[unit * score for score in row] for row in rows]
    assert find_alpha(moved) == pytest.approx(find_alpha(rows), abs=1e-6)
    assert find_alpha(scaled) == pytest.approx(find_alpha(rows), abs=1e-6)


@pytest.mark.parametrize(
    ("alpha", "learners", "questions", "low", "high"),
    [
        # Evans, C.: the function feldt1.return, MRC Cognition and Brain Sciences Unit, StatsWiki.
        (0.913, 873, 20, 0.9044024, 0.9211588),
        # Zaiontz, C.: Real Statistics, Cronbach's alpha continued.
        (0.591719, 15, 10, 0.194922, 0.839821),
    ],
)
def test_the_interval_is_the_published_one(
    alpha: float, learners: int, questions: int, low: float, high: float
) -> None:
    assert find_interval(alpha, learners, questions) == pytest.approx((low, high), abs=1e-6)


@settings(deadline=None)
@given(st.floats(-1, 0.999), st.integers(2, 60), st.integers(2, 40))
def test_the_interval_narrows_with_more_learners(
    alpha: float, learners: int, questions: int
) -> None:
    low, high = find_interval(alpha, learners, questions)
    lower, higher = find_interval(alpha, 4 * learners, questions)
    assert low < lower <= higher < high <= 1


def test_a_test_is_measured_as_by_hand() -> None:
    found = measure_test([[1, 1, 0], [0, 0, 0], [1, 1, 1], [1, 0, 0]])
    # Variances 1/4, 1/3 and 1/4; totals 2, 0, 3 and 1 with the variance 5/3.
    alpha = 3 / 2 * (1 - (1 / 4 + 1 / 3 + 1 / 4) / (5 / 3))
    assert found == Reliability(
        learners=4,
        questions=3,
        is_all_or_nothing=True,
        alpha=pytest.approx(alpha),
        interval=pytest.approx(find_interval(alpha, 4, 3)),
        mean=pytest.approx(1 / 2),
        deviation=pytest.approx(sqrt(5 / 3) / 3),
        error=pytest.approx(sqrt(5 / 3 * (1 - alpha)) / 3),
    )


def test_partial_credit_is_told_from_all_or_nothing() -> None:
    found = measure_test([[1, 0.5], [0, 0], [1, 1]])
    assert found is not None
    assert not found.is_all_or_nothing


@given(tables())
def test_the_error_is_at_most_the_deviation(rows: list[list[float]]) -> None:
    found = measure_test(rows)
    assume(found is not None)
    assert 0 <= found.error <= found.deviation <= 1


def reliability(alpha: float, questions: int = 10) -> Reliability:
    return Reliability(
        learners=20,
        questions=questions,
        is_all_or_nothing=True,
        alpha=alpha,
        interval=(0, 1),
        mean=0.5,
        deviation=0.2,
        error=0.1,
    )


@pytest.mark.parametrize(
    ("alpha", "aim", "questions"),
    # Twice as many questions of 0.5 reach 2 * 0.5 / 1.5, three times as many 3 * 0.5 / 2.
    [
        (0.5, 2 / 3, 20),
        (0.5, 0.75, 30),
        (0.8, 0.8, 10),
        (0.5, 0.7, 24),
        (0, 0.7, None),
        (1, 0.7, None),
    ],
)
def test_how_many_questions_reach_an_alpha(alpha: float, aim: float, questions: int | None) -> None:
    assert reliability(alpha).questions_for(aim) == questions


@given(st.floats(0.05, 0.95), st.floats(0.1, 0.9))
def test_so_many_questions_do_reach_the_alpha(alpha: float, aim: float) -> None:
    needed = reliability(alpha).questions_for(aim)
    assert needed is not None
    times = needed / 10
    assert times * alpha / (1 + (times - 1) * alpha) >= aim - 1e-6
