"""What is left out is the least that has to be, as trying every choice shows."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.agenda.activities import Activity, find_needed
from kit.agenda.leaving import choose_lost, fits, place
from tests.agenda.factories import make_activity

SLUGS = tuple("abcde")
ROOMS = st.lists(st.integers(4, 16).map(lambda n: 5 * n), min_size=1, max_size=4).map(tuple)
WORTH = st.fixed_dictionaries({slug: st.integers(1, 5) for slug in SLUGS})


@st.composite
def many_activities(draw: st.DrawFn) -> tuple[Activity, ...]:
    made: list[Activity] = []
    for number in range(draw(st.integers(1, 8))):
        core = draw(st.lists(st.sampled_from(SLUGS), unique=True, max_size=2))
        names = [one.id for one in made]
        needs = draw(st.lists(st.sampled_from(names), unique=True, max_size=2)) if names else []
        low = draw(st.sampled_from([5, 10, 15, 20]))
        made.append(
            make_activity(f"n{number}", low, low + 5, low + 10, core=core, needs=needs, also=[])
        )
    return tuple(made)


def has_room(activities: tuple[Activity, ...], kept: set[str], rooms: tuple[int, ...]) -> bool:
    return fits(find_needed(activities, kept), rooms)


@given(many_activities(), WORTH, ROOMS)
def test_no_other_choice_loses_less(
    activities: tuple[Activity, ...], worth: dict[str, int], rooms: tuple[int, ...]
) -> None:
    lost = choose_lost(activities, worth, rooms)
    assert has_room(activities, worth.keys() - lost, rooms)
    losses = [
        (sum(worth[slug] for slug in left), len(left))
        for size in range(len(SLUGS) + 1)
        for left in combinations(SLUGS, size)
        if has_room(activities, worth.keys() - set(left), rooms)
    ]
    assert (sum(worth[slug] for slug in lost), len(lost)) == min(losses)


def test_with_equal_worth_the_later_one_is_left_out() -> None:
    first, second = make_activity("one", core=["a"]), make_activity("two", core=["b"])
    assert choose_lost((first, second), {"a": 2, "b": 2}, (10,)) == {"b"}
    assert choose_lost((first, second), {"a": 1, "b": 2}, (10,)) == {"a"}


def test_one_of_worth_goes_before_two_of_little() -> None:
    activities = [make_activity(slug, core=[slug]) for slug in "abc"]
    assert choose_lost(activities, {"a": 1, "b": 1, "c": 2}, (20,)) == {"b"}
    wide = [make_activity("w", 20, 20, 20, core=["a"]), *activities[1:]]
    assert choose_lost(wide, {"a": 2, "b": 1, "c": 1}, (20,)) == {"a"}


@pytest.mark.parametrize(
    ("spot", "minutes", "expected"),
    [
        ((0, 0), 20, (0, 20)),
        ((0, 10), 20, (1, 20)),
        ((0, 10), 30, (1, 30)),
        ((1, 20), 15, None),
        ((0, 0), 35, None),
    ],
)
def test_an_activity_is_never_cut_by_a_pause(
    spot: tuple[int, int], minutes: int, expected: tuple[int, int] | None
) -> None:
    assert place(spot, minutes, (20, 30)) == expected


def test_breaks_can_be_in_the_way_though_the_minutes_suffice() -> None:
    three = [make_activity(slug, core=[slug]) for slug in "abc"]
    assert fits(three, (10, 20))
    assert not fits(three, (15, 15))
    assert not fits(three, (20,))
