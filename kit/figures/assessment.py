"""How an assessment went: a bar for each objective, beside what it takes to pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from msgspec import Struct

from kit.figures.theme import INK, INK_SOFT, RIGHT, SEA, WASH, WRONG, blank_figure, themed

Words = Mapping[str, str]
_LEFT, _RIGHT, _TOP, _ROW = 4.6, 9.0, 1.9, 1.15
_LETTERS = 36


class Bar(Struct, frozen=True, kw_only=True):
    """Hold one objective: its name, points as they are written, and the share got."""

    name: str
    points: str
    most: int
    share: float
    missing: float


class Result(Struct, frozen=True, kw_only=True):
    """Hold what the figure shows of an assessment."""

    bars: tuple[Bar, ...]
    points: str
    most: int
    is_passed: bool
    need: int


def draw_assessment(result: Result, words: Words) -> Figure:
    """Draw the share of the points that each objective brought; the title states the finding."""
    height = _TOP + _ROW * len(result.bars) + 0.7
    with themed():
        figure = blank_figure(7.2, 7.2 * height / 10, 10, height)
        axes = figure.axes[0]
        first, second = _finding(result, words)
        axes.text(0.1, 0.45, first, weight="bold", size=14, va="center")
        axes.text(0.1, 1.1, fill(second, 84), size=10.5, va="center", color=INK_SOFT)
        for place, bar in enumerate(result.bars):
            _draw_bar(axes, _TOP + _ROW * place, bar, result.need)
        _draw_line(axes, result, words)
    return figure


def _draw_bar(axes: Axes, top: float, bar: Bar, need: int) -> None:
    middle, width = top + 0.45, _RIGHT - _LEFT
    colour = RIGHT if bar.share >= 1 else SEA if bar.share * 100 >= need else WRONG
    axes.text(0.1, middle, fill(bar.name, _LETTERS), va="center", size=9.5)
    axes.add_patch(Rectangle((_LEFT, top + 0.15), width, 0.6, facecolor=WASH, edgecolor="none"))
    axes.add_patch(Rectangle((_LEFT, top + 0.15), width * bar.share, 0.6, facecolor=colour))
    axes.text(_RIGHT + 0.12, middle, f"{bar.points}/{bar.most}", va="center", weight="bold")


def _draw_line(axes: Axes, result: Result, words: Words) -> None:
    """Mark the share that is needed, behind which nothing is hidden."""
    place = _LEFT + (_RIGHT - _LEFT) * result.need / 100
    bottom = _TOP + _ROW * len(result.bars)
    axes.plot([place, place], [_TOP, bottom], color=INK, linewidth=1.5, linestyle=(0, (4, 3)))
    text = words["figure-line"].format(need=result.need)
    axes.text(place, bottom + 0.3, text, ha="center", va="center", size=9.5, color=INK)


def describe_assessment(result: Result, words: Words) -> str:
    """Say what the figure shows: the finding, then each objective."""
    bars = [
        words["figure-bar"].format(objective=bar.name, points=bar.points, most=bar.most)
        for bar in result.bars
    ]
    listed = "; ".join(bars)
    return f"{'. '.join(_finding(result, words))}. {listed[0].upper()}{listed[1:]}."


def _finding(result: Result, words: Words) -> Sequence[str]:
    key = "figure-passed" if result.is_passed else "figure-failed"
    first = words[key].format(points=result.points, most=result.most)
    weakest = max(result.bars, key=lambda bar: bar.missing)
    if not weakest.missing:
        return first, words["figure-even"]
    return first, words["figure-weakest"].format(objective=weakest.name)
