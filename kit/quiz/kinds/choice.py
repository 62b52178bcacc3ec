"""Choosing: one option, several options, or the wrong phrases of a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.content.questions import Mark, Option, Several, Single
from kit.quiz.kind import Grade, View, explained, grade, known, pieces, view_parts


@grade.register
def _(question: Single, answer: Any) -> Grade:
    """Grade one option: all or nothing, so a blind tick is worth one in so many options."""
    chosen = known(answer, question.options, at_most=1)
    parts = {slug: question.options[slug].correct for slug in chosen}
    return Grade(float(any(parts.values())), parts)


@grade.register
def _(question: Several, answer: Any) -> Grade:
    """Grade a set of options as `grade_set` does."""
    return grade_set({slug: option.correct for slug, option in question.options.items()}, answer)


@grade.register
def _(question: Mark, answer: Any) -> Grade:
    """Grade the marked phrases as `grade_set` does."""
    return grade_set({slug: phrase.wrong for slug, phrase in question.phrases.items()}, answer)


def grade_set(keys: Mapping[str, bool], answer: Any) -> Grade:
    """Grade a set: the share of what belongs to it less the share of what does not.

    Choosing everything scores 0, as does choosing nothing. Choosing so many blindly, whatever the
    number, is on average worth at most 1 in 3, and less with more than four parts.
    """
    chosen = known(answer, keys, at_most=len(keys))
    parts = {slug: keys[slug] for slug in chosen}
    right = sum(keys.values())
    others = len(keys) - right
    hits = sum(parts.values())
    return Grade(max(0.0, (hits * others - (len(parts) - hits) * right) / (right * others)), parts)


@view_parts.register(Single)
@view_parts.register(Several)
def _(question: Single | Several, language: str) -> View:
    return {"options": view_options(question.options, language)}


@view_parts.register
def _(question: Mark, language: str) -> View:
    phrases = [
        explained(slug, phrase, language) | ({"ok": True} if phrase.wrong else {})
        for slug, phrase in question.phrases.items()
    ]
    return {"pieces": pieces(question.text, language), "options": phrases}


def view_options(options: Mapping[str, Option], language: str) -> list[View]:
    """Return the view of options: `ok` marks the right ones, `last` those that stay last."""
    return [
        explained(slug, option, language)
        | ({"ok": True} if option.correct else {})
        | ({"last": True} if option.last else {})
        for slug, option in options.items()
    ]
