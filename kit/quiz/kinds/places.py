"""Giving each thing its place: items to groups, partners to pairs, choices to gaps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kit.content.questions import Gap, Gaps, Item, Match, Sort
from kit.quiz.kind import (
    AnswerError,
    Grade,
    View,
    explained,
    grade,
    html,
    known,
    named,
    pieces,
    view_parts,
)

# For each thing, the places that are right for it.
_Places = Mapping[str, Collection[str]]


@grade.register
def _(question: Sort, answer: Any) -> Grade:
    """Grade the groups as `grade_places` does."""
    right = {slug: groups_of(item) for slug, item in question.items.items()}
    return grade_places(right, question.groups, answer)


@grade.register
def _(question: Match, answer: Any) -> Grade:
    """Grade the partners as `grade_places` does; one partner for all scores 0."""
    right = {slug: (slug,) for slug in question.pairs}
    return grade_places(right, [*question.pairs, *question.others], answer)


@grade.register
def _(question: Gaps, answer: Any) -> Grade:
    """Grade the choices as `grade_places` does."""
    right = {slug: choices_of(gap) for slug, gap in question.gaps.items()}
    return grade_places(right, question.choices, answer)


def grade_places(right: _Places, places: Collection[str], answer: Any) -> Grade:
    """Grade places: what is right beyond what the best single place for everything would give.

    One place for everything scores 0. Whatever pattern of places is given blindly is on average
    worth at most 1 in 4, and at most 3 in 8 where things have several right places; with partners,
    each given once, it is at most 1 in 6.
    """
    if not isinstance(answer, Mapping):
        raise AnswerError(f"got {answer!r}, expected a place for each of {list(right)!r}.")
    known(sorted({str(place) for place in answer.values()}), places, at_most=len(answer))
    placed = known([*answer], right, at_most=len(right))
    parts = {slug: answer[slug] in right[slug] for slug in placed}
    for_free = max(sum(place in allowed for allowed in right.values()) for place in places)
    gain, possible = sum(parts.values()) - for_free, len(right) - for_free
    return Grade(max(0.0, gain / possible), parts)


def groups_of(item: Item) -> tuple[str, ...]:
    """Return every group in which an item may stand, the best first."""
    return (item.group, *item.also)


def choices_of(gap: Gap) -> tuple[str, ...]:
    """Return every choice that may fill a gap, the best first."""
    return (gap.choice, *gap.also)


@view_parts.register
def _(question: Sort, language: str) -> View:
    items = [
        explained(slug, item, language) | {"in": list(groups_of(item))}
        for slug, item in question.items.items()
    ]
    return {"groups": named(question.groups, language), "items": items}


@view_parts.register
def _(question: Match, language: str) -> View:
    partners = {slug: pair.partner for slug, pair in question.pairs.items()} | question.others
    items = [
        explained(slug, pair, language) | {"in": [slug]} for slug, pair in question.pairs.items()
    ]
    return {"groups": named(partners, language), "items": items}


@view_parts.register
def _(question: Gaps, language: str) -> View:
    items = [
        {"id": slug, "why": html(gap.why, language), "in": list(choices_of(gap))}
        for slug, gap in question.gaps.items()
    ]
    return {
        "pieces": pieces(question.text, language),
        "groups": named(question.choices, language),
        "items": items,
    }
