"""Exercises made from the claims of the case: sort each claim by the verdict it deserves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from kit.content.questions import Item, Sort
from kit.content.records import Case, Claim, Edition, Verdict
from kit.text import Text

MAX_CLAIMS = 6


def sort_claims(case: Case, words: Mapping[str, Text]) -> dict[str, Sort]:
    """Return one question for each handful of claims, by question id.

    Parameters
    ----------
    words
        The interface words of section `claims`: `stem`, `hint`, and one for each verdict.
    """
    return {
        question_id: _sort(question_id, {slug: case.claims[slug] for slug in slugs}, words)
        for question_id, slugs in deal_claims(list(case.claims)).items()
    }


def deal_claims(slugs: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return which claims each question asks about, by its id and in their order."""
    ids = exercise_ids(len(slugs))
    size = -(-len(slugs) // len(ids)) if ids else 1
    starts = range(0, len(slugs), size)
    return {one: slugs[start : start + size] for one, start in zip(ids, starts, strict=True)}


def exercise_ids(claims: int) -> list[str]:
    """Return the ids of the questions that so many claims make."""
    parts = -(-claims // MAX_CLAIMS)
    return [f"claims-{number}-of-{parts}" for number in range(1, parts + 1)]


def _sort(question_id: str, claims: Mapping[str, Claim], words: Mapping[str, Text]) -> Sort:
    return Sort(
        id=question_id,
        objective="judge-claims",
        level="judge",
        editions=get_args(Edition),
        sources=tuple(sorted({source for claim in claims.values() for source in claim.sources})),
        stem=words["stem"],
        hint=words["hint"],
        groups={verdict: words[verdict] for verdict in get_args(Verdict)},
        items={slug: _item(claim, words) for slug, claim in claims.items()},
    )


def _item(claim: Claim, words: Mapping[str, Text]) -> Item:
    return Item(text=claim.said, group=claim.verdict, also=claim.defensible, why=_why(claim, words))


def _why(claim: Claim, words: Mapping[str, Text]) -> Text:
    """Join the reason and the corrected statement, in every language."""
    joined = {
        language: words["why"]
        .pick(language)
        .format(why=claim.why.pick(language), correct=claim.correct.pick(language))
        for language in Text.__struct_fields__
    }
    return Text(**joined)
