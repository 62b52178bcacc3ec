"""The calendar file: read back by a library that had no part in writing it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from kit.cycle.calendar import Entry, to_calendar

STAMP = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LONG = "Най-малко един през всяка календарна година, освен в годината на ресертификацията; " * 3
LONGEST_LINE = 75


def make_entry(**changes: Any) -> Entry:
    fields = {"key": "surveillance-1", "day": date(2014, 1, 29), "summary": "Надзорен одит 1"}
    return Entry(**{**fields, "description": LONG, "remind_days": 60, **changes})


def write(*entries: Entry, stamp: datetime = STAMP) -> bytes:
    return to_calendar(entries, name="Цикъл", language="bg", stamp=stamp)


def read(content: bytes) -> Any:
    return vobject.readOne(content.decode("utf-8"))


def test_an_independent_library_reads_back_what_was_written() -> None:
    event = read(write(make_entry())).vevent
    assert event.dtstart.value == date(2014, 1, 29)
    assert event.summary.value == "Надзорен одит 1"
    assert event.description.value == LONG
    assert event.uid.value == "surveillance-1@iso9001-kit"
    assert event.dtstamp.value == STAMP
    assert event.summary.params["LANGUAGE"] == ["bg"]


def test_a_day_is_a_whole_day_and_takes_up_no_time() -> None:
    lines = write(make_entry()).decode("utf-8").split("\r\n")
    assert "DTSTART;VALUE=DATE:20140129" in lines
    assert "TRANSP:TRANSPARENT" in lines


def test_a_reminder_comes_so_many_days_before() -> None:
    alarm = read(write(make_entry())).vevent.valarm
    assert alarm.trigger.value == timedelta(days=-60)
    assert alarm.action.value == "DISPLAY"
    assert "valarm" not in read(write(make_entry(remind_days=0))).vevent.contents


def test_lines_end_as_calendars_expect_and_long_ones_are_folded_between_letters() -> None:
    content = write(make_entry())
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert sum(line.startswith(b" ") for line in lines) > 5
    assert all(line.decode("utf-8") is not None for line in lines)


@pytest.mark.parametrize("part", ["PRODID", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"])
def test_the_head_says_what_calendars_ask_for(part: str) -> None:
    assert f"\r\n{part}" in write().decode("utf-8")


def test_made_again_later_an_entry_keeps_its_id() -> None:
    first, later = (
        read(write(make_entry(day=day), stamp=stamp)).vevent.uid.value
        for day, stamp in [
            (date(2014, 1, 29), STAMP),
            (date(2014, 1, 30), STAMP.replace(year=2027)),
        ]
    )
    assert first == later


_letters = st.characters(whitelist_categories=("L", "N", "P", "S"), max_codepoint=0x2FFF)
_texts = st.lists(st.text(_letters, min_size=1), min_size=1).map(" ".join)


@given(st.lists(st.tuples(st.dates(), _texts, _texts), min_size=1, max_size=5))
def test_any_text_and_any_day_come_back(found: list[tuple[date, str, str]]) -> None:
    entries = [
        make_entry(key=str(number), day=day, summary=summary, description=description)
        for number, (day, summary, description) in enumerate(found)
    ]
    events = read(write(*entries)).vevent_list
    assert [
        (one.dtstart.value, one.summary.value, one.description.value) for one in events
    ] == found
