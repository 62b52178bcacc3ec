"""The lessons as the kit ships them: one notebook a lesson and language."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from kit.text import LANGUAGES

_NAME = re.compile(r"(?P<number>\d+)-(?P<lesson>[a-z0-9-]+)\.ipynb")


class Shipped(msgspec.Struct, frozen=True, order=True):
    """Name one lesson notebook: `notebooks/<language>/<number>-<lesson>.ipynb`."""

    number: int
    lesson: str
    language: str
    path: Path


def list_shipped(notebooks: Path) -> list[Shipped]:
    """Return every lesson notebook under a folder in the order of the course."""
    found = (path for language in LANGUAGES for path in (notebooks / language).glob("*.ipynb"))
    return sorted(
        Shipped(int(match["number"]), match["lesson"], path.parent.name, path)
        for path in found
        if (match := _NAME.fullmatch(path.name))
    )


def find_shipped(shipped: list[Shipped], wanted: str) -> Shipped:
    """Return the first lesson that an id or a number names.

    Raises
    ------
    LookupError
        If no lesson has that id or number.
    """
    for lesson in shipped:
        if wanted in {lesson.lesson, str(lesson.number)}:
            return lesson
    raise LookupError(wanted)


class Cell(msgspec.Struct, frozen=True):
    """Hold one cell of a notebook; `kind` is "markdown" or "code"."""

    id: str
    kind: str
    source: str


def read_cells(path: Path) -> list[Cell]:
    """Return the cells of a notebook."""
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [Cell(cell.get("id", ""), cell["cell_type"], "".join(cell["source"])) for cell in cells]


def read_code(path: Path) -> list[str]:
    """Return the sources of the code cells of a notebook."""
    return [cell.source for cell in read_cells(path) if cell.kind == "code"]
