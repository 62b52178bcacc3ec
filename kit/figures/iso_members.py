"""ISO's members over time: each report as a dot, the announcement's number as a cross."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kit.figures.spans import to_year
from kit.figures.theme import INK, INK_SOFT, LINE, PAPER, SEA, WRONG, themed
from kit.figures.wrapping import wrap

WIDTH, HEIGHT = 6.2, 4.2
_TITLE_WRAP, _YEARS, _FLAT_FROM = 50, range(2004, 2029, 4), 163
_GROUND = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Place one report: a number that held at some time from `first` to `last`."""

    first: date
    last: date
    members: int
    is_chosen: bool = False


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Place the number of the announcement, and the day at the end of which it was right."""

    on: date
    members: int
    right_on: date
    label: str
    right_label: str


def draw_members(title: str, reports: Sequence[Report], claim: Claim, day: date) -> Figure:
    """Draw the reports, the claim, and the chosen day."""
    with themed():
        figure = Figure(figsize=(WIDTH, HEIGHT))
        axes = figure.add_axes((0.08, 0.1, 0.88, 0.7))
        axes.axvline(to_year(day), color=INK, linewidth=1.4, linestyle="--", zorder=0)
        for before, report in zip([None, *reports], reports, strict=False):
            _draw_report(axes, report)
            # Of equal numbers in a row only the first is written, and those chosen.
            if report.is_chosen or before is None or before.members != report.members:
                _write_number(axes, report)
        _draw_claim(axes, claim)
        _set_up(axes, reports)
        figure.text(0.03, 0.97, wrap(title, _TITLE_WRAP), va="top", size=13, weight="bold")
    return figure


def _draw_report(axes: Axes, report: Report) -> None:
    left, right = to_year(report.first), to_year(report.last)
    middle = (left + right) / 2
    axes.hlines(report.members, left, right, color=SEA, linewidth=3, alpha=0.5)
    size = 110 if report.is_chosen else 42
    axes.scatter([middle], [report.members], s=size, color=SEA, edgecolor=INK, zorder=3)


def _write_number(axes: Axes, report: Report) -> None:
    """Write the number left of its dot where the curve is steep, and above it where it is flat."""
    is_steep = report.members < _FLAT_FROM
    middle = (to_year(report.first) + to_year(report.last)) / 2
    axes.annotate(
        str(report.members),
        (middle, report.members),
        xytext=(-8, 3) if is_steep else (0, 10),
        textcoords="offset points",
        ha="right" if is_steep else "center",
        size=10.5,
        weight="bold" if report.is_chosen else "normal",
        bbox=_GROUND,
    )


def _draw_claim(axes: Axes, claim: Claim) -> None:
    on, right = to_year(claim.on), to_year(claim.right_on)
    axes.plot([right, on], [claim.members] * 2, color=WRONG, linewidth=1.4, linestyle=":")
    axes.scatter([on], [claim.members], s=90, marker="x", color=WRONG, linewidth=2.4, zorder=3)
    axes.annotate(
        claim.label,
        (on, claim.members),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        size=10.5,
        color=WRONG,
    )
    axes.annotate(
        claim.right_label,
        (right, claim.members),
        xytext=(10, -13),
        textcoords="offset points",
        size=10,
        color=INK_SOFT,
        bbox=_GROUND,
    )


def _set_up(axes: Axes, reports: Sequence[Report]) -> None:
    numbers = [report.members for report in reports]
    axes.set_xlim(_YEARS[0] - 1, _YEARS[-1])
    axes.set_ylim(min(numbers) - 3, max(numbers) + 3)
    axes.set_xticks(_YEARS, [str(year) for year in _YEARS], size=10)
    axes.set_yticks([])
    axes.tick_params(axis="x", colors=INK)
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.grid(axis="x", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
