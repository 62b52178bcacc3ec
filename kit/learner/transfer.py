"""Carrying progress to another computer: all events in one UTF-8 JSON file."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import msgspec

from kit.learner.events import Event

FORMAT = "iso9001-kit-progress"
VERSION = 1
_PLACE = re.compile(r" - at `\$\[(?P<index>\d+)\]\.?(?P<field>.*)`$")
# What an event finds wrong by itself begins with the name of the field.
_FIELD = re.compile(r"field `(?P<quoted>.+)`|^(?P<first>\w+):")


class TransferError(Exception):
    """Raised when a file cannot be brought in or written.

    The words for `key` stand in section `progress` of `interface.toml`.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        self.key = key
        self.values = values
        super().__init__(f"{key}: {values}")


def encode(events: Iterable[Event]) -> bytes:
    """Return the content of an export, a line an event."""
    lines = b",\n".join(msgspec.json.encode(event) for event in events)
    head = msgspec.json.encode({"format": FORMAT, "version": VERSION}).removesuffix(b"}")
    return head + b',"events":[\n' + lines + b"\n]}\n"


def decode(raw: bytes) -> list[Event]:
    """Return the events of an export, all or none.

    Raises
    ------
    TransferError
        If it is no JSON, of another format or a newer version, or if an event is broken.
    """
    table = _parse(raw)
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        raise TransferError("other-format")
    version, events = table.get("version"), table.get("events")
    if type(version) is not int or version < 1:
        raise TransferError("other-format")
    if version > VERSION:
        raise TransferError("newer-format", found=version, known=VERSION)
    if not isinstance(events, list):
        raise TransferError("other-format")
    try:
        return msgspec.convert(events, list[Event])
    except msgspec.ValidationError as error:
        raise _broken_event(str(error)) from error


def _parse(raw: bytes) -> Any:
    try:
        return msgspec.json.decode(raw.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError) as error:
        raise TransferError("not-json", reason=str(error)) from error


def _broken_event(message: str) -> TransferError:
    place = _PLACE.search(message)
    index, field = (int(place["index"]), place["field"]) if place else (0, "")
    reason = message[: place.start()] if place else message
    named = _FIELD.search(reason)
    field = field or (named["quoted"] or named["first"] if named else "events")
    return TransferError("broken-event", number=index + 1, field=field, reason=reason)


def write_export(path: Path, events: Iterable[Event], *, may_replace: bool) -> None:
    """Write an export, whole or not at all.

    Raises
    ------
    TransferError
        If the file exists and may not be replaced, or cannot be written.
    """
    try:
        if path.exists() and not may_replace:
            raise TransferError("exists", file=str(path))
        _write_whole(path, encode(events))
    except OSError as error:
        raise TransferError("unwritable", file=str(path), reason=str(error)) from error


def _write_whole(path: Path, content: bytes) -> None:
    # In the same folder, so that moving it into place is one step.
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.close()
            temporary.unlink()
            raise
    try:
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def read_import(path: Path) -> list[Event]:
    """Return the events of an exported file.

    Raises
    ------
    TransferError
        If it cannot be read, or `decode` refuses it.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise TransferError("unreadable", file=str(path), reason=str(error)) from error
    return decode(raw)
