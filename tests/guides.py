"""Reading a trainer's guide: its cells, its tables, and what its lesson lets people do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat

from kit.content.library import open_library
from kit.notebooks import Shipped

_CALL = re.compile(
    r"lesson\.(?P<kind>quiz|explore|figure|assessment|review)\((?:form=)?\"?(?P<name>[\w-]*)\"?\)"
)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Exercise(NamedTuple):
    """Name something that people do or look at in a lesson: its cell and its title."""

    cell: str
    title: str


def read_cells(path: Path) -> dict[str, str]:
    """Return the text of each Markdown cell of a notebook by the cell's id."""
    cells = nbformat.read(path, as_version=4).cells
    return {cell.id: cell.source for cell in cells if cell.cell_type == "markdown"}


def read_table(text: str) -> list[list[str]]:
    """Return the rows of the one table of a text, without its head and the line below."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = (re.split(r"(?<!\\)\|", row)[1:-1] for row in rows[2:])
    return [[cell.strip() for cell in row] for row in cells]


def list_exercises(guide: Shipped) -> list[Exercise]:
    """Return the exercises of the lesson that a guide is for, in its language and their order."""
    return list(_exercises(guide.path.parents[1] / guide.path.name, guide))


def _exercises(lesson: Path, guide: Shipped) -> Iterator[Exercise]:
    heading = ""
    for cell in nbformat.read(lesson, as_version=4).cells:
        if cell.cell_type == "markdown":
            heading = ([heading, *_HEADING.findall(cell.source)])[-1]
        elif call := _CALL.search(cell.source):
            yield Exercise(cell.id, _title(guide, call["kind"], call["name"]) or heading)


def _title(guide: Shipped, kind: str, name: str) -> str:
    """Return the title that an exercise has in `data`; others stand below a heading."""
    library = open_library()
    if kind == "quiz":
        return library.lesson(guide.lesson).quizzes[name].title.pick(guide.language)
    if kind == "explore":
        return library.explorer_words(name, guide.language)["title"]
    return ""
