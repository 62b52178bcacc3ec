"""The content version: what changes it and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kit.content.questions import Several
from kit.quiz.version import content_version
from kit.text import Text
from tests.quiz.cases import SORT, TWO_OF_FOUR, ask, options

OTHER = Text("other", "друг")


@pytest.mark.parametrize(
    "changes",
    [{"hint": OTHER}, {"sources": ("elsewhere",)}, {"level": "judge"}, {"misconception": "m"}],
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
