"""The SQLite file of the attempts: its tables, and one open connection to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from kit.learner.events import Event
from kit.learner.notices import DamagedError, Notice, StoreError, is_damage
from kit.learner.table import (
    APPEND,
    APPLICATION,
    CREATE,
    DESCRIBE,
    MERGE,
    PAGE_BYTES,
    READ,
    READ_ONE,
    SCHEMA,
    to_event,
    to_row,
)


def identify(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from another put in its place; None if it is out of reach."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class Database:
    """Hold one connection to the store at `path`.

    Raises
    ------
    DamagedError
        If the file is no store, or SQLite finds it damaged.
    StoreError
        If a newer version of the kit made it.
    sqlite3.Error
        If it cannot be opened.
    """

    def __init__(self, path: Path, patience_seconds: float) -> None:
        self.path = path
        self._identity = identify(path)
        self._connection = connect(path, patience_seconds)
        try:
            with _naming_damage():
                _settle(self._connection)
                self._check()
        except BaseException:
            self.close()
            raise

    def _check(self) -> None:
        # As long as this reads, no other process writes, and the size of the file stands still.
        self._connection.execute("BEGIN")
        (application,) = self._connection.execute("PRAGMA application_id").fetchone()
        (schema,) = self._connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION or schema < 1:
            raise DamagedError("the file holds something else")
        if schema > SCHEMA:
            values = {"file": str(self.path), "found": schema, "known": SCHEMA}
            raise StoreError(Notice("newer", values))
        if self.path.stat().st_size % PAGE_BYTES:
            raise DamagedError("the last page is not whole")
        self._check_by("quick_check")
        self._connection.execute("COMMIT")

    def _check_by(self, pragma: str) -> None:
        (finding,) = self._connection.execute(f"PRAGMA {pragma}(1)").fetchone()
        if finding != "ok":
            raise DamagedError(finding)

    def examine(self) -> None:
        """Look at the description of the tables, every row and every index entry.

        Raises
        ------
        DamagedError
            If one of them is not as it should be.
        """
        with _naming_damage(), closing(sqlite3.connect(":memory:")) as model:
            model.executescript(CREATE)
            if self._describe(self._connection) != self._describe(model):
                raise DamagedError("the tables are not as they were made")
            self._check_by("integrity_check")
        self.read()

    @staticmethod
    def _describe(connection: sqlite3.Connection) -> list[Sequence[str]]:
        return connection.execute(DESCRIBE).fetchall()

    @property
    def is_current(self) -> bool:
        """Whether the file at the path is still the one that this connection writes to."""
        return identify(self.path) == self._identity

    def append(self, events: Iterable[Event]) -> None:
        """Record new deeds, all or none; a known id is passed over."""
        self._insert(APPEND, events)

    def merge(self, events: Iterable[Event]) -> int:
        """Record deeds of another store, times unchanged; return how many were new."""
        return self._insert(MERGE, events)

    def _insert(self, statement: str, events: Iterable[Event]) -> int:
        rows = [to_row(event) for event in events]
        with _naming_damage(), self._transaction():
            before = self._connection.total_changes
            self._connection.executemany(statement, rows)
            return self._connection.total_changes - before

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def read(self, questions: Iterable[str] | None = None) -> list[Event]:
        """Return the deeds, of some questions or of all, in order of recording."""
        with _naming_damage():
            rows = self._rows(questions)
            try:
                events = [to_event(row) for row in rows]
            except (TypeError, ValueError, OverflowError) as error:
                raise DamagedError(str(error)) from error
        return sorted(events, key=lambda event: (event.at, event.id))

    def _rows(self, questions: Iterable[str] | None) -> Iterable[Sequence[Any]]:
        if questions is None:
            return self._connection.execute(READ)
        return [row for name in questions for row in self._connection.execute(READ_ONE, (name,))]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def connect(path: Path, patience_seconds: float) -> sqlite3.Connection:
    """Open a file with transactions in our own hands; wait so long for another's lock."""
    return sqlite3.connect(
        path, timeout=patience_seconds, isolation_level=None, check_same_thread=False
    )


def _settle(connection: sqlite3.Connection) -> None:
    # No write-ahead log: it needs memory shared between processes, which a home folder on a
    # network drive does not have. A journal that is truncated, rather than deleted, is also
    # synchronised as the last step of a commit: what was confirmed outlives a power cut.
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def _naming_damage() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DamagedError(str(error)) from error
        raise
    except UnicodeDecodeError as error:  # The message of SQLite quotes what is damaged.
        raise DamagedError(str(error)) from error
