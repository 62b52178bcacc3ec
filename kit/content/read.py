"""Reading one TOML file into records, with every way it can go wrong named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

import msgspec

from kit.content.faults import ContentError, Fault
from kit.content.questions import AnyQuestion
from kit.content.shape import shape_faults

MAX_BYTES = 256 * 1024
_A_FILE = "a TOML file of this name"
_BOM = b"\xef\xbb\xbf"


def read_table(path: Path, shown: str) -> dict[str, Any]:
    """Read a TOML file; `shown` is its name in messages.

    Raises
    ------
    ContentError
        If it is no regular file, too large, not UTF-8, begins with a BOM, or is not TOML.
    """
    return _parse(_decode(_read_bytes(path, shown), shown), shown)


def _read_bytes(path: Path, shown: str) -> bytes:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            found = "a folder" if S_ISDIR(status.st_mode) else "something that is no regular file"
            raise _error(shown, found, _A_FILE)
        if status.st_size > MAX_BYTES:
            expected = f"at most {MAX_BYTES:,} bytes; split the content into several files"
            raise _error(shown, f"{status.st_size:,} bytes", expected)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _error(shown, "no file", _A_FILE) from error
    except (OSError, ValueError) as error:
        found = f"a file that cannot be read ({getattr(error, 'strerror', None) or error})"
        raise _error(shown, found, "a readable file") from error


def _decode(raw: bytes, shown: str) -> str:
    if raw.startswith(_BOM):
        expected = "UTF-8 without a mark; save it again as “UTF-8”"
        raise _error(shown, "a byte order mark (BOM)", expected)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"a byte on line {line} that is not UTF-8"
        raise _error(shown, found, "text saved as UTF-8 (not Windows-1251 or UTF-16)") from error


def _parse(text: str, shown: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise _error(shown, f"a fault in the TOML: {error}", "TOML") from error
    except RecursionError as error:
        raise _error(shown, "brackets nested too deep", "flat TOML") from error


def _error(shown: str, found: str, expected: str) -> ContentError:
    return ContentError([Fault(shown, "", found, expected)])


def convert(table: object, kind: Any, shown: str, prefix: str = "") -> Any:
    """Turn a table into records of `kind`.

    Raises
    ------
    ContentError
        If a key is missing, unknown, or of another type: one fault for each such key.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ContentError(shape_faults(table, kind, shown, prefix)) from error


def convert_question(table: dict[str, Any], stem: str, shown: str) -> AnyQuestion:
    """Return the question of a table as it was read; its id is the name of its file.

    Raises
    ------
    ContentError
        If the table is at fault, or says another id than its name.
    """
    if faults := list(id_faults(table, stem, shown)):
        raise ContentError(faults)
    question: AnyQuestion = convert(table | {"id": stem}, AnyQuestion, shown)
    return question


def id_faults(table: dict[str, Any], stem: str, shown: str) -> Iterable[Fault]:
    """Yield a fault if a question says another id than the name of its file."""
    if table.get("id", stem) != stem:
        expected = f'"{stem}", the name of the file, or no id at all'
        yield Fault(shown, "id", f'"{table["id"]}"', expected)
