"""Rules about ids: each names something that is there, once, and is used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

import msgspec

from kit.content.check.tree import Tree
from kit.content.check.walk import Reference, find_references
from kit.content.claims import exercise_ids
from kit.content.faults import Fault
from kit.content.layout import CLAIMS, RELATIONS
from kit.content.shape import show

# The key that holds an id, and the file whose entries it names.
_FILES = {
    "sources": "sources.toml",
    "source": "sources.toml",
    "misconception": "misconceptions.toml",
    "mistakes": "misconceptions.toml",
    "words": "glossary.toml",
    "subject": "case/parties.toml",
    "object": "case/parties.toml",
    "who": "trust/bodies.toml",
    "whom": "trust/bodies.toml",
    "principle": "principles/eight.toml",
    "tempting": "principles/eight.toml",
}
_QUESTIONS, _OBJECTIVE, _SUPERSEDES = "questions", "objective", "supersedes"
_NAMES = frozenset({*_FILES, _QUESTIONS, _OBJECTIVE, _SUPERSEDES})
_WITHOUT = {"interface.toml", "wording.toml"}


class References(msgspec.Struct, frozen=True):
    """Hold every id that stands for something elsewhere, by the file that holds it."""

    found: dict[str, tuple[Reference, ...]]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(references) for references in self.found.values())

    def targets(self, *names: str) -> set[str]:
        """Return every id that stands under one of these keys, in any file."""
        return {
            reference.target
            for references in self.found.values()
            for reference in references
            if reference.name in names
        }


def collect_references(tree: Tree) -> References:
    """Find every reference in the files that were read."""
    return References(
        {
            name: tuple(find_references(table, _NAMES))
            for name, table in tree.tables.items()
            if name not in _WITHOUT
        }
    )


def check_references(tree: Tree, references: References) -> Iterator[Fault]:
    """Yield a fault for each id that names nothing, is there twice, or is not used."""
    known = _known(tree)
    for name, found in references.found.items():
        for reference in found:
            if _is_lost(name, reference, known):
                yield _lost(name, reference, known)
        yield from _repeated(name, found)
    yield from _reused(references, question_ids(tree))
    if tree.is_whole:
        yield from _unused(tree, references)


def _known(tree: Tree) -> dict[str, Collection[str]]:
    """Return the ids that each key may name; for objectives, by the lesson that has them."""
    known: dict[str, Collection[str]] = {}
    if CLAIMS in tree.tables:
        known[_QUESTIONS] = [*question_ids(tree), *exercise_ids(len(tree.tables[CLAIMS]))]
    for name, file in _FILES.items():
        if file in tree.tables:
            known[name] = tree.tables[file].keys() - {RELATIONS}
    for name, lesson in tree.under("lessons").items():
        known[f"{_OBJECTIVE} {PurePosixPath(name).stem}"] = objectives_of(lesson)
    return known


def question_ids(tree: Tree) -> list[str]:
    """Return the id of every question file, readable or not."""
    return [PurePosixPath(name).stem for name in tree.names_under("questions")]


def objectives_of(lesson: dict[str, Any]) -> Collection[str]:
    """Return the ids of the objectives of a lesson as it was read."""
    objectives = lesson.get("objectives", {})
    return objectives.keys() if isinstance(objectives, dict) else ()


def _place(name: str, reference: Reference) -> str:
    """Return the key of `_known` that holds what a reference may name."""
    if reference.name == _OBJECTIVE:
        return f"{_OBJECTIVE} {PurePosixPath(name).parent.name}"
    return reference.name


def _is_lost(name: str, reference: Reference, known: dict[str, Collection[str]]) -> bool:
    # What cannot be read may hold any id; a superseded id names what is gone.
    place = _place(name, reference)
    return place in known and reference.target not in known[place]


def _lost(name: str, reference: Reference, known: dict[str, Collection[str]]) -> Fault:
    place = _place(name, reference)
    close = get_close_matches(reference.target, known[place], n=1, cutoff=0.5)
    hint = f", such as “{close[0]}”" if close else ""
    return Fault(name, reference.key, show(reference.target), f"{_what(place)}{hint}")


def _what(place: str) -> str:
    name, _, lesson = place.partition(" ")
    if lesson:
        return f"an objective of lessons/{lesson}.toml"
    return "the id of a question" if name == _QUESTIONS else f"an id of {_FILES[name]}"


def _repeated(name: str, found: Iterable[Reference]) -> Iterator[Fault]:
    seen = set()
    for reference in found:
        place = (reference.key.rpartition("[")[0], reference.target)
        if reference.key.endswith("]") and place in seen:
            yield Fault(name, reference.key, f"{show(reference.target)} again", "each id once")
        seen.add(place)


def _reused(references: References, ids: Collection[str]) -> Iterator[Fault]:
    for name, found in references.found.items():
        for reference in found:
            if reference.name == _SUPERSEDES and reference.target in ids:
                expected = "the id of a question whose file is gone; an id is never used again"
                yield Fault(name, reference.key, show(reference.target), expected)


def _unused(tree: Tree, references: References) -> Iterator[Fault]:
    cited = references.targets("sources", "source")
    for source_id in tree.tables.get("sources.toml", {}):
        if source_id not in cited and tree.layers.is_own("sources.toml", source_id):
            expected = "a record that cites it; or delete the source"
            yield Fault("sources.toml", source_id, "a source that nothing cites", expected)
