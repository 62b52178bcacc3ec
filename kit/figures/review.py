"""Review to look at: what comes back in the coming weeks, and how each lesson is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kit.figures.theme import INK, INK_SOFT, LINE, SEA, SEA_WASH, blank_figure, themed
from kit.learner.review import LessonMemory, Outlook
from kit.learner.schedule import AIM

Words = Mapping[str, str]
Titles = Mapping[str, str]

WIDTH, BARS_HEIGHT, ROW_HEIGHT, EDGES_HEIGHT = 6.2, 2.4, 0.62, 2.9
LEFT, SPAN = 0.29, 0.66
_WRAP = 16


def draw_review(outlook: Outlook, titles: Titles, words: Words) -> Figure:
    """Draw the weeks to come as bars, and below them the memory of each lesson as dots.

    Parameters
    ----------
    titles
        The title of each lesson by id.
    words
        The interface words of section `review`.
    """
    with themed():
        if not outlook.total:
            return _draw_nothing(words)
        rows = ROW_HEIGHT * len(outlook.lessons) + 0.3
        height = BARS_HEIGHT + rows + EDGES_HEIGHT
        figure = Figure(figsize=(WIDTH, height))
        top = figure.add_axes((0.06, 1 - (BARS_HEIGHT + 0.6) / height, 0.89, BARS_HEIGHT / height))
        _draw_weeks(top, outlook, words)
        below = figure.add_axes((LEFT, 0.75 / height, SPAN, rows / height))
        _draw_lessons(below, outlook, titles, words)
    return figure


def describe_review(outlook: Outlook, titles: Titles, words: Words) -> str:
    """Say in words what the drawing shows."""
    if not outlook.total:
        return words["nothing-begun"]
    weeks = ", ".join(map(str, outlook.weeks))
    told = [
        _say_weeks(outlook, words) + ".",
        words["weeks-told"].format(weeks=weeks, later=outlook.later),
        _say_memory(outlook, words) + ".",
    ]
    told += [
        words["lesson-told"].format(
            lesson=titles[slug],
            n=len(memory.chances),
            share=_percent(memory.mean),
            least=_percent(min(memory.chances)),
        )
        for slug, memory in outlook.lessons.items()
    ]
    return " ".join(told)


def _say_weeks(outlook: Outlook, words: Words) -> str:
    return words["weeks-title"].format(n=outlook.weeks[0], total=outlook.total)


def _say_memory(outlook: Outlook, words: Words) -> str:
    return words["memory-title"].format(share=_percent(outlook.mean))


def _draw_nothing(words: Words) -> Figure:
    figure = blank_figure(WIDTH, 1.6, across=10, down=2)
    text = fill(words["nothing-begun"], 58)
    figure.axes[0].text(5, 1, text, ha="center", va="center", size=11, color=INK_SOFT)
    return figure


def _draw_weeks(axes: Axes, outlook: Outlook, words: Words) -> None:
    counts = [*outlook.weeks, outlook.later]
    names = [*(str(week) for week in range(1, len(counts))), words["later"]]
    colours = [SEA, *[SEA_WASH] * (len(counts) - 1)]
    axes.bar(range(len(counts)), counts, width=0.72, color=colours, edgecolor=SEA, linewidth=1.2)
    for place, count in enumerate(counts):
        if count:
            axes.text(place, count, str(count), ha="center", va="bottom", weight="bold")
    axes.set_xticks(range(len(counts)), names)
    axes.set_ylim(0, max(counts) * 1.18)
    axes.set_yticks([])
    axes.set_xlabel(words["week"], size=11)
    _title(axes, _say_weeks(outlook, words))
    _leave_bottom_line(axes)


def _draw_lessons(axes: Axes, outlook: Outlook, titles: Titles, words: Words) -> None:
    names = [fill(titles[slug], _WRAP) for slug in outlook.lessons]
    axes.axvline(100 * AIM, color=INK_SOFT, linewidth=1, linestyle="--", zorder=0)
    for row, memory in enumerate(outlook.lessons.values()):
        _draw_memory(axes, row, memory)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, 103)
    axes.set_xticks([0, 25, 50, 75, 100 * AIM], ["0", "25", "50", "75", f"{100 * AIM:.0f} %"])
    axes.tick_params(axis="y", length=0)
    axes.set_xlabel(fill(words["chance"], 48), size=11)
    _title(axes, _say_memory(outlook, words), to_left=-LEFT / SPAN + 0.06 / SPAN)
    _leave_bottom_line(axes)


def _draw_memory(axes: Axes, row: int, memory: LessonMemory) -> None:
    """Draw a small dot for each question, and a large one at their mean, with its figure."""
    axes.axhline(row, color=LINE, linewidth=1, zorder=0)
    places: Sequence[float] = [100 * one for one in memory.chances]
    axes.scatter(places, [row] * len(places), s=26, facecolor=SEA_WASH, edgecolor=SEA, alpha=0.8)
    axes.scatter([100 * memory.mean], [row], s=120, color=SEA, zorder=3)
    mean = f"{_percent(memory.mean)} %"
    axes.text(100 * memory.mean, row - 0.22, mean, ha="center", va="bottom", size=11, weight="bold")


def _title(axes: Axes, text: str, to_left: float = 0.0) -> None:
    axes.set_title(fill(text, 52), loc="left", x=to_left, size=13, weight="bold", color=INK, pad=12)


def _leave_bottom_line(axes: Axes) -> None:
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.tick_params(axis="x", colors=INK)


def _percent(share: float) -> int:
    return round(100 * share)
