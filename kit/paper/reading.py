"""Reading marks off paper into the answer that `kit.quiz.grading` grades, and writing them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from kit.content.questions import (
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
from kit.paper.posing import Posed
from kit.quiz.grading import AnswerError

_SIGN = re.compile(r"[0-9]+|[^\W\d_]")
_BETWEEN = re.compile(r"[\s,;.:=()/–—-]*")


def read_marks(posed: Posed, marked: str) -> Any:
    """Return the answer that marks on paper stand for.

    Parameters
    ----------
    marked
        As on an answer sheet: "b"; "a, c"; "1 b" for a verdict and its reason; "1a 2c" for
        what goes where; "a2 b1" for the place of each step; "2 5" for phrases; or what was
        written on a line. Capital letters are read as small ones.

    Raises
    ------
    AnswerError
        If something is marked that is not on the paper, or marks that go together are not.
    """
    return _read(posed.question, posed, marked)


def write_marks(posed: Posed, answer: Any) -> str:
    """Return the marks that stand for an answer on paper; `read_marks` reads them back."""
    return _write(posed.question, posed, answer)


@singledispatch
def _read(question: Question, posed: Posed, marked: str) -> Any:
    raise NotImplementedError(f"no marks on paper for a {type(question).__name__}")


@_read.register(Single)
@_read.register(Several)
def _(_: Question, posed: Posed, marked: str) -> list[str]:
    return [_find(posed.letters, sign) for sign in _signs(marked)]


@_read.register
def _(_: Mark, posed: Posed, marked: str) -> list[str]:
    return [_find(posed.numbers, sign) for sign in _signs(marked)]


@_read.register(TrueFalse)
@_read.register(Decide)
def _(_: Question, posed: Posed, marked: str) -> dict[str, str]:
    ((verdict, reason),) = _pairs(marked, most=1)
    return {"verdict": _find(posed.numbers, verdict), "reason": _find(posed.letters, reason)}


@_read.register(Sort)
@_read.register(Match)
@_read.register(Gaps)
def _(_: Question, posed: Posed, marked: str) -> dict[str, str]:
    pairs = _pairs(marked, most=len(posed.numbers))
    found = {_find(posed.numbers, thing): _find(posed.letters, place) for thing, place in pairs}
    if len(found) < len(pairs):
        raise AnswerError(f"got {marked!r}, expected each number once.")
    return found


@_read.register
def _(_: Order, posed: Posed, marked: str) -> list[str]:
    pairs = _pairs(marked, most=len(posed.letters))
    places = {place: _find(posed.letters, letter) for letter, place in pairs}
    wanted = [str(place) for place in range(1, len(posed.letters) + 1)]
    if sorted(places) != sorted(wanted) or len(pairs) > len(places):
        raise AnswerError(f"got {marked!r}, expected each place from 1 to {len(wanted)} once.")
    return [places[place] for place in wanted]


@_read.register(Number)
@_read.register(Date)
def _(_: Question, _posed: Posed, marked: str) -> str:
    return marked


@singledispatch
def _write(question: Question, posed: Posed, answer: Any) -> str:
    raise NotImplementedError(f"no marks on paper for a {type(question).__name__}")


@_write.register(Single)
@_write.register(Several)
def _(_: Question, posed: Posed, answer: Any) -> str:
    return " ".join(letter for slug, letter in posed.letters.items() if slug in answer)


@_write.register
def _(_: Mark, posed: Posed, answer: Any) -> str:
    return " ".join(number for slug, number in posed.numbers.items() if slug in answer)


@_write.register(TrueFalse)
@_write.register(Decide)
def _(_: Question, posed: Posed, answer: Any) -> str:
    return f"{posed.numbers[answer['verdict']]} {posed.letters[answer['reason']]}"


@_write.register(Sort)
@_write.register(Match)
@_write.register(Gaps)
def _(_: Question, posed: Posed, answer: Any) -> str:
    return " ".join(
        f"{number}{posed.letters[answer[slug]]}"
        for slug, number in posed.numbers.items()
        if slug in answer
    )


@_write.register
def _(_: Order, posed: Posed, answer: Any) -> str:
    return " ".join(f"{letter}{answer.index(slug) + 1}" for slug, letter in posed.letters.items())


@_write.register(Number)
@_write.register(Date)
def _(_: Question, _posed: Posed, answer: Any) -> str:
    return str(answer)


def _signs(marked: str) -> list[str]:
    """Return the single letters and the numbers of what was marked."""
    text = marked.casefold()
    if strange := _BETWEEN.sub("", _SIGN.sub("", text)):
        raise AnswerError(f"got {marked!r}, expected letters and numbers instead of {strange!r}.")
    return _SIGN.findall(text)


def _pairs(marked: str, *, most: int) -> list[tuple[str, str]]:
    signs = _signs(marked)
    if len(signs) % 2 or len(signs) > 2 * most or (most == 1 and not signs):
        raise AnswerError(f"got {marked!r}, expected marks in pairs, at most {most}.")
    return list(zip(signs[::2], signs[1::2], strict=True))


def _find(names: Mapping[str, str], sign: str) -> str:
    for slug, name in names.items():
        if name == sign:
            return slug
    raise AnswerError(f"got {sign!r}, expected one of {', '.join(names.values())}.")
