"""The library: every file under `data`, read when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from kit.content.faults import ContentError, Fault
from kit.content.questions import AnyQuestion
from kit.content.read import convert, read_table
from kit.content.records import Case, Lesson, Misconception, Slug, Source, Term
from kit.paths import data_folder
from kit.text import Text

Words = dict[str, dict[str, Text]]


class Library:
    """Give typed access to one data folder.

    Parameters
    ----------
    folder
        A folder laid out like the kit's own `data`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id."""
        return self._table("sources.toml", dict[Slug, Source])

    @cached_property
    def glossary(self) -> dict[str, Term]:
        """Every term of the glossary by id."""
        return self._table("glossary.toml", dict[Slug, Term])

    @cached_property
    def misconceptions(self) -> dict[str, Misconception]:
        """Every common mistake by id."""
        return self._table("misconceptions.toml", dict[Slug, Misconception])

    @cached_property
    def interface(self) -> Words:
        """Every word that the kit itself shows: section, then key."""
        return self._table("interface.toml", dict[Slug, dict[Slug, Text]])

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """Every lesson by id, in the order of the course."""
        found = {p.stem: self.lesson(p.stem) for p in sorted((self.folder / "lessons").glob("*.toml"))}
        return dict(sorted(found.items(), key=lambda pair: pair[1].number))

    @cached_property
    def case(self) -> Case:
        """The case that carries every lesson, put together from `data/case`."""
        case = dict(read_table(self.folder / "case" / "case.toml", "case/case.toml"))
        for part in ("facts", "parties", "claims", "certificate"):
            name = f"case/{part}.toml"
            case |= {part: read_table(self.folder / name, name)}
        case["relations"] = case["parties"].pop("relations", [])
        converted: Case = convert(case, Case, "case")
        return converted

    @cached_property
    def question_paths(self) -> dict[str, Path]:
        """The file of each question by its id."""
        return {p.stem: p for p in sorted((self.folder / "questions").glob("*/*.toml"))}

    def _table(self, name: str, kind: Any) -> Any:  # noqa: ANN401
        return convert(read_table(self.folder / name, name), kind, name)

    def lesson(self, lesson_id: str) -> Lesson:
        """Return one lesson.

        Raises
        ------
        ContentError
            If there is no such lesson or its file is at fault.
        """
        return self._table(f"lessons/{lesson_id}.toml", Lesson)

    def question(self, question_id: str) -> AnyQuestion:
        """Return one question.

        Raises
        ------
        ContentError
            If there is no such question or its file is at fault.
        """
        path = self.question_paths.get(question_id)
        if path is None:
            fault = Fault("questions", question_id, "no file of this name", "data/questions/TOPIC/ID.toml")
            raise ContentError([fault])
        return read_question(path, self.shown(path))

    def shown(self, path: Path) -> str:
        """Return the name of a file as messages show it, relative to the folder."""
        return path.relative_to(self.folder).as_posix()


def read_question(path: Path, shown: str) -> AnyQuestion:
    """Read one question file; its id is the name of the file."""
    table = read_table(path, shown)
    if table.setdefault("id", path.stem) != path.stem:
        expected = f'"{path.stem}", the name of the file, or no id at all'
        raise ContentError([Fault(shown, "id", f'"{table["id"]}"', expected)])
    question: AnyQuestion = convert(table, AnyQuestion, shown)
    return question


@lru_cache(maxsize=4)
def _open(folder: Path) -> Library:
    return Library(folder)


def open_library() -> Library:
    """Return the library of the kit's data folder, the same one at each call."""
    return _open(data_folder())
