"""The library: every file under `data`, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from kit.content.blueprint import Blueprint
from kit.content.claims import sort_claims
from kit.content.faults import ContentError, Fault
from kit.content.layout import RELATIONS, split_page
from kit.content.questions import AnyQuestion, Sort
from kit.content.read import convert, read_table
from kit.content.records import Case, Lesson, Misconception, Source, Term
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
        return dict(self._page("sources.toml"))

    @cached_property
    def glossary(self) -> dict[str, Term]:
        """Every term of the glossary by id."""
        return dict(self._page("glossary.toml"))

    @cached_property
    def misconceptions(self) -> dict[str, Misconception]:
        """Every common mistake by id."""
        return dict(self._page("misconceptions.toml"))

    @cached_property
    def interface(self) -> Words:
        """Every word that the kit itself shows: section, then key."""
        return dict(self._page("interface.toml"))

    @cached_property
    def blueprint(self) -> Blueprint:
        """What the final assessment draws, and what it takes to pass."""
        blueprint: Blueprint = self._page("assessment.toml")
        return blueprint

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """Every lesson by id, in the order of the course."""
        paths = sorted((self.folder / "lessons").glob("[!.]*.toml"))
        found = {path.stem: self.lesson(path.stem) for path in paths}
        return dict(sorted(found.items(), key=lambda pair: pair[1].number))

    @cached_property
    def case(self) -> Case:
        """The case that carries every lesson, put together from `data/case`."""
        parties = self._parts("case/parties.toml")
        return Case(
            name=self._page("case/case.toml").name,
            facts=self._page("case/facts.toml"),
            parties=parties[""],
            relations=parties[RELATIONS],
            claims=self._page("case/claims.toml"),
            certificate=self._page("case/certificate.toml"),
        )

    @cached_property
    def question_paths(self) -> dict[str, Path]:
        """The file of each question by its id."""
        paths = sorted((self.folder / "questions").glob("*/[!.]*.toml"))
        return {path.stem: path for path in paths}

    @cached_property
    def claim_sorts(self) -> dict[str, Sort]:
        """The questions made from the claims of the case, by id."""
        return sort_claims(self.case, self.interface["claims"])

    def lesson(self, lesson_id: str) -> Lesson:
        """Return one lesson.

        Raises
        ------
        ContentError
            If there is no such lesson or its file is at fault.
        """
        lesson: Lesson = self._page(f"lessons/{lesson_id}.toml")
        return lesson

    def question(self, question_id: str) -> AnyQuestion:
        """Return one question, from its file or made from the claims of the case.

        Raises
        ------
        ContentError
            If there is no such question or its file is at fault.
        """
        path = self.question_paths.get(question_id)
        if path is None and question_id in self.claim_sorts:
            return self.claim_sorts[question_id]
        if path is None:
            expected = f"questions/TOPIC/{question_id}.toml"
            raise ContentError([Fault("questions", question_id, "no file of this name", expected)])
        return read_question(path, self.shown(path))

    def shown(self, path: Path) -> str:
        """Return the name of a file as messages show it, relative to the folder."""
        return path.relative_to(self.folder).as_posix()

    def _page(self, name: str) -> Any:
        return self._parts(name)[""]

    def _parts(self, name: str) -> dict[str, Any]:
        parts = split_page(name, read_table(self.folder / name, name))
        return {key: convert(value, kind, name, key) for key, value, kind in parts}


def read_question(path: Path, shown: str) -> AnyQuestion:
    """Read one question file; its id is the name of the file.

    Raises
    ------
    ContentError
        If the file is at fault, or says another id than its name.
    """
    table = read_table(path, shown)
    if faults := list(id_faults(table, path.stem, shown)):
        raise ContentError(faults)
    question: AnyQuestion = convert(table | {"id": path.stem}, AnyQuestion, shown)
    return question


def id_faults(table: dict[str, Any], stem: str, shown: str) -> Iterable[Fault]:
    """Yield a fault if a question says another id than the name of its file."""
    if table.get("id", stem) != stem:
        expected = f'"{stem}", the name of the file, or no id at all'
        yield Fault(shown, "id", f'"{table["id"]}"', expected)


@lru_cache(maxsize=4)
def _open(folder: Path) -> Library:
    return Library(folder)


def open_library() -> Library:
    """Return the library of the kit's data folder, the same one at each call."""
    return _open(data_folder())
