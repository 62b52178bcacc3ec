"""A figure as SVG that follows the theme of the page it stands on."""

from __future__ import annotations

import re
from html import escape
from io import StringIO
from itertools import count

from matplotlib.figure import Figure

from kit.figures.theme import TOKENS, themed

_COLOUR = re.compile("|".join(TOKENS), re.IGNORECASE)
_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
_SIZE = re.compile(r' (?:width|height)="[^"]*"')
_ID = re.compile(r'(?<=id=")|(?<=href="#)|(?<=url\(#)')
_numbers = count(1)


def to_svg(figure: Figure, words: str) -> str:
    """Return the figure as an inline SVG element named by `words`.

    Its colours become the variables of the look, so that a dark page shows a dark figure, and its
    ids get a prefix of their own, so that several figures can share a page.
    """
    buffer = StringIO()
    with themed():
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    svg = _METADATA.sub("", _PROLOGUE.sub("", buffer.getvalue(), count=1))
    svg = _SIZE.sub("", svg, count=2)  # the first two are those of the root
    svg = _ID.sub(f"f{next(_numbers)}-", svg)
    svg = _COLOUR.sub(lambda found: f"var(--kit-{TOKENS[found[0].lower()]}, {found[0]})", svg)
    return svg.replace("<svg", f'<svg role="img" aria-label="{escape(words)}"', 1)
