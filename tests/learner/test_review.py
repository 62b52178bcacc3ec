"""Review on the kit's own content: what may be asked, today's session, the outlook, its speed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from time import process_time

import pytest
from msgspec.structs import replace

from kit.content.library import Library, open_library
from kit.learner.catalogue import begun_lessons, catalogue
from kit.learner.daily import MAX_NEW
from kit.learner.events import Event
from kit.learner.overview import questions_of
from kit.learner.review import WEEKS, Review, look_ahead, look_back
from kit.learner.schedule import Memory, schedule
from kit.paths import data_folder
from kit.quiz.grading import grade
from tests.learner.factories import NOON, make_event

NOW = NOON.astimezone(timezone(timedelta(hours=2)))
TOMORROW = NOW + timedelta(days=1)
LIBRARY = open_library()
ENTRIES = catalogue(LIBRARY)
NAMES = tuple(ENTRIES)


def check(number: int, name: str, days_ago: float, score: float = 1.0, **changes: object) -> Event:
    """Return a check of a question of the kit."""
    at = NOON - timedelta(days=days_ago)
    fields = {"question": name, "version": ENTRIES[name].version, "at": at, "score": score}
    return make_event(number, **fields | {"quiz": f"quiz-{number}"} | changes)


def look(events: list[Event], now: datetime = NOW) -> Review:
    return look_back(LIBRARY, events, now, "review")


def test_review_asks_what_is_neither_a_guess_nor_kept_for_the_assessment() -> None:
    guesses = {
        name
        for lesson in LIBRARY.lessons.values()
        for name in {*questions_of(lesson)} - {*questions_of(lesson, with_predictions=False)}
    }
    filed = {name: LIBRARY.question(name) for name in LIBRARY.question_paths}
    lessons = {name: path.parent.name for name, path in LIBRARY.question_paths.items()}
    expected = {
        name
        for name, question in filed.items()
        if question.form is None and LIBRARY.lesson(lessons[name]).is_reviewed
    }
    assert guesses
    assert ENTRIES.keys() == (expected - guesses) | LIBRARY.claim_sorts.keys()
    assert "try-it" not in ENTRIES


def test_a_lesson_is_begun_by_an_answer_in_any_version() -> None:
    def begun(**changes: object) -> frozenset[str]:
        event = check(0, NAMES[0], 1, **changes)
        return begun_lessons([event], LIBRARY.lessons, ENTRIES)

    assert begun() == begun(version="of old") == {"announcement"}
    assert begun(question="recognition-from-iso") == {"announcement"}
    assert begun(question="unheard-of") == frozenset()
    assert begun(kind="hint", score=None) == frozenset()


def test_nothing_is_asked_before_a_lesson_is_begun() -> None:
    assert look([]).questions == ()
    assert look([]).outlook.total == 0


def test_once_a_lesson_is_begun_a_few_new_questions_are_asked() -> None:
    session = look([check(0, NAMES[0], 0)]).session
    assert (session.due, session.new) == (0, MAX_NEW)
    assert NAMES[0] not in session.questions


def test_an_unknown_question_in_the_log_changes_nothing() -> None:
    events = [check(0, NAMES[0], 9), check(1, NAMES[1], 9, 0.0)]
    strange = [make_event(7, question="unheard-of", score=1.0), make_event(8, version="of old")]
    assert look([*events, *strange]) == look(events)


def test_going_through_the_session_does_not_change_it_but_the_outlook() -> None:
    events = [check(n, name, 20, 0.0) for n, name in enumerate(NAMES[:8])]
    before = look(events)
    place = {"lesson": "review", "quiz": NOW.date().isoformat()}
    due = [name for name in before.session.questions if name in NAMES[:8]]
    done = [check(100 + n, name, 0, **place) for n, name in enumerate(due[:3])]
    after = look([*events, *done])
    assert after.session == before.session
    assert [one.id for one in after.questions] == [*before.session.questions]
    assert before.outlook.lessons["announcement"].due == 8
    assert after.outlook.lessons["announcement"].due == 5
    assert {*look([*events, *done], TOMORROW).session.questions} >= {*due[3:]}
    assert {*look([*events, *done], TOMORROW).session.questions}.isdisjoint(due[:3])


def test_the_outlook_counts_every_question_once() -> None:
    def memory(due_in: int) -> Memory:
        last, due = (NOW.date() + timedelta(days=days) for days in (-40, due_in))
        return Memory(last=last, due=due, stability=20.0, difficulty=5.0)

    days = [-9, 0, 6, 7, 13, 14, 7 * WEEKS - 1, 7 * WEEKS, 140]
    memories = dict(zip(NAMES, map(memory, days), strict=False))
    outlook = look_ahead(memories, ENTRIES, NOW.date())
    assert outlook.weeks == (3, 2, 1, 0, 0, 0, 0, 1)
    assert (outlook.later, outlook.total) == (2, 9)
    assert outlook.lessons["announcement"].due == 2
    assert len(outlook.lessons["announcement"].chances) == 9


def test_a_changed_question_counts_as_new() -> None:
    folder = Library(data_folder())
    old = [check(n, name, 9, version="of old") for n, name in enumerate(NAMES)]
    review = look_back(folder, old, NOW, "review")
    assert (review.session.due, review.session.new) == (0, MAX_NEW)


def make_long_log(attempts: int, questions: int) -> list[Event]:
    """Return two years of attempts, each the first of its question on its day."""
    question = LIBRARY.question("what-iso-does")
    key = [slug for slug, option in question.options.items() if option.correct]
    base, a_day = check(0, NAMES[0], 730, answer=key, version="v"), attempts // 700
    return [
        replace(
            base,
            id=f"{n:016}",
            at=base.at + timedelta(days=n // a_day, seconds=n % a_day),
            question=f"q{n % questions}",
            quiz=f"day-{n // a_day}",
            score=float(n % 7 > 0),
        )
        for n in range(attempts)
    ]


@pytest.mark.slow
def test_a_log_of_100_000_attempts_is_graded_and_scheduled_within_two_seconds() -> None:
    question, log = LIBRARY.question("what-iso-does"), make_long_log(100_000, 400)
    versions = {event.question: "v" for event in log}
    begun = process_time()
    assert all(grade(question, event.answer).is_solved for event in log)
    assert len(schedule(log, versions, NOW)) == len(versions)
    assert process_time() - begun < 2
