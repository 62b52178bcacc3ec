"""Marking: points by objective, lesson and level, and what it takes to pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kit.assessment.form import draw
from kit.assessment.marking import Tally, mark
from tests.assessment.factories import FORMS, bank_of, right_answer

BANK = bank_of()
DRAWN = draw(BANK, "seed")
RIGHT = {slug: right_answer(BANK.questions[slug]) for slug in DRAWN}


@pytest.mark.parametrize("form", FORMS)
def test_every_right_answer_brings_every_point(form):
    bank = bank_of(form)
    drawn = draw(bank, "seed")
    marks = mark(bank, drawn, {slug: right_answer(bank.questions[slug]) for slug in drawn})
    assert (marks.total, marks.is_passed, marks.short) == (Tally(21, 21), True, ())


def test_nothing_answered_brings_nothing():
    marks = mark(BANK, DRAWN, {})
    assert (marks.total.points, marks.is_passed, marks.short) == (0, False, ("announcement",))


@settings(deadline=None)
@given(st.sets(st.sampled_from(DRAWN)))
def test_every_view_of_the_points_adds_up(answered):
    marks = mark(BANK, DRAWN, {slug: RIGHT[slug] for slug in answered})
    expected = sum(BANK.points(slug) for slug in answered)
    for view in (marks.lessons, marks.objectives, marks.levels):
        assert sum(tally.points for tally in view.values()) == pytest.approx(expected)
        assert sum(tally.most for tally in view.values()) == 21
    assert marks.is_passed == (expected >= 14.7)


@pytest.mark.parametrize(
    ("level", "most"), [("remember", 1), ("understand", 2), ("apply", 10), ("judge", 8)]
)
def test_each_level_has_its_weight(level, most):
    assert mark(BANK, DRAWN, {}).levels[level].most == most


def test_a_lesson_below_its_minimum_fails_the_whole():
    strict = replace(BANK.blueprint, pass_percent=1, lesson_percent=100)
    answers = {slug: RIGHT[slug] for slug in DRAWN[1:]}
    marks = mark(replace(BANK, blueprint=strict), DRAWN, answers)
    assert (marks.short, marks.is_passed) == (("announcement",), False)


@pytest.mark.parametrize(("points", "percent", "is_enough"), [
    (7, 70, True), (6.999, 70, False), (sum([1 / 3] * 21), 70, True), (0, 0, True)
])  # fmt: skip
def test_a_minimum_is_reached_exactly(points, percent, is_enough):
    assert Tally(points, 10).reaches(percent) is is_enough


@pytest.mark.parametrize(
    "answer", [None, [], "x", {"verdict": "true", "reason": None}, ["no-such"], 3]
)
def test_an_answer_that_is_unfinished_or_strange_is_worth_nothing(answer):
    for slug in DRAWN:
        assert 0 <= mark(BANK, DRAWN, {slug: answer}).scores[slug] < 1
