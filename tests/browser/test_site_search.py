"""The search in a real Chromium: what is found, in which order, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.notebooks import list_shipped
from kit.paths import PACKAGE, notebooks_folder
from kit.site.search import write_index
from tests.browser.serving import serve

MODULE = "/site/static/search.js"
INDEX = {
    "pages": {"a": "1. A lesson", "glossary": "Glossary"},
    "places": [
        ["a", "one", "A beginning", "The auditors come. Then an audit café, and one audit more."],
        ["a", "two", "A beginning", "Nothing to see."],
        ["a", "three", "Market day", "ISO 9001:2008, его ѝ, най-добрият стандарт <b>wins</b>."],
        ["glossary", "audit", "Audit", "A planned examination. Одит"],
        ["glossary", "standard", "Стандарт", "Документ. Одитите и сертификацията."],
    ],
}


class Silent(SimpleHTTPRequestHandler):
    """Serve the kit's modules."""

    pages: dict[str, bytes]

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that can load the module of the search."""
    with serve(Silent, {}, PACKAGE) as address:
        page = browser.new_page()
        page.goto(f"{address}/widgets/tokens.css")
        yield page
        page.close()


def find(page: Page, query: str, index: Any = INDEX) -> dict[str, Any]:
    """Search an index."""
    script = f"""async ([index, query]) => {{
        const {{ find, prepare }} = await import("{MODULE}");
        return find(prepare(index), query);
    }}"""
    found: dict[str, Any] = page.evaluate(script, [index, query])
    return found


def places(page: Page, query: str) -> list[str]:
    """Return where a query is found, the best first."""
    return [hit["href"].partition("#")[2] for hit in find(page, query)["shown"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("audit", ["audit", "one"]),
        ("AUDIT cafe", ["one"]),
        ("aud", ["audit", "one"]),
        ("auditing", ["audit", "one"]),
        ("auto", []),
        ("nothing audit", []),
        ("beginning", ["one"]),
        ("beginnings", ["one"]),
        ("9001", ["three"]),
        ("9001:2008", ["three"]),
        ("9009", []),
        ("най", ["three"]),
        ("наи", []),
        ("ѝ", ["three", "standard"]),
        ("одитът", ["audit", "standard"]),
        ("сертификация", ["standard"]),
        ("сертификациите", ["standard"]),
        ("стандартите", ["standard", "three"]),
        ("  ", []),
        ("<b>wins</b>", ["three"]),
    ],
)
def test_every_word_is_found_as_the_beginning_of_a_word(
    page: Page, query: str, expected: list[str]
) -> None:
    assert places(page, query) == expected


def test_a_word_as_it_stands_comes_before_its_other_forms(page: Page) -> None:
    index = {
        "pages": {"a": "A"},
        "places": [
            ["a", f"n{n}", "", text] for n, text in enumerate(("audits", "auditor", "audit"))
        ],
    }
    found = find(page, "audit", index)
    assert [hit["href"] for hit in found["shown"]] == ["a.html#n2", "a.html#n0", "a.html#n1"]
    found = find(page, "audits", index)
    assert [hit["href"] for hit in found["shown"]] == ["a.html#n0", "a.html#n1", "a.html#n2"]


def test_the_hits_stand_apart_in_heading_and_snippet(page: Page) -> None:
    hit = find(page, "audit")["shown"][1]
    marked = [part for part, is_hit in hit["snippet"] if is_hit]
    assert marked == ["auditors", "audit", "audit"]
    assert "".join(part for part, _ in hit["snippet"]) == INDEX["places"][0][3]
    assert find(page, "audit")["shown"][0]["heading"] == [["Audit", True]]


def test_a_snippet_is_cut_between_words_around_the_first_hit(page: Page) -> None:
    text = "before " * 40 + "needle" + " after" * 60
    index = {"pages": {"a": "A"}, "places": [["a", "x", "H", text]]}
    parts = find(page, "needle", index)["shown"][0]["snippet"]
    snippet = "".join(part for part, _ in parts)
    assert set(snippet.split()) == {"…", "before", "needle", "after"}
    assert len(snippet) < 200


def test_no_more_than_the_best_are_shown_and_all_are_counted(page: Page) -> None:
    places = [["a", f"n{n}", "H", "word"] for n in range(50)]
    found = find(page, "word", {"pages": {"a": "A"}, "places": places})
    assert (found["total"], len(found["shown"])) == (50, 30)


def test_without_a_word_nothing_is_counted(page: Page) -> None:
    assert find(page, " … ") == {"shown": []}


@pytest.mark.parametrize("language", ["en", "bg"])
def test_a_query_over_the_course_takes_less_than_50_ms(page: Page, language: str) -> None:
    words = read_words("site-search", language)
    index = write_index(open_library(), list_shipped(notebooks_folder()), language, words)
    script = f"""async (index) => {{
        const {{ find, prepare }} = await import("{MODULE}");
        const places = prepare(index);
        const times = [];
        const queries = ["audit certification body", "одит орган по сертификация", "а", "9001"];
        for (const query of queries) {{
            const start = performance.now();
            find(places, query);
            times.push(performance.now() - start);
        }}
        return times;
    }}"""
    times = page.evaluate(script, index)
    assert max(times) < 50, times
