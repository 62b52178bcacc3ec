"""A page of its own for the printer: what an explorer tells, without lesson or kernel."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_STYLE = (
    "body{font:12pt/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border:1px solid #888;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "tr{break-inside:avoid}small{font-size:10pt}"
)


def print_page(title: str, lines: Iterable[str], body: str, language: str) -> str:
    """Return a whole page as HTML; `lines` are text, `body` is safe HTML."""
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(title)}</h1>{told}{body}</body></html>\n"
    )
