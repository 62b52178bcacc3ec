"""The words of a lesson: Markdown as JupyterLab shows it, with HTML off and links to pages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NOTEBOOK = ".ipynb"


def to_page(address: str) -> str:
    """Return the address of a page for that of a notebook; any other stays as it is."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.endswith(_NOTEBOOK):
        return address
    return parts._replace(path=parts.path.removesuffix(_NOTEBOOK) + ".html").geturl()


def render_prose(text: str) -> str:
    """Render the Markdown of a cell to HTML."""
    renderer = _renderer()
    environment: dict[str, Any] = {}
    tokens = renderer.parse(text, environment)
    _suit(tokens)
    rendered: str = renderer.renderer.render(tokens, renderer.options, environment)
    return rendered


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _suit(tokens: Iterable[Token]) -> None:
    for token in tokens:
        # A strict page refuses the style with which the parser aligns the cells of a table.
        token.attrs.pop("style", None)
        if "href" in token.attrs:
            token.attrs["href"] = to_page(str(token.attrs["href"]))
        _suit(token.children or ())
