"""Reading the rows that are left in a damaged store, page by page, without SQLite.

SQLite gives up on a whole file when one part of it does not fit the rest. Rows are kept in leaf
pages that can be understood one by one, so each undamaged page still gives all of its rows.

References
----------
SQLite, "Database File Format", sections 1.5 to 2.1, https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from struct import unpack
from typing import BinaryIO

from kit.learner.events import MAX_BYTES, Event
from kit.learner.table import COLUMNS, PAGE_BYTES, to_event

_LEAF = 13
_FILE_HEADER, _LEAF_HEADER, _POINTER, _LINK = 100, 8, 2, 4
_MOST_INSIDE = PAGE_BYTES - 35
_LEAST_INSIDE = (PAGE_BYTES - 12) * 32 // 255 - 23
_PER_OVERFLOW_PAGE = PAGE_BYTES - _LINK
_INTEGER_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MORE = 0x80
_REAL, _ZERO, _ONE, _FIRST_TEXT = 7, 8, 9, 13

Value = str | int | float | None


def salvage(path: Path) -> list[Event]:
    """Return every deed that can still be read, in order of recording, each once."""
    found: dict[str, Event] = {}
    with path.open("rb") as file:
        for number in range(1, -(-path.stat().st_size // PAGE_BYTES) + 1):
            for event in _events_of_page(file, number):
                found.setdefault(event.id, event)
    return sorted(found.values(), key=lambda event: (event.at, event.id))


def _events_of_page(file: BinaryIO, number: int) -> Iterator[Event]:
    page = _read_page(file, number)
    for start in _cell_starts(page, _FILE_HEADER if number == 1 else 0):
        try:
            yield to_event(_read_record(_read_payload(file, page, start)))
        except (LookupError, TypeError, ValueError, OverflowError):
            continue


def _read_page(file: BinaryIO, number: int) -> bytes:
    try:
        file.seek((number - 1) * PAGE_BYTES)
        return file.read(PAGE_BYTES)
    except OSError:
        return b""


def _cell_starts(page: bytes, header: int) -> list[int]:
    if len(page) < header + _LEAF_HEADER or page[header] != _LEAF:
        return []
    count = int.from_bytes(page[header + 3 : header + 5])
    first = header + _LEAF_HEADER
    pointers = page[first : first + count * _POINTER]
    return [int.from_bytes(pointers[i : i + _POINTER]) for i in range(0, len(pointers), _POINTER)]


def _read_payload(file: BinaryIO, page: bytes, start: int) -> bytes:
    size, after_size = _read_varint(page, start)
    _rowid, first = _read_varint(page, after_size)
    if size > 2 * MAX_BYTES:
        raise ValueError("longer than any event")
    inside = _size_inside(size)
    payload = _slice(page, first, inside)
    link = int.from_bytes(page[first + inside : first + inside + _LINK])
    while len(payload) < size:
        part = _read_page(file, link) if link else b""
        payload += _slice(part, _LINK, min(size - len(payload), _PER_OVERFLOW_PAGE))
        link = int.from_bytes(part[:_LINK])
    return payload


def _size_inside(size: int) -> int:
    """Return how many bytes of a payload stand in the leaf itself; the rest overflows."""
    if size <= _MOST_INSIDE:
        return size
    inside = _LEAST_INSIDE + (size - _LEAST_INSIDE) % _PER_OVERFLOW_PAGE
    return inside if inside <= _MOST_INSIDE else _LEAST_INSIDE


def _read_record(payload: bytes) -> list[Value]:
    end, at = _read_varint(payload, 0)
    kinds, values = [], []
    while at < end:
        kind, at = _read_varint(payload, at)
        kinds.append(kind)
    if len(kinds) != len(COLUMNS):
        raise ValueError("not a row of the attempts")
    for kind in kinds:
        value, at = _read_value(payload, at, kind)
        values.append(value)
    return values


def _read_value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO, at
    if kind == _REAL:
        return unpack(">d", _slice(payload, at, 8))[0], at + 8
    if kind >= _FIRST_TEXT and kind % 2:
        size = (kind - _FIRST_TEXT) // 2
        return _slice(payload, at, size).decode(), at + size
    size = _INTEGER_SIZES[kind]
    part = _slice(payload, at, size)
    return int.from_bytes(part, signed=True) if size else None, at + size


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where the next value starts."""
    number = 0
    for i in range(at, at + 8):
        number = number << 7 | data[i] & ~_MORE
        if not data[i] & _MORE:
            return number, i + 1
    return number << 8 | data[at + 8], at + 9


def _slice(data: bytes, at: int, size: int) -> bytes:
    part = data[at : at + size]
    if len(part) < size:
        raise IndexError("cut off")
    return part
