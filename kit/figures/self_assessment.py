"""Levels of one's own organisation as dots: today beside the last time, and where to start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from types import MappingProxyType
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from msgspec import Struct

from kit.content.principles import LEVELS
from kit.figures.theme import HINT, INK, INK_SOFT, LINE, PAPER, SEA, blank_figure, themed

Words = Mapping[str, str]
WIDTH = 6.2
_TOP, _STEP, _BELOW = 0.72, 0.6, 1.15
_LEFT, _BETWEEN = 2.7, 0.76
_WRAP, _WRAP_TITLE = 22, 56
_LEVELS = range(1, LEVELS + 1)
_DIAMOND: Mapping[str, Any] = MappingProxyType(
    {
        "marker": "D",
        "linestyle": "none",
        "markerfacecolor": PAPER,
        "markeredgecolor": HINT,
        "markeredgewidth": 2,
    }
)


class Row(Struct, frozen=True, kw_only=True):
    """Hold the levels of one principle, 0 where there is none."""

    name: str
    now: int
    last: int = 0
    is_start: bool = False


def draw_levels(rows: Sequence[Row], finding: str, words: Words) -> Figure:
    """Draw a line of five levels for each row.

    Parameters
    ----------
    words
        `axis-low`, `axis-high`, `level-none` and, for the key, `key-now`, `key-last`, `key-start`.
    """
    height = _TOP + _STEP * len(rows) + _BELOW
    with themed():
        figure = blank_figure(WIDTH, height, across=WIDTH, down=height)
        axes = figure.axes[0]
        axes.text(0.1, 0.12, fill(finding, _WRAP_TITLE), va="top", size=12, weight="bold")
        for number, row in enumerate(rows):
            _draw_row(axes, _TOP + _STEP * (number + 0.5), row, words)
        bottom = _TOP + _STEP * len(rows)
        _draw_scale(axes, bottom, words)
        _draw_key(axes, bottom + 0.85, rows, words)
    return figure


def _across(level: float) -> float:
    return _LEFT + _BETWEEN * (level - 1)


def _draw_row(axes: Axes, y: float, row: Row, words: Words) -> None:
    axes.plot([_across(1), _across(5)], [y, y], color=LINE, linewidth=1.5, zorder=0)
    axes.text(
        0.32,
        y,
        fill(row.name, _WRAP),
        va="center",
        size=10,
        weight="bold" if row.is_start else "normal",
        linespacing=1.1,
    )
    if row.is_start:
        _draw_flag(axes, 0.18, y)
    if not row.now:
        _write_none(axes, _across(_free_level(row.last)), y, words["level-none"])
    if row.last:
        _draw_last(axes, _across(row.last), y)
    if row.now and row.last not in (0, row.now):
        _draw_arrow(axes, _across(row.last), _across(row.now), y)
    if row.now:
        _draw_now(axes, _across(row.now), y, str(row.now))


def _free_level(last: int) -> float:
    """Return where on its line there is room for words beside the mark of the last time."""
    return {2: 4.2, 3: 4.2, 4: 2.0}.get(last, 3.0)


def _write_none(axes: Axes, x: float, y: float, text: str) -> None:
    box = {"facecolor": PAPER, "edgecolor": "none", "pad": 2}
    look: dict[str, Any] = {"color": INK_SOFT, "size": 9.5, "style": "italic", "bbox": box}
    axes.text(x, y, text, ha="center", va="center", **look)


def _draw_now(axes: Axes, x: float, y: float, text: str = "") -> None:
    axes.plot([x], [y], "o", markersize=19, color=SEA, zorder=3)
    axes.text(x, y, text, ha="center", va="center", color=PAPER, size=10.5, weight="bold", zorder=4)


def _draw_last(axes: Axes, x: float, y: float) -> None:
    """Draw a diamond large enough to be seen around a dot at the same place."""
    axes.plot([x], [y], markersize=19, zorder=2, **_DIAMOND)


def _draw_arrow(axes: Axes, start: float, end: float, y: float) -> None:
    inward = 0.2 if end > start else -0.2
    style = {"arrowstyle": "-|>", "color": HINT, "linewidth": 1.8, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (end - 0.8 * inward, y), (start + inward, y), arrowprops=style, zorder=1)


def _draw_flag(axes: Axes, x: float, y: float) -> None:
    axes.plot([x], [y], ">", markersize=9, color=HINT)


def _draw_scale(axes: Axes, y: float, words: Words) -> None:
    for level in _LEVELS:
        axes.text(_across(level), y + 0.16, str(level), ha="center", va="center", size=10)
    ends = ((1, "axis-low"), (5, "axis-high"))
    for level, key in ends:
        text = fill(words[key], 11)
        look: dict[str, Any] = {"size": 9.5, "color": INK_SOFT}
        axes.text(_across(level), y + 0.42, text, ha="center", va="center", **look)


def _draw_key(axes: Axes, y: float, rows: Sequence[Row], words: Words) -> None:
    x = 0.25
    axes.plot([x], [y], "o", markersize=11, color=SEA)
    x = _write_key(axes, x, y, words["key-now"])
    if any(row.last for row in rows):
        axes.plot([x], [y], markersize=9, **_DIAMOND)
        x = _write_key(axes, x, y, words["key-last"])
    if any(row.is_start for row in rows):
        _draw_flag(axes, x, y)
        _write_key(axes, x, y, words["key-start"])


def _write_key(axes: Axes, x: float, y: float, text: str) -> float:
    """Write beside a mark, and return where the next one goes."""
    axes.text(x + 0.18, y, text, va="center", size=9.5, color=INK)
    return x + 0.48 + 0.079 * len(text)
