"""The learner's attempts, kept safely: whatever befalls the file, the lesson goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from kit.learner.database import Database
from kit.learner.events import Event
from kit.learner.mending import is_begun, is_settled, mend
from kit.learner.notices import DamagedError, Notice, StoreError, explain
from kit.paths import home_folder

T = TypeVar("T")
FILE_NAME = "progress.sqlite"
PATIENCE_SECONDS = 5.0
_MAX_TRIES = 3


def store_path() -> Path:
    """Return where the learner's attempts are kept."""
    return home_folder() / FILE_NAME


def open_store(*, now: Callable[[], datetime]) -> AttemptStore:
    """Return the store in the learner's home folder."""
    return AttemptStore(store_path(), now=now)


class AttemptStore:
    """Keep events in a file that several notebooks and processes may share.

    Nothing is opened before it is needed. What goes wrong with the file becomes a `notice`.

    Parameters
    ----------
    path
        The file; it and its folder are made when the first event is kept.
    now
        Gives the date under which a damaged file is set aside.
    patience_seconds
        How long to wait while another process holds the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime],
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self.path = path
        self._now = now
        self._patience_seconds = patience_seconds
        self._database: Database | None = None
        self._waiting: dict[str, Event] = {}
        self._trouble: Notice | None = None
        self._news: Notice | None = None
        self._is_doubtful = False
        self._lock = RLock()

    @property
    def notice(self) -> Notice | None:
        """What the learner should know: a trouble as long as it lasts, then what was mended."""
        return self._trouble or self._news

    @property
    def waiting(self) -> tuple[Event, ...]:
        """The events that are only in memory so far, in order."""
        return tuple(self._waiting.values())

    def append(self, events: Iterable[Event]) -> frozenset[str]:
        """Record events, after those that are still waiting, in one transaction.

        The time of an event that is not after the newest of its question, as when the clock was
        put back, is set to just after it.

        Returns
        -------
        frozenset of str
            The ids that are now safe on disk, of waiting events too. Empty if the file could not
            be written; then all wait in memory for the next call, and `notice` says why.
        """
        with self._lock:
            if self._waiting:
                self._release()  # What stood in the way may be gone, but not for this connection.
            for event in events:
                self._waiting.setdefault(event.id, event)
            try:
                self._run(lambda database: database.append(self._waiting.values()))
            except StoreError as error:
                self._trouble = error.notice
                return frozenset()
            durable, self._waiting, self._trouble = frozenset(self._waiting), {}, None
            return durable

    def merge(self, events: Iterable[Event]) -> int:
        """Record events of another store with their own times; return how many were new.

        Raises
        ------
        StoreError
            If the file could not be written; then nothing was recorded.
        """
        with self._lock:
            brought = list(events)
            return self._run(lambda database: database.merge(brought))

    def events(self, questions: Iterable[str] | None = None) -> list[Event]:
        """Return the events, of some questions or of all, in order of recording.

        Those that wait in memory come last. If the file cannot be read, they are all there is, and
        `notice` says why.
        """
        with self._lock:
            wanted = None if questions is None else frozenset(questions)
            try:
                stored = self.load(wanted)
            except StoreError as error:
                self._trouble, stored = error.notice, []
            known = {event.id for event in stored}
            return stored + [
                event
                for event in self.waiting
                if event.id not in known and (wanted is None or event.question in wanted)
            ]

    def load(self, questions: Iterable[str] | None = None) -> list[Event]:
        """Return the events on disk, in order of recording.

        Raises
        ------
        StoreError
            If the file cannot be read.
        """
        with self._lock:
            wanted = None if questions is None else frozenset(questions)
            found = self._run(lambda database: database.read(wanted)) if self._is_begun() else []
            if not self._waiting:
                self._trouble = None
            return found

    def _is_begun(self) -> bool:
        # Looking at one's progress makes no file.
        try:
            return self._database is not None or is_begun(self.path)
        except OSError as error:
            raise StoreError(explain(error, self.path)) from error

    def _run(self, step: Callable[[Database], T]) -> T:
        """Take a step on a sound store that stands at the path before the step and after it."""
        for _ in range(_MAX_TRIES):
            try:
                database = self._open()
                result = step(database)
                if database.is_current:
                    return result
            except DamagedError:
                self._is_doubtful = True
            except (sqlite3.Error, OSError) as error:
                if not self._was_replaced():
                    self._release()
                    raise StoreError(explain(error, self.path)) from error
            self._release()
        raise StoreError(explain(OSError("the file changes again and again"), self.path))

    def _open(self) -> Database:
        if self._was_replaced():
            self._release()
            if not self.path.exists():
                self._news = Notice("gone", {"file": str(self.path)})
        if self._database is None:
            if self._is_doubtful or not is_settled(self.path):
                self._mend()
            self._database = Database(self.path, self._patience_seconds)
        return self._database

    def _mend(self) -> None:
        found = mend(self.path, now=self._now, patience_seconds=self._patience_seconds)
        self._news, self._is_doubtful = found or self._news, False

    def _was_replaced(self) -> bool:
        return self._database is not None and not self._database.is_current

    def _release(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def close(self) -> None:
        """Record what is still waiting, if that is possible now, and let go of the file."""
        with self._lock:
            if self._waiting:
                self.append(())
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
