from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path
from string import Formatter

import pytest

from kit.content.interface import read_words
from kit.learner.notices import explain, is_damage
from kit.text import LANGUAGES

FILE = Path("home") / "progress.sqlite"
TOLD_OF_TROUBLE = {"disk-full", "disk-error", "read-only", "locked", "unwritable"}
TOLD_OTHERWISE = {
    "newer": {"file", "found", "known"},
    "damaged": {"file", "attempts"},
    "gone": {"file"},
}


def sqlite_error(code):
    error = sqlite3.OperationalError("why")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (OSError(errno.ENOSPC, "why"), "disk-full"),
        (OSError(errno.EROFS, "why"), "read-only"),
        (PermissionError(errno.EACCES, "why"), "read-only"),
        (OSError(errno.EIO, "why"), "disk-error"),
        (NotADirectoryError(errno.ENOTDIR, "why"), "unwritable"),
        (OSError("why"), "unwritable"),
        (sqlite_error(sqlite3.SQLITE_FULL), "disk-full"),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), "disk-error"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), "read-only"),
        (sqlite_error(sqlite3.SQLITE_BUSY_TIMEOUT), "locked"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), "unwritable"),
        (sqlite3.ProgrammingError("why"), "unwritable"),
    ],
)
def test_explain_finds_the_cause(error, key):
    notice = explain(error, FILE)
    assert notice.key == key
    assert notice.values["reason"] == str(error)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT_INDEX])
def test_damage_is_told_from_trouble(code):
    assert is_damage(sqlite_error(code))
    assert not is_damage(sqlite_error(sqlite3.SQLITE_BUSY))
    assert not is_damage(sqlite3.ProgrammingError("closed"))


def test_text_that_is_not_utf_8_is_damage():
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(sqlite3.Error) as caught:
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    assert is_damage(caught.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_has_words(language):
    assert read_words("store", language).keys() >= TOLD_OF_TROUBLE | TOLD_OTHERWISE.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(TOLD_OF_TROUBLE | TOLD_OTHERWISE.keys()))
def test_words_ask_only_for_values_that_are_there(key, language):
    given = TOLD_OTHERWISE.get(key, explain(OSError("why"), FILE).values.keys())
    asked = {
        name for _, name, _, _ in Formatter().parse(read_words("store", language)[key]) if name
    }
    assert "file" in asked
    assert asked <= set(given)
