"""Counts by year as dots, joined where they are comparable, with the breaks of the series named."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kit.figures.theme import HINT, INK, LINE, PAPER, SEA, SEA_WASH, themed
from kit.figures.wrapping import wrap

WIDTH, HEIGHT = 6.2, 4.8
FIRST, LAST = 1992, 2025
_TITLE_WRAP, _LABEL_WRAP, _NARROW, _MIDDLE = 50, 34, 22, 2010
# The strip below the counts, in parts of the largest, and where in it the breaks stand.
_STRIP, _ROWS = 0.36, (0.14, 0.17, 0.1, 0.03)
_LOW, _OVER, _UNDER = 0.12, 15, -15
_GROUND = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """Place the count of one year; `said` is written beside a chosen one."""

    year: int
    count: int
    said: str = ""


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """Name a year from which the counts are not comparable with those before."""

    year: int
    label: str
    is_crossed: bool = False


def draw_counts(title: str, points: Sequence[Point], breaks: Sequence[Break]) -> Figure:
    """Draw the series; its line stops at each break and where a year is missing."""
    with themed():
        figure = Figure(figsize=(WIDTH, HEIGHT))
        axes = figure.add_axes((0.05, 0.1, 0.92, 0.71))
        most = max(point.count for point in points)
        _set_up(axes, most)
        for run in split_runs(points, [one.year for one in breaks]):
            years, counts = [point.year for point in run], [point.count for point in run]
            axes.plot(years, counts, color=SEA, linewidth=1.6, zorder=2)
            axes.scatter(years, counts, s=22, facecolor=SEA_WASH, edgecolor=SEA, zorder=3)
        for place, one in enumerate(breaks):
            _draw_break(axes, one, place)
        _draw_chosen(axes, [point for point in points if point.said], most)
        figure.text(0.03, 0.97, wrap(title, _TITLE_WRAP), va="top", size=13, weight="bold")
    return figure


def split_runs(points: Sequence[Point], breaks: Sequence[int]) -> list[list[Point]]:
    """Return the points in runs of years that follow one another without a break."""
    runs: list[list[Point]] = []
    for point in points:
        follows = runs and runs[-1][-1].year == point.year - 1
        if follows and point.year not in breaks:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _set_up(axes: Axes, most: int) -> None:
    axes.set_xlim(FIRST, LAST)
    axes.set_ylim(-_STRIP * most, most * 1.16)
    axes.hlines(0, FIRST, LAST, color=LINE, linewidth=1, zorder=0)
    years = range(1995, 2026, 5)
    axes.set_xticks(years, [str(year) for year in years], size=10)
    axes.set_yticks([])
    axes.tick_params(axis="x", colors=INK)
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.grid(axis="x", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)


def _draw_break(axes: Axes, one: Break, place: int) -> None:
    """Draw the line between two years, and its name in the strip below the counts."""
    x = one.year - 0.5
    axes.axvline(x, color=HINT, linewidth=2 if one.is_crossed else 1, linestyle="--", zorder=1)
    axes.text(
        x - 0.25,
        _ROWS[place],
        wrap(one.label, _NARROW if one.year < _MIDDLE else _LABEL_WRAP),
        transform=axes.get_xaxis_transform(),
        ha="right",
        va="center",
        size=9.5,
        color=HINT,
        weight="bold" if one.is_crossed else "normal",
        bbox=_GROUND,
    )


def _draw_chosen(axes: Axes, chosen: Sequence[Point], most: int) -> None:
    """Write the larger count above its dot and the smaller below, where there is room below."""
    by_count = sorted(chosen, key=lambda point: point.count)
    for point in by_count:
        is_lower = len(by_count) > 1 and point is by_count[0]
        has_room = by_count[0].count > _LOW * most
        lift = _UNDER if is_lower and has_room else _OVER
        if not is_lower and not has_room and len(by_count) > 1:
            lift = 2 * _OVER
        is_late = point.year > _MIDDLE
        axes.scatter([point.year], [point.count], s=90, color=SEA, edgecolor=INK, zorder=4)
        axes.annotate(
            point.said,
            (point.year, point.count),
            xytext=(-6 if is_late else 6, lift),
            textcoords="offset points",
            ha="right" if is_late else "left",
            va="center",
            size=10.5,
            weight="bold",
            zorder=5,
            bbox=_GROUND,
        )
