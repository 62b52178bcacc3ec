"""Questions of which only the graded parts matter, made from letters."""

from __future__ import annotations

from datetime import date
from typing import Any

from kit.content.questions import (
    AnyQuestion,
    Date,
    DateSlip,
    Decide,
    Gap,
    Gaps,
    Item,
    Mark,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Phrase,
    Several,
    Single,
    Slip,
    Sort,
    Step,
    TrueFalse,
)
from kit.text import Text

TEXT = Text("text", "текст")


def ask(kind: type[AnyQuestion], **parts: Any) -> AnyQuestion:
    """Make a question of which only the graded parts matter."""
    return kind(
        id="question",
        objective="objective",
        level="apply",
        editions=("2015",),
        sources=("source",),
        stem=TEXT,
        hint=TEXT,
        **parts,
    )


def options(keys: str, others: str) -> dict[str, Option]:
    """Make options of one letter each: first the right ones, then the others."""
    return {slug: Option(text=TEXT, why=TEXT, correct=slug in keys) for slug in keys + others}


def items(**groups: str) -> dict[str, Item]:
    """Make items from `item="group also also"`."""
    split = {slug: listed.split() for slug, listed in groups.items()}
    return {
        slug: Item(text=TEXT, why=TEXT, group=group, also=tuple(also))
        for slug, (group, *also) in split.items()
    }


def gaps(**choices: str) -> dict[str, Gap]:
    """Make gaps from `gap="choice also also"`."""
    split = {slug: listed.split() for slug, listed in choices.items()}
    return {
        slug: Gap(choice=choice, also=tuple(also), why=TEXT)
        for slug, (choice, *also) in split.items()
    }


def steps(letters: str) -> tuple[Step, ...]:
    """Make steps of one letter each, in the right order."""
    return tuple(Step(id=letter, text=TEXT, why=TEXT) for letter in letters)


def phrases(wrong: str, others: str) -> dict[str, Phrase]:
    """Make phrases of one letter each: first the wrong ones, then the others."""
    return {
        slug: Phrase(text=TEXT, why=TEXT, wrong=slug in wrong) for slug in sorted(wrong + others)
    }


def text_with(slugs: str) -> Text:
    """Make a text with a gap for each letter."""
    marks = " ".join(f"{{{slug}}}" for slug in slugs)
    return Text(f"text {marks}.", f"текст {marks}.")


SINGLE = ask(Single, options=options("a", "bcd"))
TWO_OF_FOUR = ask(Several, options=options("ab", "cd"))
TWO_OF_FIVE = ask(Several, options=options("ab", "cde"))
FALSE = ask(TrueFalse, is_true=False, options=options("a", "bc"))
GROUPS = {slug: Text(slug, slug) for slug in ("x", "y", "z")}
SORT = ask(Sort, groups=GROUPS, items=items(a="x", b="x", c="y", d="z y"))
MATCH = ask(
    Match,
    pairs={slug: Pair(text=TEXT, partner=Text(slug, slug), why=TEXT) for slug in "abcd"},
    others={"x": TEXT},
)
ORDER = ask(Order, steps=steps("abcd"))
LONG_ORDER = ask(Order, steps=steps("abcde"))
GAPS = ask(
    Gaps,
    text=text_with("abc"),
    choices={slug: Text(slug, slug) for slug in ("p", "q", "r", "s")},
    gaps=gaps(a="p", b="q s", c="q"),
)
NUMBER = ask(
    Number,
    value="19023",
    tolerance="0.5",
    why=TEXT,
    unit=Text("days", "дни"),
    slips={"one": Slip(value="1", why=TEXT)},
)
DECIMAL = ask(Number, value="0.3", tolerance="0.1", why=TEXT)
DATE = ask(
    Date,
    value=date(2016, 1, 28),
    tolerance_days=1,
    why=TEXT,
    slips={"late": DateSlip(value=date(2016, 2, 29), why=TEXT)},
)
MARK = ask(Mark, text=text_with("abcde"), phrases=phrases("bd", "ace"))
DECIDE = ask(Decide, finding="minor", also=("opportunity",), options=options("a", "bc"))
EVERY_KIND = [SINGLE, TWO_OF_FOUR, FALSE, SORT, MATCH, ORDER, GAPS, NUMBER, DATE, MARK, DECIDE]
