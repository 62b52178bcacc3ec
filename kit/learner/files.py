"""The files of a store: the store itself, what SQLite keeps beside it, what was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from kit.learner.database import connect

# Rows of a file set aside under this ending have yet to be taken over into the new store.
UNREAD = ".unread"


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return path.with_name(f"{path.name}-journal")


def set_aside_files(path: Path) -> list[Path]:
    """Return the damaged files that were set aside beside the store, oldest name first."""
    return sorted(path.parent.glob(f"{path.stem}-damaged-*"))


def unread_files(path: Path) -> list[Path]:
    """Return the damaged files whose rows have yet to be taken over."""
    return [file for file in set_aside_files(path) if file.suffix == UNREAD]


def files_of(path: Path) -> list[Path]:
    """Return every file that holds what the learner entered."""
    own = [file for file in (journal_of(path), path) if file.exists()]
    return own + set_aside_files(path)


def free_name(path: Path, day: date) -> Path:
    """Return a dated name beside the store that no file has yet."""
    stem, number = f"{path.stem}-damaged-{day.isoformat()}", 1
    while True:
        name = f"{stem}-{number}" if number > 1 else stem
        candidate = path.with_name(name + path.suffix)
        taken = (candidate, journal_of(candidate), _unread(candidate))
        if not any(file.exists() for file in taken):
            return candidate
        number += 1


def set_aside(path: Path, day: date) -> None:
    """Rename a damaged store and mark it as not yet read; nothing is overwritten."""
    name = free_name(path, day)
    # First the journal: SQLite would play it back into a new store beside it. An empty one is none.
    journal = journal_of(path)
    if journal.exists() and journal.stat().st_size:
        journal.rename(journal_of(name))
    path.rename(_unread(name))


def mark_read(unread: Path) -> Path:
    """Take the mark off a file whose rows have been taken over; return its new name."""
    return unread.rename(unread.with_suffix(""))


@contextmanager
def alone(path: Path, patience_seconds: float) -> Iterator[None]:
    """Keep other processes from mending or deleting the same store meanwhile.

    The lock is SQLite's own on an empty file: the same on every system, and gone with the process.
    """
    lock = path.with_name(f"{path.name}.lock")
    with closing(connect(lock, patience_seconds)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def forget(path: Path, patience_seconds: float) -> Iterator[Path]:
    """Delete every file that holds what the learner entered; yield each when it is gone."""
    with alone(path, patience_seconds):
        for file in files_of(path):
            file.unlink()
            yield file


def _unread(path: Path) -> Path:
    return path.with_name(path.name + UNREAD)
