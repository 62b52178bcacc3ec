"""The life of a certificate from top to bottom: how it stands, what is due and what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import fill
from types import MappingProxyType
from typing import Any, Literal

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from kit.figures.spread import spread
from kit.figures.theme import (
    HINT,
    INK,
    INK_SOFT,
    LINE,
    PAPER,
    RIGHT,
    SEA,
    SEA_WASH,
    WASH,
    WRONG,
    blank_figure,
    themed,
)

BandLook = Literal["in-certification", "valid", "suspended", "restorable", "expired", "withdrawn"]
MarkLook = Literal["event", "done", "late", "open", "missed", "asked"]

# Of the axes, in units of which the width has ten.
WIDTH, ACROSS = 6.2, 10.0
_UNIT = WIDTH / ACROSS
_NAMES, _BAND, _BAND_WIDTH, _YEARS, _MARKS, _LABELS = 2.3, 2.45, 0.5, 3.05, 3.9, 4.45
_TITLE_WRAP, _NOTE_WRAP, _NAME_WRAP, _LABEL_WRAP = 50, 74, 15, 40
_TITLE_LINE, _NOTE_LINE, _LINE, _GAP = 0.42, 0.32, 0.31, 0.13
_LEAST_HEIGHT = 5.4

_BANDS: MappingProxyType[BandLook, dict[str, Any]] = MappingProxyType(
    {
        "in-certification": {"facecolor": WASH, "edgecolor": INK_SOFT, "hatch": ".."},
        "valid": {"facecolor": SEA, "edgecolor": SEA},
        "suspended": {"facecolor": PAPER, "edgecolor": WRONG, "hatch": "///"},
        "restorable": {"facecolor": SEA_WASH, "edgecolor": HINT, "hatch": "---"},
        "expired": {"facecolor": PAPER, "edgecolor": INK_SOFT},
        "withdrawn": {"facecolor": PAPER, "edgecolor": WRONG, "hatch": "xxx"},
    }
)
_MARKERS: MappingProxyType[MarkLook, dict[str, Any]] = MappingProxyType(
    {
        "event": {"marker": "o", "color": INK, "markersize": 7},
        "done": {"marker": "D", "color": RIGHT, "markersize": 6.5, "markerfacecolor": RIGHT},
        "late": {"marker": "s", "color": HINT, "markersize": 7},
        "open": {"marker": "D", "color": SEA, "markersize": 7, "markerfacecolor": PAPER},
        "missed": {"marker": "X", "color": WRONG, "markersize": 9},
        "asked": {"marker": "<", "color": SEA, "markersize": 11},
    }
)


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """Draw one state of the certificate from its first to its last day."""

    first: date
    last: date
    look: BandLook
    said: str


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Draw one day: what happened, what is due, or the day that is asked about."""

    day: date
    look: MarkLook
    said: str


def draw_cycle(title: str, note: str, bands: Sequence[Band], marks: Sequence[Mark]) -> Figure:
    """Draw the states as a band down the page, with the marks and their labels beside it.

    Parameters
    ----------
    title
        The finding.
    note
        Under which rules, and what is made up.
    bands
        The states in order; together they span the days that are shown.
    """
    title, note = fill(title, _TITLE_WRAP), fill(note, _NOTE_WRAP)
    labels = [fill(mark.said, _LABEL_WRAP) for mark in marks]
    top = 0.35 + _TITLE_LINE * _lines(title) + _NOTE_LINE * _lines(note)
    room = sum(_LINE * _lines(label) + _GAP for label in labels)
    down = top + max(room, _LEAST_HEIGHT / _UNIT - top) + 0.25
    with themed():
        figure = blank_figure(WIDTH, down * _UNIT, across=ACROSS, down=down)
        axes = figure.axes[0]
        _write_head(axes, title, note)
        place = _place(bands, top, down - 0.3)
        _draw_years(axes, bands, place)
        _draw_bands(axes, bands, place, (top, down - 0.3))
        _draw_marks(axes, list(zip(marks, labels, strict=True)), place, (top, down - 0.3))
    return figure


def _lines(text: str) -> int:
    return text.count("\n") + 1 if text else 0


def _write_head(axes: Axes, title: str, note: str) -> None:
    axes.text(0.15, 0.15, title, size=13, weight="bold", va="top", linespacing=1.15)
    y = 0.2 + _TITLE_LINE * _lines(title)
    axes.text(0.15, y, note, size=9.5, color=INK_SOFT, va="top", linespacing=1.15)


def _place(bands: Sequence[Band], top: float, bottom: float) -> Callable[[date], float]:
    """Return the function from a day to its height on the page."""
    first, days = bands[0].first, (bands[-1].last - bands[0].first).days + 1
    return lambda day: top + (bottom - top) * (day - first).days / days


def _draw_years(axes: Axes, bands: Sequence[Band], place: Callable[[date], float]) -> None:
    ends = place(bands[0].first), place(bands[-1].last)
    axes.add_line(Line2D([_MARKS, _MARKS], ends, color=LINE, lw=1.5))
    for year in range(bands[0].first.year + 1, bands[-1].last.year + 1):
        y = place(date(year, 1, 1))
        axes.add_line(Line2D([_BAND + _BAND_WIDTH, _MARKS], [y, y], color=LINE, lw=1))
        ground = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.5}
        axes.text(_YEARS, y + 0.05, str(year), size=9.5, color=INK_SOFT, va="top", bbox=ground)


def _draw_bands(
    axes: Axes, bands: Sequence[Band], place: Callable[[date], float], within: tuple[float, float]
) -> None:
    names = [fill(band.said, _NAME_WRAP) for band in bands]
    middles = [(place(band.first) + place(band.last)) / 2 for band in bands]
    heights = [_LINE * _lines(name) + _GAP for name in names]
    for band, name, y in zip(bands, names, spread(middles, heights, *within), strict=True):
        start, end = place(band.first), place(band.last)
        box = Rectangle((_BAND, start), _BAND_WIDTH, end - start, lw=1.3, **_BANDS[band.look])
        axes.add_patch(box)
        leader = Line2D([_NAMES + 0.03, _BAND], [y, (start + end) / 2], color=LINE, lw=1, zorder=0)
        axes.add_line(leader)
        axes.text(_NAMES, y, name, size=9.5, ha="right", va="center", linespacing=1.1)


def _draw_marks(
    axes: Axes,
    marks: Sequence[tuple[Mark, str]],
    place: Callable[[date], float],
    within: tuple[float, float],
) -> None:
    days = [place(mark.day) for mark, _ in marks]
    heights = [_LINE * _lines(label) + _GAP for _, label in marks]
    for (mark, label), day, y in zip(marks, days, spread(days, heights, *within), strict=True):
        is_asked = mark.look == "asked"
        colour = SEA if is_asked else LINE
        axes.add_line(Line2D([_MARKS, _LABELS - 0.08], [day, y], color=colour, lw=1))
        if is_asked:
            axes.add_line(Line2D([_BAND - 0.1, _MARKS], [day, day], color=SEA, lw=1.5, ls="--"))
        axes.add_line(Line2D([_MARKS], [day], ls="", zorder=3, **_MARKERS[mark.look]))
        axes.text(
            _LABELS,
            y,
            label,
            size=10,
            va="center",
            linespacing=1.1,
            weight="bold" if is_asked else "normal",
            color=WRONG if mark.look == "missed" else INK,
        )
