"""What a kind of question brings: a rule that grades its answers, and the parts that are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Any

import msgspec

from kit.content.questions import Part, Question
from kit.markdown import to_inline_html
from kit.text import Text

View = dict[str, Any]
_GAP = re.compile(r"\{([a-z0-9-]+)\}")


class AnswerError(ValueError):
    """Raised when an answer does not have the form that its question asks for."""


class Grade(msgspec.Struct, frozen=True):
    """Hold the outcome of one answer.

    `score` lies in [0, 1]; `parts` tells of each part that was answered whether it is right.
    """

    score: float
    parts: dict[str, bool]

    @property
    def is_solved(self) -> bool:
        """Whether nothing is missing and nothing is too much."""
        return self.score == 1.0


@singledispatch
def grade(question: Question, answer: Any) -> Grade:
    """Grade an answer; each kind of question registers its own rule.

    Raises
    ------
    AnswerError
        If the answer is not of the form that the kind asks for.
    NotImplementedError
        If the kind has no rule.
    """
    raise NotImplementedError(f"no rule to grade a {type(question).__name__}")


@singledispatch
def view_parts(question: Question, language: str) -> View:
    """Return what the module of the kind in `widgets/kinds` draws and grades, as JSON values.

    Raises
    ------
    NotImplementedError
        If the kind has no view.
    """
    raise NotImplementedError(f"no view of a {type(question).__name__}")


def known(slugs: Any, names: Iterable[str], *, at_most: int) -> list[str]:
    """Return the slugs of an answer.

    Raises
    ------
    AnswerError
        If they are no list, too many, or not each one of `names`, once.
    """
    if not isinstance(slugs, list | tuple):
        raise AnswerError(f"got {slugs!r}, expected a list.")
    chosen, allowed = list(slugs), list(names)
    strange = [slug for slug in chosen if slug not in allowed]
    if strange or len(set(chosen)) != len(chosen) or len(chosen) > at_most:
        raise AnswerError(f"got {chosen!r}, expected at most {at_most} of {allowed!r}, each once.")
    return chosen


def explained(slug: str, part: Part, language: str) -> View:
    """Return the view of a part: its text and why, as safe HTML."""
    return {"id": slug, "text": html(part.text, language), "why": html(part.why, language)}


def html(text: Text, language: str) -> str:
    """Return a text in one language as safe HTML."""
    return to_inline_html(text.pick(language))


def named(texts: Mapping[str, Text], language: str) -> list[View]:
    """Return the view of texts without markup, such as those of a list to choose from."""
    return [{"id": slug, "text": text.pick(language)} for slug, text in texts.items()]


def pieces(text: Text, language: str) -> list[View]:
    """Return a text cut up at its {names}: pieces of HTML, and the names between them."""
    return list(_pieces(_GAP.split(text.pick(language))))


def _pieces(split: list[str]) -> Iterator[View]:
    for place, piece in enumerate(split):
        if place % 2:
            yield {"id": piece}
        elif piece:
            yield {"html": to_inline_html(piece)}
