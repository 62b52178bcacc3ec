"""A store out of reach: nothing is lost while the lesson is open, and the notice says why."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kit.learner.notices import StoreError
from kit.learner.table import SCHEMA
from tests.learner.factories import fill, make_event, make_events, make_store

ROOT = Path(__file__).parents[2]
NOBODY = 65534
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit or permission")


@pytest.fixture
def folder():
    """Yield a folder that every user may look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def bound_by_permissions(*files):
    """Act as a user whom permissions bind; the files are made that user's."""
    if os.geteuid() != 0:
        yield
        return
    for file in files:
        os.chown(file, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def ids(events):
    return {event.id for event in events}


def test_another_programs_lock_makes_events_wait(folder):
    path = folder / "progress.sqlite"
    fill(path, 2)
    with make_store(path, patience_seconds=0.05) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert store.append(make_events(1, first=2)) == frozenset()
            assert store.append(make_events(1, first=3)) == frozenset()
            assert store.notice.key == "locked"
            assert store.events() == make_events(2, first=2)
        assert store.append(make_events(1, first=4)) == ids(make_events(3, first=2))
        assert store.notice is None
        assert store.waiting == ()
        assert store.events() == make_events(5)


def test_events_that_wait_are_sent_again_by_the_next_append_without_new_ones(folder):
    path = folder / "progress.sqlite"
    path.mkdir()
    with make_store(path) as store:
        assert store.append(make_events(2)) == frozenset()
        path.rmdir()
        assert store.append(()) == ids(make_events(2))


def test_closing_records_what_still_waits(folder):
    path = folder / "progress.sqlite"
    path.mkdir()
    with make_store(path) as store:
        store.append(make_events(2))
        path.rmdir()
    with make_store(path) as store:
        assert store.events() == make_events(2)


def test_an_event_sent_again_while_it_waits_is_recorded_once(folder):
    path = folder / "progress.sqlite"
    path.mkdir()
    with make_store(path) as store:
        store.append(make_events(2))
        store.append(make_events(2))
        assert store.waiting == tuple(make_events(2))


@pytest.mark.parametrize("in_the_way", ["the file", "the folder"])
def test_a_thing_of_another_sort_in_the_way_is_left_alone(folder, in_the_way):
    path = folder / "home" / "progress.sqlite"
    if in_the_way == "the file":
        path.mkdir(parents=True)
    else:
        path.parent.write_text("not a folder", "utf-8")
    with make_store(path) as store:
        assert store.append(make_events(1)) == frozenset()
        assert store.notice.key == "unwritable"
        assert store.events() == make_events(1)
    assert path.is_dir() if in_the_way == "the file" else path.parent.is_file()


@posix_only
def test_a_read_only_file_can_be_read_and_makes_new_events_wait(folder):
    path = folder / "progress.sqlite"
    fill(path, 2)
    path.chmod(0o444)
    with bound_by_permissions(*folder.iterdir(), folder), make_store(path) as store:
        assert store.events() == make_events(2)
        assert store.append(make_events(1, first=2)) == frozenset()
        assert store.notice.key == "read-only"
        assert store.events() == make_events(3)
        path.chmod(0o644)
        assert store.append(()) == ids(make_events(1, first=2))
        assert store.notice is None


@posix_only
def test_a_read_only_folder_makes_new_events_wait(folder):
    path = folder / "home" / "progress.sqlite"
    path.parent.mkdir()
    with bound_by_permissions(path.parent), make_store(path) as store:
        path.parent.chmod(0o555)
        assert store.append(make_events(1)) == frozenset()
        assert store.notice.key == "unwritable"
        path.parent.chmod(0o755)
        assert store.append(()) == ids(make_events(1))


@posix_only
def test_a_folder_that_may_not_be_entered_makes_events_wait(folder):
    path = folder / "home" / "progress.sqlite"
    fill(path, 1)
    with bound_by_permissions(*path.parent.iterdir(), path.parent), make_store(path) as store:
        path.parent.chmod(0o000)
        assert store.events() == []
        assert store.notice.key == "read-only"
        assert store.append(make_events(1, first=1)) == frozenset()
        path.parent.chmod(0o755)
        assert store.append(()) == ids(make_events(1, first=1))
        assert store.events() == make_events(2)


@posix_only
def test_a_folder_closed_under_an_open_lesson_makes_events_wait(folder):
    path = folder / "home" / "progress.sqlite"
    fill(path, 1)
    with bound_by_permissions(*path.parent.iterdir(), path.parent), make_store(path) as store:
        assert store.append(make_events(1, first=1)) == ids(make_events(1, first=1))
        path.parent.chmod(0o000)
        assert store.append(make_events(1, first=2)) == frozenset()
        assert store.notice.key == "read-only"
        assert store.events() == make_events(1, first=2)
        path.parent.chmod(0o755)
        assert store.events() == make_events(3)


CHILD_WITH_LIMIT = """
import resource, signal, sys
from pathlib import Path
from tests.learner.factories import make_events, make_store
def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
with make_store(path) as store:
    assert store.append(make_events(1))
    limit(path.stat().st_size)
    failed = 0
    for number in range(1, 400):
        failed += not store.append(make_events(1, number))
    assert failed, "the limit was never met"
    assert store.notice.key == "disk-error", store.notice
    assert store.events() == make_events(400)
    limit(resource.RLIM_INFINITY)
    assert store.append(()), store.notice
    assert store.notice is None
"""


@posix_only
def test_a_file_that_may_not_grow_loses_nothing(folder):
    path = folder / "progress.sqlite"
    subprocess.run([sys.executable, "-c", CHILD_WITH_LIMIT, path], cwd=ROOT, check=True)
    with make_store(path) as store:
        assert store.events() == make_events(400)
        assert store.notice is None


CHILD_MENDING_WITHOUT_ROOM = """
import resource, signal, sys
from pathlib import Path
from tests.learner.factories import fill, make_events, make_store
def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
fill(path, 300)
path.write_bytes(path.read_bytes() + b"cut")
before = path.read_bytes()
with make_store(path) as store:
    limit(int(sys.argv[2]))
    for number in range(300, 304):
        assert store.append(make_events(1, number)) == frozenset()
        assert store.notice.key in {"disk-error", "disk-full"}, store.notice
    limit(resource.RLIM_INFINITY)
    assert store.append(()) == {event.id for event in make_events(4, 300)}
    assert store.notice.key == "damaged"
    assert store.events() == make_events(304)
(aside,) = path.parent.glob("progress-damaged-*")
assert aside.read_bytes() == before
"""


@posix_only
@pytest.mark.parametrize("limit_bytes", [0, 4096, 30_000])
def test_a_damaged_store_without_room_for_a_new_one_loses_nothing(folder, limit_bytes):
    path = folder / "progress.sqlite"
    command = [sys.executable, "-c", CHILD_MENDING_WITHOUT_ROOM, path, str(limit_bytes)]
    subprocess.run(command, cwd=ROOT, check=True)


CHILD_ON_SMALL_DISK = """
import sys
from pathlib import Path
from tests.learner.factories import make_events, make_store
disk = Path(sys.argv[1])
with make_store(disk / "home" / "progress.sqlite") as store:
    safe, number = set(), 0
    while not store.waiting:
        safe |= store.append(make_events(20, number))
        number += 20
    assert store.notice.key == "disk-full", store.notice
    store.append(make_events(20, number))
    assert store.events() == make_events(number + 20)
    assert {event.id for event in store.load()} == safe, "what is on disk is what was confirmed"
    (disk / "other.bin").unlink()
    assert store.append(()) | safe == {event.id for event in make_events(number + 20)}
    assert store.notice is None
with make_store(disk / "home" / "progress.sqlite") as store:
    assert store.events() == make_events(number + 20)
"""


@pytest.mark.skipif(
    not shutil.which("unshare"), reason="needs Linux's unshare to mount a small disk"
)
def test_a_full_disk_loses_nothing(folder):
    mount = ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", folder]
    script = '"$@" && dd if=/dev/zero of=%s/other.bin bs=1k count=80 2>&1 && exec %s -c %s %s'
    # The disk is seen by this program alone and goes with it.
    quoted = [
        shlex.quote(str(part)) for part in (folder, sys.executable, CHILD_ON_SMALL_DISK, folder)
    ]
    alone = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    if subprocess.run([*alone, *mount], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let its users mount a disk")
    command = [*alone, "sh", "-c", script % tuple(quoted), "sh", *mount]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_newer_store_is_refused_and_left_as_it_is(folder):
    path = folder / "progress.sqlite"
    fill(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = path.read_bytes()
    with make_store(path) as store:
        assert store.append([make_event()]) == frozenset()
        assert store.notice.key == "newer"
        assert store.notice.values == {"file": str(path), "found": SCHEMA + 1, "known": SCHEMA}
        with pytest.raises(StoreError):
            store.load()
    assert path.read_bytes() == before


def test_merging_into_a_store_out_of_reach_fails_and_keeps_nothing_for_later(folder):
    path = folder / "progress.sqlite"
    path.mkdir()
    with make_store(path) as store:
        with pytest.raises(StoreError):
            store.merge(make_events(2))
        assert store.waiting == ()
