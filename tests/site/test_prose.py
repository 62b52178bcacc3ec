from __future__ import annotations

import pytest

from kit.site.prose import render_prose, to_page


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("03-accreditation.ipynb", "03-accreditation.html"),
        ("../bg/00-start.ipynb", "../bg/00-start.html"),
        ("00-start.ipynb#facts", "00-start.html#facts"),
        ("https://example.org/a.ipynb", "https://example.org/a.ipynb"),
        ("//example.org/a.ipynb", "//example.org/a.ipynb"),
        ("#facts", "#facts"),
    ],
)
def test_a_link_to_a_notebook_leads_to_its_page(address: str, page: str) -> None:
    assert to_page(address) == page
    assert f'href="{page}"' in render_prose(f"[there]({address})")


def test_markup_in_words_is_shown_as_text() -> None:
    shown = render_prose("A <script>alert(1)</script> and <b onclick=x>.")
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "<b" not in shown


def test_a_link_that_would_run_a_script_is_none() -> None:
    assert "<a" not in render_prose("[there](javascript:alert(1))")


def test_a_table_brings_no_style_with_it() -> None:
    shown = render_prose("| a | b |\n|:--|--:|\n| 1 | 2 |")
    assert "<td>2</td>" in shown
    assert "style" not in shown
