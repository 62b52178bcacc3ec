"""A block of a lesson that a notebook shows: HTML with the look it needs."""

from __future__ import annotations

from kit.widgets.front import read_style


class Page:
    """Show HTML made by `kit.blocks`.

    Parameters
    ----------
    html
        Safe HTML: every text in it has been escaped or rendered with HTML off.
    language
        The language of its texts, for screen readers.
    """

    def __init__(self, html: str, *, language: str) -> None:
        self.html = f'<div class="kit-page" lang="{language}">{html}</div>'

    def _repr_html_(self) -> str:
        return f"<style>{read_style('page')}</style>{self.html}"
