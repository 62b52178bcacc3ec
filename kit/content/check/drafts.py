"""A question as far as it is written: lenient records for the rules about items."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import msgspec

from kit.content.check.tree import Tree
from kit.content.template import FILL_IN


class DraftText(msgspec.Struct, frozen=True):
    """Hold a text of which a language may be missing."""

    en: str = ""
    bg: str = ""

    def pick(self, language: str) -> str:
        """Return the text in one language, empty where it is missing or to be filled in."""
        text: str = getattr(self, language)
        return "" if FILL_IN in text else text


class DraftPart(msgspec.Struct, frozen=True):
    """Hold what the rules ask of any part of a question that is explained."""

    why: DraftText = DraftText()


class DraftOption(DraftPart, frozen=True):
    """Hold what the rules ask of an option."""

    text: DraftText = DraftText()
    correct: bool = False
    last: bool = False


class DraftItem(DraftPart, frozen=True):
    """Hold what the rules ask of an item to sort."""

    text: DraftText = DraftText()
    group: str = ""
    also: tuple[str, ...] = ()


class Draft(msgspec.Struct, frozen=True):
    """Hold what the rules ask of a question, of whatever kind."""

    kind: str = ""
    objective: str = ""
    level: str = ""
    form: str = ""
    stem: DraftText = DraftText()
    hint: DraftText = DraftText()
    options: dict[str, DraftOption] = {}
    groups: dict[str, DraftText] = {}
    items: dict[str, DraftItem] = {}
    pairs: dict[str, DraftPart] = {}
    gaps: dict[str, DraftPart] = {}
    slips: dict[str, DraftPart] = {}
    phrases: dict[str, DraftPart] = {}
    steps: tuple[DraftPart, ...] = ()

    @property
    def parts(self) -> list[DraftPart]:
        """Every part that is to be explained."""
        named = (self.options, self.items, self.pairs, self.gaps, self.slips, self.phrases)
        return [part for parts in named for part in parts.values()] + list(self.steps)

    @property
    def keys(self) -> list[DraftOption]:
        """The options that are right."""
        return [option for option in self.options.values() if option.correct]


def read_drafts(tree: Tree) -> dict[str, Draft]:
    """Return every question whose parts are of the right types, by the name of its file."""
    return dict(_drafts(tree.under("questions")))


def _drafts(tables: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Draft]]:
    for name, table in tables.items():
        try:
            yield name, msgspec.convert(table, Draft)
        except msgspec.ValidationError:
            continue  # What does not convert has a fault of shape already.


def topic_of(name: str) -> str:
    """Return the topic of a question file: the folder in which it stands."""
    return PurePosixPath(name).parent.name
