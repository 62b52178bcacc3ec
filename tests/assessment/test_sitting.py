"""Sitting a form on the real store: begin, break off, resume, hand in, and what goes wrong."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from kit.assessment.attempt import read_attempts
from kit.assessment.marking import Tally
from kit.learner.events import Event
from kit.learner.standing import replay
from kit.learner.store import AttemptStore
from kit.learner.transfer import decode, encode
from tests.assessment.factories import (
    START,
    Clock,
    answer_all,
    bank_of,
    begun,
    event_id,
    make_sitting,
    right_answer,
)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "progress.sqlite"


def stored(path: Any, clock: Clock) -> list[Event]:
    return AttemptStore(path, now=clock).events()


def some_question(sitting, attempt):
    slug = next(iter(attempt.plan.questions))
    return slug, right_answer(sitting.bank.questions[slug])


def test_an_attempt_records_what_was_drawn(path, clock):
    sitting = make_sitting(path, clock, minutes=30)
    attempt = begun(sitting)
    assert attempt.plan.bank == sitting.bank.version
    assert attempt.plan.minutes == 30
    assert len(attempt.plan.questions) == sitting.bank.blueprint.questions
    assert attempt.begun == START


def test_an_interrupted_attempt_goes_on_in_a_new_process_with_its_answers(path, clock):
    first = make_sitting(path, clock)
    attempt = begun(first)
    slug, answer = some_question(first, attempt)
    first.choose(attempt, event_id(2), slug, answer)
    clock.move(days=40)
    again = make_sitting(path, clock, rng=Random(2))
    resumed = again.current()
    assert again.can_resume(resumed)
    assert (resumed.plan, resumed.answers) == (attempt.plan, {slug: answer})


def test_beginning_twice_begins_once(path, clock):
    sitting = make_sitting(path, clock)
    begun(sitting, 1)
    assert sitting.start(event_id(2)) == {event_id(2)}
    assert len(sitting.attempts()) == 1


def test_the_latest_answer_counts(path, clock):
    sitting = make_sitting(path, clock)
    attempt = begun(sitting)
    slug, answer = some_question(sitting, attempt)
    for number, given in enumerate([[], answer], start=2):
        clock.move(seconds=1)
        sitting.choose(sitting.current(), event_id(number), slug, given)
    assert sitting.current().answers == {slug: answer}


def test_handing_in_marks_and_ends(path, clock):
    sitting = make_sitting(path, clock)
    begun(sitting)
    sitting.hand_in(answer_all(sitting), event_id(999))
    outcome = sitting.outcome(sitting.current())
    assert not sitting.can_resume(outcome.attempt)
    assert (outcome.marks.total, outcome.trouble) == (Tally(21, 21), "")
    assert outcome.attempt.claim.is_passed
    assert outcome.attempt.claim.reason == "learner"


def test_an_answer_after_the_end_is_kept_and_does_not_count(path, clock):
    sitting = make_sitting(path, clock)
    attempt = begun(sitting)
    sitting.hand_in(attempt, event_id(2))
    slug, answer = some_question(sitting, attempt)
    clock.move(minutes=1)
    sitting.choose(sitting.current(), event_id(3), slug, answer)
    assert sitting.current().answers == {}
    assert event_id(3) in {event.id for event in stored(path, clock)}


def test_a_failed_attempt_stays_on_record_beside_the_next(path, clock):
    sitting = make_sitting(path, clock)
    sitting.hand_in(begun(sitting, 1), event_id(2))
    clock.move(minutes=1)
    begun(sitting, 3)
    sitting.hand_in(answer_all(sitting), event_id(999))
    assert [attempt.claim.is_passed for attempt in sitting.attempts()] == [False, True]


def test_answers_are_graded_for_statistics_when_handed_in_and_not_before(path, clock):
    sitting = make_sitting(path, clock)
    begun(sitting)
    attempt = answer_all(sitting)
    assert [event for event in stored(path, clock) if event.kind == "check"] == []
    sitting.hand_in(attempt, event_id(999))
    checks = {event.question: event.score for event in stored(path, clock) if event.kind == "check"}
    assert checks == dict.fromkeys(attempt.plan.questions, 1.0)


def test_attempts_travel_with_the_export(path, clock, tmp_path):
    sitting = make_sitting(path, clock)
    begun(sitting)
    sitting.hand_in(answer_all(sitting), event_id(999))
    other = tmp_path / "other.sqlite"
    events = decode(encode(stored(path, clock)))
    assert AttemptStore(other, now=clock).merge(events) == len(events)
    assert AttemptStore(other, now=clock).merge(events) == 0
    assert make_sitting(other, clock).attempts() == sitting.attempts()


def test_the_two_forms_do_not_meet(path, clock):
    begun(make_sitting(path, clock))
    other = make_sitting(path, clock, bank=bank_of("B"))
    assert other.current() is None
    begun(other, 2)
    assert len(other.attempts()) == 1


def test_time_over_hands_in_what_there_is_at_the_next_opening(path, clock):
    sitting = make_sitting(path, clock, minutes=10)
    attempt = begun(sitting)
    slug, answer = some_question(sitting, attempt)
    clock.move(minutes=3)
    sitting.choose(attempt, event_id(2), slug, answer)
    assert sitting.seconds_left(sitting.current()) == 7 * 60
    clock.move(days=1)
    ended = make_sitting(path, clock).current()
    assert (ended.claim.reason, ended.answers) == ("time", {slug: answer})
    assert len(make_sitting(path, clock).attempts()) == 1


def test_an_answer_after_the_time_does_not_count(path, clock):
    sitting = make_sitting(path, clock, minutes=10)
    attempt = begun(sitting)
    slug, answer = some_question(sitting, attempt)
    clock.move(minutes=11)
    sitting.choose(attempt, event_id(2), slug, answer)
    assert sitting.attempts()[-1].answers == {}


def test_a_limit_set_later_leaves_an_attempt_under_way_alone(path, clock):
    begun(make_sitting(path, clock))
    clock.move(days=1)
    later = make_sitting(path, clock, minutes=5)
    assert later.can_resume(later.current())
    assert later.seconds_left(later.current()) is None


@pytest.mark.parametrize("minutes", [0, -3, 601, 1.5, "30", True])
def test_minutes_that_are_none_are_refused(path, clock, minutes):
    with pytest.raises(ValueError, match="minutes: got"):
        make_sitting(path, clock, minutes=minutes)


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=4000)])
def test_a_clock_set_back_loses_nothing_and_gives_no_second_start(path, clock, back):
    sitting = make_sitting(path, clock, minutes=60)
    attempt = begun(sitting)
    slug, answer = some_question(sitting, attempt)
    clock.time -= back
    sitting.choose(attempt, event_id(2), slug, answer)
    now = sitting.current()
    assert sitting.is_clock_back(now) == (back > timedelta(minutes=1))
    assert now.answers == {slug: answer}
    assert sitting.seconds_left(now) <= 60 * 60
    sitting.hand_in(now, event_id(3))
    assert sitting.current().answers == {slug: answer}
    assert sitting.current().handed_in > now.latest


def test_a_question_that_has_changed_ends_the_attempt_with_a_reason(path, clock):
    sitting = make_sitting(path, clock)
    attempt = begun(sitting)
    slug, question = next(iter(bank_of().questions.items()))
    while slug not in attempt.plan.questions:
        slug = next(iter(attempt.plan.questions))
        question = bank_of().questions[slug]
    other = replace(question, stem=replace(question.stem, en="Another question?"))
    bank = replace(bank_of(), questions={**bank_of().questions, slug: other})
    later = make_sitting(path, clock, bank=bank)
    assert later.trouble(later.current()) == "other-version"
    assert not later.can_resume(later.current())
    assert later.outcome(later.current()).marks is None
    clock.move(minutes=1)
    assert later.can_resume(begun(later, 2))
    assert len(later.attempts()) == 2


def tampered(path, clock, tmp_path, kind: str, change) -> Any:
    """Return a sitting on a store whose events of one kind were edited in an export."""
    events = [change(e) if e.kind == kind else e for e in stored(path, clock)]
    other = tmp_path / "edited.sqlite"
    AttemptStore(other, now=clock).merge(e for e in events if e)
    return make_sitting(other, clock)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "nothing",
        {"form": "A"},
        {"form": "B", "seed": "s", "bank": "b", "questions": {"x": "y"}},
        {"form": "A", "seed": "s", "bank": "b", "questions": {}},
        {"form": "A", "seed": "s", "bank": "b", "questions": {"x": "y"}, "minutes": -1},
        {"form": "A", "seed": "s", "bank": "b", "questions": {"x": "y"}, "more": 1},
    ],
)
def test_a_damaged_start_cannot_be_gone_on_with(path, clock, tmp_path, answer):
    begun(make_sitting(path, clock))
    edited = tampered(path, clock, tmp_path, "start", lambda e: replace(e, answer=answer))
    assert edited.trouble(edited.current()) == "damaged"
    clock.move(minutes=1)
    assert edited.can_resume(begun(edited, 2))


def test_a_missing_start_is_damage(path, clock, tmp_path):
    sitting = make_sitting(path, clock)
    attempt = begun(sitting)
    sitting.choose(attempt, event_id(2), *some_question(sitting, attempt))
    edited = tampered(path, clock, tmp_path, "start", lambda _: None)
    assert edited.trouble(edited.current()) == "damaged"


def test_a_result_that_was_edited_does_not_stand(path, clock, tmp_path):
    sitting = make_sitting(path, clock)
    sitting.hand_in(begun(sitting), event_id(2))
    lie = {"reason": "learner", "points": 21.0, "most": 21, "is_passed": True}
    edited = tampered(path, clock, tmp_path, "hand-in", lambda e: replace(e, answer=lie))
    outcome = edited.outcome(edited.current())
    assert (outcome.trouble, outcome.marks.is_passed) == ("differs", False)


@pytest.mark.parametrize("answer", [None, {"verdict": 7}, ["no-such-option"], "x" * 1000, 4])
def test_answers_that_were_edited_are_worth_nothing_and_break_nothing(
    path, clock, tmp_path, answer
):
    sitting = make_sitting(path, clock)
    begun(sitting)
    sitting.hand_in(answer_all(sitting), event_id(999))
    edited = tampered(path, clock, tmp_path, "choice", lambda e: replace(e, answer=answer))
    outcome = edited.outcome(edited.current())
    assert outcome.marks.total.points < 21
    assert outcome.trouble == "differs"


def test_strange_events_of_an_attempt_change_nothing(path, clock):
    sitting = make_sitting(path, clock)
    attempt = begun(sitting)
    slug = next(iter(attempt.plan.questions))
    start = stored(path, clock)[0]
    strange = [
        {"question": "no-such-question", "version": "v", "kind": "choice"},
        {"question": slug, "version": "another", "kind": "choice", "answer": ["x"]},
        {"question": slug, "version": "another", "kind": "hint"},
    ]
    fields = msgspec.structs.asdict(start) | {"answer": None}
    events = [
        Event(**fields | one | {"id": event_id(n)}) for n, one in enumerate(strange, start=50)
    ]
    (folded,) = read_attempts([*stored(path, clock), *events], "A")
    assert (folded.plan, folded.answers) == (attempt.plan, {})


def test_the_new_kinds_of_event_leave_the_standing_of_a_question_alone():
    events = [
        Event(id=event_id(n), at=START, question="q", version="v", kind=kind)
        for n, kind in enumerate(["start", "hand-in"])
    ]
    assert replay(events, {"q": "v"}) == replay([], {"q": "v"})
