"""The folders that content is read from: the kit's own, or a case of one's own laid over it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from kit.content.faults import ContentError
from kit.content.read import read_table
from kit.content.records import OwnCase
from kit.paths import OWN_CASE, is_own_case, shipped_data
from kit.text import LANGUAGES

Table = dict[str, Any]
CASE_HEAD = "case/case.toml"
CASE_WORD = re.compile(r"\{case\.([a-z0-9-]+)\}")
# Of these a case of one's own has its own or none; of others it says only what differs.
_WHOLE = ("case/*", "questions/*", "principles/scenes.toml", "cycle/model.toml", OWN_CASE)
# No record is nested deeper; a file that is has a fault of shape already.
_MAX_DEPTH = 8


class Layers:
    """Read a data folder; where it is a case of one's own, what it lacks is the kit's.

    Parameters
    ----------
    folder
        A folder laid out like the kit's own `data`, or one with the file `own-case.toml`.
    """

    def __init__(self, folder: Path) -> None:
        self.own = folder
        self.kit = shipped_data() if is_own_case(folder) else None

    @cached_property
    def choices(self) -> OwnCase:
        """What is left out and what is kept; nothing where the file is at fault."""
        return _lenient(self.own / OWN_CASE, OwnCase) or OwnCase()

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """What the case calls its own, by key and language, for `{case.KEY}` in texts."""
        head = _lenient(self.path(CASE_HEAD), _Head) or _Head()
        return head.words

    def path(self, name: str) -> Path:
        """Return the file of this name: the case's own where there is one."""
        own = self.own / name
        return own if self.kit is None or own.exists() else self.kit / name

    def list_names(self, pattern: str) -> list[str]:
        """Return the names of all files that fit, but of those that are left out."""
        folders = [self.own] if self.kit is None else [self.own, self.kit]
        found = {
            path.relative_to(folder).as_posix()
            for folder in folders
            for path in folder.glob(pattern)
        }
        return sorted(name for name in found if not self.leaves_out(name))

    def leaves_out(self, name: str) -> bool:
        """Return whether the case does without a file."""
        return any(fnmatchcase(name, pattern) for pattern in self.choices.leave_out)

    def read(self, name: str) -> Table:
        """Return what the file of this name says, in the words of the case.

        Raises
        ------
        ContentError
            If a file that it is read from cannot be read.
        """
        table = read_table(self.path(name), name)
        if self.kit is not None and self._is_laid_over(name):
            table = lay_over(table, read_table(self.kit / name, name))
        if self.kit is not None:
            _leave_out(table, name, self.choices.leave_out)
        if name.startswith("lessons/") and self.kit is not None:
            self._thin_out(table)
        return table if name == CASE_HEAD else fill(table, self.words)

    def is_own(self, name: str, key: str = "") -> bool:
        """Return whether what stands at a key is the folder's own, and not the kit's."""
        if self.kit is None:
            return True
        if not (self.own / name).exists():
            return False
        if not key or not self._is_laid_over(name):
            return True
        try:
            own, below = (read_table(path / name, name) for path in (self.own, self.kit))
        except ContentError:
            return True
        # A text is one whole: the file that has it in one language answers for the others.
        entry = ".".join(step for step in key.split(".") if step not in LANGUAGES)
        return _depth(own, entry) >= _depth(below, entry)

    def _is_laid_over(self, name: str) -> bool:
        is_whole = any(fnmatchcase(name, pattern) for pattern in _WHOLE)
        folders = (self.own, self.kit or self.own)
        return not is_whole and all((folder / name).is_file() for folder in folders)

    def _thin_out(self, lesson: Table) -> None:
        """Take the questions that are left out of the quizzes, and quizzes without any."""
        quizzes = lesson.get("quizzes")
        if not isinstance(quizzes, dict):
            return
        for name, quiz in list(quizzes.items()):
            asked = quiz.get("questions") if isinstance(quiz, dict) else None
            if isinstance(asked, list):
                quiz["questions"] = [one for one in asked if one not in self._left_out]
                if asked and not quiz["questions"]:
                    del quizzes[name]

    @cached_property
    def _left_out(self) -> Collection[str]:
        folders = [self.own, self.kit or self.own]
        paths = [(path, each) for each in folders for path in each.glob("questions/*/*.toml")]
        return {
            path.stem for path, each in paths if self.leaves_out(path.relative_to(each).as_posix())
        }


class _Head(msgspec.Struct):
    """Hold what of the head of a case is needed to fill texts."""

    words: dict[str, dict[str, str]] = {}


def _lenient(path: Path, kind: Any) -> Any:
    """Return a file as a record, or None where it cannot be read: the check says why."""
    try:
        return msgspec.convert(read_table(path, path.name), kind)
    except (ContentError, msgspec.ValidationError):
        return None


def lay_over(above: Table, below: Table) -> Table:
    """Return both tables as one; where both have a key, that above holds.

    A text is one whole: none is ever in one language from here and in another from there.
    """
    merged = {
        key: lay_over(value, below[key]) if _are_tables(value, below.get(key)) else value
        for key, value in above.items()
    }
    return merged | {key: value for key, value in below.items() if key not in above}


def _are_tables(*values: object) -> bool:
    return all(isinstance(value, dict) and not {*LANGUAGES} & {*value} for value in values)


def fill(
    value: Any, words: Mapping[str, Mapping[str, str]], language: str = "", depth: int = 0
) -> Any:
    """Return a copy in which each `{case.KEY}` of a text is the case's word for it."""
    if depth > _MAX_DEPTH:
        return value
    if isinstance(value, dict):
        return {
            key: fill(part, words, key if key in LANGUAGES else language, depth + 1)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [fill(part, words, language, depth + 1) for part in value]
    if not isinstance(value, str) or not language:
        return value
    return CASE_WORD.sub(lambda found: words.get(found[1], {}).get(language, found[0]), value)


def _leave_out(table: Table, name: str, entries: Collection[str]) -> None:
    for entry in entries:
        file, _, key = entry.partition(" ")
        if key and file == name:
            *above, last = key.split(".")
            part: Any = table
            for step in above:
                part = part.get(step) if isinstance(part, dict) else None
            if isinstance(part, dict):
                part.pop(last, None)


def _depth(table: Any, key: str) -> int:
    """Return how many steps of a dotted key a table has."""
    for depth, step in enumerate(key.split(".")):
        name = step.partition("[")[0]
        if not isinstance(table, dict) or name not in table:
            return depth
        table = table[name]
    return len(key.split("."))
