"""Markdown to HTML with HTML turned off, so that no text can bring markup or a script."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_NEEDS_MARKDOWN = re.compile(r"[*_`\[\\<>&!\n]")


@cache
def _renderer() -> MarkdownIt:
    # Most texts are plain: a quiz need not wait for a parser that it does not use.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "breaks": True})


def to_inline_html(text: str) -> str:
    """Render a short text to HTML without a paragraph around it."""
    if not _NEEDS_MARKDOWN.search(text):
        return escape(text, quote=False)
    rendered: str = _renderer().renderInline(text)
    return rendered


def to_html(text: str) -> str:
    """Render a text of several paragraphs to HTML."""
    rendered: str = _renderer().render(text)
    return rendered
