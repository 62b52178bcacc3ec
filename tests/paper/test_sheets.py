"""The sheets as PDF: whole, embedded, selectable, and with nothing clipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from kit.content.library import open_library
from kit.figures.theme import fonts_folder
from kit.paper import sheets
from kit.paper.sheets import Order, Sheet, list_sheets
from kit.text import LANGUAGES

DAY = date(2026, 11, 28)
A4 = (595, 842)
# Every kind of sheet; of the lessons the first and the one with most figures.
LESSONS = ("announcement", "three-year-cycle", "assessment")


@cache
def sheets_of(language: str) -> dict[str, Sheet]:
    order = Order(language=language, today=DAY, lessons=LESSONS)
    return {sheet.name: sheet for sheet in list_sheets(order, open_library())}


@cache
def values_of(name: str) -> dict[str, Any]:
    return sheets_of(name[-6:-4])[name].make()


@cache
def pdf_of(name: str) -> PdfReader:
    return PdfReader(BytesIO(sheets_of(name[-6:-4])[name].set_type()))


NAMES = [name for language in LANGUAGES for name in sheets_of(language)]
EACH_SHEET = pytest.mark.parametrize("name", NAMES)
pytestmark = pytest.mark.slow


def texts_of(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text of the values of a sheet that is to be read on it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        hidden = {"svg", "alt", "words", "class", "is", "kind", "id", "lang", "language", "title"}
        for inner, one in value.items():
            if inner not in hidden:
                yield from texts_of(one, inner)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_of(one, key)


def read_pages(name: str, values: dict[str, Any]) -> str:
    """Return the text of all pages as it runs on from page to page, without what frames them."""
    pages = [squeeze(page.extract_text()) for page in pdf_of(name).pages]
    head = squeeze(values["subject"] + values["title"])
    foot = squeeze(values["licence"] + values["seed"])
    inner = (
        page.removeprefix(head).removesuffix(f"{foot}{place}/{len(pages)}")
        for place, page in enumerate(pages, start=1)
    )
    return "".join(inner) + head + foot


def squeeze(text: str) -> str:
    """Return a text without what line breaks and hyphens may change."""
    kept = text.replace("\u00a0", " ").replace("\u2060", "").replace("\u202f", " ")
    return "".join(kept.split()).replace("-", "").replace("\u2010", "")


@EACH_SHEET
def test_pages_are_a4_and_titled_and_tagged(name: str) -> None:
    pdf = pdf_of(name)
    for page in pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    catalogue = pdf.trailer["/Root"]
    assert catalogue["/Lang"].startswith(name[-6:-4])
    assert catalogue["/MarkInfo"]["/Marked"]
    assert pdf.metadata is not None
    assert pdf.metadata.title


@EACH_SHEET
def test_fonts_are_embedded(name: str) -> None:
    for page in pdf_of(name).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


@EACH_SHEET
def test_every_text_can_be_read_and_selected(name: str) -> None:
    values = values_of(name)
    printed = read_pages(name, values)
    missing = [text for text in texts_of(values) if squeeze(text) and squeeze(text) not in printed]
    assert not missing


@EACH_SHEET
def test_nothing_stands_outside_the_page(name: str) -> None:
    for page in pdf_of(name).pages:
        places: list[tuple[float, float]] = []

        def note(
            text: str, _cm: Any, matrix: Any, _font: Any, _size: Any, into: Any = places
        ) -> None:
            if text.strip():
                into.append((matrix[4], matrix[5]))

        page.extract_text(visitor_text=note)
        assert all(0 <= x <= A4[0] and 0 <= y <= A4[1] for x, y in places)


@EACH_SHEET
def test_a_sheet_keeps_the_rules_of_accessible_pdf(name: str) -> None:
    sheet = sheets_of(name[-6:-4])[name]
    compiler = typst.Compiler(
        root=str(sheets._TEMPLATES.parent),
        font_paths=[str(fonts_folder())],
        ignore_system_fonts=True,
        sys_inputs={"values": json.dumps(values_of(name))},
    )
    template = (sheets._TEMPLATES / f"{sheet.template}.typ").read_bytes()
    assert compiler.compile(template, pdf_standards=["ua-1"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_sheet_is_one_page(language: str) -> None:
    for name in (one for one in sheets_of(language) if one.startswith("test-")):
        pages = [page.extract_text() for page in pdf_of(name).pages]
        head = {"en": "Answer sheet ·", "bg": "Лист за отговори ·"}[language]
        assert [head in page for page in pages].count(True) == 1
        assert head in pages[-1]


def test_the_same_order_gives_the_same_bytes() -> None:
    sheet = sheets_of("bg")["glossary-bg.pdf"]
    assert sheet.set_type() == sheet.set_type()


def test_the_letters_of_key_and_test_agree() -> None:
    made = sheets_of("bg")
    key = made["key-01-announcement-bg.pdf"].make()["parts"][-1]["questions"]
    test = made["test-01-announcement-B-bg.pdf"].make()["questions"]
    assert [one["stem"] for one in key] == [one["stem"] for one in test]
    for told, asked in zip(key, test, strict=True):
        if asked["kind"] in {"single", "several"}:
            assert [(row["name"], row["text"]) for row in told["rows"]] == [
                (letter, runs) for letter, runs in asked["letters"]
            ]
