"""Safe HTML and Markdown become plain values, every text kept as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from hypothesis import given
from hypothesis import strategies as some

from kit.markdown import to_html
from kit.paper.rich import Block, read_html, read_inline, read_markdown

_TAG = re.compile(r"<[^>]*>")


def test_markdown_becomes_blocks() -> None:
    found = read_markdown("## A *head*\n\nOne **two** `three`.\n\n- four\n- five\n\n1. six")
    assert [block["is"] for block in found] == ["heading", "paragraph", "list", "numbered"]
    assert found[0]["level"] == 2
    assert found[0]["runs"][1] == {"text": "head", "i": True}
    assert found[1]["runs"][1] == {"text": "two", "b": True}
    assert found[1]["runs"][3] == {"text": "three", "code": True}
    assert len(found[2]["blocks"]) == 2


def test_a_table_becomes_rows_of_cells() -> None:
    (table,) = read_html(
        '<table><thead><tr><th>A</th></tr></thead><tbody><tr><th scope="row">b</th>'
        '<td lang="bg">в<br><small>г</small></td></tr></tbody></table>'
    )
    assert table["head"][0][0]["blocks"][0]["runs"] == [{"text": "A"}]
    first, second = table["rows"][0]
    assert first["is_head"]
    assert second["lang"] == "bg"
    assert second["blocks"][0]["runs"][1:] == [{"br": True}, {"text": "г", "small": True}]


def test_drawings_and_scripts_say_nothing() -> None:
    assert read_html("<div><svg><text>no</text></svg><script>no()</script>yes</div>") == [
        {"is": "group", "class": "", "blocks": [{"is": "paragraph", "runs": [{"text": "yes"}]}]}
    ]


def test_markup_in_a_text_stays_text() -> None:
    assert read_inline("<b>#panic()</b> $x$") == [{"text": "<b>#panic()</b> $x$"}]


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks, in the order in which they are read."""
    for block in blocks:
        yield from (run.get("text", " ") for run in block.get("runs", ()))
        yield from texts_of(block.get("blocks", ()))


@given(some.text(alphabet="ab <>&*_`[]()#\\$\n„“", max_size=60))
def test_no_sign_is_lost_or_made(text: str) -> None:
    html = to_html(text)
    shown = "".join("".join(texts_of(read_html(html))).split())
    assert shown == "".join(unescape(_TAG.sub("", html)).split())
