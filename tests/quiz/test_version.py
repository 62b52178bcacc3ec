"""The content version: what changes it and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kit.content.questions import Several
from kit.quiz.version import content_version
from kit.text import Text
from tests.quiz.samples import (
    DATE,
    GAPS,
    MATCH,
    NUMBER,
    ORDER,
    SORT,
    TEXT,
    TWO_OF_FOUR,
    ask,
    options,
)

OTHER = Text("other", "друг")


@pytest.mark.parametrize(
    "changes",
    [
        {"hint": OTHER},
        {"sources": ("elsewhere",)},
        {"level": "judge"},
        {"misconception": "m"},
        {"form": "A"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_not_asked_keeps_the_version(changes: dict[str, Any]) -> None:
    assert content_version(replace(TWO_OF_FOUR, **changes)) == content_version(TWO_OF_FOUR)


def test_better_feedback_keeps_the_version() -> None:
    mended = {slug: replace(one, why=OTHER) for slug, one in TWO_OF_FOUR.options.items()}
    assert content_version(replace(TWO_OF_FOUR, options=mended)) == content_version(TWO_OF_FOUR)


def test_another_stem_key_or_group_changes_the_version() -> None:
    assert content_version(replace(TWO_OF_FOUR, stem=OTHER)) != content_version(TWO_OF_FOUR)
    other_key = ask(Several, options=options("ac", "bd"))
    assert content_version(other_key) != content_version(TWO_OF_FOUR)
    fewer = {slug: item for slug, item in SORT.items.items() if slug != "d"}
    assert content_version(replace(SORT, items=fewer)) != content_version(SORT)


def test_the_order_of_options_does_not_change_the_version() -> None:
    turned = dict(reversed(TWO_OF_FOUR.options.items()))
    assert content_version(replace(TWO_OF_FOUR, options=turned)) == content_version(TWO_OF_FOUR)


def test_the_order_of_steps_changes_the_version() -> None:
    turned = tuple(reversed(ORDER.steps))
    assert content_version(replace(ORDER, steps=turned)) != content_version(ORDER)


def test_better_feedback_on_a_step_keeps_the_version() -> None:
    mended = tuple(replace(step, why=OTHER) for step in ORDER.steps)
    assert content_version(replace(ORDER, steps=mended)) == content_version(ORDER)


@pytest.mark.parametrize("question", [NUMBER, DATE], ids=["number", "date"])
def test_a_known_slip_more_keeps_the_version(question: Any) -> None:
    assert content_version(replace(question, slips={})) == content_version(question)


@pytest.mark.parametrize(
    ("question", "changes"),
    [
        (NUMBER, {"tolerance": "1"}),
        (NUMBER, {"value": "19024"}),
        (NUMBER, {"unit": None}),
        (DATE, {"tolerance_days": 2}),
        (MATCH, {"others": {}}),
        (GAPS, {"text": TEXT}),
    ],
)
def test_what_is_asked_or_right_changes_the_version(question: Any, changes: Any) -> None:
    assert content_version(replace(question, **changes)) != content_version(question)
