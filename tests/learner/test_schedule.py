"""When questions come back: rules that hold for every log."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.learner.events import Event
from kit.learner.schedule import AIM, MAX_GAP_DAYS, Memory, chance_to_remember, schedule
from tests.learner.factories import NOON, VERSIONS, make_event

SOFIA = timezone(timedelta(hours=2))
NOW = NOON.astimezone(SOFIA)
kinds = st.sampled_from(["choice", "check", "check", "check", "hint", "reveal", "retry"])


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Draw a log of up to two years, some of it dated after `NOW`, some of unknown questions."""
    events = []
    for number in range(draw(st.integers(0, 25))):
        kind = draw(kinds)
        events.append(
            make_event(
                number,
                at=NOON - timedelta(hours=draw(st.integers(-2000, 17_000))),
                question=draw(st.sampled_from([*VERSIONS, "unknown"])),
                version=draw(st.sampled_from(["v1", "v2"])),
                kind=kind,
                score=draw(st.sampled_from([0.0, 0.5, 1.0])) if kind == "check" else None,
                quiz=draw(st.sampled_from(["parties", "check"])),
            )
        )
    return events


def tried(*days: int, score: float = 1.0, **changes: object) -> list[Event]:
    """Return checks of one question, so many days before `NOW` each."""
    return [
        make_event(n, at=NOON - timedelta(days=ago), score=score, quiz=f"q{n}", **changes)
        for n, ago in enumerate(days)
    ]


@given(logs(), st.randoms(use_true_random=False))
def test_replaying_a_log_gives_the_same_schedule_in_any_order_and_twice_over(
    events: list[Event], random: Random
) -> None:
    expected = schedule(events, VERSIONS, NOW)
    shuffled = events + events[:3]
    random.shuffle(shuffled)
    assert schedule(shuffled, VERSIONS, NOW) == expected


@given(logs(), st.integers(0, 17_000))
def test_a_schedule_of_the_past_depends_on_what_had_happened_by_then(
    events: list[Event], hours: int
) -> None:
    then = NOW - timedelta(hours=hours)
    before = [event for event in events if event.at <= then]
    assert schedule(events, VERSIONS, then) == schedule(before, VERSIONS, then)


@given(logs())
def test_a_question_comes_back_after_a_day_at_least_and_half_a_year_at_most(
    events: list[Event],
) -> None:
    for memory in schedule(events, VERSIONS, NOW).values():
        assert 1 <= (memory.due - memory.last).days <= MAX_GAP_DAYS
        assert memory.last <= NOW.date()
        assert memory.stability > 0


@given(logs())
def test_only_known_questions_are_scheduled_and_each_by_its_own_events(
    events: list[Event],
) -> None:
    found = schedule(events, VERSIONS, NOW)
    assert found.keys() <= VERSIONS.keys()
    for name in VERSIONS:
        alone = [event for event in events if event.question == name]
        assert schedule(alone, VERSIONS, NOW).get(name) == found.get(name)


@given(st.integers(0, 400), st.integers(0, 400))
def test_memory_fades_from_certainty_and_never_gains_by_waiting(first: int, more: int) -> None:
    (memory,) = schedule(tried(30, 20), VERSIONS, NOW).values()
    sooner = chance_to_remember(memory, memory.last + timedelta(days=first))
    later = chance_to_remember(memory, memory.last + timedelta(days=first + more))
    assert 0 < later <= sooner <= 1
    assert chance_to_remember(memory, memory.last) == 1


def test_a_question_comes_back_when_the_chance_has_fallen_to_the_aim() -> None:
    (memory,) = schedule(tried(60, 50), VERSIONS, NOW).values()
    assert chance_to_remember(memory, memory.due) == pytest.approx(AIM, abs=0.01)


def test_gaps_grow_with_success_up_to_half_a_year() -> None:
    history = [400, 398, 385, 340, 200, 10]
    gaps = [_gap(schedule(tried(*history[: n + 1]), VERSIONS, NOW)) for n in range(len(history))]
    assert gaps == sorted(gaps)
    assert gaps[-1] == MAX_GAP_DAYS


def test_what_was_missed_comes_back_the_next_day() -> None:
    assert _gap(schedule(tried(40, 30, 0, score=0.5), VERSIONS, NOW)) == 1


def test_a_hint_brings_a_question_back_sooner() -> None:
    hinted = tried(40, 30)
    hint = make_event(9, at=hinted[1].at - timedelta(minutes=1), kind="hint", quiz="q1")
    alone = _gap(schedule(hinted, VERSIONS, NOW))
    assert _gap(schedule([hint, *hinted], VERSIONS, NOW)) < alone


def test_the_first_try_of_a_day_counts() -> None:
    morning, noon = make_event(0, score=0.0), make_event(1, score=1.0, quiz="q")
    once = schedule([morning], VERSIONS, NOW)
    assert schedule([morning, noon], VERSIONS, NOON + timedelta(hours=1)) == schedule(
        [morning], VERSIONS, NOON + timedelta(hours=1)
    )
    assert _gap(once) == 1


def test_days_are_those_of_the_learner() -> None:
    # In UTC both are on the 10th.
    evening = make_event(0, at=datetime(2026, 11, 10, 23, 30, tzinfo=SOFIA), score=1.0)
    night = make_event(1, at=datetime(2026, 11, 11, 0, 30, tzinfo=SOFIA), score=1.0, quiz="q")
    (memory,) = schedule([evening], VERSIONS, NOW).values()
    assert memory.last == date(2026, 11, 10)
    (memory,) = schedule([evening, night], VERSIONS, NOW).values()
    assert memory.last == date(2026, 11, 11)


def test_what_was_done_to_another_version_does_not_count() -> None:
    assert schedule(tried(9, 8, version="v1"), VERSIONS, NOW) == {}
    old, new = tried(90, version="v1"), tried(5)
    assert schedule([*old, *new], VERSIONS, NOW) == schedule(new, VERSIONS, NOW)


def test_a_clock_that_was_ahead_for_a_while_keeps_no_question_away() -> None:
    ahead = make_event(7, at=NOON + timedelta(days=3000), score=1.0)
    assert schedule([ahead], VERSIONS, NOW) == {}
    assert schedule([*tried(5), ahead], VERSIONS, NOW) == schedule(tried(5), VERSIONS, NOW)


def test_a_clock_that_had_run_down_only_makes_a_memory_older() -> None:
    run_down = make_event(7, at=datetime(1970, 1, 1, tzinfo=SOFIA) + timedelta(days=1), score=1.0)
    (memory,) = schedule([run_down], VERSIONS, NOW).values()
    assert memory.due < NOW.date()
    (memory,) = schedule([run_down, *tried(5)], VERSIONS, NOW).values()
    assert memory.last == NOW.date() - timedelta(days=5)


def _gap(memories: dict[str, Memory]) -> int:
    (memory,) = memories.values()
    return (memory.due - memory.last).days
