"""Finding the texts and the references in a table as it was read, whatever its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from kit.text import LANGUAGES

# No record is nested deeper; a file that is has a fault of shape already.
MAX_DEPTH = 8
_LANGUAGES = frozenset(LANGUAGES)


class Found(NamedTuple):
    """Hold a text in the languages that it has, and the key where it stands."""

    key: str
    texts: dict[str, str]


class Reference(NamedTuple):
    """Hold an id that stands for something elsewhere; `name` is the key that holds it."""

    key: str
    name: str
    target: str


def find_texts(value: Any, key: str = "", depth: int = 0) -> Iterator[Found]:
    """Yield every table of languages, at any depth."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        if not _LANGUAGES.isdisjoint(value) and (texts := _texts(value)):
            yield Found(key, texts)
        prefix = f"{key}." if key else ""
        for name, part in value.items():
            if isinstance(part, dict | list):
                yield from find_texts(part, prefix + name, depth + 1)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            if isinstance(part, dict):
                yield from find_texts(part, f"{key}[{place}]", depth + 1)


def _texts(table: dict[str, Any]) -> dict[str, str]:
    return {name: table[name] for name in LANGUAGES if isinstance(table.get(name), str)}


def find_references(
    value: Any, names: frozenset[str], key: str = "", depth: int = 0
) -> Iterator[Reference]:
    """Yield every id under a key of `names`, at any depth, alone or in a list."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for place, part in enumerate(value):
            yield from find_references(part, names, f"{key}[{place}]", depth + 1)
    elif isinstance(value, dict):
        prefix = f"{key}." if key else ""
        for name, part in value.items():
            if isinstance(part, dict):
                yield from find_references(part, names, prefix + name, depth + 1)
            elif name in names:
                yield from _references(part, name, prefix + name)
            elif isinstance(part, list):
                yield from find_references(part, names, prefix + name, depth + 1)


def _references(value: object, name: str, key: str) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(key, name, value)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            if isinstance(part, str):
                yield Reference(f"{key}[{place}]", name, part)
