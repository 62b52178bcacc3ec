"""One look for every figure: colours that stay apart for everyone, type for the last row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

# The names of the look in tokens.css; the values are its light ones, which print well.
INK, INK_SOFT, PAPER, WASH, LINE = "#16232b", "#4a5a64", "#ffffff", "#f5f7f8", "#d5dde1"
SEA, SEA_WASH, RIGHT, WRONG, HINT = "#0b5d7a", "#e6f2f6", "#00694f", "#a33a06", "#7a5200"

TOKENS = MappingProxyType(
    {
        INK: "ink",
        INK_SOFT: "ink-soft",
        PAPER: "paper",
        WASH: "wash",
        LINE: "line",
        SEA: "sea",
        SEA_WASH: "sea-wash",
        RIGHT: "right",
        WRONG: "wrong",
        HINT: "hint",
    }
)

_SETTINGS: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 12.0,
    "text.color": INK,
    "axes.edgecolor": INK_SOFT,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.color": INK_SOFT,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "svg.fonttype": "path",
    "svg.hashsalt": "iso9001-kit",
}


@contextmanager
def themed() -> Iterator[None]:
    """Draw inside in the look of the kit."""
    with mpl.rc_context(_SETTINGS):
        yield


def fonts_folder() -> Path:
    """Return the folder with the fonts of every figure, DejaVu Sans among them."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf"


def blank_figure(width: float, height: float, across: float, down: float) -> Figure:
    """Return a figure whose one axes counts from 0 to `across` and, downwards, to `down`.

    Parameters
    ----------
    width, height
        Size in inches.
    """
    figure = Figure(figsize=(width, height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, across)
    axes.set_ylim(down, 0)
    axes.set_axis_off()
    return figure
