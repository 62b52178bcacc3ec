"""The notebooks that the kit ships, one a language: lessons, a guide to each, trainer's tools."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from kit.text import LANGUAGES

GUIDES = "trainer"
_NAME = re.compile(r"(?:(?P<number>\d+)-)?(?P<lesson>[a-z][a-z0-9-]*)\.ipynb")


class Shipped(msgspec.Struct, frozen=True):
    """Name one notebook: `notebooks/<language>/<number>-<lesson>.ipynb`.

    A guide has the file name of its lesson and stands in a `shelf`, a sub-folder of its language.
    So does a tool, which belongs to no lesson and has no number: `lesson` is its own name.
    """

    number: int | None
    lesson: str
    language: str
    path: Path
    shelf: str = ""

    @property
    def place(self) -> str:
        """Where its copy stands in the learner's folder."""
        return "/".join(filter(None, (self.language, self.shelf, self.path.name)))

    @property
    def names(self) -> set[str]:
        """What one may call it: the lesson's id or number, after the name of its shelf if any."""
        calls = {self.lesson, self.lesson if self.number is None else str(self.number)}
        return {"/".join(filter(None, (self.shelf, call))) for call in calls}


def list_shipped(notebooks: Path) -> list[Shipped]:
    """Return every lesson notebook under a folder in the order of the course."""
    return [one for one in _list(notebooks, "") if one.number is not None]


def list_guides(notebooks: Path) -> list[Shipped]:
    """Return every trainer's guide under a folder in the order of the course."""
    return [one for one in _list(notebooks, GUIDES) if one.number is not None]


def list_tools(notebooks: Path) -> list[Shipped]:
    """Return every notebook for trainers that belongs to no lesson."""
    return [one for one in _list(notebooks, GUIDES) if one.number is None]


def _list(notebooks: Path, shelf: str) -> list[Shipped]:
    found = [
        Shipped(_number(match["number"]), match["lesson"], language, path, shelf)
        for language in LANGUAGES
        for path in (notebooks / language / shelf).glob("*.ipynb")
        if (match := _NAME.fullmatch(path.name))
    ]
    return sorted(found, key=lambda one: (one.number or 0, one.lesson, one.language))


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def find_shipped(shipped: list[Shipped], wanted: str) -> Shipped:
    """Return the first notebook that goes by a name.

    Raises
    ------
    LookupError
        If none does.
    """
    for one in shipped:
        if wanted in one.names:
            return one
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
