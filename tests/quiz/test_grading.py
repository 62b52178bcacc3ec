"""Grading: the table of cases, and what must hold for every answer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.questions import AnyQuestion, Several
from kit.quiz.grading import AnswerError, grade
from tests.quiz.cases import (
    CASES,
    FALSE,
    SINGLE,
    SORT,
    TWO_OF_FIVE,
    TWO_OF_FOUR,
    Case,
    ask,
    options,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_grade_meets_the_table(case: Case) -> None:
    graded = grade(case.question, case.answer)
    assert (graded.score, graded.parts) == (pytest.approx(case.score), case.parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_solved_means_a_full_score(case: Case) -> None:
    assert grade(case.question, case.answer).is_solved == (case.score == 1)


@given(right=st.integers(1, 5), others=st.integers(1, 5), data=st.data())
def test_several_scores_between_nothing_and_one(right: int, others: int, data: Any) -> None:
    letters = "abcdefghij"
    keys, rest = letters[:right], letters[right : right + others]
    chosen = data.draw(st.lists(st.sampled_from(keys + rest), unique=True))
    score = grade(ask(Several, options=options(keys, rest)), chosen).score
    assert 0 <= score <= 1
    assert (score == 1) == (set(chosen) == set(keys))


@given(right=st.integers(1, 5), others=st.integers(1, 5))
def test_several_everything_ticked_is_worth_nothing(right: int, others: int) -> None:
    letters = "abcdefghij"
    keys, rest = letters[:right], letters[right : right + others]
    assert grade(ask(Several, options=options(keys, rest)), list(keys + rest)).score == 0


@given(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz")))
def test_sort_scores_between_nothing_and_one(answer: dict[str, str]) -> None:
    assert 0 <= grade(SORT, answer).score <= 1


@pytest.mark.parametrize("group", "xyz")
def test_sort_one_group_for_everything_is_worth_nothing(group: str) -> None:
    assert grade(SORT, dict.fromkeys("abcd", group)).score == 0


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (SINGLE, ["a", "b"]),
        (SINGLE, ["unknown"]),
        (SINGLE, "a"),
        (SINGLE, None),
        (SINGLE, 7),
        (TWO_OF_FOUR, ["a", "a"]),
        (TWO_OF_FIVE, [["a"]]),
        (FALSE, ["false", "a"]),
        (FALSE, {"verdict": "false"}),
        (FALSE, {"verdict": "maybe", "reason": "a"}),
        (FALSE, {"verdict": "false", "reason": "z"}),
        (SORT, ["a"]),
        (SORT, {"a": "nowhere"}),
        (SORT, {"nothing": "x"}),
    ],
)
def test_an_answer_of_another_form_is_named(question: AnyQuestion, answer: Any) -> None:
    with pytest.raises(AnswerError, match="expected"):
        grade(question, answer)
