"""The text of a new question file, with a comment for each key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from kit.content.questions import AnyQuestion
from kit.content.records import Edition, Level
from kit.text import LANGUAGES

FILL_IN = "FILL IN"
KINDS: tuple[str, ...] = tuple(str(kind.__struct_config__.tag) for kind in get_args(AnyQuestion))

_HEAD = """\
# A question of the lesson “{topic}”. Replace whatever says “FILL IN” or “fill-in”, in every
# language alike, then run `kit check`. The name of this file is the id: never rename it later.

kind = "{kind}"
# What it tests, one of: {objectives}.
objective = "fill-in"
# One of: {levels}. At most a third of all questions may be "remember".
level = "fill-in"
# The common mistake behind it, an id of misconceptions.toml; or delete the line.
misconception = "fill-in"
# The editions of ISO 9001 for which the answer holds, of: {editions}.
editions = ["fill-in"]
# Where the answer was read, ids of sources.toml.
sources = ["fill-in"]
"""
_STEM = """
# {about}
{stem}
# Where the answer can be reasoned out; it does not give the answer away.
{hint}
"""
_ABOUT = {
    "single": "One complete question that can be answered without seeing the options.",
    "several": "One complete question; it says that several answers may be right.",
    "true-false": "A statement, which is true or false; below stand the reasons to choose from.",
    "sort": "What to sort, and by what.",
}
_OPTIONS = """
# Three to six options, equal in grammar, length and detail; the right one is not the longest.
# Each has a short name in place of fill-in-N. `why` teaches, for right and wrong options alike.
# `last = true` keeps an option at the end when the others are shuffled.
"""
_OPTION = """
[options.fill-in-{number}]
{correct}{text}
{why}
"""
_GROUPS = """
# Two to six groups, each with a short name in place of fill-in-N.
[groups]
{groups}

# Three to twelve items; `also = ["…"]` lists further groups that can be defended.
"""
_ITEM = """
[items.fill-in-{number}]
group = "fill-in-{group}"
{text}
{why}
"""


def fill_template(kind: str, topic: str, objectives: Iterable[str]) -> str:
    """Return the text of a file for a question of one kind, ready to fill."""
    head = _HEAD.format(
        topic=topic,
        kind=kind,
        objectives=", ".join(objectives) or "none yet, add one to the lesson",
        levels=", ".join(get_args(Level)),
        editions=", ".join(get_args(Edition)),
    )
    truth = "# Whether the statement holds.\nis_true = true\n" if kind == "true-false" else ""
    stem = _STEM.format(about=_ABOUT[kind], stem=_text("stem"), hint=_text("hint"))
    return head + truth + stem + (_items() if kind == "sort" else _options(kind))


def _options(kind: str) -> str:
    right = {"several": (1, 2)}.get(kind, (1,))
    return _OPTIONS + "".join(
        _OPTION.format(
            number=number,
            correct="correct = true\n" if number in right else "",
            text=_text("text"),
            why=_text("why"),
        )
        for number in range(1, 5)
    )


def _items() -> str:
    groups = _GROUPS.format(groups="\n".join(_text(f"fill-in-{number}") for number in (1, 2)))
    return groups + "".join(
        _ITEM.format(number=number, group=1 + number % 2, text=_text("text"), why=_text("why"))
        for number in range(1, 5)
    )


def _text(key: str) -> str:
    return "\n".join(f'{key}.{language} = "{FILL_IN}"' for language in LANGUAGES)
