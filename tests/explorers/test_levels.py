"""Levels read from states, and which earlier state today is compared with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.explorers.explorer import Past, State
from kit.explorers.levels import day_of, find_extremes, find_last, read_levels

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAMES = {"a": "A", "b": "B", "c": "C"}


def rated(level: str = "3") -> State:
    return {"level-a": level, "evidence-a": "4"}


def make_past(*days_ago: float, level: str = "3") -> tuple[Past, ...]:
    return tuple(
        Past(at=NOON - timedelta(days=days), state=rated(level)) for days in sorted(days_ago)[::-1]
    )


def test_only_levels_are_read_and_what_is_not_rated_is_none() -> None:
    state = {"level-a": "5", "level-b": "none", "level-c": "7", "evidence-a": "3", "improve": "a"}
    assert read_levels(state) == {"a": 5}


def test_the_latest_state_of_an_earlier_day_counts() -> None:
    past = make_past(9, 2, 1)
    found = find_last(past, TODAY)
    assert found is past[-1]


def test_a_state_of_today_is_no_last_time() -> None:
    today, earlier = make_past(0), make_past(30)
    assert find_last((*earlier, *today), TODAY) is earlier[0]
    assert find_last(today, TODAY) is None


def test_a_state_without_levels_does_not_count() -> None:
    empty = make_past(1, level="none")
    assert find_last(empty, TODAY) is None
    assert find_last((*make_past(5), *empty), TODAY).state == rated()


def test_without_a_past_there_is_no_last_time() -> None:
    assert find_last((), TODAY) is None


@given(st.lists(st.integers(0, 400), max_size=8))
def test_no_other_state_of_an_earlier_day_is_later(days_ago: list[int]) -> None:
    past = make_past(*days_ago)
    found = find_last(past, TODAY)
    earlier = [one for one in past if day_of(one) < TODAY]
    assert found == max(earlier, key=lambda one: one.at, default=None)


@pytest.mark.parametrize(
    ("levels", "strong", "weak"),
    [
        ({"a": 3}, ("A",), ("A",)),
        ({"c": 5, "a": 1, "b": 5}, ("B", "C"), ("A",)),
        ({"b": 2, "a": 2}, ("A", "B"), ("A", "B")),
    ],
)
def test_what_stands_highest_and_lowest_comes_in_the_order_of_the_names(
    levels: dict[str, int], strong: tuple[str, ...], weak: tuple[str, ...]
) -> None:
    found = find_extremes(levels, NAMES)
    assert (found.strong, found.weak) == (strong, weak)
    assert (found.most, found.least) == (max(levels.values()), min(levels.values()))
