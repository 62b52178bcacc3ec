"""The session of one day: what it takes in, and how it is mixed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.learner.daily import MAX_DUE, MAX_NEW, Session, interleave, plan_session
from kit.learner.schedule import Memory

DAY = date(2026, 11, 22)
LESSONS = ("one", "two", "three")
PLACES = {
    f"{lesson}-{n}": (lesson, f"{lesson}-aim-{n % 3}") for lesson in LESSONS for n in range(20)
}


def make_memory(due_in: int, *, last: int = 30, stability: float = 10.0) -> Memory:
    """Return a memory; days count from `DAY`, the last try lies before it."""
    return Memory(
        last=DAY - timedelta(days=last),
        due=DAY + timedelta(days=due_in),
        stability=stability,
        difficulty=5.0,
    )


def plan(memories: dict[str, Memory], begun: tuple[str, ...] = (), day: date = DAY) -> Session:
    return plan_session(PLACES, memories, begun, day)


memories_drawn = st.dictionaries(
    st.sampled_from(sorted(PLACES)), st.integers(-40, 40).map(make_memory)
)


@given(memories_drawn, st.sets(st.sampled_from(LESSONS)))
def test_a_session_asks_what_is_due_and_a_few_new_ones_of_lessons_begun(
    memories: dict[str, Memory], begun: set[str]
) -> None:
    session = plan_session(PLACES, memories, begun, DAY)
    due = {name for name, memory in memories.items() if memory.due <= DAY}
    asked = set(session.questions)
    assert len(asked) == len(session.questions) == session.due + session.new
    assert session.due == min(MAX_DUE, len(due))
    assert session.put_off == len(due) - session.due
    assert asked & memories.keys() <= due
    assert session.new <= MAX_NEW
    assert {PLACES[name][0] for name in asked - memories.keys()} <= begun


@given(memories_drawn, st.sets(st.sampled_from(LESSONS)))
def test_the_same_day_gives_the_same_session_in_whatever_order_things_are_known(
    memories: dict[str, Memory], begun: set[str]
) -> None:
    turned = dict(reversed(memories.items()))
    places = dict(reversed(PLACES.items()))
    expected = plan_session(PLACES, memories, begun, DAY)
    assert plan_session(places, turned, begun, DAY) == expected


def test_another_day_mixes_otherwise() -> None:
    memories = {name: make_memory(-1) for name in list(PLACES)[:15]}
    days = {plan(memories, day=DAY + timedelta(days=n)).questions for n in range(5)}
    assert len(days) > 1
    assert {frozenset(questions) for questions in days} == {frozenset(memories)}


def test_nothing_is_due_and_no_lesson_begun() -> None:
    assert plan({"one-1": make_memory(3)}) == Session(
        day=DAY, questions=(), due=0, new=0, put_off=0, next_due=DAY + timedelta(days=3)
    )
    assert plan({}).next_due is None


def test_what_is_due_today_is_asked_today() -> None:
    assert plan({"one-1": make_memory(0), "one-2": make_memory(1)}).questions == ("one-1",)


def test_what_is_put_off_is_what_keeps_best_and_then_nothing_new_is_added() -> None:
    weak = {name: make_memory(-5, stability=2.0) for name in list(PLACES)[:MAX_DUE]}
    strong = {name: make_memory(-5, stability=90.0) for name in list(PLACES)[MAX_DUE:24]}
    session = plan({**strong, **weak}, begun=LESSONS)
    assert set(session.questions) == weak.keys()
    assert (session.put_off, session.new) == (4, 0)


def test_new_questions_come_from_all_lessons_begun() -> None:
    session = plan({}, begun=("one", "two"))
    assert session.new == MAX_NEW
    assert {PLACES[name][0] for name in session.questions} == {"one", "two"}


@given(st.sets(st.sampled_from(sorted(PLACES)), max_size=25))
def test_no_lesson_follows_itself_where_that_can_be_avoided(names: set[str]) -> None:
    order = interleave(names, PLACES, DAY)
    assert set(order) == names
    lessons = [PLACES[name][0] for name in order]
    most = max((lessons.count(one) for one in lessons), default=0)
    repeats = sum(one == other for one, other in pairwise(lessons))
    assert repeats == max(0, 2 * most - len(lessons) - 1)


@pytest.mark.parametrize("lesson", LESSONS)
def test_within_a_lesson_the_objectives_change(lesson: str) -> None:
    names = [name for name, place in PLACES.items() if place[0] == lesson][:6]
    aims = [PLACES[name] for name in interleave(names, PLACES, DAY)]
    assert all(one != other for one, other in pairwise(aims))
