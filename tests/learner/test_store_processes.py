"""Several processes at one store, and processes killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from kit.learner.files import set_aside_files
from tests.learner.factories import fill, make_events, make_store

ROOT = Path(__file__).parents[2]


def start_writer(path, first, count, batch):
    command = [sys.executable, "-m", "tests.learner.writer", path, *map(str, (first, count, batch))]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def confirmed(lines):
    return {word for line in lines if line.startswith("safe ") for word in line.split()[1:]}


def finish(process):
    output, _ = process.communicate(timeout=240)
    assert process.returncode == 0
    return output.splitlines()


def test_two_processes_record_thousands_of_events_side_by_side(tmp_path):
    path = tmp_path / "progress.sqlite"
    writers = [start_writer(path, first, 1500, 5) for first in (0, 1500)]
    lines = [line for writer in writers for line in finish(writer)]
    assert not [line for line in lines if line.startswith("notice")]
    assert confirmed(lines) == {event.id for event in make_events(3000)}
    with make_store(path) as store:
        assert {event.id for event in store.events()} == confirmed(lines)
        assert store.notice is None


def test_processes_that_find_the_same_damage_mend_it_once(tmp_path):
    path = tmp_path / "progress.sqlite"
    fill(path, 300)
    path.write_bytes(path.read_bytes()[:-100])
    writers = [start_writer(path, first, 50, 5) for first in (1000, 2000, 3000)]
    lines = [line for writer in writers for line in finish(writer)]
    assert len(set_aside_files(path)) == 1
    with make_store(path) as store:
        found = {event.id for event in store.events()}
    assert len(confirmed(lines)) == 150
    assert confirmed(lines) <= found
    assert len(found) > 350


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_process_killed_at_any_moment_loses_nothing_confirmed(tmp_path):
    path = tmp_path / "home" / "progress.sqlite"
    chance = random.Random(20261122)
    safe = set()
    for turn in range(25):
        writer = start_writer(path, turn * 1000, 1000, chance.choice([1, 3, 20]))
        lines = [writer.stdout.readline() for _ in range(chance.choice([0, 0, 1, 2, 9, 30]))]
        if lines:
            spin(chance.random() * 0.003)
        else:
            wait_for_file(path, writer)
        os.kill(writer.pid, signal.SIGKILL)
        safe |= confirmed([*lines, *whole_lines(writer.communicate()[0])])
        with make_store(path) as store:
            assert safe <= {event.id for event in store.events()}
            assert store.notice is None
    assert len(safe) > 50


def whole_lines(output):
    """Return the lines that were written to their end."""
    return [line for line in output.splitlines(keepends=True) if line.endswith("\n")]


def spin(seconds):
    """Let a moment pass, so that the kill falls into another part of a commit each time."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        pass


def wait_for_file(path, process):
    while not path.exists() and process.poll() is None:
        pass
