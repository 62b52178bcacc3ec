"""Reading one TOML file into records, with every way it can go wrong named."""

from __future__ import annotations

import tomllib
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

import msgspec

from kit.content.faults import ContentError, Fault
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
