"""The cells of a notebook as parts of a page: words rendered, calls made."""

from __future__ import annotations

import ast
from html import escape
from pathlib import Path
from typing import Any

from kit.content.faults import ContentError, Fault
from kit.notebooks import Cell, read_cells
from kit.site.lesson import StaticLesson
from kit.site.prose import render_prose

_EXPECTED = 'one call in the last line, such as lesson.quiz("claims")'


def show_cells(path: Path, lesson: StaticLesson) -> str:
    """Return the cells of a notebook as sections.

    Raises
    ------
    ContentError
        If a code cell does not end with a call of the lesson that a page can show.
    """
    return "\n".join(_show(cell, path, lesson) for cell in read_cells(path))


def _show(cell: Cell, path: Path, lesson: StaticLesson) -> str:
    is_prose = cell.kind == "markdown"
    body = render_prose(cell.source) if is_prose else _call(cell, path, lesson)
    look = ' class="kit-cell kit-prose"' if is_prose else ' class="kit-cell"'
    place = f'id="{escape(cell.id)}" data-cell="{escape(cell.kind)}" tabindex="-1"'
    return f"<section{look} {place}>{body}</section>"


def _call(cell: Cell, path: Path, lesson: StaticLesson) -> str:
    """Return what the last line of a code cell shows: no code is run but that of the kit."""
    try:
        name, arguments, named = _read_call(cell.source)
        shown: str = lesson.show(name, arguments, named)
    except (LookupError, SyntaxError, TypeError, ValueError) as error:
        where = f"{path.parent.name}/{path.name}"
        found = f"{cell.source!r} ({error})"
        raise ContentError([Fault(where, cell.id, found, _EXPECTED)]) from error
    return shown


def _read_call(source: str) -> tuple[str, list[Any], dict[str, Any]]:
    last = ast.parse(source).body[-1:]
    call = last[0].value if last and isinstance(last[0], ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        raise ValueError("no call")
    named = {one.arg: ast.literal_eval(one.value) for one in call.keywords if one.arg}
    return call.func.attr, [ast.literal_eval(one) for one in call.args], named
