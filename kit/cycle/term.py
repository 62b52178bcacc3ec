"""Terms in whole months: how they are counted forwards and back."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import msgspec

from kit.content.cycle_rules import RuleSet

_MONTHS_OF_YEAR = 12
_DAY = timedelta(days=1)


class InferredDecision(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a day of decision that was reasoned back from an expiry, and by which rule.

    It is an inference: a certificate may have been given a shorter term, or its body may count
    the last day in another way, so that the decision fell on about this day.
    """

    day: date
    expiry: date
    rule: str


def add_months(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or earlier if `months` is negative.

    Where that month is shorter, it is its last day: six months after 31 August is 28 February, or
    29 February in a leap year.
    """
    year, month = divmod(day.year * _MONTHS_OF_YEAR + day.month - 1 + months, _MONTHS_OF_YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def last_day(first: date, months: int) -> date:
    """Return the last day of a term that begins on `first`: so many months later, less a day."""
    return add_months(first, months) - _DAY


def infer_decision(expiry: date, rules: RuleSet) -> InferredDecision:
    """Reason back from the last day of a first term to the day of the decision."""
    months = rules.rules["term"].months or 0
    return InferredDecision(day=add_months(expiry + _DAY, -months), expiry=expiry, rule="term")
