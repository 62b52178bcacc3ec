"""Certainty marks: to say what one thinks is best, and where the best choice changes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.quiz.confidence import MARKS, mark_certainty

CHANCES = st.fractions(0, 1, max_denominator=1000)


def expected_mark(confidence: str, chance: Fraction) -> Fraction:
    right, wrong = (mark_certainty(confidence, is_right=is_right) for is_right in (True, False))
    return chance * right + (1 - chance) * wrong


def best_choices(chance: Fraction) -> set[str]:
    marks = {confidence: expected_mark(confidence, chance) for confidence in MARKS}
    return {confidence for confidence, mark in marks.items() if mark == max(marks.values())}


@pytest.mark.parametrize(
    ("confidence", "right", "wrong"), [("guess", 1, 0), ("fairly", 2, -2), ("sure", 3, -6)]
)
def test_the_marks(confidence: str, right: int, wrong: int) -> None:
    assert mark_certainty(confidence, is_right=True) == right
    assert mark_certainty(confidence, is_right=False) == wrong


@pytest.mark.parametrize(
    ("chance", "best"),
    [
        (Fraction(0), {"guess"}),
        (Fraction(2, 3), {"guess", "fairly"}),
        (Fraction(4, 5), {"fairly", "sure"}),
        (Fraction(1), {"sure"}),
    ],
)
def test_the_best_choice_changes_at_two_thirds_and_four_fifths(
    chance: Fraction, best: set[str]
) -> None:
    assert best_choices(chance) == best


@settings(deadline=None)
@given(CHANCES)
def test_between_the_changes_one_choice_is_best(chance: Fraction) -> None:
    if chance not in {Fraction(2, 3), Fraction(4, 5)}:
        honest = (
            "guess" if chance < Fraction(2, 3) else "fairly" if chance < Fraction(4, 5) else "sure"
        )
        assert best_choices(chance) == {honest}


@settings(deadline=None)
@given(CHANCES, CHANCES)
def test_more_knowledge_never_brings_less(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    best = [max(expected_mark(each, chance) for each in MARKS) for chance in (low, high)]
    assert best[0] <= best[1]


def test_an_unknown_confidence_is_refused() -> None:
    with pytest.raises(KeyError):
        mark_certainty("certain", is_right=True)
