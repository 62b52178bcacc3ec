"""Terms of the glossary in the text of lessons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.library import open_library
from kit.content.records import Phrases, Term
from kit.markdown import to_html
from kit.paths import notebooks_folder
from kit.site.terms import TermFinder, write_cards
from kit.text import LANGUAGES, Text

_BUTTON = re.compile(r'<button type="button" class="kit-term" data-term="([\w-]+)"[^>]*>([^<]*)<')


def make_term(en: str, bg: str, **changes: object) -> Term:
    """Return a term with a meaning."""
    meaning = Text(en="a *thing*", bg="нещо")
    term = Term(term=Text(en=en, bg=bg), meaning=meaning, sources=("one",))
    return msgspec.structs.replace(term, **changes)


GLOSSARY = {
    "audit": make_term("Audit", "Одит"),
    "surveillance-audit": make_term("Surveillance audit", "Надзорен одит"),
    "iso": make_term("ISO", "ISO"),
    "mark": make_term("Mark", "Знак", is_common=True),
    "stages": make_term(
        "Stage 1 and 2", "Първи и втори етап", in_text=Phrases(en=("stage 1", "stage 2"), bg=())
    ),
}


def marked(markdown: str, language: str = "en", taught: tuple[str, ...] = ()) -> list[str]:
    """Return the words that are marked in a text."""
    html, _ = TermFinder(GLOSSARY, language, taught).mark(to_html(markdown))
    return [text for _, text in _BUTTON.findall(html)]


def test_each_term_is_marked_where_it_first_stands() -> None:
    html, slugs = TermFinder(GLOSSARY, "en").mark("<p>Two audits, one audit of ISO.</p>")
    assert html.count("<button") == 2
    assert _BUTTON.findall(html) == [("audit", "audits"), ("iso", "ISO")]
    assert slugs == ("audit", "iso")


def test_the_longer_term_is_meant() -> None:
    assert marked("A surveillance audit, then an audit.") == ["surveillance audit", "audit"]
    assert marked("Надзорните одити и одитът.", "bg") == ["Надзорните одити", "одитът"]


@pytest.mark.parametrize(
    "text", ["# Audit", "[audit](https://example.org)", "`audit`", "    audit"]
)
def test_headings_links_and_code_are_left_alone(text: str) -> None:
    assert marked(text) == []


def test_text_around_what_is_left_alone_is_marked() -> None:
    assert marked("[ISO](https://example.org) asks for an **audit**") == ["audit"]


def test_markup_in_a_text_stays_text() -> None:
    html, _ = TermFinder(GLOSSARY, "en").mark(to_html("<script>audit</script> & <b>"))
    assert "<script" not in html
    assert "&lt;b&gt;" in html


def test_a_common_word_is_marked_only_where_it_is_taught() -> None:
    assert marked("A mark.") == []
    assert marked("A mark.", taught=("mark",)) == ["mark"]


def test_expressions_take_the_place_of_the_term() -> None:
    assert marked("Stage 1 and 2, and stage 2.") == ["Stage 1"]
    assert marked("Първи и втори етап.", "bg") == []


def test_a_glossary_without_terms_marks_nothing() -> None:
    assert TermFinder({}, "en").mark("<p>audit</p>") == ("<p>audit</p>", ())


def test_a_card_has_the_term_in_the_other_language_and_its_meaning() -> None:
    cards = write_cards(GLOSSARY, ["audit", "iso"], "en")
    assert cards["audit"] == {
        "term": "Audit",
        "others": {"bg": "Одит"},
        "meaning": "a <em>thing</em>",
        "variant": "",
    }
    assert cards["iso"]["others"] == {}


@given(st.text(alphabet="audit ISO.<>&*`#[]()\n"))
def test_without_the_buttons_a_text_is_what_it_was(text: str) -> None:
    html = to_html(text)
    marked, _ = TermFinder(GLOSSARY, "en").mark(html)
    assert re.sub(r"</?button[^>]*>", "", marked) == html


def cells(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield lesson, cell and text of each Markdown cell of the course."""
    for path in sorted((notebooks_folder() / language).glob("*.ipynb")):
        notebook = json.loads(Path(path).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "markdown":
                yield notebook["metadata"]["kit"]["lesson"], cell["id"], "".join(cell["source"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("lesson", "cell", "slugs"),
    [
        ("announcement", "certificate", {"certificate"}),
        ("announcement", "certificate-parts", {"scope", "mark"}),
        ("eight-principles", "traces", {"customer", "auditor", "objective-evidence"}),
        (
            "accreditation-and-certification",
            "legal-forms",
            {"ukas", "accreditation-body", "ea-bas"},
        ),
        ("three-year-cycle", "correction", {"correction", "corrective-action"}),
        ("editions", "sure", {"edition", "iso", "amendment"}),
        ("review", "memory", set()),
    ],
)
def test_real_texts_are_marked_alike_in_each_language(
    language: str, lesson: str, cell: str, slugs: set[str]
) -> None:
    library = open_library()
    finder = TermFinder(library.glossary, language, library.lesson(lesson).words)
    text = next(text for of, name, text in cells(language) if (of, name) == (lesson, cell))
    assert set(finder.mark(to_html(text))[1]) == slugs
