"""Facility and discrimination are the published ones and keep the rules."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.chance import wilson_interval
from kit.statistics.items import ItemFigures, Scores, measure_item, rest_score
from tests.statistics.published import lsat_rows

NAMES = ("parties", "scope", "dates", "claims")
points = st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 2 / 3, 1.0])
groups = st.lists(st.dictionaries(st.sampled_from(NAMES), points), max_size=12)


@pytest.mark.parametrize(
    ("place", "facility", "discrimination"),
    [
        (0, 0.924, 0.1128),
        (1, 0.709, 0.1532),
        (2, 0.553, 0.1728),
        (3, 0.763, 0.1444),
        (4, 0.870, 0.1216),
    ],
)
def test_figures_are_those_of_another_program(
    place: int, facility: float, discrimination: float
) -> None:
    # As printed by descript(LSAT) of the R package ltm: Rizopoulos, D. (2006), Journal of
    # Statistical Software, 17(5); it divides by n - 1, which moves the fourth decimal by one.
    learners = [dict(zip("abcde", row, strict=True)) for row in lsat_rows()]
    found = measure_item("abcde"[place], learners)
    assert found.learners == 1000
    assert found.facility == pytest.approx(facility)
    assert found.discrimination == pytest.approx(discrimination, abs=1.5e-4)


def test_the_rest_leaves_the_question_itself_out() -> None:
    # By hand: against the rests 0, 1/2 and 1, the scores 0, 1 and 1 correlate by sqrt(3) / 2.
    learners = [
        {"parties": 0, "scope": 0, "dates": 0},
        {"parties": 1, "scope": 1, "dates": 0},
        {"parties": 1, "scope": 1, "dates": 1},
    ]
    assert measure_item("parties", learners).discrimination == pytest.approx(3**0.5 / 2)


def test_facility_has_its_interval() -> None:
    learners = [{"parties": score} for score in (1, 1, 0.5, 0)]
    assert measure_item("parties", learners) == ItemFigures(
        learners=4, facility=0.625, interval=wilson_interval(2.5, 4), discrimination=None
    )


def test_a_question_that_nobody_tried_has_no_figures() -> None:
    assert measure_item("scope", [{"parties": 1}, {}]) == ItemFigures(learners=0)


@pytest.mark.parametrize(
    "learners",
    [
        [{"parties": 1, "scope": x} for x in (0, 1, 0)],
        [{"parties": 0, "scope": x} for x in (0, 1, 0)],
        [{"parties": x, "scope": 1} for x in (0, 1, 0)],
        [{"parties": x} for x in (0, 1, 0)],
        [{"parties": x, "scope": x} for x in (0, 1)],
    ],
    ids=["all solved", "none solved", "the rest is equal", "no rest", "two learners"],
)
def test_discrimination_that_is_not_defined_is_none(learners: list[Scores]) -> None:
    assert measure_item("parties", learners).discrimination is None


def test_rests_that_are_equal_but_for_rounding_are_equal() -> None:
    orders = [(0.1, 0.2, 0.3), (0.3, 0.2, 0.1), (0.2, 0.3, 0.1), (0.3, 0.1, 0.2)]
    learners = [
        {"parties": score, "scope": a, "dates": b, "claims": c}
        for score, (a, b, c) in zip((0.0, 1.0, 0.7, 1 / 3), orders, strict=True)
    ]
    assert measure_item("parties", learners).discrimination is None


def test_a_rest_is_the_mean_of_what_was_tried() -> None:
    scores = {"parties": 1, "scope": 0, "dates": 1}
    assert rest_score("parties", scores) == pytest.approx(1 / 2)
    assert rest_score("claims", scores) == pytest.approx(2 / 3)
    assert rest_score("parties", {"parties": 1}) is None


@given(groups)
def test_figures_stay_in_their_bounds(learners: list[Scores]) -> None:
    found = measure_item("parties", learners)
    assert found.learners == sum("parties" in scores for scores in learners)
    assert found.facility is None or 0 <= found.facility <= 1
    assert found.discrimination is None or -1 <= found.discrimination <= 1


@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_learners_changes_nothing(learners: list[Scores], rng: Random) -> None:
    turned = rng.sample(learners, len(learners))
    before, after = (measure_item("parties", each) for each in (learners, turned))
    assert after.facility == pytest.approx(before.facility)
    assert after.discrimination == pytest.approx(before.discrimination, abs=1e-6)


@given(groups, st.integers(-3, 3))
def test_a_constant_changes_no_discrimination(learners: list[Scores], constant: int) -> None:
    full = [{name: scores.get(name, 0.0) for name in NAMES} for scores in learners]
    moved = [scores | {"scope": scores["scope"] + constant} for scores in full]
    before, after = (measure_item("parties", each).discrimination for each in (full, moved))
    assert after == pytest.approx(before, abs=1e-6)
