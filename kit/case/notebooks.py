"""The cells of the lesson notebooks: what they say, and which parts of a lesson they call."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from kit.content.faults import ContentError, Fault
from kit.content.records import Lesson
from kit.text import LANGUAGES

_LESSON = re.compile(r"(?:.*/)?\d+-([a-z0-9-]+)\.ipynb")
_CALL = re.compile(r"lesson\.(\w+)\(\"([^\"]+)\"")


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one cell: its notebook in the folder of its language, its id, its text."""

    language: str
    file: str
    id: str
    text: str
    is_code: bool

    @property
    def lesson(self) -> str:
        """The id of the lesson."""
        found = _LESSON.fullmatch(self.file)
        return found[1] if found else self.file

    def calls(self, what: str) -> list[str]:
        """Return the names with which the cell calls a method of its lesson."""
        if not self.is_code:
            return []
        return [name for called, name in _CALL.findall(self.text) if called == what]


def read_cells(notebooks: Path) -> list[Cell]:
    """Return every cell of every lesson in both languages.

    Raises
    ------
    ContentError
        If a notebook cannot be read.
    """
    return [
        cell
        for language in LANGUAGES
        for file in list_files(notebooks / language)
        for cell in _cells(notebooks / language, file)
    ]


def list_files(folder: Path) -> list[str]:
    """Return the notebooks of one language, those for trainers too; hidden ones are passed over."""
    found = (path.relative_to(folder) for path in folder.rglob("*.ipynb"))
    return sorted(
        path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)
    )


def _cells(folder: Path, file: str) -> Iterator[Cell]:
    path, language = folder / file, folder.name
    shown = f"notebooks/{language}/{file}"
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
        for cell in cells:
            yield Cell(
                language=language,
                file=file,
                id=cell.get("id", ""),
                text="".join(cell["source"]),
                is_code=cell["cell_type"] == "code",
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        found = f"a notebook that cannot be read ({type(error).__name__})"
        raise ContentError(
            [Fault(shown, "", found, "a notebook as JupyterLab saves it")]
        ) from error


def lost_calls(cells: list[Cell], lessons: Mapping[str, Lesson]) -> Iterator[Fault]:
    """Yield a fault for each cell that shows a quiz which its lesson has not, or no more."""
    for cell in cells:
        known = lessons[cell.lesson].quizzes if cell.lesson in lessons else {}
        for name in cell.calls("quiz"):
            if name not in known:
                file = f"notebooks/{cell.language}/{cell.file}"
                found = f"the quiz “{name}”, which has no question left"
                expected = f"a quiz of lessons/{cell.lesson}.toml; or delete the cell"
                yield Fault(file, cell.id, found, expected)
