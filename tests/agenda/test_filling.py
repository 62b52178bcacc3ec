"""How stretches of work are filled: everything needed is there, and no filling is worth more."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given

from kit.agenda.activities import Activity, find_needed
from kit.agenda.filling import CUT, Placed, fill
from kit.agenda.leaving import fits
from tests.agenda.factories import make_activity
from tests.agenda.test_leaving import ROOMS, many_activities

GOALS = ("a", "b")


def value(placed: tuple[Placed, ...], needed: set[str]) -> tuple[int, int]:
    gained = sum(one.activity.block.worth for one in placed if one.activity.id not in needed)
    cuts = sum(max(0, one.activity.usual - one.minutes) // 5 for one in placed)
    return gained - CUT * cuts, sum(one.minutes for one in placed)


def every_filling(
    activities: tuple[Activity, ...], needed: set[str], rooms: tuple[int, ...]
) -> list[tuple[Placed, ...]]:
    """Return each way to place each activity, or to leave it out where that is allowed."""
    found = []
    ways = [
        [
            *([None] if one.id not in needed else []),
            *(
                Placed(one, stretch, minutes)
                for stretch in range(len(rooms))
                for minutes in range(one.low, one.high + 1, 5)
            ),
        ]
        for one in activities
    ]
    for choice in product(*ways):
        placed = tuple(one for one in choice if one)
        names = {one.activity.id for one in placed}
        in_order = [one.stretch for one in placed]
        used = [sum(one.minutes for one in placed if one.stretch == n) for n in range(len(rooms))]
        if (
            in_order == sorted(in_order)
            and all(a <= b for a, b in zip(used, rooms, strict=True))
            and all(names.issuperset(one.activity.block.needs) for one in placed)
        ):
            found.append(placed)
    return found


@given(many_activities(), ROOMS)
def test_no_other_filling_is_worth_more(
    activities: tuple[Activity, ...], rooms: tuple[int, ...]
) -> None:
    activities, rooms = activities[:4], rooms[:2]
    needed = {one.id for one in find_needed(activities, GOALS)}
    offered = tuple(one for one in activities if one.id in needed or one.serves & {*GOALS})
    assume(fits(find_needed(activities, GOALS), rooms))
    placed = fill(activities, needed, GOALS, rooms)
    assert needed <= {one.activity.id for one in placed}
    fillings = every_filling(offered, needed, rooms)
    assert placed in fillings
    assert value(placed, needed) == max(value(one, needed) for one in fillings)


def test_what_is_needed_gets_its_time_before_more_is_put_in() -> None:
    first = make_activity("first", core=["a"])
    more = make_activity("more", core=[], also=["a"], worth=1)
    assert [one.minutes for one in fill((first, more), {"first"}, ["a"], (25,))] == [20]
    assert [one.minutes for one in fill((first, more), {"first"}, ["a"], (30,))] == [15, 15]


def test_what_serves_no_chosen_objective_stays_out() -> None:
    other = make_activity("other", core=["b"])
    assert fill((other,), set(), ["a"], (60,)) == ()


def test_what_is_needed_but_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValueError, match="expected as many as fit"):
        fill((make_activity("first"),), {"first"}, ["who-did-what"], (5,))
