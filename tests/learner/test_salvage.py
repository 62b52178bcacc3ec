"""Rows are found page by page, whatever SQLite thinks of the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.learner.events import MAX_BYTES
from kit.learner.salvage import salvage
from kit.learner.table import PAGE_BYTES
from tests.learner.factories import fill, make_event, make_store
from tests.learner.histories import histories

SMALLEST_ROW = 100


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return the bytes of a store of many pages, and its events."""
    path = tmp_path_factory.mktemp("whole") / "progress.sqlite"
    events = fill(path, 700)
    return path.read_bytes(), events


def salvage_bytes(folder, content):
    path = folder / "damaged.sqlite"
    path.write_bytes(content)
    return salvage(path)


def test_a_whole_file_gives_every_row(tmp_path, whole):
    content, events = whole
    assert salvage_bytes(tmp_path, content) == events


@settings(max_examples=40, deadline=None)
@given(history=histories())
def test_every_sort_of_event_is_found(tmp_path_factory, history):
    path = tmp_path_factory.mktemp("store") / "progress.sqlite"
    with make_store(path) as store:
        store.merge(history)
        assert salvage(path) == store.events()


@pytest.mark.parametrize("size", [*range(3600, 4200, 7), 8300, 20_000, MAX_BYTES - 400])
def test_an_answer_that_overflows_its_page_is_found(tmp_path, size):
    path = tmp_path / "progress.sqlite"
    event = make_event(answer="ж" * (size // 2))
    with make_store(path) as store:
        assert store.append([event])
    assert salvage(path) == [event]


def test_one_lost_page_loses_only_its_own_rows(tmp_path, whole):
    content, events = whole
    for start in range(0, len(content), PAGE_BYTES):
        damaged = content[:start] + bytes(PAGE_BYTES) + content[start + PAGE_BYTES :]
        left = {event.id for event in salvage_bytes(tmp_path, damaged)}
        lost = [number for number, event in enumerate(events) if event.id not in left]
        assert len(lost) <= PAGE_BYTES // SMALLEST_ROW
        assert lost == list(range(lost[0], lost[-1] + 1)) if lost else True


def test_each_page_that_is_left_adds_its_rows(tmp_path, whole):
    content, events = whole
    before: set[str] = set()
    for end in range(0, len(content) + 1, PAGE_BYTES):
        found = salvage_bytes(tmp_path, content[:end])
        after = {event.id for event in found}
        assert before <= after
        assert len(after - before) <= PAGE_BYTES // SMALLEST_ROW
        before = after
    assert found == events


def test_a_lost_header_does_not_matter(tmp_path, whole):
    content, events = whole
    assert salvage_bytes(tmp_path, b"\r" * PAGE_BYTES + content[PAGE_BYTES:]) == events


@settings(max_examples=150, deadline=None)
@given(source=st.randoms(use_true_random=True))
def test_nothing_is_made_up_from_noise(tmp_path_factory, source):
    pages = [b"\r" + source.randbytes(PAGE_BYTES - 1) for _ in range(3)]
    assert salvage_bytes(tmp_path_factory.mktemp("noise"), b"".join(pages)) == []


@settings(max_examples=100, deadline=None)
@given(source=st.randoms(use_true_random=True))
def test_no_scattered_damage_stops_the_search(tmp_path_factory, whole, source):
    content, events = bytearray(whole[0]), whole[1]
    places = [source.randrange(len(content)) for _ in range(20)]
    for place in places:
        content[place] = source.randrange(256)
    found = salvage_bytes(tmp_path_factory.mktemp("scattered"), bytes(content))
    hit_pages = {place // PAGE_BYTES for place in places}
    assert len(found) >= len(events) - len(hit_pages) * (PAGE_BYTES // SMALLEST_ROW)
