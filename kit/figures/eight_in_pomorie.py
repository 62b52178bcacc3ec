"""The eight principles on a ring: the chosen one, and lines to those it is confused with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse

from kit.figures.theme import HINT, INK, INK_SOFT, LINE, PAPER, SEA, blank_figure, themed

Words = Mapping[str, str]
WIDTH, HEIGHT = 6.2, 4.5
ACROSS, DOWN = 1.14, 1.45
_CENTRE = (WIDTH / 2, 2.33)
_WRAP, _WRAP_WIDE, _WRAP_TITLE = 18, 22, 40
_GAP = 0.26


def draw_ring(
    names: Sequence[str], chosen: int, neighbours: Sequence[int], finding: str, words: Words
) -> Figure:
    """Draw the principles in their order, clockwise from the top.

    Parameters
    ----------
    chosen, neighbours
        Places in `names`, from 0.
    words
        `chosen` and `neighbour`, for the key.
    """
    with themed():
        figure = blank_figure(WIDTH, HEIGHT, across=WIDTH, down=HEIGHT)
        axes = figure.axes[0]
        axes.text(0.1, 0.12, fill(finding, _WRAP_TITLE), va="top", size=12, weight="bold")
        ring = Ellipse(_CENTRE, 2 * ACROSS, 2 * DOWN, fill=False, edgecolor=LINE, linewidth=1.5)
        axes.add_patch(ring)
        places = [_place(number, len(names)) for number in range(len(names))]
        for one in neighbours:
            (x0, y0), (x1, y1) = places[chosen], places[one]
            axes.plot([x0, x1], [y0, y1], color=HINT, linewidth=1.8, linestyle="--", zorder=1)
        for number, name in enumerate(names):
            look = "chosen" if number == chosen else "neighbour" if number in neighbours else ""
            _draw_principle(axes, places[number], number + 1, name, look)
        shown = ["chosen", *(["neighbour"] if neighbours else [])]
        for line, look in enumerate(shown):
            _draw_key(axes, 0.25 + 2.2 * line, look, words[look])
    return figure


def _place(number: int, total: int) -> tuple[float, float]:
    turn = 2 * pi * (number + 0.5) / total
    return _CENTRE[0] + ACROSS * sin(turn), _CENTRE[1] - DOWN * cos(turn)


def _draw_principle(
    axes: Axes, place: tuple[float, float], number: int, name: str, look: str
) -> None:
    x, y = place
    _draw_mark(axes, x, y, look)
    on_mark = PAPER if look == "chosen" else INK
    axes.text(x, y, str(number), ha="center", va="center", size=11, weight="bold", color=on_mark)
    is_right = x > _CENTRE[0]
    axes.text(
        x + (_GAP if is_right else -_GAP),
        y,
        fill(name, _WRAP if abs(x - _CENTRE[0]) > ACROSS / 2 else _WRAP_WIDE),
        ha="left" if is_right else "right",
        va="center",
        size=10.5 if look == "chosen" else 10,
        weight="bold" if look == "chosen" else "normal",
        color=INK if look else INK_SOFT,
        linespacing=1.15,
    )


def _draw_mark(axes: Axes, x: float, y: float, look: str, scale: float = 1.0) -> None:
    """Draw a square for the chosen one, a diamond for a neighbour, a circle for the rest."""
    marker = {"chosen": "s", "neighbour": "D"}.get(look, "o")
    face = SEA if look == "chosen" else PAPER
    edge = {"chosen": SEA, "neighbour": HINT}.get(look, INK_SOFT)
    axes.plot(
        [x],
        [y],
        marker=marker,
        markersize=22 * scale * (0.92 if look == "neighbour" else 1),
        markerfacecolor=face,
        markeredgecolor=edge,
        markeredgewidth=2 if look else 1.2,
        linestyle="none",
        zorder=2,
    )


def _draw_key(axes: Axes, x: float, look: str, text: str) -> None:
    y = HEIGHT - 0.28
    _draw_mark(axes, x, y, look, scale=0.5)
    axes.text(x + 0.2, y, text, va="center", size=10, color=INK)
