"""The page of an agenda: one file of HTML, for a screen or a printer, without a script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from kit.agenda_files.telling import Told, ToldDay, ToldItem, Words
from kit.widgets.front import read_style

_STYLE = Path(__file__).with_name("page.css")
_PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title><style>{style}</style></head>
<body><main><h1>{title}</h1>
{result}
<dl>{facts}</dl>
{left_out}
<h2>{before}</h2><p>{note}</p>
{days}
<h2>{promise}</h2>{promises}
</main></body></html>
"""


def write_page(told: Told) -> bytes:
    """Return the page as a file; what it says is text and never markup."""
    words, style = told.words, _read_style()
    facts = "".join(f"<div><dt>{escape(a)}</dt><dd>{escape(b)}</dd></div>" for a, b in told.facts)
    page = _PAGE.format(
        language=escape(told.language),
        policy=_policy(style),
        title=escape(told.title),
        style=style,
        result="".join(f"<p>{escape(line)}</p>" for line in told.result),
        facts=facts,
        left_out=_left_out(told),
        before=escape(words["before"]),
        note=escape(told.note),
        days="".join(_day(day, words) for day in told.days),
        promise=escape(words["promise"]),
        promises=_list(told.promise),
    )
    return page.encode("utf-8")


@cache
def _read_style() -> str:
    """Return the look of the kit, dark where the reader's system is dark, and that of the page."""
    look = read_style()
    # The tokens wait for a class that a script would set; a page without one asks the system.
    for old, new in (
        ('[data-jp-theme-light="false"], .kit-dark', ":root"),
        ("@media screen", "@media screen and (prefers-color-scheme: dark)"),
    ):
        if look.count(old) != 1:
            raise ValueError(f"tokens.css: got {look.count(old)} of {old!r}, expected one.")
        look = look.replace(old, new)
    return look + _STYLE.read_text("utf-8")


def _policy(style: str) -> str:
    """Allow nothing but this style."""
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _left_out(told: Told) -> str:
    if not told.left_out:
        return ""
    head = f"<h2>{escape(told.words['left-out'])}</h2>"
    return f'<section class="left-out">{head}{_list(told.left_out)}</section>'


def _day(day: ToldDay, words: Words) -> str:
    heads = [words[key] for key in ("time", "minutes", "what", "trainer", "group-does")]
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    rows = "".join(_row(item, heads) for item in day.items)
    table = f"<table><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<h2>{escape(day.title)}</h2>{table}"


def _row(item: ToldItem, heads: list[str]) -> str:
    notes = [item.source, *item.notes] if item.source else item.notes
    small = "".join(f"<small>{escape(note)}</small>" for note in notes)
    cells = [
        str(item.minutes),
        f"<b>{escape(item.title)}</b>{small}",
        escape(item.trainer),
        escape(item.people),
    ]
    rest = "".join(
        f'<td data-head="{escape(head)}">{cell}</td>'
        for head, cell in zip(heads[1:], cells, strict=True)
    )
    return f'<tr class="{escape(item.kind)}"><th scope="row">{escape(item.time)}</th>{rest}</tr>'


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
