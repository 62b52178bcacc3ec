"""A damaged store is set aside, what can be read is carried over, and the lesson goes on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.learner.files import journal_of, set_aside, set_aside_files, unread_files
from kit.learner.mending import create
from kit.learner.store import AttemptStore
from kit.learner.table import PAGE_BYTES
from tests.learner.factories import NOON, fill, make_events, make_store

KEPT = 300
HEADER_BYTES = 100
NEW = make_events(2, first=KEPT)
ASIDE = f"progress-damaged-{NOON:%Y-%m-%d}"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "progress.sqlite"


def damage(path, content):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def assert_goes_on(path, content):
    """Answer on with a damaged store; return what was carried over."""
    with make_store(path) as store:
        carried = store.events()
        assert store.append(NEW) == {event.id for event in NEW}
        notice = store.notice
    assert notice.key == "damaged"
    aside = path.with_name(f"{ASIDE}.sqlite")
    assert notice.values == {"file": str(aside), "attempts": len(carried)}
    assert aside.read_bytes() == content, "the damaged file is kept as it was"
    with make_store(path) as store:
        assert store.events() == carried + NEW
        assert store.notice is None, "it is told once"
    return carried


def test_a_cut_off_store_keeps_what_is_left(path):
    events = fill(path, KEPT)
    whole = path.read_bytes()
    pages = range(0, len(whole), PAGE_BYTES)
    inside = [1, 15, 16, 17, 50, 99, 100, 101, PAGE_BYTES - 1, PAGE_BYTES + 1, len(whole) - 1]
    counts = {}
    for end in sorted({*pages, *inside, *(page + 2000 for page in pages)} - {len(whole)}):
        for file in path.parent.iterdir():
            file.unlink()
        damage(path, whole[:end])
        carried = assert_goes_on(path, whole[:end])
        assert carried == [event for event in events if event in carried]
        counts[end] = len(carried)
    assert list(counts.values()) == sorted(counts.values())
    assert counts[0] == 0
    assert counts[len(whole) - 1] > KEPT * 0.8


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0",
        b"\0" * 50_000,
        b"SQLite format 3\0",
        "Отговори на Мария".encode(),
        b'{"format": "iso9001-kit-progress", "version": 1, "events": []}',
    ],
    ids=["empty", "one zero", "zeros", "first bytes only", "a note", "an export"],
)
def test_a_file_that_is_no_store_is_set_aside(path, content):
    damage(path, content)
    assert assert_goes_on(path, content) == []


def test_a_database_of_another_program_is_set_aside(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE attempt (id TEXT)")
        connection.commit()
    assert assert_goes_on(path, path.read_bytes()) == []


@settings(max_examples=30, deadline=None)
@given(content=st.binary(min_size=1, max_size=20_000))
def test_random_bytes_are_set_aside(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("noise") / "progress.sqlite"
    damage(path, content)
    assert assert_goes_on(path, content) == []


@settings(max_examples=40, deadline=None)
@given(source=st.randoms(use_true_random=True))
def test_a_store_with_random_damage_never_stops_the_lesson(tmp_path_factory, source):
    path = tmp_path_factory.mktemp("scattered") / "progress.sqlite"
    fill(path, KEPT)
    content = bytearray(path.read_bytes())
    for _ in range(source.choice([1, 5, 50])):
        start = source.randrange(HEADER_BYTES, len(content))
        content[start : start + source.choice([1, 100, 5000])] = source.randbytes(1)
    path.write_bytes(content)
    with make_store(path) as store:
        found = store.events()
        assert store.append(NEW) == {event.id for event in NEW}
        ids = {event.id for event in store.events()}
        assert {event.id for event in [*found, *NEW]} <= ids
        assert len(set_aside_files(path)) == (store.notice is not None)


@pytest.mark.parametrize("place", range(HEADER_BYTES))
def test_a_header_with_a_wrong_byte_never_stops_the_lesson(path, place):
    fill(path, 3)
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(content)
    with make_store(path) as store:
        store.events()
        # Two bytes make the file read-only and four a newer one, which is then said.
        assert store.append(NEW) or store.notice.key in {"read-only", "newer"}
        assert store.events()[-2:] == NEW


@pytest.mark.parametrize(
    "part", [b"CREATE TABLE", b"question TEXT", b"WHERE id = NEW.id", b"ABORT"]
)
def test_a_store_whose_tables_are_described_wrongly_is_mended(path, part):
    events = fill(path, KEPT)
    content = path.read_bytes().replace(part, b"\x87" * len(part), 1)
    damage(path, content)
    assert assert_goes_on(path, content) == events


def test_a_row_that_makes_no_sense_is_left_behind_and_the_others_kept(path):
    events = fill(path, KEPT)
    content = path.read_bytes().replace(b"scopev2check", b"scopev2chuck", 1)
    damage(path, content)
    assert len(assert_goes_on(path, content)) == len(events) - 1


def test_damage_met_while_the_lesson_is_open_is_mended(path):
    events = fill(path, KEPT)
    with make_store(path) as store:
        assert store.events() == events
        damage(path, path.read_bytes()[: -3 * PAGE_BYTES])
        assert store.append(NEW) == {event.id for event in NEW}
        assert store.notice.key == "damaged"
        assert store.events()[-2:] == NEW
        assert 0 < store.notice.values["attempts"] < KEPT


def test_no_file_set_aside_is_overwritten(path):
    contents = [b"one", b"two", b"three"]
    for content in contents:
        damage(path, content)
        with make_store(path) as store:
            assert store.events() == []
    aside = [path.with_name(f"{ASIDE}{end}.sqlite") for end in ("", "-2", "-3")]
    assert [file.read_bytes() for file in aside] == contents
    assert set_aside_files(path) == sorted(aside)


def test_the_name_of_a_file_set_aside_tells_the_day(path):
    damage(path, b"nothing")
    day = datetime(2027, 3, 1, 23, 30, tzinfo=UTC)
    with AttemptStore(path, now=lambda: day) as store:
        store.events()
    assert [file.name for file in set_aside_files(path)] == ["progress-damaged-2027-03-01.sqlite"]


def test_an_open_journal_is_set_aside_too(path):
    fill(path, 3)
    journal_of(path).write_bytes(b"another process was about to write")
    set_aside(path, NOON.date())
    assert not journal_of(path).exists()
    journal = journal_of(path.with_name(f"{ASIDE}.sqlite"))
    assert journal.read_bytes() == b"another process was about to write"


@pytest.mark.parametrize("step", ["set aside", "new store made", "rows carried over"])
def test_mending_that_was_cut_short_is_carried_on(path, step):
    events = fill(path, KEPT)
    damage(path, path.read_bytes() + b"what does not belong here")
    set_aside(path, NOON.date())
    if step == "new store made":
        create(path, 1.0)
    if step == "rows carried over":
        (unread,) = unread_files(path)
        unread.rename(path.parent / "elsewhere")
        fill(path, KEPT)
        (path.parent / "elsewhere").rename(unread)
    with make_store(path) as store:
        assert store.events() == events
        assert store.notice.key == "damaged"
    assert unread_files(path) == []


def test_making_a_store_that_was_cut_short_is_begun_again_without_a_word(path):
    path.parent.mkdir()
    path.with_name("progress.sqlite.new").write_bytes(b"half a store")
    path.with_name("progress.sqlite.new-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    with make_store(path) as store:
        assert store.append(NEW) == {event.id for event in NEW}
        assert store.notice is None
    assert not list(path.parent.glob("*.new*"))


def test_two_damaged_stores_that_wait_are_both_carried_over(path):
    fill(path, 10)
    set_aside(path, NOON.date())
    fill_again = make_events(10, first=10)
    elsewhere = path.with_name("other.sqlite")
    with make_store(elsewhere) as store:
        store.append(fill_again)
    elsewhere.rename(path)
    set_aside(path, NOON.date())
    with make_store(path) as store:
        assert store.events() == make_events(20)
    assert [file.name for file in set_aside_files(path)] == [
        *(f"{ASIDE}-2.sqlite", f"{ASIDE}.sqlite")
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_a_store_deleted_under_an_open_lesson_is_begun_anew(path):
    fill(path, 3)
    with make_store(path) as store:
        assert len(store.events()) == 3
        path.unlink()
        assert store.append(NEW) == {event.id for event in NEW}
        assert store.notice.key == "gone"
    with make_store(path) as store:
        assert store.events() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_an_attempt_is_confirmed_only_in_the_file_that_others_open(path):
    fill(path, 3)
    with make_store(path) as store, make_store(path) as other:
        assert len(store.events()) == len(other.events()) == 3
        path.rename(path.with_name("moved.sqlite"))
        assert store.append(NEW) == {event.id for event in NEW}
        assert other.append(make_events(1, first=900))
        assert store.events() == other.events() == [*NEW, *make_events(1, first=900)]
