"""Grading: the table of cases, and what must hold for every answer."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.content.questions import AnyQuestion
from kit.quiz.grading import AnswerError, grade
from tests.quiz.answers import draw_answer, is_of_kind
from tests.quiz.cases import CASES, Case
from tests.quiz.samples import (
    DATE,
    DECIDE,
    EVERY_KIND,
    FALSE,
    GAPS,
    MARK,
    MATCH,
    NUMBER,
    ORDER,
    SINGLE,
    SORT,
    TWO_OF_FIVE,
    TWO_OF_FOUR,
)

each_kind = pytest.mark.parametrize("question", EVERY_KIND, ids=is_of_kind)
LUCK = st.integers(0, 2**32).map(random.Random)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_grade_meets_the_table(case: Case) -> None:
    graded = grade(case.question, case.answer)
    assert (graded.score, graded.parts) == (pytest.approx(case.score), case.parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_solved_means_a_full_score(case: Case) -> None:
    assert grade(case.question, case.answer).is_solved == (case.score == 1)


@each_kind
@settings(deadline=None)
@given(luck=LUCK)
def test_every_answer_scores_between_nothing_and_one(question: Any, luck: random.Random) -> None:
    assert 0 <= grade(question, draw_answer(question, luck)).score <= 1


@each_kind
@settings(deadline=None)
@given(luck=LUCK)
def test_what_is_solved_has_no_wrong_part(question: Any, luck: random.Random) -> None:
    graded = grade(question, draw_answer(question, luck))
    assert graded.is_solved <= all(graded.parts.values())


@each_kind
@settings(deadline=None)
@given(luck=LUCK)
def test_parts_are_told_of_what_was_answered_only(question: Any, luck: random.Random) -> None:
    answer = draw_answer(question, luck)
    parts = grade(question, answer).parts
    if isinstance(answer, str):
        assert parts.keys() <= {":key", *question.slips}
    elif "verdict" in answer:
        assert set(parts) == {f":{answer['verdict']}", answer["reason"]}
    else:
        assert set(parts) == set(answer)


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
        (MATCH, {"a": "y"}),
        (MATCH, {"x": "a"}),
        (ORDER, ["a", "b", "c"]),
        (ORDER, ["a", "b", "c", "c"]),
        (ORDER, None),
        (GAPS, {"a": "unknown"}),
        (GAPS, ["p"]),
        (NUMBER, "many"),
        (NUMBER, 19023),
        (NUMBER, ""),
        (DATE, "tomorrow"),
        (DATE, "30.02.2016"),
        (DATE, ["28.01.2016"]),
        (MARK, ["z"]),
        (MARK, {"b": True}),
        (DECIDE, {"verdict": "true", "reason": "a"}),
        (DECIDE, "minor"),
    ],
)
def test_an_answer_of_another_form_is_named(question: AnyQuestion, answer: Any) -> None:
    with pytest.raises(AnswerError, match="expected"):
        grade(question, answer)
