"""The flow of eight principles into seven: a line for each, its style and label saying how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from types import MappingProxyType

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon
from msgspec import Struct

from kit.content.principles import Change
from kit.figures.theme import (
    HINT,
    INK,
    INK_SOFT,
    LINE,
    PAPER,
    RIGHT,
    SEA,
    SEA_WASH,
    WRONG,
    blank_figure,
    themed,
)

Words = Mapping[str, str]
Place = tuple[float, float]
WIDTH, HEIGHT = 6.2, 6.2
BOX_WIDTH, BOX_HEIGHT = 2.05, 0.56
_TOP, _STEP = 1.3, 0.64
_WRAP, _WRAP_TITLE = 22, 40
_COLOURS: Mapping[str, str] = MappingProxyType(
    {"kept": RIGHT, "renamed": SEA, "merged": WRONG, "widened": HINT}
)
_STYLES: Mapping[str, object] = MappingProxyType(
    {"kept": "-", "renamed": (0, (5, 2.5)), "merged": (0, (1, 1.3))}
)


class Stream(Struct, frozen=True, kw_only=True):
    """Lead from a place among the eight to one among the seven."""

    before: int
    after: int
    kind: Change


def draw_flow(
    names: tuple[Sequence[str], Sequence[str]],
    streams: Sequence[Stream],
    followed: Stream | None,
    finding: str,
    words: Words,
) -> Figure:
    """Draw the eight on the left, the seven on the right, and a stream for each of the eight.

    Parameters
    ----------
    names
        Of the eight, and of the seven.
    followed
        The stream to bring out; without one, all are.
    words
        `before`, `after` and the name of each kind of change.
    """
    with themed():
        figure = blank_figure(WIDTH, HEIGHT, across=WIDTH, down=HEIGHT)
        axes = figure.axes[0]
        axes.text(0.1, 0.12, fill(finding, _WRAP_TITLE), va="top", size=12, weight="bold")
        for side, key in enumerate(("before", "after")):
            x = _centre(side)
            axes.text(x, _TOP - 0.46, words[key], ha="center", size=10.5, color=INK_SOFT)
        for stream in streams:
            _draw_stream(axes, stream, words[stream.kind], is_shown=followed in (None, stream))
        for side, shown in enumerate(names):
            chosen = followed and (followed.before, followed.after)[side]
            for number, name in enumerate(shown):
                is_shown = followed is None or number == chosen
                _draw_box(
                    axes,
                    _place(side, number),
                    name,
                    is_shown=is_shown,
                    is_followed=followed is not None,
                )
    return figure


def _centre(side: int) -> float:
    return (0.1 + BOX_WIDTH / 2, WIDTH - 0.1 - BOX_WIDTH / 2)[side]


def _place(side: int, number: int) -> Place:
    """Return the centre of a box; seven take as much room as eight."""
    step = _STEP * (7 / 6 if side else 1)
    return _centre(side), _TOP + number * step


def _draw_box(axes: Axes, place: Place, name: str, *, is_shown: bool, is_followed: bool) -> None:
    x, y = place
    is_marked = is_shown and is_followed
    axes.add_patch(
        FancyBboxPatch(
            (x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2),
            BOX_WIDTH,
            BOX_HEIGHT,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=SEA_WASH if is_shown else PAPER,
            edgecolor=SEA if is_shown else LINE,
            linewidth=2.6 if is_marked else 1.2,
        )
    )
    axes.text(
        x,
        y,
        fill(name, _WRAP),
        ha="center",
        va="center",
        size=9.5,
        weight="bold" if is_marked else "normal",
        color=INK if is_shown else INK_SOFT,
        linespacing=1.1,
    )


def _draw_stream(axes: Axes, stream: Stream, label: str, *, is_shown: bool) -> None:
    (x0, y0), (x1, y1) = _place(0, stream.before), _place(1, stream.after)
    start, end = (x0 + BOX_WIDTH / 2, y0), (x1 - BOX_WIDTH / 2, y1)
    colour = _COLOURS[stream.kind] if is_shown else LINE
    if stream.kind == "widened":
        _draw_wedge(axes, start, end, colour)
    else:
        axes.plot(
            [start[0], end[0]],
            [start[1], end[1]],
            color=colour,
            linewidth=2.6,
            linestyle=_STYLES[stream.kind],
            solid_capstyle="butt",
            zorder=1,
        )
    if is_shown:
        axes.text(
            start[0] + 0.42 * (end[0] - start[0]),
            start[1] + 0.42 * (end[1] - start[1]),
            label,
            ha="center",
            va="center",
            size=10,
            color=colour,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5},
            zorder=3,
        )


def _draw_wedge(axes: Axes, start: Place, end: Place, colour: str) -> None:
    """Draw a band that grows: narrow where it leaves, wide where it arrives."""
    corners = [
        (start[0], start[1] - 0.02),
        (end[0], end[1] - 0.2),
        (end[0], end[1] + 0.2),
        (start[0], start[1] + 0.02),
    ]
    axes.add_patch(Polygon(corners, closed=True, fill=False, edgecolor=colour, linewidth=1.8))
