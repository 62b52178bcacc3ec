"""No strategy that ignores the stem is worth more than the bound that each rule states.

A blind answer knows nothing of the key: whatever it is, every key of the same form is as likely.
So the worth of a blind answer is its mean score over all those keys, reckoned here exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import permutations, product
from statistics import fmean
from typing import Any, get_args

import pytest

from kit.content.questions import Decide, Finding, Gaps, Match, Number, Order, Pair, Sort, TrueFalse
from kit.quiz.grading import grade
from kit.quiz.kinds.choice import grade_set
from tests.quiz.samples import TEXT, ask, gaps, items, options, steps, text_with

LETTERS = "abcdefghijkl"
NEARLY = 1e-9


def patterns(things: int, places: int) -> set[tuple[int, ...]]:
    """Return every way to share things out over places, whichever place is which."""
    every = product(range(places), repeat=things)
    return {tuple(sorted((one.count(p) for p in range(places)), reverse=True)) for one in every}


def share_out(pattern: Sequence[int], places: str) -> list[str]:
    return [place for place, times in zip(places, pattern, strict=True) for _ in range(times)]


def keys_like(given: Sequence[str], places: str) -> list[tuple[str, ...]]:
    """Return the patterns of `given` under every naming of things and places."""
    shared = set(permutations(given))
    named = [dict(zip(places, names, strict=True)) for names in permutations(places)]
    return [tuple(names[one] for one in key) for key in shared for names in named]


def worth_of_places(question: Any, given: Sequence[str], places: str) -> float:
    scores = [
        grade(question, dict(zip(LETTERS, answer, strict=False))).score
        for answer in keys_like(given, places)
    ]
    return fmean(scores)


@pytest.mark.parametrize("parts", range(3, 13))
def test_choosing_so_many_is_worth_at_most_one_in_three(parts: int) -> None:
    letters = LETTERS[:parts]
    for right in range(1, parts):
        keys = {letter: place < right for place, letter in enumerate(letters)}
        for size in range(parts + 1):
            assert blind_set(keys, size) <= (1 / 3 if parts <= 4 else 3 / 10) + NEARLY


def blind_set(keys: dict[str, bool], size: int) -> float:
    """Return the mean score of so many parts: how many of them are right, and how likely."""
    right = [letter for letter, is_right in keys.items() if is_right]
    wrong = [letter for letter, is_right in keys.items() if not is_right]
    ways = choose(len(keys), size)
    return float(
        sum(
            Fraction(choose(len(right), hits) * choose(len(wrong), size - hits), ways)
            * Fraction(grade_set(keys, right[:hits] + wrong[: size - hits]).score)
            for hits in range(max(0, size - len(wrong)), min(size, len(right)) + 1)
        )
    )


def choose(things: int, taken: int) -> int:
    ways = 1
    for place in range(taken):
        ways = ways * (things - place) // (place + 1)
    return ways


@pytest.mark.parametrize("groups", [2, 3, 4])
@pytest.mark.parametrize("things", [3, 4, 5])
def test_sorting_blindly_is_worth_at_most_one_in_four(things: int, groups: int) -> None:
    names = "wxyz"[:groups]
    forms = sorted(patterns(things, groups))
    for key in (share_out(form, names) for form in forms if form[0] < things):
        question = ask(
            Sort,
            groups=dict.fromkeys(names, TEXT),
            items=items(**dict(zip(LETTERS, key, strict=False))),
        )
        for form in forms:
            assert worth_of_places(question, share_out(form, names), names) <= 1 / 4 + NEARLY


@pytest.mark.parametrize("names", ["xyz", "wxyz"])
def test_gaps_with_several_right_choices_are_blindly_worth_at_most_three_in_eight(
    names: str,
) -> None:
    allowed = [" ".join(name for name in names if name != other) for other in names]
    question = ask(
        Gaps,
        text=text_with(LETTERS[: len(names)]),
        choices=dict.fromkeys(names, TEXT),
        gaps=gaps(**dict(zip(LETTERS, allowed, strict=False))),
    )
    for form in patterns(len(names), len(names)):
        assert worth_of_places(question, share_out(form, names), names) <= 3 / 8 + NEARLY


@pytest.mark.parametrize("others", [0, 2])
@pytest.mark.parametrize("pairs", [3, 4, 5])
def test_each_partner_once_is_blindly_worth_at_most_one_in_six(pairs: int, others: int) -> None:
    letters = LETTERS[:pairs]
    question = ask(
        Match,
        pairs={slug: Pair(text=TEXT, partner=TEXT, why=TEXT) for slug in letters},
        others=dict.fromkeys("xy"[:others], TEXT),
    )
    given = permutations([*letters, *"xy"[:others]], pairs)
    scores = [grade(question, dict(zip(letters, one, strict=True))).score for one in given]
    assert fmean(scores) <= 1 / 6 + NEARLY


@pytest.mark.parametrize("place", "abc")
def test_one_place_for_everything_is_worth_nothing(place: str) -> None:
    question = ask(Match, pairs={s: Pair(text=TEXT, partner=TEXT, why=TEXT) for s in "abc"})
    assert grade(question, dict.fromkeys("abc", place)).score == 0


@pytest.mark.parametrize(
    ("things", "bound"), [(3, Fraction(5, 18)), (4, Fraction(7, 36)), (5, Fraction(7, 36))]
)
def test_a_blind_order_is_worth_little(things: int, bound: Fraction) -> None:
    letters = LETTERS[:things]
    question = ask(Order, steps=steps(letters))
    scores = [grade(question, list(one)).score for one in permutations(letters)]
    assert fmean(scores) <= float(bound) + NEARLY
    assert things > 4 or fmean(scores) == pytest.approx(float(bound))


def worth_of_verdict(questions: Iterable[Any], verdict: str) -> float:
    questions = list(questions)
    answers = [{"verdict": verdict, "reason": reason} for reason in "abc"]
    return fmean(grade(one, answer).score for one in questions for answer in answers)


@pytest.mark.parametrize("verdict", ["true", "false"])
def test_true_for_all_is_worth_one_in_three(verdict: str) -> None:
    both = [ask(TrueFalse, is_true=truth, options=options("a", "bc")) for truth in (True, False)]
    assert worth_of_verdict(both, verdict) == pytest.approx(1 / 3)


@pytest.mark.parametrize("verdict", get_args(Finding))
def test_one_finding_for_all_is_worth_two_in_fifteen(verdict: str) -> None:
    every = [ask(Decide, finding=one, options=options("a", "bc")) for one in get_args(Finding)]
    assert worth_of_verdict(every, verdict) == pytest.approx(2 / 15)


@pytest.mark.parametrize("tolerance", [0, 1, 5])
def test_one_number_for_all_hits_what_the_tolerance_covers(tolerance: int) -> None:
    every = [ask(Number, value=str(n), tolerance=str(tolerance), why=TEXT) for n in range(100)]
    assert sum(grade(one, "50").score for one in every) == 2 * tolerance + 1
