"""Whatever is asked for: a plan without gap, with breaks, that covers or names each objective."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.agenda import Plan, plan
from kit.agenda.activities import find_needed, list_activities
from kit.agenda.plan import PAUSES
from kit.agenda.request import EQUIPMENT, list_objectives
from kit.content.library import open_library
from tests.agenda.factories import make_request

LIBRARY = open_library()
FRAME = LIBRARY.agenda_frame
LENGTHS = tuple(FRAME.lengths)
ALL = list_objectives(LIBRARY)
ORDER = [slug for agenda in LIBRARY.agendas.values() for slug in agenda.blocks]
REQUESTS = st.fixed_dictionaries(
    {
        "length": st.sampled_from(LENGTHS),
        "people": st.integers(2, 30),
        "equipment": st.sampled_from(EQUIPMENT),
        "start": st.sampled_from(["00:00", "08:30", "09:00", "13:15"]),
        "objectives": st.sets(st.sampled_from(ALL), min_size=1).map(sorted),
    }
)
each_request = given(REQUESTS)
within_reason = settings(max_examples=60, deadline=None)


def made(asked: dict[str, Any]) -> Plan:
    return plan(make_request(**asked), LIBRARY)


@within_reason
@each_request
def test_minutes_add_up_from_start_to_end(asked: dict[str, Any]) -> None:
    found = made(asked)
    for day, frame in zip(found.days, FRAME.lengths[asked["length"]].days, strict=True):
        assert day.start == found.request.start
        assert day.end - day.start == frame.minutes
        assert all(one.end == other.start for one, other in pairwise(day.items))
        assert all(item.minutes > 0 for item in day.items)


@within_reason
@each_request
def test_nobody_works_or_listens_too_long(asked: dict[str, Any]) -> None:
    rules = FRAME.rules
    for day in made(asked).days:
        work = 0
        for item in day.items:
            if item.kind in PAUSES:
                low, high = rules.lunch if item.kind == "lunch" else rules.pause
                assert low <= item.minutes <= high
                work = 0
                continue
            work += item.minutes
            assert work <= rules.most_work
            talk = item.activity.block.talk if item.activity else 0
            assert talk <= rules.most_talk
            assert talk < item.minutes


@within_reason
@each_request
def test_the_order_is_kept_and_what_is_needed_came_before(asked: dict[str, Any]) -> None:
    names = [one.id for one in made(asked).activities]
    assert names == [slug for slug in ORDER if slug in names]
    done: set[str] = set()
    for one in made(asked).activities:
        assert done.issuperset(one.block.needs)
        done.add(one.id)


@within_reason
@each_request
def test_each_objective_is_covered_or_named_as_left_out(asked: dict[str, Any]) -> None:
    found = made(asked)
    left = found.shortfall.objectives if found.shortfall else ()
    assert sorted((*found.covered, *left)) == asked["objectives"]
    activities = list_activities(LIBRARY.agendas, asked["people"], asked["equipment"])
    needed = {one.id for one in find_needed(activities, found.covered)}
    assert needed <= {one.id for one in found.activities}


@within_reason
@each_request
def test_each_activity_has_a_length_that_suits_it(asked: dict[str, Any]) -> None:
    for day in made(asked).days:
        for item in day.items:
            if item.activity:
                assert item.activity.low <= item.minutes <= item.activity.high


@within_reason
@each_request
def test_what_remains_after_leaving_out_really_fits(asked: dict[str, Any]) -> None:
    found = made(asked)
    if found.shortfall is None:
        return
    assert found.shortfall.gained > 0
    assert found.shortfall.gained >= found.shortfall.short >= 0
    if found.covered:
        again = made(asked | {"objectives": found.covered})
        assert again.shortfall is None
        assert again.days == found.days


@within_reason
@each_request
def test_more_time_never_covers_less(asked: dict[str, Any]) -> None:
    worth = {slug: n for agenda in LIBRARY.agendas.values() for slug, n in agenda.worth.items()}
    plans = [made(asked | {"length": length, "start": "08:00"}) for length in LENGTHS]
    covered = [sum(worth[slug] for slug in one.covered) for one in plans]
    assert covered == sorted(covered)
    full = [one.shortfall is None for one in plans]
    assert full == sorted(full)
    for one in plans:
        if one.shortfall:
            named = one.shortfall.longer
            whole = [name for name, fits in zip(LENGTHS, full, strict=True) if fits]
            assert named == (whole[0] if whole else "")


@within_reason
@each_request
def test_the_same_request_has_the_same_plan(asked: dict[str, Any]) -> None:
    assert made(asked) == made(asked)


@pytest.mark.parametrize("people", [2, 6, 15, 30])
@pytest.mark.parametrize("equipment", EQUIPMENT)
def test_two_days_have_room_for_everything(people: int, equipment: str) -> None:
    found = plan(make_request(length="two-days", people=people, equipment=equipment), LIBRARY)
    assert found.shortfall is None
    assert found.covered == ALL


def test_ninety_minutes_keep_the_first_lesson_whole() -> None:
    found = plan(make_request(length="ninety-minutes"), LIBRARY)
    assert set(LIBRARY.lessons["announcement"].objectives) <= set(found.covered)
    assert found.shortfall
    assert found.shortfall.longer == "day"


def test_a_plan_that_is_mostly_idle_names_a_shorter_length() -> None:
    found = plan(make_request(length="two-days", objectives=["who-did-what"]), LIBRARY)
    assert found.shorter == "ninety-minutes"
    assert plan(make_request(length="two-days"), LIBRARY).shorter == ""


def test_lunch_is_a_pause_of_its_own() -> None:
    (day,) = plan(make_request(length="day"), LIBRARY).days
    kinds = [item.kind for item in day.items if item.kind in PAUSES]
    assert kinds == ["pause", "lunch", "pause", "pause"]
    assert [item.kind for item in day.items][:: len(day.items) - 1] == ["welcome", "closing"]


def test_a_second_day_begins_with_the_first() -> None:
    first, second = plan(make_request(length="two-days"), LIBRARY).days
    assert first.items[0].kind == "welcome"
    assert second.items[0].kind == "recap"
    assert [day.items[-1].kind for day in (first, second)] == ["reserve", "closing"]
