"""Spans of time as bars under one another, on one axis of years, with days marked across."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kit.figures.theme import HINT, INK, INK_SOFT, LINE, PAPER, SEA, SEA_WASH, WRONG, themed
from kit.figures.wrapping import wrap

Look = Literal["full", "plain", "transition", "missing", "unsure"]
WIDTH, ROW_HEIGHT, EDGES_HEIGHT = 6.2, 0.62, 1.45
_THICK, _DROP = 0.38, 0.2
_YEAR_DAYS = 365.2425
_WRAP, _TITLE_WRAP = 17, 50


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Draw one stretch of time; `said` stands above it."""

    first: date
    last: date
    look: Look = "plain"
    said: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Draw the spans of one thing in one line; what is chosen has a bold name."""

    label: str
    spans: tuple[Span, ...]
    is_chosen: bool = False


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Mark one day across all rows, its name above."""

    day: date
    label: str


def draw_spans(
    title: str, rows: Sequence[Row], marks: Sequence[Mark], years: Sequence[int], left: float = 0.27
) -> Figure:
    """Draw rows of spans.

    Parameters
    ----------
    title
        The finding.
    years
        The years written on the axis; it reaches from the first to the last.
    left
        The share of the width that the names of the rows take.
    """
    with themed():
        height = ROW_HEIGHT * len(rows) + EDGES_HEIGHT
        figure = Figure(figsize=(WIDTH, height))
        box = (left, 0.45 / height, 0.95 - left, ROW_HEIGHT * len(rows) / height)
        axes = figure.add_axes(box)
        _set_up(axes, rows, years)
        for place, row in enumerate(rows):
            for span in row.spans:
                _draw_span(axes, place, span)
        for mark in marks:
            _draw_mark(axes, mark, years)
        figure.text(
            0.03, 1 - 0.16 / height, wrap(title, _TITLE_WRAP), va="top", size=13, weight="bold"
        )
    return figure


def _set_up(axes: Axes, rows: Sequence[Row], years: Sequence[int]) -> None:
    axes.set_xlim(years[0], years[-1])
    axes.set_ylim(len(rows) - 0.4, -0.5)
    axes.set_xticks(years, [str(year) for year in years], size=10)
    names = [wrap(row.label, _WRAP) for row in rows]
    axes.set_yticks([place + 0.08 for place in range(len(rows))], names, size=10)
    for name, row in zip(axes.get_yticklabels(), rows, strict=True):
        name.set_fontweight("bold" if row.is_chosen else "normal")
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", colors=INK)
    axes.grid(axis="x", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "left", "right"]].set_visible(False)


def _draw_span(axes: Axes, place: int, span: Span) -> None:
    left, right = to_year(span.first), to_year(span.last)
    face, edge, hatch, style = {
        "full": (SEA, SEA, None, "-"),
        "plain": (SEA_WASH, SEA, None, "-"),
        "transition": (SEA_WASH, HINT, "\\\\\\", "-"),
        "missing": ("none", WRONG, "xx", "--"),
        "unsure": ("none", INK_SOFT, None, ":"),
    }[span.look]
    axes.barh(
        place + _DROP,
        right - left,
        left=left,
        height=_THICK,
        facecolor=face,
        edgecolor=edge,
        hatch=hatch,
        linewidth=1.2,
        linestyle=style,
    )
    if span.said:
        low, high = axes.get_xlim()
        is_late = right > (low + high) / 2
        at = (min(right, high), "right") if is_late else (max(left, low), "left")
        ground = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        axes.text(
            at[0], place - 0.18, span.said, ha=at[1], va="center", size=9.5, zorder=3, bbox=ground
        )


def _draw_mark(axes: Axes, mark: Mark, years: Sequence[int]) -> None:
    x = to_year(mark.day)
    axes.axvline(x, color=INK, linewidth=1.4, linestyle="--")
    is_late = x > (years[0] + years[-1]) / 2
    axes.annotate(
        mark.label,
        (x, 1),
        xycoords=("data", "axes fraction"),
        xytext=(-3 if is_late else 3, 5),
        textcoords="offset points",
        ha="right" if is_late else "left",
        size=9.5,
    )


def to_year(day: date) -> float:
    """Return a day as a year with its fraction: 1 July 2016 is about 2016.5."""
    start = date(day.year, 1, 1)
    return day.year + (day - start).days / _YEAR_DAYS
