"""What in a case of one's own still speaks of the case that the kit comes with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from kit.case.labels import read_labels
from kit.case.notebooks import Cell
from kit.content.check.tree import Tree, read_tree
from kit.content.check.walk import find_texts
from kit.content.library import Library
from kit.content.signs import Signs, read_signs

ANYWHERE = ""
# Whatever stands here is the case itself, or words that name no case.
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\W\dA-ZА-Я])|\n+")
_NO_MENTION = ("case/", "own-case.toml", "sources.toml", "wording.toml")


class Mention(msgspec.Struct, frozen=True, order=True):
    """Name one place that speaks of the kit's case, and what it says there in each language.

    `place` is what the lists of `own-case.toml` name: a file, and for most files a key. `lesson`
    is empty where several lessons use it. `is_named` is False where only a source tells it.
    """

    lesson: str
    place: str
    texts: dict[str, str]
    is_named: bool = True


def find_mentions(folder: Path, cells: Iterable[Cell]) -> list[Mention]:
    """Return every mention in a case's folder and in the content that it reads from the kit.

    Parameters
    ----------
    folder
        The folder of the case.
    cells
        The cells of its notebooks; an explorer that none of them calls is passed over.
    """
    library, tree, cells = Library(folder), read_tree(folder), list(cells)
    signs = read_signs(library.example.case, library.case)
    called = {name: cell.lesson for cell in cells for name in cell.calls("explore")}
    found = [*_in_tree(tree, signs, called), *_in_cells(cells, signs, read_labels(library))]
    once: dict[str, Mention] = {}
    for mention in found:
        first = once.setdefault(mention.place, mention)
        if first is not mention:
            once[mention.place] = msgspec.structs.replace(
                first, texts=mention.texts | first.texts, is_named=first.is_named
            )
    return list(once.values())


def _in_tree(tree: Tree, signs: Signs, called: dict[str, str]) -> Iterator[Mention]:
    for name, table in tree.tables.items():
        folder, _, rest = name.partition("/")
        stem = PurePosixPath(rest).stem
        if name.startswith(_NO_MENTION) or (folder == "explorers" and stem not in called):
            continue
        if folder == "questions":
            yield from _in_question(name, table, signs, is_own=tree.layers.is_own(name))
            continue
        of_folder = {"lessons": stem, "agendas": stem, "explorers": called.get(stem, ANYWHERE)}
        lesson = of_folder.get(folder, ANYWHERE)
        for text in find_texts(table):
            if said := _sentences(text.texts, signs):
                key = text.key.partition("[")[0]
                yield Mention(lesson, f"{name} {key}", said)
        if folder == "lessons":
            yield from _in_reading(name, table, signs)


def _in_question(
    name: str, table: dict[str, Any], signs: Signs, *, is_own: bool
) -> Iterator[Mention]:
    if not signs.speaks_in(table, is_question=not is_own):
        return
    texts = [found.texts for found in find_texts(table)]
    named = (_sentences(each, signs, also_allusions=not is_own) for each in texts)
    said = next(filter(None, named), None)
    stem = next((found.texts for found in find_texts(table) if found.key == "stem"), {})
    topic = PurePosixPath(name).parent.name
    yield Mention(topic, name, said or stem, is_named=said is not None)


def _in_reading(name: str, lesson: dict[str, Any], signs: Signs) -> Iterator[Mention]:
    reading = lesson.get("reading")
    for one in reading if isinstance(reading, list) else ():
        if isinstance(one, dict) and signs.speaks_in(one):
            texts = next((found.texts for found in find_texts(one)), {})
            yield Mention(PurePosixPath(name).stem, f"{name} reading", texts, is_named=False)


def _in_cells(cells: Iterable[Cell], signs: Signs, labels: Mapping[str, str]) -> Iterator[Mention]:
    for cell in cells:
        label = labels[cell.language]
        text = {cell.language: cell.text.replace(label, "")}
        if cell.is_code:
            continue
        said = _sentences(text, signs) or ({cell.language: label} if label in cell.text else {})
        if said:
            yield Mention(cell.lesson, f"notebooks/{cell.file} {cell.id}", said)


def _sentences(
    texts: Mapping[str, str], signs: Signs, *, also_allusions: bool = False
) -> dict[str, str]:
    """Return the sentence in each language that tells, or nothing if none does."""
    pattern = signs.find(texts, also_allusions=also_allusions)
    if pattern is None:
        return {}
    return {language: _cut_out(text, pattern) for language, text in texts.items()}


def _cut_out(text: str, pattern: re.Pattern[str]) -> str:
    return next((one for one in _SENTENCE.split(text) if pattern.search(one)), text)
