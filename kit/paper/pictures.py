"""Figures of the kit as vector graphics in their own light colours, which print well in grey."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from kit.figures.theme import themed

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Picture = dict[str, object]
_METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)


def picture(figure: Figure, words: str) -> Picture:
    """Return a figure as a template places it: the drawing, its shape, and what it says in words.

    Parameters
    ----------
    words
        What a screen reader says in place of the drawing.
    """
    buffer = StringIO()
    with themed():
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    width, height = figure.get_size_inches()
    svg = _METADATA.sub("", buffer.getvalue())
    return {"svg": svg, "alt": words, "ratio": float(height / width)}
