"""Markdown with HTML turned off."""

from __future__ import annotations

import pytest

from kit.markdown import to_html, to_inline_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("**strong** and *soft*", "<strong>strong</strong> and <em>soft</em>"),
        ("<b>not bold</b>", "&lt;b&gt;not bold&lt;/b&gt;"),
        ('<img src="x" onerror="y">', "&lt;img src=&quot;x&quot; onerror=&quot;y&quot;&gt;"),
    ],
)
def test_a_short_text_becomes_safe_html(text: str, html: str) -> None:
    assert to_inline_html(text) == html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_would_run_stays_text(address: str) -> None:
    assert "<a" not in to_inline_html(f"[press]({address})")


def test_paragraphs_are_kept() -> None:
    assert to_html("one\n\ntwo") == "<p>one</p>\n<p>two</p>\n"
