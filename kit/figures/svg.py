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
# A style element would reach the whole page, and a strict page refuses it as it refuses `style`.
_DROPPED = re.compile(
    r"<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>|<!--.*?-->", re.DOTALL
)
_EVERYWHERE = ' stroke-linejoin="round" stroke-linecap="butt"'
_SIZE = re.compile(r' (?:width|height)="[^"]*"')
_STYLE = re.compile(r'style="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_LINK = re.compile(r'(?: xlink:href="#|(?<=url\(#))([^")]*)')
_BREAK = re.compile(r"\s*\n\s*")
_BETWEEN_TAGS = re.compile(r"(?<=>)\s+(?=<)")
_IN_PATH = re.compile(r"(?<=[a-zA-Z]) (?=[-\d.])|(?<=\d) (?=[a-zA-Z-])")
_PATH = re.compile(r' d="([^"]*)"')
# No screen shows a thousandth of a point.
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_MOVED = re.compile(r"(?<=translate\()[^)]*")
_numbers = count(1)


def to_svg(figure: Figure, words: str) -> str:
    """Return the figure as an inline SVG element named by `words`.

    Its colours become the variables of the look, so that a dark page shows a dark figure; its ids
    are its own, so that several figures can share a page; and no style stands in it, so that a
    page with a strict content security policy can show it.
    """
    buffer = StringIO()
    with themed():
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    svg = _DROPPED.sub("", _PROLOGUE.sub("", buffer.getvalue(), count=1))
    svg = _SIZE.sub("", svg, count=2)  # the first two are those of the root
    svg = _STYLE.sub(lambda found: _to_attributes(found[1]), svg)
    svg = _shorten(_number_ids(svg))
    svg = _COLOUR.sub(lambda found: f"var(--kit-{TOKENS[found[0].lower()]}, {found[0]})", svg)
    named = f'<svg role="img" aria-label="{escape(words)}"{_EVERYWHERE}'
    return svg.replace("<svg", named, 1)


def _to_attributes(style: str) -> str:
    """Return declarations of CSS as the attributes that SVG has for them."""
    parts = [part.partition(":") for part in style.split(";") if part.strip()]
    return " ".join(f'{name.strip()}="{value.strip()}"' for name, _, value in parts)


def _number_ids(svg: str) -> str:
    """Return a figure with short ids of its own, and none that nothing refers to."""
    figure = next(_numbers)
    names = {old: f"f{figure}-{n}" for n, old in enumerate(dict.fromkeys(_LINK.findall(svg)))}

    def name(found: re.Match[str]) -> str:
        return f' id="{names[found[1]]}"' if found[1] in names else ""

    def link(found: re.Match[str]) -> str:
        start = ' href="#' if found[0].startswith(" ") else ""
        return f"{start}{names[found[1]]}"

    return _LINK.sub(link, _ID.sub(name, svg))


def _shorten(svg: str) -> str:
    """Return the same drawing in fewer letters: it travels to phones."""
    svg = _PATH.sub(lambda found: f' d="{_shorten_path(found[1])}"', svg)
    svg = _MOVED.sub(lambda found: _round(found[0]), svg)
    return _BETWEEN_TAGS.sub("", _BREAK.sub(" ", svg)).strip()


def _shorten_path(path: str) -> str:
    return _IN_PATH.sub("", _BREAK.sub("", _round(path).strip()))


def _round(text: str) -> str:
    return _LONG_NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), text)
