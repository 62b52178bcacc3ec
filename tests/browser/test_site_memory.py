"""Review reckoned in the browser: the same lots, days, memories and sessions as in Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from random import Random
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.figures.review import describe_review
from kit.learner.catalogue import catalogue
from kit.learner.events import Event
from kit.learner.review import look_back
from kit.learner.schedule import Memory, schedule
from kit.site.reviews import RULES, gather_review
from kit.text import LANGUAGES
from tests.browser.site_modules import Modules, open_modules
from tests.learner.factories import NOON

LIBRARY = open_library()
ENTRIES = catalogue(LIBRARY)
NAMES = tuple(ENTRIES)
VERSIONS = {name: entry.version for name, entry in ENTRIES.items()}
SOFIA = timezone(timedelta(hours=2))
EPOCH = datetime(1970, 1, 1).date()
KINDS = ("choice", "check", "check", "check", "check", "hint", "reveal", "retry")
PLACES = (("announcement", "reading"), ("announcement", "check"), ("review", "2026-11-22"))
LOGS = 200


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with open_modules(browser) as opened:
        yield opened


def draw_log(seed: int) -> list[Event]:
    """Draw a log of up to two years of some questions, partly of other versions or of tomorrow."""
    random = Random(seed)
    names = random.sample(NAMES, random.choice((1, 3, 12, 60)))
    return [draw_event(random, names) for _ in range(random.choice((0, 1, 5, 40, 150)))]


def draw_event(random: Random, names: list[str]) -> Event:
    kind, name = random.choice(KINDS), random.choice(names)
    lesson, quiz = random.choice(PLACES)
    ago = random.choice(
        (
            timedelta(hours=random.randrange(-50, 17_000)),
            timedelta(microseconds=random.randrange(9)),
        )
    )
    return Event(
        id=f"{random.getrandbits(64):016x}",
        at=NOON - ago,
        question=name,
        version=VERSIONS[name] if random.random() < 0.95 else "other",
        kind=kind,
        score=random.choice((0.0, 0.5, 1.0, 1.0)) if kind == "check" else None,
        lesson=lesson,
        quiz=quiz,
    )


def to_json(events: list[Event]) -> Any:
    return json.loads(msgspec.json.encode(events))


def clock(now: datetime) -> dict[str, float]:
    offset = now.utcoffset()
    assert offset is not None
    return {
        "moment": round((now - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1)),
        "offset": offset / timedelta(minutes=1),
    }


@pytest.mark.parametrize("text", ["", "abc", "седмица", "a" * 55, "a" * 56, "a" * 64, "„" * 300])
def test_lots_are_hashed_as_everywhere(modules: Modules, text: str) -> None:
    found = modules.run("sha256 from sha256", "return sha256(values);", text)
    assert found == sha256(text.encode()).hexdigest()


def test_moments_are_read_to_the_microsecond_and_written_back(modules: Modules) -> None:
    moments = [NOON + timedelta(microseconds=extra) for extra in (0, 1, 999, 1000, 123_456)]
    sent = json.loads(msgspec.json.encode(moments))
    body = "return values.map((one) => writeMoment(readMoment(one)));"
    found = modules.run("readMoment, writeMoment from moments", body, sent)
    assert [datetime.fromisoformat(one) for one in found] == moments


def test_dates_are_filled_in_as_python_fills_them(modules: Modules) -> None:
    forms = [read_words("review", one)["date"] for one in LANGUAGES]
    day = datetime(2026, 3, 7)
    body = "return values.map((form) => fillForm(form, { at: partsOfDay(20519) }));"
    found = modules.run("fillForm, partsOfDay from moments", body, forms)
    assert found == [form.format(at=day) for form in forms]


@pytest.mark.parametrize("zone", [UTC, SOFIA, timezone(timedelta(hours=-9, minutes=-30))])
def test_every_memory_is_that_of_python(modules: Modules, zone: timezone) -> None:
    now = NOON.astimezone(zone)
    logs = [draw_log(seed) for seed in range(LOGS)]
    body = """return values.logs.map((log) =>
      Object.fromEntries(schedule(log, values.versions, values.now, values.rules)));"""
    values = {
        "logs": [to_json(log) for log in logs],
        "versions": VERSIONS,
        "now": clock(now),
        "rules": dict(RULES),
    }
    found = modules.run("schedule from memory", body, values)
    expected = [schedule(log, VERSIONS, now) for log in logs]
    assert sum(map(len, expected)) > LOGS
    for seen, known in zip(found, expected, strict=True):
        assert seen.keys() == known.keys()
        for name, memory in known.items():
            _assert_same(seen[name], memory)


def _assert_same(seen: dict[str, float], known: Memory) -> None:
    assert seen["last"] == (known.last - EPOCH).days
    assert seen["due"] == (known.due - EPOCH).days
    assert seen["stability"] == pytest.approx(known.stability, rel=1e-9)
    assert seen["difficulty"] == pytest.approx(known.difficulty, rel=1e-9)


def look(modules: Modules, logs: list[list[Event]], now: datetime, language: str = "en") -> Any:
    body = """return values.logs.map((log) => {
      const { session, outlook } = lookBack(values.course, log, values.now, "review");
      return { session, outlook: { ...outlook, lessons: Object.fromEntries(outlook.lessons) },
        told: tellOutlook(outlook, values.course) };
    });"""
    course = gather_review(LIBRARY, language)
    values = {"logs": [to_json(log) for log in logs], "course": course, "now": clock(now)}
    return modules.run("lookBack from outlook; tellOutlook from bars", body, values)


def test_every_session_asks_the_same_questions_in_the_same_order(modules: Modules) -> None:
    now = NOON.astimezone(SOFIA)
    logs = [draw_log(seed) for seed in range(LOGS)]
    expected = [look_back(LIBRARY, log, now, "review") for log in logs]
    assert {review.session.put_off > 0 for review in expected} == {True, False}
    assert {review.session.due > 0 for review in expected} == {True, False}
    for seen, known in zip(look(modules, logs, now), expected, strict=True):
        session = known.session
        assert seen["session"]["questions"] == list(session.questions)
        assert seen["session"]["day"] == (session.day - EPOCH).days
        assert (seen["session"]["due"], seen["session"]["new"]) == (session.due, session.new)
        assert seen["session"]["putOff"] == session.put_off
        due = session.next_due
        assert seen["session"]["nextDue"] == (due and (due - EPOCH).days)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outlook_is_told_in_the_same_words(modules: Modules, language: str) -> None:
    now = NOON.astimezone(SOFIA)
    logs = [draw_log(seed) for seed in range(60)]
    words = read_words("review", language)
    titles = {slug: one.title.pick(language) for slug, one in LIBRARY.lessons.items()}
    for seen, log in zip(look(modules, logs, now, language), logs, strict=True):
        outlook = look_back(LIBRARY, log, now, "review").outlook
        assert seen["told"] == describe_review(outlook, titles, words)
        assert seen["outlook"]["weeks"] == list(outlook.weeks)
        assert seen["outlook"]["later"] == outlook.later
        due = {slug: one["due"] for slug, one in seen["outlook"]["lessons"].items()}
        assert due == {slug: one.due for slug, one in outlook.lessons.items()}
