"""Bringing a store into being, and a damaged one back: set aside, salvage, carry on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kit.learner.database import Database, connect
from kit.learner.files import alone, journal_of, mark_read, set_aside, unread_files
from kit.learner.notices import DamagedError, Notice
from kit.learner.salvage import salvage
from kit.learner.table import CREATE, MARK, PAGE_BYTES


def is_begun(path: Path) -> bool:
    """Tell whether anything was ever kept at `path`."""
    return path.exists() or bool(unread_files(path))


def is_settled(path: Path) -> bool:
    """Tell whether there is a store and no damaged one waits to be taken over."""
    return path.exists() and not unread_files(path)


def mend(path: Path, *, now: Callable[[], datetime], patience_seconds: float) -> Notice | None:
    """See to it that a sound store stands at `path`; return what became of a damaged one.

    Each step leaves behind what the next one needs, so that a process killed between two of them
    is followed up by the next that opens the store.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path, patience_seconds):
        if path.exists() and not _is_sound(path, patience_seconds):
            set_aside(path, now().date())
        if not path.exists():
            create(path, patience_seconds)
        return _take_over(path, patience_seconds)


def create(path: Path, patience_seconds: float) -> None:
    """Make an empty store, whole or not at all; what an earlier attempt left is removed."""
    fresh = path.with_name(f"{path.name}.new")
    for rest in (journal_of(fresh), fresh):
        rest.unlink(missing_ok=True)
    with closing(connect(fresh, patience_seconds)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.executescript(f"BEGIN IMMEDIATE; {CREATE} {MARK} COMMIT;")
    fresh.rename(path)


def _is_sound(path: Path, patience_seconds: float) -> bool:
    try:
        with closing(Database(path, patience_seconds)) as database:
            database.examine()
    except DamagedError:
        return False
    return True


def _take_over(path: Path, patience_seconds: float) -> Notice | None:
    notice = None
    for unread in unread_files(path):
        events = salvage(unread)
        with closing(Database(path, patience_seconds)) as database:
            database.merge(events)
        name = mark_read(unread)
        notice = Notice("damaged", {"file": str(name), "attempts": len(events)})
    return notice
