"""The table of the attempts: its SQL, and an event as one of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec

from kit.learner.events import EARLIEST, LATEST, Event

PAGE_BYTES = 4096
APPLICATION = int.from_bytes(b"I9T1")
SCHEMA = 1
COLUMNS = Event.__struct_fields__
_MICROSECOND = timedelta(microseconds=1)

# `at` counts microseconds since 1970; `answer` is JSON. The triggers make the table append-only
# for every program that opens it.
CREATE = """
CREATE TABLE attempt (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, question TEXT NOT NULL, version TEXT NOT NULL,
    kind TEXT NOT NULL, answer TEXT NOT NULL, score REAL,
    lesson TEXT NOT NULL, quiz TEXT NOT NULL, language TEXT NOT NULL
);
CREATE INDEX attempt_by_question ON attempt (question, at, id);
CREATE TRIGGER attempt_once BEFORE INSERT ON attempt
WHEN EXISTS (SELECT 1 FROM attempt WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END;
CREATE TRIGGER attempt_kept BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END;
CREATE TRIGGER attempt_unchanged BEFORE UPDATE ON attempt
BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END;
"""
MARK = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
MERGE = """
INSERT INTO attempt
SELECT :id, :at, :question, :version, :kind, :answer, :score, :lesson, :quiz, :language
WHERE NOT EXISTS (SELECT 1 FROM attempt WHERE id = :id)"""
# A clock that was put back must not bring the newest deed before older ones of its question.
APPEND = """
INSERT INTO attempt
SELECT
    :id,
    min(:latest, max(:at, coalesce(
        (SELECT max(at) + 1 FROM attempt WHERE question = :question), :at))),
    :question, :version, :kind, :answer, :score, :lesson, :quiz, :language
WHERE NOT EXISTS (SELECT 1 FROM attempt WHERE id = :id)"""
READ = """
SELECT id, at, question, version, kind, answer, score, lesson, quiz, language FROM attempt"""
READ_ONE = """
SELECT id, at, question, version, kind, answer, score, lesson, quiz, language FROM attempt
WHERE question = ?"""
DESCRIBE = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"


def to_row(event: Event) -> dict[str, Any]:
    """Return what the statements need of an event, by name."""
    row = msgspec.structs.asdict(event)
    row["at"] = (event.at - EARLIEST) // _MICROSECOND
    row["latest"] = (LATEST - EARLIEST) // _MICROSECOND
    row["answer"] = msgspec.json.encode(event.answer).decode()
    return row


def to_event(row: Sequence[Any]) -> Event:
    """Return the event of one row.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If the row does not hold one.
    """
    fields = dict(zip(COLUMNS, row, strict=True))
    fields["at"] = EARLIEST + fields["at"] * _MICROSECOND
    fields["answer"] = msgspec.json.decode(fields["answer"])
    return msgspec.convert(fields, Event)
