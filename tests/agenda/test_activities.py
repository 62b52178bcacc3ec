"""The minutes of an activity for a group, and what an objective cannot do without."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.agenda.activities import GRID, find_needed, list_activities, span_for
from kit.content.agendas import GroupMinutes
from kit.content.library import open_library
from tests.agenda.factories import make_activity

MINUTES = msgspec.convert(
    {"six": [10, 10, 15], "fifteen": [10, 20, 25], "thirty": [20, 25, 40]}, GroupMinutes
)
AGENDAS = open_library().agendas


@pytest.mark.parametrize(
    ("people", "span"),
    [
        (2, (10, 10, 15)),
        (6, (10, 10, 15)),
        (11, (10, 15, 20)),
        (15, (10, 20, 25)),
        (20, (15, 20, 30)),
        (30, (20, 25, 40)),
    ],
)
def test_minutes_lie_between_those_of_the_sizes(people: int, span: tuple[int, int, int]) -> None:
    assert span_for(MINUTES, people) == span


@given(st.integers(2, 29))
def test_a_larger_group_never_needs_fewer_minutes(people: int) -> None:
    pairs = zip(
        list_activities(AGENDAS, people, "laptops"),
        list_activities(AGENDAS, people + 1, "laptops"),
        strict=True,
    )
    for small, large in pairs:
        assert small.low <= large.low
        assert small.usual <= large.usual
        assert small.high <= large.high
        assert small.low <= small.usual <= small.high
        assert not {small.low % GRID, small.usual % GRID, small.high % GRID} - {0}


def test_paper_may_need_more_time() -> None:
    minutes = {
        equipment: {one.id: one.low for one in list_activities(AGENDAS, 15, equipment)}
        for equipment in ("laptops", "paper")
    }
    assert minutes["paper"]["sort-the-claims"] == minutes["laptops"]["sort-the-claims"] + 5
    assert minutes["paper"]["four-bodies"] == minutes["laptops"]["four-bodies"]


def test_an_objective_needs_its_own_activities_and_what_those_need() -> None:
    first = make_activity("first", core=["other"])
    second = make_activity("second", core=[], also=["wanted"])
    third = make_activity("third", core=["wanted"], needs=["first"])
    fourth = make_activity("fourth", core=["wanted"])
    all_four = (first, second, third, fourth)
    assert find_needed(all_four, ["wanted"]) == (first, third, fourth)
    assert find_needed(all_four, ["other"]) == (first,)
    assert find_needed(all_four, []) == ()
