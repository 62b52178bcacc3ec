"""Audit time after IAF MD 5, step by step, each step with the rule that it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Literal

import msgspec

from kit.content.audit_effort import AuditTime, Rule, TableRow

What = Literal[
    "effective",
    "whole_people",
    "row",
    "end_of_table",
    "adjustment",
    "limit",
    "rounding",
    "limit_after_rounding",
    "on_site",
    "surveillance",
    "surveillance_rounding",
    "recertification",
    "recertification_rounding",
]
_HALF, _WHOLE = Fraction(1, 2), 100


class Staff(msgspec.Struct, frozen=True, kw_only=True):
    """Count the people in the scope; those who work part-time do so `part_time_hours` a week."""

    full_time: int
    part_time: int = 0
    part_time_hours: int = 0

    @property
    def heads(self) -> int:
        """How many people there are, whatever their hours."""
        return self.full_time + self.part_time


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one step: what it does, by which rule, and the value before and after it.

    The first three steps are about people, the third turns them into days. `after` is None where
    the table ends.
    """

    what: What
    rule: Rule
    before: Fraction
    after: Fraction | None

    @property
    def is_idle(self) -> bool:
        """Whether the step changed nothing."""
        return self.before == self.after


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """Hold the steps of one calculation: an illustration, never a body's own audit time."""

    people: int
    steps: tuple[Step, ...]

    @property
    def is_beyond_table(self) -> bool:
        """Whether there are more people than the table has."""
        return any(step.what == "end_of_table" for step in self.steps)

    @property
    def initial_days(self) -> Fraction:
        """The days of the initial audit, stage 1 and stage 2 together."""
        return self.after("limit_after_rounding")

    def after(self, what: str) -> Fraction:
        """Return the value after one step.

        Raises
        ------
        LookupError
            If the calculation stopped before that step.
        """
        for step in self.steps:
            if step.what == what and step.after is not None:
                return step.after
        raise LookupError(f"step: got {what}, expected one before the end of the table.")


def estimate(table: AuditTime, staff: Staff, *, adjustment: int = 0, on_site: int = 80) -> Estimate:
    """Work out audit time from the people in the scope.

    Parameters
    ----------
    adjustment
        What the body adds to the table or, below 0, takes away, in percent.
    on_site
        The share of the audit time on site, in percent.

    Raises
    ------
    ValueError
        If nobody works in the scope.

    References
    ----------
    IAF MD 5, table QMS 1; the document of each step is in its rule.
    """
    rules = table.rules
    exact = effective_personnel(staff, table.full_week_hours)
    people = ceil(exact)
    counted = (
        Step(what="effective", rule=rules.effective, before=Fraction(staff.heads), after=exact),
        Step(what="whole_people", rule=rules.whole_people, before=exact, after=Fraction(people)),
    )
    row = find_row(table.rows, people)
    if row is None:
        ends = Step(
            what="end_of_table", rule=rules.end_of_table, before=Fraction(people), after=None
        )
        return Estimate(people=people, steps=(*counted, ends))
    days = Fraction(row.days)
    first = Step(what="row", rule=rules.row, before=Fraction(people), after=days)
    initial = tuple(_initial_steps(table, days, adjustment))
    rest = tuple(_later_steps(table, initial[-1].after or days, on_site))
    return Estimate(people=people, steps=(*counted, first, *initial, *rest))


def effective_personnel(staff: Staff, full_week_hours: int) -> Fraction:
    """Return the people in the scope, those of part time converted by their hours.

    Raises
    ------
    ValueError
        If there are none.
    """
    exact = staff.full_time + Fraction(staff.part_time * staff.part_time_hours, full_week_hours)
    if exact <= 0:
        raise ValueError(f"people in the scope: got {exact}, expected more than none.")
    return exact


def find_row(rows: Iterable[TableRow], people: int) -> TableRow | None:
    """Return the row for so many people, or None where the table has ended."""
    return next((row for row in rows if row.low <= people <= row.high), None)


def to_nearest_half(days: Fraction) -> Fraction:
    """Round to the nearest half day; what lies exactly between goes up: 5.25 becomes 5.5."""
    return floor(days / _HALF + _HALF) * _HALF


def up_to_half(days: Fraction) -> Fraction:
    """Round up to a half day."""
    return ceil(days / _HALF) * _HALF


def _initial_steps(table: AuditTime, days: Fraction, adjustment: int) -> Iterator[Step]:
    rules, least = table.rules, days * Fraction(_WHOLE - table.most_cut, _WHOLE)
    adjusted = days * Fraction(_WHOLE + adjustment, _WHOLE)
    yield Step(what="adjustment", rule=rules.adjustment, before=days, after=adjusted)
    limited = max(adjusted, least)
    yield Step(what="limit", rule=rules.limit, before=adjusted, after=limited)
    rounded = to_nearest_half(limited)
    yield Step(what="rounding", rule=rules.rounding, before=limited, after=rounded)
    kept = max(rounded, up_to_half(least))
    rule = rules.limit_after_rounding
    yield Step(what="limit_after_rounding", rule=rule, before=rounded, after=kept)


def _later_steps(table: AuditTime, days: Fraction, on_site: int) -> Iterator[Step]:
    rules = table.rules
    there = days * Fraction(max(on_site, table.least_on_site), _WHOLE)
    yield Step(what="on_site", rule=rules.on_site, before=days, after=there)
    yearly = days * Fraction(table.surveillance, 3)
    yield Step(what="surveillance", rule=rules.surveillance, before=days, after=yearly)
    yield _rounded("surveillance_rounding", rules.surveillance_rounding, yearly)
    again = days * Fraction(table.recertification, 3)
    yield Step(what="recertification", rule=rules.recertification, before=days, after=again)
    yield _rounded("recertification_rounding", rules.recertification_rounding, again)


def _rounded(what: What, rule: Rule, days: Fraction) -> Step:
    return Step(what=what, rule=rule, before=days, after=to_nearest_half(days))
