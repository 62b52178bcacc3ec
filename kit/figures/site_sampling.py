"""Sites as a field of marks: those audited, those that chance chose, those left out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kit.figures.theme import INK_SOFT, PAPER, SEA, SEA_WASH, blank_figure, themed
from kit.figures.wrapping import wrap

WIDTH, ACROSS, PER_ROW = 6.2, 12.4, 12
_SIZE, _TITLE_WRAP = 210, 50


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """Count the sites of each sort, with what is said of it; a sort of none is left out."""

    chosen: int
    at_random: int
    left_out: int
    said_chosen: str
    said_at_random: str
    said_left_out: str
    said_central: str


def draw_sites(title: str, field: Field) -> Figure:
    """Draw one mark for each site and for the central function, and below them what they mean."""
    sorts = _list_sorts(field)
    marks = [sort for sort, count, _ in sorts for _ in range(count)]
    rows = -(-len(marks) // PER_ROW)
    keys = [("central", field.said_central), *((sort, said) for sort, n, said in sorts if n)]
    down = rows + 0.72 * len(keys) + 2.5
    with themed():
        figure = blank_figure(WIDTH, down * WIDTH / ACROSS, across=ACROSS, down=down)
        axes = figure.axes[0]
        axes.text(0.3, 0.85, wrap(title, _TITLE_WRAP), va="center", size=13, weight="bold")
        for sort, _, _ in sorts:
            places = [divmod(place, PER_ROW) for place, one in enumerate(marks) if one == sort]
            _mark(axes, [(0.75 + column, 2.15 + row) for row, column in places], sort)
        for place, (sort, said) in enumerate(keys):
            y = rows + 2.3 + 0.72 * place
            _mark(axes, [(0.75, y)], sort)
            axes.text(1.4, y, said, va="center", size=11)
    return figure


def _list_sorts(field: Field) -> list[tuple[str, int, str]]:
    return [
        ("chosen", field.chosen, field.said_chosen),
        ("at-random", field.at_random, field.said_at_random),
        ("left-out", field.left_out, field.said_left_out),
    ]


def _mark(axes: Axes, places: Sequence[tuple[float, float]], sort: str) -> None:
    """Put a mark on each place; shape and edge tell the sorts apart without their colours."""
    if not places:
        return
    shape = {"central": "D", "chosen": "s", "at-random": "o", "left-out": "s"}[sort]
    face = {"central": SEA, "chosen": SEA, "at-random": SEA_WASH, "left-out": PAPER}[sort]
    edge = INK_SOFT if sort == "left-out" else SEA
    size = _SIZE * (0.7 if sort == "central" else 1)
    style = ":" if sort == "left-out" else "-"
    width = 3 if sort == "at-random" else 1.2
    x, y = zip(*places, strict=True)
    axes.scatter(
        x, y, s=size, marker=shape, facecolor=face, edgecolor=edge, linewidth=width, ls=style
    )
