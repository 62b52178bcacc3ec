"""Reading one TOML file into records, with every way it can go wrong named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kit.content.faults import ContentError, Fault

T = TypeVar("T")
MAX_BYTES = 256 * 1024
_AT_KEY = re.compile(r"^(?P<what>.*) - at `(?P<path>.*)`$", re.DOTALL)


def read_table(path: Path, shown: str) -> dict[str, Any]:
    """Read a TOML file; `shown` is its name in messages.

    Raises
    ------
    ContentError
        If it is no regular file, too large, not UTF-8, begins with a BOM, or is not TOML.
    """
    return _parse(_read_text(path, shown), shown)


def _read_text(path: Path, shown: str) -> str:
    if not path.is_file():
        found = "a folder" if path.is_dir() else "no file"
        raise ContentError([Fault(shown, "", found, "a TOML file of this name")])
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            expected = f"at most {MAX_BYTES:,} bytes; split the content into several files"
            raise ContentError([Fault(shown, "", f"{size:,} bytes", expected)])
        raw = path.read_bytes()
    except OSError as error:
        found = f"a file that cannot be read ({error.strerror})"
        raise ContentError([Fault(shown, "", found, "a readable file")]) from error
    if raw.startswith(b"\xef\xbb\xbf"):
        expected = "UTF-8 without a mark; save it again as “UTF-8”"
        raise ContentError([Fault(shown, "", "a byte order mark (BOM)", expected)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        found = f"a byte on line {line} that is not UTF-8"
        expected = "text saved as UTF-8 (not Windows-1251 or UTF-16)"
        raise ContentError([Fault(shown, "", found, expected)]) from error


def _parse(text: str, shown: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Fault(shown, "", f"TOML that breaks off: {error}", "TOML")]) from error
    except RecursionError as error:
        raise ContentError([Fault(shown, "", "brackets nested too deep", "flat TOML")]) from error


def convert(table: object, kind: Any, shown: str, prefix: str = "") -> Any:  # noqa: ANN401
    """Turn a table into records of `kind`.

    Raises
    ------
    ContentError
        If a key is missing, unknown, or of another type; the fault names the key.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ContentError([_fault(str(error), shown, prefix)]) from error


def _fault(message: str, shown: str, prefix: str) -> Fault:
    match = _AT_KEY.match(message)
    what, path = (match["what"], match["path"]) if match else (message, "$")
    key = ".".join(part for part in (prefix, path.removeprefix("$").lstrip(".")) if part)
    expected, _, found = what.partition(", got ")
    return Fault(shown, key, found or what, expected.removeprefix("Expected ") if found else "a record of this shape")
