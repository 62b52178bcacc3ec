"""The icon of the installed course: three arcs, a cycle of three years, around a tick."""

from __future__ import annotations

import re
from io import BytesIO
from math import cos, radians, sin
from typing import TYPE_CHECKING

from kit.widgets.front import read_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# In units of the whole; a system may cut a maskable icon to a circle of 80 %.
_CENTRE = 0.5
_RING, _WIDTH = 0.3, 0.075
_GAP_DEGREES = 26
_TICK = ((0.375, 0.505), (0.465, 0.595), (0.635, 0.41))
_CORNER = 0.18
_POINTS_AN_INCH = 72
_STARTS = (-90, 30, 150)


def read_colour(name: str) -> str:
    """Return a colour of the look, the light one, such as "sea"."""
    found = re.search(rf"--kit-{name}:\s*(#[0-9a-f]{{6}})", read_style("page"))
    if found is None:
        raise LookupError(f'colour: got "{name}", expected a --kit- token of tokens.css.')
    return found[1]


def draw_svg() -> str:
    """Return the icon as SVG."""
    points = " ".join(f"{100 * x:g},{100 * y:g}" for x, y in _TICK)
    arcs = "".join(f'<path d="{_path(start)}"/>' for start in _STARTS)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="{100 * _CORNER:g}" fill="{read_colour("sea")}"/>'
        f'<g fill="none" stroke="{read_colour("paper")}" stroke-width="{100 * _WIDTH:g}"'
        f' stroke-linecap="round" stroke-linejoin="round">{arcs}<polyline points="{points}"/>'
        "</g></svg>\n"
    )


def draw_png(size: int, *, is_maskable: bool = False) -> bytes:
    """Return the icon as a square PNG of so many pixels; a maskable one has no corners."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(size / 100, size / 100), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 1), ylim=(1, 0))
    axes.axis("off")
    _paint(axes, size, is_maskable=is_maskable)
    written = BytesIO()
    # Without the name of the program, so that the same icon is the same file.
    figure.savefig(written, format="png", transparent=True, metadata={"Software": None})
    return written.getvalue()


def _paint(axes: Axes, size: int, *, is_maskable: bool) -> None:
    from matplotlib.patches import FancyBboxPatch, Rectangle

    sea, paper = read_colour("sea"), read_colour("paper")
    inner = 1 - 2 * _CORNER
    box = f"round,pad={_CORNER}"
    ground = (
        Rectangle((0, 0), 1, 1, color=sea)
        if is_maskable
        else FancyBboxPatch((_CORNER, _CORNER), inner, inner, boxstyle=box, color=sea, linewidth=0)
    )
    axes.add_patch(ground)
    width = _WIDTH * size * _POINTS_AN_INCH / 100
    for line in ([_point(start + n) for n in range(120 - _GAP_DEGREES + 1)] for start in _STARTS):
        axes.plot(*zip(*line, strict=True), color=paper, linewidth=width, solid_capstyle="round")
    axes.plot(
        *zip(*_TICK, strict=True),
        color=paper,
        linewidth=width,
        solid_capstyle="round",
        solid_joinstyle="round",
    )


def _path(start: int) -> str:
    (x, y), (to_x, to_y) = _point(start), _point(start + 120 - _GAP_DEGREES)
    arc = f"A{100 * _RING:g} {100 * _RING:g} 0 0 1"
    return f"M{100 * x:.2f} {100 * y:.2f}{arc} {100 * to_x:.2f} {100 * to_y:.2f}"


def _point(degrees: float) -> tuple[float, float]:
    turned = radians(degrees + _GAP_DEGREES / 2)
    return _CENTRE + _RING * cos(turned), _CENTRE + _RING * sin(turned)
