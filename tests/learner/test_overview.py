from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from kit.content.records import Lesson, QuizPlan
from kit.learner.overview import latest_by_question, oversee, questions_of
from kit.learner.standing import Standing, replay
from kit.text import Text
from tests.learner.factories import NOON, make_event

WORDS = Text("Announcement", "Съобщение")


def make_lesson(**quizzes):
    return Lesson(
        number=1,
        minutes=5,
        title=WORDS,
        lead=WORDS,
        needs=WORDS,
        quizzes={
            name: QuizPlan(questions=questions, title=WORDS, is_prediction=name == "prediction")
            for name, questions in quizzes.items()
        },
    )


LESSON = make_lesson(prediction=("guess",), check=("parties", "scope"), again=("scope", "dates"))
VERSIONS = {"guess": "v2", "parties": "v2", "scope": "v2", "dates": "v2"}


def oversee_events(*events):
    return oversee(LESSON, replay(events, VERSIONS), latest_by_question(events))


def test_questions_of_a_lesson_are_counted_once():
    assert questions_of(LESSON) == ("guess", "parties", "scope", "dates")
    assert questions_of(LESSON, with_predictions=False) == ("parties", "scope", "dates")


def test_a_lesson_not_begun():
    overview = oversee_events()
    assert (overview.questions, overview.scored) == (4, 3)
    assert (overview.answered, overview.solved, overview.points, overview.changed) == (0, 0, 0, 0)
    assert overview.last is None


def test_a_lesson_without_quizzes():
    overview = oversee(make_lesson(), {}, {})
    assert msgspec.structs.astuple(overview) == (0, 0, 0, 0, 0, 0, None)


def test_answers_points_and_solved_questions_are_counted():
    overview = oversee_events(
        make_event(1, score=0.25),
        make_event(2, question="scope", score=1.0),
        make_event(3, question="scope", kind="retry"),
        make_event(4, question="dates", kind="choice"),
    )
    assert (overview.answered, overview.solved, overview.points) == (2, 1, 1.25)
    assert overview.last == NOON + timedelta(seconds=4)


def test_a_prediction_is_answered_but_neither_solved_nor_scored():
    overview = oversee_events(make_event(1, question="guess", score=1.0))
    assert (overview.answered, overview.solved, overview.points) == (1, 0, 0)


def test_what_was_solved_after_the_answer_was_shown_earns_nothing():
    overview = oversee_events(
        make_event(1, kind="reveal"), make_event(2, kind="retry"), make_event(3, score=1.0)
    )
    assert (overview.answered, overview.solved, overview.points) == (1, 0, 0)


def test_a_question_that_changed_is_counted_as_changed_only():
    overview = oversee_events(make_event(1, version="v1", score=1.0))
    assert (overview.answered, overview.solved, overview.changed) == (0, 0, 1)
    assert overview.last == NOON + timedelta(seconds=1)


@pytest.mark.parametrize("order", [(1, 5), (5, 1)])
def test_the_latest_time_is_the_latest_whatever_the_order(order):
    events = [make_event(number) for number in order]
    assert latest_by_question(events) == {"parties": NOON + timedelta(seconds=5)}


def test_standings_of_other_lessons_do_not_matter():
    standings = dict.fromkeys([*VERSIONS, "elsewhere"], Standing(tries=1, best=1.0))
    assert oversee(LESSON, standings, {}).points == 3.0
