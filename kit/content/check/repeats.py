"""Wrong options that are the right one of another question."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from kit.content.check.drafts import Draft
from kit.content.check.items import Words
from kit.text import LANGUAGES


class Repeat(NamedTuple):
    """Name a question, its wrong option, and the question whose key has the same text."""

    question: str
    option: str
    key_of: str


def find_repeats(drafts: Mapping[str, Draft]) -> dict[str, tuple[Repeat, ...]]:
    """Return, by language, every wrong option with the text of a key elsewhere."""
    return {language: tuple(_repeats(drafts, language)) for language in LANGUAGES}


def _repeats(drafts: Mapping[str, Draft], language: str) -> list[Repeat]:
    keys: dict[str, str] = {}
    for name, draft in drafts.items():
        for key in draft.keys:
            keys.setdefault(Words.of(key.text.pick(language)).folded, _id(name))
    keys.pop("", None)
    return [
        Repeat(_id(name), slug, keys[words])
        for name, draft in drafts.items()
        for slug, option in draft.options.items()
        if not option.correct
        and (words := Words.of(option.text.pick(language)).folded) in keys
        and keys[words] != _id(name)
    ]


def _id(name: str) -> str:
    return PurePosixPath(name).stem
