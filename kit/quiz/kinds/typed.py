"""Typing a number or a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.content.questions import Date, Number
from kit.quiz.dates import read_date
from kit.quiz.kind import AnswerError, Grade, View, grade, html, view_parts
from kit.quiz.numbers import read_number

# No slug holds a colon, so the key is never mistaken for a slip.
KEY = ":key"


@grade.register
def _(question: Number, answer: Any) -> Grade:
    """Grade a number: all or nothing, exactly.

    Of numbers that are equally likely a blind one hits as many as the tolerance covers. `parts`
    names the known slip that it is, if it is one.
    """
    number = read_number(_text(answer), units_of(question))
    if number is None:
        raise AnswerError(f"got {answer!r}, expected a number, such as 12.5.")
    slips = {slug: exact(slip.value) for slug, slip in question.slips.items()}
    is_right = abs(number - exact(question.value)) <= exact(question.tolerance)
    return _all_or_nothing(number, slips, is_right=is_right)


@grade.register
def _(question: Date, answer: Any) -> Grade:
    """Grade a date: all or nothing, in whole days, otherwise as a number is."""
    found = read_date(_text(answer))
    if found is None:
        raise AnswerError(f"got {answer!r}, expected a date, such as 28.01.2016.")
    slips = {slug: slip.value.toordinal() for slug, slip in question.slips.items()}
    days = abs((found - question.value).days)
    return _all_or_nothing(found.toordinal(), slips, is_right=days <= question.tolerance_days)


def exact(amount: str) -> int:
    """Return an amount of a question file in units of the fifteenth decimal."""
    number = read_number(amount)
    if number is None:
        raise ValueError(f"amount: got {amount!r}, expected a number such as 1.5.")
    return number


def units_of(question: Number) -> list[str]:
    """Return what may be typed behind the number: its unit, in any language."""
    unit = question.unit
    return [unit.pick(language) for language in unit.__struct_fields__] if unit else []


def _text(answer: Any) -> str:
    if not isinstance(answer, str):
        raise AnswerError(f"got {answer!r}, expected what was typed, as a text.")
    return answer


def _all_or_nothing(given: int, slips: Mapping[str, int], *, is_right: bool) -> Grade:
    if is_right:
        return Grade(1.0, {KEY: True})
    slip = next((slug for slug, value in slips.items() if value == given), KEY)
    return Grade(0.0, {slip: False})


@view_parts.register
def _(question: Number, language: str) -> View:
    return {
        "value": question.value,
        "tolerance": question.tolerance,
        "unit": question.unit.pick(language) if question.unit else "",
        "units": units_of(question),
    } | _feedback(question, language)


@view_parts.register
def _(question: Date, language: str) -> View:
    value, days = question.value.isoformat(), question.tolerance_days
    return {"value": value, "tolerance": days} | _feedback(question, language)


def _feedback(question: Number | Date, language: str) -> View:
    slips = [
        {"id": slug, "value": str(slip.value), "why": html(slip.why, language)}
        for slug, slip in question.slips.items()
    ]
    return {"why": html(question.why, language), "slips": slips}
