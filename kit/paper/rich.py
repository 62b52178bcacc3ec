"""Safe HTML of the kit as plain values that a template sets: no text becomes markup on the way.

Lessons, questions and explorers give their texts to every home as safe HTML; this reads the few
elements that they use, and so does for paper what a browser does for a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from kit.markdown import to_html, to_inline_html

Run = dict[str, Any]
Block = dict[str, Any]
_SPACES = re.compile(r"[ \t\n\r]+")
_STYLES = {
    "b": "b",
    "strong": "b",
    "em": "i",
    "i": "i",
    "code": "code",
    "small": "small",
    "span": "small",
}
_HEADINGS = ("h1", "h2", "h3", "h4")
_SILENT = ("svg", "style", "script", "progress")


def read_html(html: str) -> list[Block]:
    """Return the blocks of safe HTML: headings, paragraphs, lists, tables, groups of blocks."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


def read_markdown(text: str) -> list[Block]:
    """Return the blocks of a Markdown text."""
    return read_html(to_html(text))


def read_inline(text: str) -> list[Run]:
    """Return the runs of a short Markdown text."""
    return inline(to_inline_html(text))


def inline(html: str) -> list[Run]:
    """Return the runs of safe HTML that holds no blocks."""
    return [run for block in read_html(html) for run in block.get("runs", [])]


class _Reader(HTMLParser):
    """Gather blocks; each open element that holds blocks is a level of the stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[Block] = [{"is": "group", "blocks": []}]
        self._styles: list[tuple[str, str]] = []
        self._silent = 0

    def finish(self) -> list[Block]:
        blocks: list[Block] = self._stack[0]["blocks"]
        return [block for block in map(_tidy, blocks) if block]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT or self._silent:
            self._silent += tag in _SILENT
        elif opening := _OPENINGS.get(tag):
            self._stack.append(opening(dict(attrs)))
        elif tag == "br":
            self._runs().append({"br": True})
        elif tag in _STYLES:
            self._styles.append((tag, _STYLES[tag]))

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent -= tag in _SILENT
        elif tag in _OPENINGS:
            block = self._stack.pop()
            self._stack[-1].setdefault("blocks", []).append(block)
        elif self._styles and self._styles[-1][0] == tag:
            self._styles.pop()

    def handle_data(self, data: str) -> None:
        text = _SPACES.sub(" ", data)
        if self._silent or (not text.strip() and not self._holds_runs()):
            return
        self._runs().append({"text": text} | {style: True for _, style in self._styles})

    def _holds_runs(self) -> bool:
        top = self._stack[-1]
        return bool(top.get("runs") or (top.get("blocks") and top["blocks"][-1].get("loose")))

    def _runs(self) -> list[Run]:
        """Return where text goes: the open paragraph, or a loose one of what holds blocks."""
        top = self._stack[-1]
        if "runs" in top:
            runs: list[Run] = top["runs"]
            return runs
        blocks = top.setdefault("blocks", [])
        if not blocks or not blocks[-1].get("loose"):
            blocks.append({"is": "paragraph", "runs": [], "loose": True})
        loose: list[Run] = blocks[-1]["runs"]
        return loose


def _paragraph(attrs: dict[str, str | None]) -> Block:
    return {"is": "paragraph", "runs": [], "class": attrs.get("class") or ""}


def _holder(name: str) -> Callable[[dict[str, str | None]], Block]:
    def open_holder(attrs: dict[str, str | None]) -> Block:
        lang = {"lang": attrs["lang"]} if attrs.get("lang") else {}
        return {"is": name, "blocks": [], "class": attrs.get("class") or ""} | lang

    return open_holder


def _heading(level: int) -> Callable[[dict[str, str | None]], Block]:
    return lambda _: {"is": "heading", "level": level, "runs": []}


_OPENINGS: dict[str, Callable[[dict[str, str | None]], Block]] = {
    "p": _paragraph,
    **{tag: _heading(level) for level, tag in enumerate(_HEADINGS, start=1)},
    **dict.fromkeys(("div", "figure", "figcaption", "blockquote", "section"), _holder("group")),
    "ul": _holder("list"),
    "ol": _holder("numbered"),
    "li": _holder("item"),
    "table": _holder("table"),
    "thead": _holder("head"),
    "tbody": _holder("body"),
    "tr": _holder("row"),
    "td": _holder("cell"),
    "th": _holder("head-cell"),
    "caption": _holder("caption"),
    "dl": _holder("group"),
    "dt": _paragraph,
    "dd": _paragraph,
}


def _tidy(block: Block) -> Block | None:
    """Return a block without stray spaces and empty parts, tables as rows of cells."""
    if block["is"] == "table":
        return _tidy_table(block)
    kept = {key: value for key, value in block.items() if key not in ("loose", "blocks", "runs")}
    if "runs" in block:
        runs = _trim(block["runs"])
        return kept | {"runs": runs} if runs else None
    inner = [one for one in map(_tidy, block["blocks"]) if one]
    return kept | {"blocks": inner} if inner else None


def _trim(runs: list[Run]) -> list[Run]:
    while runs and not runs[0].get("text", "").strip():
        runs = runs[1:]
    while runs and not runs[-1].get("text", "").strip():
        runs = runs[:-1]
    if runs:
        runs = [runs[0] | {"text": runs[0]["text"].lstrip()}, *runs[1:]]
        runs = [*runs[:-1], runs[-1] | {"text": runs[-1]["text"].rstrip()}]
    return runs


def _tidy_table(table: Block) -> Block | None:
    captions = [one for one in table["blocks"] if one["is"] == "caption"]
    parts = [one for one in table["blocks"] if one["is"] in ("head", "body")]
    loose = [one for one in table["blocks"] if one["is"] == "row"]
    head = [row for part in parts if part["is"] == "head" for row in part["blocks"]]
    body = [row for part in parts if part["is"] == "body" for row in part["blocks"]] + loose
    return {
        "is": "table",
        "caption": [run for one in captions for run in _runs_of(one)],
        "head": [_cells(row) for row in head],
        "rows": [_cells(row) for row in body],
    }


def _cells(row: Block) -> list[Block]:
    cells = [one for one in row["blocks"] if one["is"] in ("cell", "head-cell")]
    return [
        {
            "is_head": cell["is"] == "head-cell",
            "blocks": [one for one in map(_tidy, cell["blocks"]) if one],
        }
        | ({"lang": cell["lang"]} if "lang" in cell else {})
        for cell in cells
    ]


def _runs_of(block: Block) -> list[Run]:
    return [run for one in block["blocks"] for run in one.get("runs", [])]
