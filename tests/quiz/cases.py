"""The table of graded answers that Python and the browser must both agree with."""

from __future__ import annotations

from typing import Any, NamedTuple

from kit.content.questions import AnyQuestion, Item, Option, Several, Single, Sort, TrueFalse
from kit.text import Text


def ask(kind: type[AnyQuestion], **parts: Any) -> AnyQuestion:
    """Make a question of which only the graded parts matter."""
    text = Text("text", "текст")
    return kind(
        id="question",
        objective="objective",
        level="apply",
        editions=("2015",),
        sources=("source",),
        stem=text,
        hint=text,
        **parts,
    )


def options(keys: str, others: str) -> dict[str, Option]:
    """Make options of one letter each: first the right ones, then the others."""
    text = Text("text", "текст")
    return {slug: Option(text=text, why=text, correct=slug in keys) for slug in keys + others}


def items(**groups: str) -> dict[str, Item]:
    """Make items from `item="group also also"`."""
    text = Text("text", "текст")
    split = {slug: listed.split() for slug, listed in groups.items()}
    return {
        slug: Item(text=text, why=text, group=group, also=tuple(also))
        for slug, (group, *also) in split.items()
    }


class Case(NamedTuple):
    """Name an answer to a question and what it scores."""

    name: str
    question: AnyQuestion
    answer: Any
    score: float
    parts: dict[str, bool]


SINGLE = ask(Single, options=options("a", "bcd"))
TWO_OF_FOUR = ask(Several, options=options("ab", "cd"))
TWO_OF_FIVE = ask(Several, options=options("ab", "cde"))
FALSE = ask(TrueFalse, is_true=False, options=options("a", "bc"))
GROUPS = {slug: Text(slug, slug) for slug in ("x", "y", "z")}
SORT = ask(Sort, groups=GROUPS, items=items(a="x", b="x", c="y", d="z y"))

CASES = [
    Case("single right", SINGLE, ["a"], 1.0, {"a": True}),
    Case("single not right", SINGLE, ["c"], 0.0, {"c": False}),
    Case("single empty", SINGLE, [], 0.0, {}),
    Case("several complete", TWO_OF_FOUR, ["b", "a"], 1.0, {"a": True, "b": True}),
    Case("several half", TWO_OF_FOUR, ["a"], 0.5, {"a": True}),
    Case("several half and one too many", TWO_OF_FOUR, ["a", "c"], 0.0, {"a": True, "c": False}),
    Case(
        "several all and one too many",
        TWO_OF_FIVE,
        ["a", "b", "e"],
        2 / 3,
        {"a": True, "b": True, "e": False},
    ),
    Case(
        "several everything ticked",
        TWO_OF_FIVE,
        list("abcde"),
        0.0,
        {"a": True, "b": True, "c": False, "d": False, "e": False},
    ),
    Case("several never below nothing", TWO_OF_FOUR, ["c", "d"], 0.0, {"c": False, "d": False}),
    Case(
        "true-false with its reason",
        FALSE,
        {"verdict": "false", "reason": "a"},
        1.0,
        {":false": True, "a": True},
    ),
    Case(
        "true-false with another reason",
        FALSE,
        {"verdict": "false", "reason": "b"},
        0.5,
        {":false": True, "b": False},
    ),
    Case(
        "true-false reason behind the other verdict",
        FALSE,
        {"verdict": "true", "reason": "a"},
        0.0,
        {":true": False, "a": True},
    ),
    Case(
        "sort complete",
        SORT,
        {"a": "x", "b": "x", "c": "y", "d": "z"},
        1.0,
        {"a": True, "b": True, "c": True, "d": True},
    ),
    Case(
        "sort with a defensible group",
        SORT,
        {"a": "x", "b": "x", "c": "y", "d": "y"},
        1.0,
        {"a": True, "b": True, "c": True, "d": True},
    ),
    Case(
        "sort all in one group",
        SORT,
        dict.fromkeys("abcd", "x"),
        0.0,
        {"a": True, "b": True, "c": False, "d": False},
    ),
    Case(
        "sort three of four",
        SORT,
        {"a": "x", "b": "x", "c": "y", "d": "x"},
        0.5,
        {"a": True, "b": True, "c": True, "d": False},
    ),
]
