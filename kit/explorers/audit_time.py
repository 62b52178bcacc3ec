"""Audit time after IAF MD 5: people and decisions in, each step and its rule out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from kit.cycle.effort import Estimate, Staff, Step, estimate
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Control, Count, Explorer, Setting, State
from kit.explorers.numerals import Numerals

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kit.figures.audit_time import Bar, Look

NAME = "audit-time"
_START = {"full-time": 56, "part-time": 8, "hours": 20, "adjustment": 0, "on-site": 80}
# What a page without a kernel offers, each with each: people, adjustment, share on site.
_FRAMES = ((12, 56, 96, 300, 11000), (-40, -30, 0, 15), (60, 80))
_OF_PEOPLE = frozenset({"effective", "whole_people"})
_SHARES = frozenset({"surveillance", "recertification"})
_ALWAYS = frozenset({"row", "adjustment", "rounding", "on_site"})


class AuditTime(Explorer):
    """Show how the days of an audit follow from the people in the scope."""

    def __init__(self, setting: Setting) -> None:
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._table = setting.library.audit_time
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        self.title = self._words["title"]
        self.controls = tuple(self._list_controls())

    def start(self) -> State:
        """Begin with sixty effective people."""
        return dict(_START)

    def frames(self) -> Iterator[State]:
        """Yield towns of several sizes, with more time and with less, and what the limits hold."""
        yield self.start()
        for full_time, adjustment, on_site in product(*_FRAMES):
            yield {
                **_START,
                "full-time": full_time,
                "adjustment": adjustment,
                "on-site": on_site,
            }

    def draw(self, state: State) -> Figure | None:
        """Draw the ladder of steps; nothing where the table has ended."""
        from kit.figures.audit_time import draw_ladder

        found = self._estimate(state)
        if found.is_beyond_table:
            return None
        words = self._words
        finding = words["finding-one" if found.people == 1 else "finding"].format(
            people=self._numerals.whole(found.people),
            initial=self._days(found.initial_days),
            surveillance=self._days(found.after("surveillance")),
        )
        return draw_ladder(finding, list(self._bars(state, found)), words["axis"])

    def describe(self, state: State) -> str:
        """Say the days, and which limit held them."""
        found = self._estimate(state)
        if found.is_beyond_table:
            people, last = found.people, self._table.rows[-1].high
            return self._words["say-beyond"].format(
                people=self._numerals.whole(people), last=self._numerals.whole(last)
            )
        return " ".join([self._say_days(state, found), *self._say_limits(state, found)])

    def tell(self, state: State) -> str:
        """List every step with its rule, the document of the rule and how sure it is."""
        words, found = self._words, self._estimate(state)
        rows = [
            (escape(self._name(step)), escape(self._change(step)), self._citations.rule(step.rule))
            for step in found.steps
        ]
        sources = [slug for step in found.steps for slug in step.rule.sources]
        head = [words["step"], words["from-to"], words["rule"]]
        note = f"<p>{escape(words['note'])}</p>"
        return note + table(head, rows) + self._citations.sources(sources)

    def _list_controls(self) -> Iterator[Control]:
        words = self._words
        people, body = words["people"], words["body"]
        bounds = {"full-time": (1, 11000), "part-time": (0, 500)}
        for name, (low, high) in bounds.items():
            yield Count(name=name, label=words[name], group=people, low=low, high=high)
        most, unit = self._table.full_week_hours - 1, words["hours-unit"]
        yield Count(name="hours", label=words["hours"], group=people, low=1, high=most, unit=unit)
        for name, low, high in (("adjustment", -40, 40), ("on-site", 60, 100)):
            yield Count(
                name=name,
                label=words[name],
                help=words[f"{name}-help"],
                group=body,
                low=low,
                high=high,
                step=5,
                unit=words["percent"],
            )

    def _estimate(self, state: State) -> Estimate:
        staff = Staff(
            full_time=int(state["full-time"]),
            part_time=int(state["part-time"]),
            part_time_hours=int(state["hours"]),
        )
        adjustment, on_site = int(state["adjustment"]), int(state["on-site"])
        return estimate(self._table, staff, adjustment=adjustment, on_site=on_site)

    def _bars(self, state: State, found: Estimate) -> Iterator[Bar]:
        """Yield the steps that are about days; a limit only where it held something."""
        from kit.figures.audit_time import Bar

        values = {
            "percent": self._numerals.change(int(state["adjustment"])),
            "limit": self._table.most_cut,
        }
        for step in found.steps:
            label = f"bar-{_slug(step)}"
            is_shown = step.what in _ALWAYS or not step.is_idle
            if label not in self._words or not is_shown or step.after is None:
                continue
            yield Bar(
                label=self._words[label].format(**values),
                days=float(step.after),
                said=self._say_bar(found, step),
                look=_look(found, step),
            )

    def _say_bar(self, found: Estimate, step: Step) -> str:
        exact = self._days(found.after(step.what))
        if step.what not in _SHARES:
            return exact
        rounded = self._days(found.after(f"{step.what}_rounding"))
        if rounded == exact:
            return exact
        return self._words["bar-rounded"].format(exact=exact, rounded=rounded)

    def _say_days(self, state: State, found: Estimate) -> str:
        words, whole = self._words, self._numerals.whole
        heads = int(state["full-time"]) + int(state["part-time"])
        row = words["say-table"].format(
            heads=whole(heads), people=whole(found.people), row=self._days(found.after("row"))
        )
        adjustment = int(state["adjustment"])
        return f"{row} " + words["say-initial" if adjustment else "say-unadjusted"].format(
            percent=self._numerals.change(adjustment),
            initial=self._days(found.initial_days),
            there=self._days(found.after("on_site")),
            surveillance=self._days(found.after("surveillance")),
            recertification=self._days(found.after("recertification")),
        )

    def _say_limits(self, state: State, found: Estimate) -> Iterator[str]:
        words, limits = self._words, self._table
        if found.after("limit") != found.after("adjustment"):
            cut = -int(state["adjustment"])
            yield words["say-limit"].format(percent=cut, limit=limits.most_cut)
        rounded = found.after("rounding")
        if rounded != found.initial_days:
            yield words["say-limit-after-rounding"].format(
                rounded=self._days(rounded),
                cut=self._numerals.decimal(100 * (1 - rounded / found.after("row"))),
                limit=limits.most_cut,
                initial=self._days(found.initial_days),
            )
        share = int(state["on-site"])
        if share < limits.least_on_site:
            yield words["say-on-site"].format(share=share, least=limits.least_on_site)

    def _name(self, step: Step) -> str:
        key = _slug(step)
        return self._words.get(f"{key}-step") or self._words[key]

    def _change(self, step: Step) -> str:
        """Write what a step starts from and comes to, with the unit of the result."""
        if step.after is None:
            return self._words["nothing"]
        unit = "of-people" if step.what in _OF_PEOPLE else "of-days"
        key = f"{unit}-one" if step.after == 1 else unit
        after = self._words[key].format(value=self._days(step.after, 2))
        if step.is_idle:
            return self._words["unchanged"].format(value=after)
        return f"{self._days(step.before, 2)} → {after}"

    def _days(self, days: Fraction, places: int = 1) -> str:
        return self._numerals.decimal(days, places)


def _slug(step: Step) -> str:
    return step.what.replace("_", "-")


def _look(found: Estimate, step: Step) -> Look:
    has_gone_up = found.after("rounding") != found.initial_days
    result = "limit_after_rounding" if has_gone_up else "rounding"
    if step.what == result:
        return "result"
    return "limit" if step.what == "limit" else "way"
