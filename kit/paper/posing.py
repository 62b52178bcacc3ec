"""A question as it stands on paper: its parts mixed by a seed, with letters and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, singledispatch

from kit.assessment.paper import Paper
from kit.content.interface import read_words
from kit.content.questions import (
    AnyQuestion,
    Date,
    Decide,
    Gaps,
    Mark,
    Match,
    Number,
    Order,
    Question,
    Several,
    Single,
    Sort,
    TrueFalse,
)
from kit.quiz.kinds.verdict import FINDINGS, VERDICTS

_NAME = re.compile(r"\{([a-z0-9-]+)\}")


class Posed:
    """Give the parts of a question their names on paper.

    What is chosen or put somewhere has a letter; what is given such a letter, and what is chosen
    beside it, has a number.

    Parameters
    ----------
    question
        Any question of the kit.
    language
        That of the paper; its letters are those of its alphabet.
    seed
        Mixes the parts; printed on the paper, so that the key fits it.
    """

    def __init__(self, question: AnyQuestion, language: str, seed: str) -> None:
        self.question = question
        self.language = language
        self.seed = seed

    @cached_property
    def _order(self) -> Mapping[str, list[str]]:
        return Paper(self.question, self.language, self.seed).order

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letter of each part that has one, by id, in the order on paper."""
        alphabet = read_words("paper", self.language)["letters"]
        return dict(zip(_lettered(self.question, self._order), alphabet, strict=False))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each part that has one, by id, in the order on paper."""
        slugs = _numbered(self.question, self._order, self.language)
        return {slug: str(place) for place, slug in enumerate(slugs, start=1)}

    @property
    def kind(self) -> str:
        """The name of the kind of question."""
        return str(self.question.__struct_config__.tag)


@singledispatch
def _lettered(question: Question, order: Mapping[str, list[str]]) -> Iterable[str]:
    raise NotImplementedError(f"no letters on paper for a {type(question).__name__}")


@_lettered.register(Single)
@_lettered.register(Several)
@_lettered.register(TrueFalse)
@_lettered.register(Decide)
def _(_: Question, order: Mapping[str, list[str]]) -> Iterable[str]:
    return order["options"]


@_lettered.register(Sort)
@_lettered.register(Match)
@_lettered.register(Gaps)
def _(_: Question, order: Mapping[str, list[str]]) -> Iterable[str]:
    return order["groups"]


@_lettered.register
def _(_: Order, order: Mapping[str, list[str]]) -> Iterable[str]:
    return order["steps"]


@_lettered.register(Mark)
@_lettered.register(Number)
@_lettered.register(Date)
def _(_: Question, order: Mapping[str, list[str]]) -> Iterable[str]:  # noqa: ARG001
    return ()


@singledispatch
def _numbered(
    question: Question,  # noqa: ARG001
    order: Mapping[str, list[str]],  # noqa: ARG001
    language: str,  # noqa: ARG001
) -> Iterable[str]:
    return ()


@_numbered.register
def _(_question: TrueFalse, _order: Mapping[str, list[str]], _language: str) -> Iterable[str]:
    return VERDICTS


@_numbered.register
def _(_question: Decide, _order: Mapping[str, list[str]], _language: str) -> Iterable[str]:
    return FINDINGS


@_numbered.register(Sort)
@_numbered.register(Match)
def _(_question: Question, order: Mapping[str, list[str]], _language: str) -> Iterable[str]:
    return order["items"]


@_numbered.register(Gaps)
@_numbered.register(Mark)
def _(question: Gaps | Mark, _order: Mapping[str, list[str]], language: str) -> Iterator[str]:
    # Numbered as they are read: mixing the numbers within a text would only confuse.
    yield from dict.fromkeys(_NAME.findall(question.text.pick(language)))
