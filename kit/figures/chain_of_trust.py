"""The chain of trust as a ladder: each rung a body, each arrow what one does to the other."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from msgspec import Struct

from kit.figures.theme import INK, INK_SOFT, PAPER, SEA, SEA_WASH, WASH, blank_figure, themed

WIDTH, ACROSS = 6.2, 10.0
HEAD, STEP, BOX_HEIGHT, FOOT = 1.35, 2.15, 1.2, 0.15
# The ladder stands on the left, where a narrow page shows it without scrolling.
CENTRE, BOX_WIDTH = 3.2, 6.1
SIDE_CENTRE, SIDE_WIDTH = 8.65, 2.4


class Rung(Struct, frozen=True, kw_only=True):
    """Hold one body of the ladder, the lowest first, and the arrow between it and the one below.

    `beside` names the state that appointed it, with a remark in a line of its own.
    """

    name: str
    kind: str
    arrow: str = ""
    is_known: bool = True
    points_up: bool = False
    beside: str = ""


def draw_chain(title: str, rungs: Sequence[Rung], appoints: str) -> Figure:
    """Draw the rungs from the bottom up.

    Parameters
    ----------
    title
        The finding.
    appoints
        The label of the arrow from a state to the body that it appointed.
    """
    down = HEAD + STEP * (len(rungs) - 1) + BOX_HEIGHT + FOOT
    with themed():
        figure = blank_figure(WIDTH, WIDTH * down / ACROSS, across=ACROSS, down=down)
        axes = figure.axes[0]
        axes.text(0.15, 0.55, fill(title, 40), size=12, weight="bold", va="center")
        for number, rung in enumerate(rungs):
            top = down - FOOT - BOX_HEIGHT - STEP * number
            _draw_rung(axes, rung, top)
            if rung.arrow:
                _draw_arrow(axes, rung, top)
            if rung.beside:
                _draw_beside(axes, rung.beside, appoints, top)
    return figure


def _draw_box(axes: Axes, centre: float, top: float, width: float, *, is_beside: bool) -> None:
    axes.add_patch(
        FancyBboxPatch(
            (centre - width / 2, top),
            width,
            BOX_HEIGHT,
            boxstyle="round,pad=0,rounding_size=0.2",
            facecolor=WASH if is_beside else SEA_WASH,
            edgecolor=INK_SOFT if is_beside else SEA,
            linewidth=1.5,
        )
    )


def _draw_rung(axes: Axes, rung: Rung, top: float) -> None:
    _draw_box(axes, CENTRE, top, BOX_WIDTH, is_beside=False)
    axes.text(CENTRE, top + 0.42, rung.name, ha="center", va="center", weight="bold", size=12)
    axes.text(CENTRE, top + 0.86, rung.kind, ha="center", va="center", size=9.5, color=INK_SOFT)


def _draw_arrow(axes: Axes, rung: Rung, top: float) -> None:
    """Draw the arrow below a rung: down where it checks, up where the one below belongs to it."""
    ends = (top + BOX_HEIGHT, top + STEP)
    tail, head = ends[::-1] if rung.points_up else ends
    x = CENTRE - BOX_WIDTH / 2 + 0.7
    axes.add_patch(
        FancyArrowPatch(
            (x, tail),
            (x, head),
            arrowstyle="-|>",
            mutation_scale=17,
            color=SEA if rung.is_known else INK_SOFT,
            linewidth=2,
            linestyle="-" if rung.is_known else (0, (3, 2)),
            shrinkA=0,
            shrinkB=1,
        )
    )
    label = fill(rung.arrow, 37)
    style = "normal" if rung.is_known else "italic"
    axes.text(x + 0.3, sum(ends) / 2, label, va="center", size=10.5, style=style, color=INK)


def _draw_beside(axes: Axes, text: str, appoints: str, top: float) -> None:
    _draw_box(axes, SIDE_CENTRE, top, SIDE_WIDTH, is_beside=True)
    name, remark = text.split("\n")
    middle = top + BOX_HEIGHT / 2
    axes.text(SIDE_CENTRE, top + 0.42, fill(name, 17), ha="center", va="center", size=9.5)
    axes.text(SIDE_CENTRE, top + 0.92, remark, ha="center", va="center", size=9.5, color=INK_SOFT)
    start, end = SIDE_CENTRE - SIDE_WIDTH / 2, CENTRE + BOX_WIDTH / 2
    axes.add_patch(
        FancyArrowPatch(
            (start, middle),
            (end, middle),
            arrowstyle="-|>",
            mutation_scale=14,
            color=INK_SOFT,
            linewidth=1.5,
            shrinkA=0,
            shrinkB=1,
        )
    )
    axes.text(
        (start + end) / 2,
        top - 0.16,
        appoints,
        ha="center",
        va="center",
        size=9.5,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},
    )
