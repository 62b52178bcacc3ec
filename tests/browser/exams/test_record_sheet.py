"""The record of completion that a page prints."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kit.learner.store import AttemptStore
from kit.text import LANGUAGES
from tests.browser.exams.pages import Learner
from tests.browser.exams.taking import (
    EN,
    FIRST,
    WORDS,
    hand_in,
    open_exam,
    passed,
    press,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_of_completion_can_be_printed(
    learner: Learner, store: AttemptStore, language: str
) -> None:
    words, other = WORDS[language], next(one for one in LANGUAGES if one != language)
    page = open_exam(learner, language, passed(store))
    page.evaluate("() => { window.print = () => { window.printed = document.title; }; }")
    hand_in(page, language)
    page.get_by_label(words["your-name"]).fill("<b>Мария</b>  Тодорова")
    page.locator(FIRST).get_by_label(words["record-language"]).select_option(other)
    press(page, words["make-record"])
    sheet = page.locator(".kit-sheet .kit-record").first
    expect(sheet.locator("h4")).to_be_focused()
    expect(sheet).to_have_attribute("lang", other)
    expect(sheet.locator(".kit-name")).to_have_text("<b>Мария</b> Тодорова")
    for key in ("sheet-title", "sheet-subtitle", "sheet-says", "sheet-note"):
        expect(sheet).to_contain_text(WORDS[other][key])
    page.get_by_role("button", name=words["print-record"]).click()
    assert re.fullmatch(r"record-of-completion-\d{4}-\d\d-\d\d-A", page.evaluate("printed"))
    page.emulate_media(media="print")
    expect(page.locator("body > .kit-record")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator("header").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("body > .kit-record")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()
    assert page.title() != page.evaluate("printed")
    assert learner.problems == []


def test_the_sheet_fits_one_page_of_paper(learner: Learner, store: AttemptStore) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    page = open_exam(learner, "bg", passed(store))
    page.evaluate("() => { window.print = () => {}; }")
    hand_in(page, "bg")
    page.get_by_label(WORDS["bg"]["your-name"]).fill("Мария Тодорова-Константинова")
    press(page, WORDS["bg"]["make-record"])
    page.get_by_role("button", name=WORDS["bg"]["print-record"]).click()
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == 1
    assert pdf.pages[0].mediabox.width > pdf.pages[0].mediabox.height
    text = " ".join(pdf.pages[0].extract_text().split())
    assert "Мария Тодорова-Константинова" in text
    assert WORDS["bg"]["sheet-note"].split(".")[0] in text


def test_without_a_name_there_is_no_record(learner: Learner, store: AttemptStore) -> None:
    page = open_exam(learner, events=passed(store))
    hand_in(page)
    press(page, EN["make-record"])
    expect(page.locator(f"{FIRST} [role=status]")).to_have_text(EN["name-first"])
    page.get_by_label(EN["your-name"]).fill("\u200b")
    press(page, EN["make-record"])
    expect(page.locator(f"{FIRST} .kit-saved")).to_have_text(EN["strange"])
    assert page.locator(".kit-record").count() == 0
