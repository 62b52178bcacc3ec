"""The two forms of a paper test ask for the same and share nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from kit.chance import chi_square_tail
from kit.content.library import open_library
from kit.content.questions import Single
from kit.paper.forms import QUESTIONS_OF_A_TEST, PaperTest, make_test
from kit.paper.keys import right_answer
from kit.paper.posing import Posed

LIBRARY = open_library()
LESSONS = [slug for slug in LIBRARY.lessons if make_test(LIBRARY, slug, "1")]
SEEDS = ("1", "2", "autumn")
EACH_LESSON = pytest.mark.parametrize("lesson_id", LESSONS)


def made(lesson_id: str, seed: str = "1") -> PaperTest:
    """Return the test of a lesson."""
    test = make_test(LIBRARY, lesson_id, seed)
    assert test is not None
    return test


@pytest.mark.parametrize("seed", SEEDS)
@EACH_LESSON
def test_forms_share_no_question(lesson_id: str, seed: str) -> None:
    first, second = made(lesson_id, seed).forms.values()
    ids = [one.id for one in (*first, *second)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("seed", SEEDS)
@EACH_LESSON
def test_forms_have_the_same_objectives_at_the_same_levels(lesson_id: str, seed: str) -> None:
    first, second = made(lesson_id, seed).forms.values()
    cells = [Counter((one.objective, one.level) for one in form) for form in (first, second)]
    assert cells[0] == cells[1]


@EACH_LESSON
def test_a_question_of_a_form_stands_in_no_other(lesson_id: str) -> None:
    for form, questions in made(lesson_id).forms.items():
        assert {one.form for one in questions} <= {form, None}


@EACH_LESSON
def test_every_objective_is_asked_or_named_as_short(lesson_id: str) -> None:
    test, objectives = made(lesson_id), LIBRARY.lesson(lesson_id).objectives
    asked = {one.objective for one in test.forms["A"]}
    assert set(objectives) <= asked | set(test.short)
    assert not asked & set(test.short)


@EACH_LESSON
def test_a_test_is_long_enough_to_tell_something(lesson_id: str) -> None:
    assert len(made(lesson_id).forms["A"]) >= QUESTIONS_OF_A_TEST


@EACH_LESSON
def test_most_questions_ask_for_more_than_memory(lesson_id: str) -> None:
    questions = made(lesson_id).forms["B"]
    assert sum(one.level == "remember" for one in questions) <= len(questions) / 3


def test_doing_weighs_more_than_naming() -> None:
    test = made("announcement")
    for one in test.forms["A"]:
        assert test.worth(one) == (2 if one.level in {"apply", "judge"} else 1)


def test_lessons_without_questions_have_no_test() -> None:
    assert make_test(LIBRARY, "review", "1") is None
    assert make_test(LIBRARY, "start", "1") is None


def test_right_letters_stand_where_chance_puts_them() -> None:
    singles = [
        one for one in map(LIBRARY.question, LIBRARY.question_paths) if isinstance(one, Single)
    ]
    fours = [
        one
        for one in singles
        if len(one.options) == 4 and not any(o.last for o in one.options.values())
    ]
    places = Counter(
        list(Posed(one, "en", f"{seed}/{form}").letters).index(right_answer(one)[0])
        for one in fours
        for seed in range(5)
        for form in "AB"
    )
    expected = sum(places.values()) / 4
    chi = sum((places[place] - expected) ** 2 / expected for place in range(4))
    assert chi_square_tail(chi, 3) > 0.001
