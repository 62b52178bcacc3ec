"""Editions on a day, how long certificates last across a transition, members and counts."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.editions import Place
from kit.content.library import open_library
from kit.content.records import Edition
from kit.cycle.term import last_day
from kit.editions import (
    Newest,
    compare_years,
    longest_term,
    members_around,
    newest_on,
    renew,
    running_on,
    transition_from,
)

LIBRARY = open_library()
HISTORY, TRANSITIONS = LIBRARY.editions, LIBRARY.transitions
MEMBERS, COUNTS = LIBRARY.membership.counts, LIBRARY.certificate_counts
EXPIRY = LIBRARY.cycle_model.expiry
days = st.dates(date(1986, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("day", "sure", "maybe"),
    [
        ("1986-12-31", None, None),
        ("1987-07-01", None, "1987"),
        ("1988-01-01", "1987", None),
        ("1994-01-01", "1987", "1994"),
        ("2000-12-14", "1994", None),
        ("2000-12-15", "2000", None),
        ("2008-11-14", "2008", None),
        ("2013-01-29", "2008", None),
        ("2015-09-14", "2008", None),
        ("2015-09-15", "2015", None),
        ("2026-11-22", "2026", None),
    ],
)
def test_the_newest_edition_of_a_day(day: str, sure: Edition | None, maybe: Edition | None) -> None:
    assert newest_on(HISTORY, date.fromisoformat(day)) == Newest(sure=sure, maybe=maybe)


@given(days, days)
def test_the_newest_edition_never_grows_older(one: date, other: date) -> None:
    early, late = (newest_on(HISTORY, day).sure or "" for day in sorted((one, other)))
    assert early <= late


def test_an_edition_of_which_only_the_year_is_verified_has_no_day() -> None:
    without = {name for name, one in HISTORY.editions.items() if one.on is None}
    assert without == {"1987", "1994"}
    assert all(one.on.year == one.year for one in HISTORY.editions.values() if one.on)


@pytest.mark.parametrize(
    ("day", "running"),
    [
        ("2008-11-13", []),
        ("2009-06-01", ["2008"]),
        ("2015-09-15", ["2015"]),
        ("2018-09-15", ["2015"]),
        ("2018-09-16", []),
        ("2026-11-22", ["2026"]),
    ],
)
def test_the_transitions_of_a_day(day: str, running: list[str]) -> None:
    found = running_on(TRANSITIONS.values(), date.fromisoformat(day))
    assert [one.after for one in found] == running


@pytest.mark.parametrize(
    ("edition", "decided", "last"),
    [
        ("2008", "2013-01-29", "2016-01-28"),
        ("2008", "2015-07-15", "2018-07-14"),
        ("2008", "2015-09-15", "2018-09-14"),
        ("2008", "2015-09-17", "2018-09-15"),
        ("2008", "2018-09-15", "2018-09-15"),
        ("2015", "2016-01-15", "2019-01-14"),
        ("2015", "2016-02-29", "2019-02-27"),
        ("2015", "2027-06-01", "2029-09-30"),
        ("2026", "2027-06-01", "2030-05-31"),
    ],
)
def test_the_longest_term_of_a_certificate(edition: Edition, decided: str, last: str) -> None:
    term = longest_term(HISTORY, TRANSITIONS, edition, date.fromisoformat(decided))
    assert term is not None
    assert term.last == date.fromisoformat(last)
    assert (term.limited_by is not None) is (term.days_short > 0)


@pytest.mark.parametrize(
    ("edition", "decided"), [("2015", "2015-09-14"), ("2008", "2018-09-16"), ("2000", "2011-01-01")]
)
def test_no_certificate_to_an_edition_that_is_not_out_or_whose_transition_is_over(
    edition: Edition, decided: str
) -> None:
    assert longest_term(HISTORY, TRANSITIONS, edition, date.fromisoformat(decided)) is None


@given(st.dates(date(2008, 11, 14), date(2029, 9, 30)), st.sampled_from(["2008", "2015", "2026"]))
def test_a_term_lasts_three_years_at_most_and_ends_with_the_transition(
    decided: date, edition: Edition
) -> None:
    term = longest_term(HISTORY, TRANSITIONS, edition, decided)
    end = transition_from(TRANSITIONS.values(), edition)
    if term:
        assert term.first == decided <= term.last <= last_day(decided, 36)
        assert end is None or term.last <= end.ends


def test_pomorie_renewing_to_the_old_edition_loses_135_days() -> None:
    term = renew(TRANSITIONS, "2008", EXPIRY, date(2016, 1, 15))
    assert (term.last, term.days, term.days_short) == (date(2018, 9, 15), 961, 135)


def test_pomorie_moving_to_the_new_edition_keeps_the_whole_cycle() -> None:
    term = renew(TRANSITIONS, "2015", EXPIRY, date(2016, 1, 15))
    assert (term.last, term.days_short, term.limited_by) == (date(2019, 1, 28), 0, None)


def test_the_new_edition_came_135_days_before_the_expiry_and_the_old_one_could_outlast_it() -> None:
    move = TRANSITIONS["to-2015"]
    assert (EXPIRY - move.starts).days == 135
    assert (move.ends - EXPIRY).days == 961


@given(st.dates(date(2015, 9, 15), date(2016, 7, 28)), st.sampled_from(["2008", "2015"]))
def test_a_renewal_follows_the_old_cycle_and_a_late_decision_leaves_a_gap(
    decided: date, edition: Edition
) -> None:
    term = renew(TRANSITIONS, edition, EXPIRY, decided)
    assert term.last == renew(TRANSITIONS, edition, EXPIRY, EXPIRY).last
    assert term.first > EXPIRY
    assert term.gap_days == max((decided - EXPIRY).days - 1, 0)
    assert term.gap_days + term.days == (term.last - EXPIRY).days


@pytest.mark.parametrize(
    ("day", "before", "during", "after"),
    [
        ("2004-04-10", None, 146, 148),
        ("2004-12-31", 146, 148, 151),
        ("2013-01-29", 163, None, 163),
        ("2016-01-28", 163, None, 165),
        ("2026-01-01", 165, 173, None),
    ],
)
def test_the_members_known_around_a_day(
    day: str, before: int | None, during: int | None, after: int | None
) -> None:
    found = members_around(MEMBERS, date.fromisoformat(day))
    numbers = [one.members if one else None for one in (found.before, found.during, found.after)]
    assert numbers == [before, during, after]


def test_the_reports_of_members_are_in_the_order_of_time() -> None:
    assert all(one.first <= one.last for one in MEMBERS)
    assert all(one.last < other.first for one, other in pairwise(MEMBERS))


@given(st.dates(MEMBERS[0].first, MEMBERS[-1].last))
def test_every_day_lies_in_a_report_or_between_two(day: date) -> None:
    found = members_around(MEMBERS, day)
    assert found.during or (found.before and found.after)
    assert found.before is None or found.before.last < day
    assert found.after is None or found.after.first > day


@pytest.mark.parametrize(
    ("place", "first", "last", "difference", "breaks"),
    [
        ("world", 2017, 2018, -176575, ["sites-counted-apart"]),
        ("world", 2023, 2024, 636140, ["certsearch"]),
        ("world", 2002, 2003, -63383, ["old-certificates-end"]),
        ("world", 2012, 2013, 8408, []),
        ("world", 2020, 2023, -78864, ["large-contributors-missing"]),
        ("bulgaria", 2006, 2016, 2854, []),
        ("bulgaria", 2012, 2012, 0, []),
    ],
)
def test_a_change_and_the_breaks_in_it(
    place: Place, first: int, last: int, difference: int, breaks: list[str]
) -> None:
    change = compare_years(COUNTS, place, last, first)
    assert change is not None
    assert (change.first, change.last, change.difference) == (first, last, difference)
    assert change.breaks == tuple(COUNTS.breaks[name] for name in breaks)


def test_of_nothing_there_is_no_percentage() -> None:
    change = compare_years(COUNTS, "bulgaria", 1993, 1996)
    assert change is not None
    assert (change.difference, change.percent) == (14, None)


def test_the_jump_of_2024_is_seventy_six_percent() -> None:
    change = compare_years(COUNTS, "world", 2023, 2024)
    assert change is not None
    assert change.percent is not None
    assert round(change.percent) == 76


@pytest.mark.parametrize(("place", "year"), [("world", 2021), ("world", 2022), ("bulgaria", 2021)])
def test_what_is_not_confirmed_is_not_compared(place: Place, year: int) -> None:
    assert compare_years(COUNTS, place, 2020, year) is None


def test_the_years_follow_one_another_to_2020() -> None:
    assert [one.year for one in COUNTS.counts] == [*range(1993, 2021), 2023, 2024]


@pytest.mark.parametrize(("place", "total"), [("world", 19_577_987), ("bulgaria", 88_335)])
def test_the_counts_add_up_to_those_of_the_file_they_come_from(place: Place, total: int) -> None:
    known = [getattr(one, place) for one in COUNTS.counts if one.year <= 2020]
    assert sum(known) == total


@given(st.integers(1993, 2020), st.integers(1993, 2020), st.sampled_from(["world", "bulgaria"]))
def test_a_change_goes_from_the_earlier_year_whatever_the_order(
    one: int, other: int, place: Place
) -> None:
    change = compare_years(COUNTS, place, one, other)
    assert change == compare_years(COUNTS, place, other, one)
    assert change is not None
    assert change.before + change.difference == change.after
    if change.before:
        assert change.percent == Fraction(100 * change.difference, change.before)


def test_terms_of_a_day_more_last_a_day_more_until_the_transition_cuts_them() -> None:
    decided = date(2015, 9, 14)
    terms = [
        longest_term(HISTORY, TRANSITIONS, "2008", decided + timedelta(days=n)) for n in range(4)
    ]
    assert [term.last.day for term in terms if term] == [13, 14, 15, 15]
