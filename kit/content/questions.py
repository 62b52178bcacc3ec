"""The kinds of question: each kind is one record, told apart by the key `kind`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, field

from kit.content.records import Edition, Form, Level, Record, Slug, Sources
from kit.text import Text

MIN_OPTIONS, MAX_OPTIONS = 3, 6
Finding = Literal["conformity", "minor", "major", "opportunity", "not-enough"]
Amount = Annotated[
    str,
    Meta(
        pattern=r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$",
        max_length=32,
        description='a number in quotation marks, such as "7" or "1.5"',
    ),
]
Tolerance = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{1,15}(\.[0-9]{1,15})?$",
        max_length=32,
        description='a number from 0 in quotation marks, such as "0.5"',
    ),
]


class Part(Record, frozen=True, kw_only=True):
    """Be a part of a question; `why` teaches, whatever was answered."""

    text: Text
    why: Text


class Option(Part, frozen=True, kw_only=True):
    """Offer one answer, which is right or not."""

    correct: bool = False
    last: bool = False


Options = Annotated[dict[Slug, Option], Meta(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS)]


class Question(Record, frozen=True, kw_only=True, tag_field="kind"):
    """Hold what every kind of question has; `id` is the name of its file.

    `form` names the form of the assessment that alone may draw it; questions without one are
    for lessons and review.
    """

    id: Slug
    objective: Slug
    level: Level
    editions: Annotated[tuple[Edition, ...], Meta(min_length=1)]
    sources: Sources
    stem: Text
    hint: Text
    misconception: Slug | None = None
    form: Form | None = None
    supersedes: Slug | None = None


class Single(Question, frozen=True, kw_only=True, tag="single"):
    """Ask for the one right option."""

    options: Options


class Several(Question, frozen=True, kw_only=True, tag="several"):
    """Ask for every right option, of which there are at least one and not all."""

    options: Options


class TrueFalse(Question, frozen=True, kw_only=True, tag="true-false"):
    """Ask whether the stem holds, and for the reason; `options` are the reasons."""

    is_true: bool
    options: Options


class Item(Part, frozen=True, kw_only=True):
    """Be one thing to sort; `also` lists the other groups that can be defended."""

    group: Slug
    also: tuple[Slug, ...] = ()


class Sort(Question, frozen=True, kw_only=True, tag="sort"):
    """Ask for the group of each item."""

    groups: Annotated[dict[Slug, Text], Meta(min_length=2, max_length=6)]
    items: Annotated[dict[Slug, Item], Meta(min_length=3, max_length=12)]


class Pair(Part, frozen=True, kw_only=True):
    """Be one thing to match; `partner` is what belongs to it."""

    partner: Text


class Match(Question, frozen=True, kw_only=True, tag="match"):
    """Ask for the partner of each thing; `others` are partners of none."""

    pairs: Annotated[dict[Slug, Pair], Meta(min_length=3, max_length=8)]
    others: Annotated[dict[Slug, Text], Meta(max_length=4)] = field(default_factory=dict)


class Step(Part, frozen=True, kw_only=True):
    """Be one thing to put in order; its place in the list is its place in the order."""

    id: Slug


class Order(Question, frozen=True, kw_only=True, tag="order"):
    """Ask for the order of steps, which are listed in the right one."""

    steps: Annotated[tuple[Step, ...], Meta(min_length=3, max_length=8)]


class Gap(Record, frozen=True, kw_only=True):
    """Be one gap in a text; `also` lists the other choices that can be defended."""

    choice: Slug
    why: Text
    also: tuple[Slug, ...] = ()


class Gaps(Question, frozen=True, kw_only=True, tag="gap"):
    """Ask what fills each {gap} of a text, out of one list for all of them."""

    text: Text
    choices: Annotated[dict[Slug, Text], Meta(min_length=3, max_length=8)]
    gaps: Annotated[dict[Slug, Gap], Meta(min_length=2, max_length=6)]


class Slip(Record, frozen=True, kw_only=True):
    """Be a number that a known mistake leads to; `why` says which."""

    value: Amount
    why: Text


class Number(Question, frozen=True, kw_only=True, tag="number"):
    """Ask for a number, right if it is at most `tolerance` away from `value`."""

    value: Amount
    why: Text
    tolerance: Tolerance = "0"
    unit: Text | None = None
    slips: dict[Slug, Slip] = field(default_factory=dict)


class DateSlip(Record, frozen=True, kw_only=True):
    """Be a date that a known mistake leads to; `why` says which."""

    value: date
    why: Text


class Date(Question, frozen=True, kw_only=True, tag="date"):
    """Ask for a date, right if it is at most `tolerance_days` away from `value`."""

    value: date
    why: Text
    tolerance_days: Annotated[int, Meta(ge=0, le=366)] = 0
    slips: dict[Slug, DateSlip] = field(default_factory=dict)


class Phrase(Part, frozen=True, kw_only=True):
    """Be some words of a text that can be marked, wrong or not."""

    wrong: bool = False


class Mark(Question, frozen=True, kw_only=True, tag="mark"):
    """Ask which of the {phrases} of a text are wrong: some, and not all."""

    text: Text
    phrases: Annotated[dict[Slug, Phrase], Meta(min_length=4, max_length=12)]


class Decide(Question, frozen=True, kw_only=True, tag="decide"):
    """Ask what audit evidence shows, and for the reason; `options` are the reasons.

    `also` lists the other findings that can be defended.
    """

    finding: Finding
    options: Options
    also: tuple[Finding, ...] = ()


AnyQuestion = (
    Single | Several | TrueFalse | Sort | Match | Order | Gaps | Number | Date | Mark | Decide
)
