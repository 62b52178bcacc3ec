"""What the learner is told about the store: a key of the interface words, and values."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import msgspec


class Notice(msgspec.Struct, frozen=True):
    """Name what happened; the words stand in section `store` of `interface.toml`."""

    key: str
    values: dict[str, str | int]


class StoreError(Exception):
    """Raised when the store cannot be read or written; carries what to tell the learner."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        super().__init__(f"{notice.key}: {notice.values}")


class DamagedError(Exception):
    """Raised when the file of a store is not, or no longer, a store."""


_BY_SQLITE = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_IOERR: "disk-error",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
_BY_SYSTEM = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EIO: "disk-error",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
}
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    # A table is missing or a rule broken: our statements fit the tables as they were made.
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CONSTRAINT,
}


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file was found damaged, rather than out of reach."""
    # An operational error without a code is Python's own: text that is not UTF-8.
    is_bad_text = isinstance(error, sqlite3.OperationalError) and not _code(error)
    return is_bad_text or _code(error) in _DAMAGE


def explain(error: sqlite3.Error | OSError, path: Path) -> Notice:
    """Return what to tell the learner when `path` could not be read or written."""
    if isinstance(error, OSError):
        key = _BY_SYSTEM.get(error.errno or 0, "unwritable")
    else:
        key = _BY_SQLITE.get(_code(error), "unwritable")
    return Notice(key, {"file": str(path), "folder": str(path.parent), "reason": str(error)})


def _code(error: sqlite3.Error) -> int:
    # The low byte is the kind of error, the rest a closer description of it.
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
