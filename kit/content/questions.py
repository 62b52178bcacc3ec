"""The kinds of question: each kind is one record, told apart by the key `kind`."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from kit.content.records import Edition, Level, Record, Slug, Sources
from kit.text import Text

MIN_OPTIONS, MAX_OPTIONS = 3, 6


class Option(Record, frozen=True, kw_only=True):
    """Offer one answer; `why` teaches, whether the answer is right or not."""

    text: Text
    why: Text
    correct: bool = False
    last: bool = False


Options = Annotated[dict[Slug, Option], Meta(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS)]


class Question(Record, frozen=True, kw_only=True, tag_field="kind"):
    """Hold what every kind of question has; `id` is the name of its file."""

    id: Slug
    objective: Slug
    level: Level
    editions: Annotated[tuple[Edition, ...], Meta(min_length=1)]
    sources: Sources
    stem: Text
    hint: Text
    misconception: Slug | None = None
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


class Item(Record, frozen=True, kw_only=True):
    """Be one thing to sort; `also` lists the other groups that can be defended."""

    text: Text
    group: Slug
    why: Text
    also: tuple[Slug, ...] = ()


class Sort(Question, frozen=True, kw_only=True, tag="sort"):
    """Ask for the group of each item."""

    groups: Annotated[dict[Slug, Text], Meta(min_length=2, max_length=6)]
    items: Annotated[dict[Slug, Item], Meta(min_length=3, max_length=12)]


AnyQuestion = Single | Several | TrueFalse | Sort
