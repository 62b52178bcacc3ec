"""A calendar file of the days that matter to a certificate, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import icalendar
import msgspec

MEDIA_TYPE = "text/calendar"
_PRODUCT = "-//ISO 9001 teaching kit//Certification cycle//EN"
_HOME = "iso9001-kit"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one day for the calendar.

    `key` stays the same for the same thing, so that a calendar that reads the file again moves
    the entry rather than doubling it. `remind_days` says how long before a reminder comes; 0 for
    none.
    """

    key: str
    day: date
    summary: str
    description: str
    remind_days: int = 0


def to_calendar(entries: Iterable[Entry], *, name: str, language: str, stamp: datetime) -> bytes:
    """Return the entries as iCalendar, one whole day each.

    Parameters
    ----------
    name
        What a calendar program calls the collection.
    language
        The language of the texts.
    stamp
        When the file is made; with a time zone.

    References
    ----------
    RFC 5545.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_to_event(entry, language, stamp))
    written: bytes = calendar.to_ical()
    return written


def _to_event(entry: Entry, language: str, stamp: datetime) -> icalendar.Event:
    event, spoken = icalendar.Event(), {"LANGUAGE": language}
    event.add("uid", f"{entry.key}@{_HOME}")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    event.add("summary", entry.summary, parameters=spoken)
    event.add("description", entry.description, parameters=spoken)
    # It marks a day and does not take it up.
    event.add("transp", "TRANSPARENT")
    if entry.remind_days:
        event.add_component(_to_alarm(entry))
    return event


def _to_alarm(entry: Entry) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-entry.remind_days))
    alarm.add("description", entry.summary)
    return alarm
