from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.learner.events import LATEST
from kit.learner.files import files_of
from kit.learner.standing import replay
from kit.learner.store import open_store
from tests.learner.factories import NOON, VERSIONS, fill, make_event, make_events, make_store
from tests.learner.histories import histories


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Напредък на Мария" / "progress.sqlite"


def test_store_gives_back_what_was_recorded(path):
    events = fill(path, 9)
    with make_store(path) as store:
        assert store.events() == events
        assert store.notice is None


def test_store_gives_back_the_events_of_some_questions(path):
    events = fill(path, 9)
    with make_store(path) as store:
        wanted = ["scope", "dates", "scope", "never-asked"]
        assert store.events(wanted) == [e for e in events if e.question in {"scope", "dates"}]
        assert store.events([]) == []


def test_load_takes_questions_of_any_sort_of_collection(path):
    events = fill(path, 6)
    with make_store(path) as store:
        assert store.load(name for name in ("scope", "parties", "dates")) == events


def test_store_records_an_event_once(path):
    event = make_event()
    with make_store(path) as store:
        assert store.append([event, event]) == {event.id}
        assert store.append([event]) == {event.id}
        assert store.events() == [event]


def test_store_shows_one_kernel_what_another_recorded(path):
    with make_store(path) as one, make_store(path) as other:
        one.append(make_events(3))
        other.append(make_events(3, first=3))
        assert one.events() == other.events() == make_events(6)


def test_looking_at_an_empty_store_makes_no_file(path):
    with make_store(path) as store:
        assert store.events() == []
        assert store.load() == []
    assert not path.parent.exists()


def test_open_store_is_in_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))
    with open_store(now=lambda: NOON) as store:
        store.append(make_events(1))
    assert (tmp_path / "home" / "progress.sqlite").is_file()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=histories())
def test_every_event_survives_a_store(tmp_path_factory, history):
    path = tmp_path_factory.mktemp("store") / "progress.sqlite"
    with make_store(path) as store:
        assert store.merge(history) == len(history)
    with make_store(path) as store:
        assert {event.id: event for event in store.events()} == {e.id: e for e in history}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=histories())
def test_the_order_of_recording_holds_whatever_the_clock_says(tmp_path_factory, history):
    path = tmp_path_factory.mktemp("store") / "progress.sqlite"
    with make_store(path) as store:
        for event in history:
            store.append([event])
        assert replay(store.events(), VERSIONS) == replay(history, VERSIONS)


def test_a_clock_put_back_moves_only_later_events_of_the_same_question(path):
    late = make_event(1, at=NOON + timedelta(days=1))
    again, elsewhere = make_event(2, at=NOON), make_event(3, at=NOON, question="scope")
    with make_store(path) as store:
        store.append([late, again, elsewhere])
        times = {event.id: event.at for event in store.events()}
    assert times[again.id] == late.at + timedelta(microseconds=1)
    assert times[elsewhere.id] == NOON


def test_events_at_the_end_of_time_can_be_read_back(path):
    with make_store(path) as store:
        store.append([make_event(1, at=LATEST), make_event(2, at=LATEST)])
        assert [event.at for event in store.events()] == [LATEST, LATEST]
        assert store.notice is None


def test_merge_counts_what_is_new_and_keeps_times(path):
    fill(path, 4)
    with make_store(path) as store:
        assert store.merge(make_events(6)) == 2
        assert store.merge(make_events(6)) == 0
        assert store.events() == make_events(6)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(mine=histories(8), theirs=histories(8), data=st.data())
def test_merging_in_either_order_comes_to_the_same(tmp_path_factory, mine, theirs, data):
    shared = data.draw(st.lists(st.sampled_from(mine), unique_by=id)) if mine else []
    folder = tmp_path_factory.mktemp("merge")
    with make_store(folder / "one.sqlite") as one, make_store(folder / "other.sqlite") as other:
        one.merge(mine), one.merge([*theirs, *shared])
        other.merge([*theirs, *shared]), other.merge(mine)
        assert one.events() == other.events()


@pytest.mark.parametrize("statement", ["UPDATE attempt SET score = 1", "DELETE FROM attempt"])
def test_no_program_changes_or_deletes_what_was_recorded(path, statement):
    events = fill(path, 3)
    with closing(sqlite3.connect(path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="attempts are only ever added"):
            connection.execute(statement)
        connection.commit()
    with make_store(path) as store:
        assert store.events() == events


def test_no_program_replaces_what_was_recorded(path):
    events = fill(path, 3)
    replacement = """
        REPLACE INTO attempt
        SELECT id, at, question, 'v9', kind, answer, score, '', '', '' FROM attempt"""
    with closing(sqlite3.connect(path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="attempts are only ever added"):
            connection.execute(replacement)
        connection.commit()
    with make_store(path) as store:
        assert store.events() == events


def test_a_commit_is_on_disk_before_it_is_confirmed(path):
    with make_store(path) as store:
        store.append(make_events(1))
        connection = store._database._connection
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)


def test_a_store_leaves_only_its_own_files(path):
    fill(path, 3)
    assert files_of(path) == [path.with_name("progress.sqlite-journal"), path]
    assert {file.name for file in path.parent.iterdir()} == {
        *("progress.sqlite", "progress.sqlite-journal", "progress.sqlite.lock")
    }


def test_a_closed_store_opens_again_when_used(path):
    store = make_store(path)
    store.append(make_events(1))
    store.close()
    store.append(make_events(1, first=1))
    assert store.events() == make_events(2)
    store.close()
