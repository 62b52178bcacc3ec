"""Audit time as a ladder: one bar for each step, its value written at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kit.figures.theme import INK, INK_SOFT, LINE, SEA, SEA_WASH, WRONG, themed
from kit.figures.wrapping import wrap

Look = Literal["way", "result", "limit"]
WIDTH, ROW_HEIGHT, EDGES_HEIGHT = 6.2, 0.52, 1.45
LEFT, SPAN = 0.33, 0.64
_WRAP, _TITLE_WRAP, _ROOM = 22, 50, 1.45


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """Draw one bar: on the way to a result, the result itself, or held back by a limit."""

    label: str
    days: float
    said: str
    look: Look = "way"


def draw_ladder(title: str, bars: Sequence[Bar], axis: str) -> Figure:
    """Draw the steps from the table down to the days of each audit.

    Parameters
    ----------
    title
        The finding.
    axis
        What the bars count.
    """
    with themed():
        height = ROW_HEIGHT * len(bars) + EDGES_HEIGHT
        figure = Figure(figsize=(WIDTH, height))
        box = (LEFT, 0.5 / height, SPAN, ROW_HEIGHT * len(bars) / height)
        axes = figure.add_axes(box)
        for row, bar in enumerate(bars):
            _draw_bar(axes, row, bar)
        _set_up(axes, title, bars, axis)
    return figure


def _draw_bar(axes: Axes, row: int, bar: Bar) -> None:
    face = {"way": SEA_WASH, "result": SEA, "limit": SEA_WASH}[bar.look]
    edge = WRONG if bar.look == "limit" else SEA
    hatch = "///" if bar.look == "limit" else None
    axes.barh(
        row, bar.days, height=0.62, facecolor=face, edgecolor=edge, linewidth=1.2, hatch=hatch
    )
    weight = "bold" if bar.look == "result" else "normal"
    axes.annotate(
        bar.said,
        (bar.days, row),
        xytext=(5, 0),
        textcoords="offset points",
        va="center",
        size=11,
        weight=weight,
    )


def _set_up(axes: Axes, title: str, bars: Sequence[Bar], axis: str) -> None:
    axes.set_xlim(0, max(bar.days for bar in bars) * _ROOM)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_yticks(range(len(bars)), [wrap(bar.label, _WRAP) for bar in bars], size=10)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color(LINE)
    axes.set_xlabel(axis, size=10, color=INK_SOFT, loc="left")
    axes.set_title(
        wrap(title, _TITLE_WRAP),
        loc="left",
        x=-(LEFT - 0.03) / SPAN,
        size=13,
        weight="bold",
        color=INK,
        pad=12,
    )
