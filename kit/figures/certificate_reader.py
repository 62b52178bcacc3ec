"""A fictional certificate with drawn marks, one of its parts pointed at or found doubtful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from types import MappingProxyType

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle, RegularPolygon
from msgspec import Struct

from kit.figures.theme import (
    INK,
    INK_SOFT,
    LINE,
    PAPER,
    SEA,
    SEA_WASH,
    WASH,
    WRONG,
    blank_figure,
    themed,
)

# Where the middle of each part stands, the size of its type, and the half of its width and height.
PLACES = MappingProxyType(
    {
        "certification-body": (5.0, 2.0, 14.0, 4.0, 0.4),
        "holder": (5.0, 3.35, 15.0, 4.0, 0.4),
        "standard": (5.0, 4.7, 15.0, 4.0, 0.4),
        "scope": (5.0, 6.0, 11.0, 4.0, 0.55),
        "number": (2.95, 7.55, 10.0, 2.05, 0.55),
        "decision": (7.25, 7.55, 10.0, 2.05, 0.55),
        "expiry": (2.95, 8.8, 10.0, 2.05, 0.55),
        "accreditation": (7.25, 8.8, 10.0, 2.05, 0.55),
        "marks": (5.0, 10.3, 0.0, 4.0, 0.72),
        "register": (5.0, 12.25, 10.0, 4.55, 0.68),
    }
)
# What is printed between the parts, and where.
PRINTED = MappingProxyType({"certifies": 2.7, "meets": 4.05, "for-scope": 5.25})
_SMALL = ("number", "decision", "expiry", "accreditation", "register")
_LETTERS = MappingProxyType({"scope": 44, "register": 48, "standard": 40, "holder": 40})
_MARKS = MappingProxyType({"body": 3.0, "accreditation": 5.0, "iso": 7.0})


class Shown(Struct, frozen=True, kw_only=True):
    """Hold one part as it stands on the certificate; `text` is empty where it is not read yet."""

    name: str
    text: str
    is_pointed_at: bool = False
    is_doubtful: bool = False


def draw_specimen(
    title: str, parts: Mapping[str, Shown], marks: Sequence[str], words: Mapping[str, str]
) -> Figure:
    """Draw a certificate and, below it, what the register of the accreditation body says.

    Parameters
    ----------
    parts
        The parts by id, in the order of their numbers.
    marks
        Which marks are printed: "body", "accreditation", "iso".
    words
        The words of the explorer.
    """
    with themed():
        figure = blank_figure(6.2, 8.37, across=10, down=13.5)
        axes = figure.axes[0]
        axes.text(0.2, 0.5, fill(title, 40), size=12, weight="bold", va="center")
        _draw_paper(axes, words)
        for number, (slug, part) in enumerate(parts.items(), start=1):
            _draw_part(axes, slug, part, number)
        for mark in marks:
            _draw_mark(axes, mark, words[f"mark-{mark}"])
        axes.text(5, 13.22, words["note"], size=9.5, color=WRONG, ha="center", va="center")
    return figure


def _draw_paper(axes: Axes, words: Mapping[str, str]) -> None:
    axes.add_patch(
        Rectangle((0.25, 1.1), 9.5, 10.2, facecolor=PAPER, edgecolor=SEA, lw=2.5, zorder=0)
    )
    axes.text(
        5,
        5.6,
        words["fictional"],
        size=52,
        rotation=32,
        color=LINE,
        alpha=0.45,
        weight="bold",
        ha="center",
        va="center",
        zorder=0.5,
    )
    for key, y in PRINTED.items():
        axes.text(5, y, words[key], size=9.5, color=INK_SOFT, ha="center", va="center")


def _draw_part(axes: Axes, slug: str, part: Shown, number: int) -> None:
    x, y, size, half_width, half_height = PLACES[slug]
    if slug == "register":
        _draw_strip(axes, x, y, half_width, half_height)
    if part.is_pointed_at or part.is_doubtful:
        _draw_outline(axes, (x, y, half_width, half_height), is_doubtful=part.is_doubtful)
    if slug in _SMALL:
        axes.text(x, y - 0.32, part.name, size=9.5, color=INK_SOFT, ha="center", va="center")
        y += 0.2
    if size:
        shown = fill(part.text, _LETTERS.get(slug, 20))
        axes.text(x, y, shown, size=size, weight="bold", color=INK, ha="center", va="center")
    _draw_number(axes, slug, number, is_doubtful=part.is_doubtful)


def _draw_strip(axes: Axes, x: float, y: float, half_width: float, half_height: float) -> None:
    axes.add_patch(
        Rectangle(
            (x - half_width, y - half_height),
            2 * half_width,
            2 * half_height,
            facecolor=WASH,
            edgecolor=INK_SOFT,
            lw=1,
        )
    )


def _draw_outline(
    axes: Axes, place: tuple[float, float, float, float], *, is_doubtful: bool
) -> None:
    x, y, half_width, half_height = place
    axes.add_patch(
        FancyBboxPatch(
            (x - half_width, y - half_height),
            2 * half_width,
            2 * half_height,
            boxstyle="round,pad=0,rounding_size=0.15",
            facecolor="none",
            edgecolor=WRONG if is_doubtful else SEA,
            lw=2.2,
            linestyle=(0, (3, 2)) if is_doubtful else "-",
            zorder=1.5,
        )
    )


def _draw_number(axes: Axes, slug: str, number: int, *, is_doubtful: bool) -> None:
    """Draw the number of a part in a dot, or in a square with a question mark if it is doubtful."""
    x, y, _, half_width, _ = PLACES[slug]
    at = (x - half_width + 0.02, y)
    if is_doubtful:
        corner = (at[0] - 0.36, at[1] - 0.3)
        axes.add_patch(Rectangle(corner, 0.72, 0.6, facecolor=WRONG, edgecolor="none", zorder=2))
    else:
        axes.add_patch(Circle(at, 0.27, facecolor=SEA, edgecolor="none", zorder=2))
    shown = f"{number}?" if is_doubtful else str(number)
    axes.text(
        *at,
        shown,
        size=9.5,
        color=PAPER,
        weight="bold",
        ha="center",
        va="center_baseline",
        zorder=3,
    )


def _draw_mark(axes: Axes, mark: str, text: str) -> None:
    """Draw a mark that is none of the real ones: each sort has its own shape."""
    x, y = _MARKS[mark], PLACES["marks"][1]
    if mark == "body":
        axes.add_patch(Circle((x, y), 0.62, facecolor=SEA_WASH, edgecolor=SEA, lw=2))
    elif mark == "accreditation":
        axes.add_patch(RegularPolygon((x, y), 6, radius=0.68, facecolor=PAPER, edgecolor=INK, lw=2))
    else:
        axes.add_patch(
            Rectangle((x - 0.6, y - 0.6), 1.2, 1.2, facecolor=PAPER, edgecolor=INK, lw=2, hatch="/")
        )
    box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1} if mark == "iso" else None
    axes.text(x, y, fill(text, 7), size=9.5, ha="center", va="center", bbox=box)
