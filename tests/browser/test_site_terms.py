"""The cards on terms, on a real page in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.stick import Stick

TERM = "#chain .kit-term[data-term='accreditation-body']"


def card_of(page: Page) -> Locator:
    """Return the card."""
    return page.locator(".kit-card")


def test_a_term_opens_a_card_with_both_languages_and_the_way_to_the_glossary(stick: Stick) -> None:
    page = stick.open("en/01-announcement")
    term = page.locator(TERM)
    term.click()
    card = card_of(page)
    expect(card).to_be_visible()
    expect(term).to_have_attribute("aria-expanded", "true")
    expect(card).to_have_accessible_name("Accreditation body")
    expect(card.locator("[lang=bg]")).to_have_text("Орган по акредитация")
    expect(card).to_contain_text("authority as a rule comes from government")
    card.get_by_role("link").click()
    expect(page).to_have_url(stick.address("en/glossary") + "#accreditation-body")
    expect(page.locator("#accreditation-body")).to_be_in_viewport()


def test_a_card_says_what_others_call_it(stick: Stick) -> None:
    page = stick.open("bg/05-editions")
    page.locator(".kit-term[data-term=edition]").first.click()
    expect(card_of(page)).to_contain_text("Казва се и „версия“.")


def test_a_card_is_opened_and_closed_by_keys_and_the_focus_comes_back(stick: Stick) -> None:
    page = stick.open("en/01-announcement")
    term = page.locator(TERM)
    term.focus()
    page.keyboard.press("Enter")
    expect(card_of(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card_of(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card_of(page)).to_be_hidden()
    expect(term).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "false")


def test_the_tab_key_goes_on_to_the_next_term_and_closes_the_card(stick: Stick) -> None:
    page = stick.open("en/01-announcement")
    page.locator(TERM).focus()
    for key in ("Space", "Tab", "Tab"):
        page.keyboard.press(key)
    expect(page.locator("#chain .kit-term[data-term=bureau-veritas]")).to_be_focused()
    expect(card_of(page)).to_be_hidden()


def test_a_click_elsewhere_or_on_the_term_closes_the_card(stick: Stick) -> None:
    page = stick.open("en/01-announcement")
    term = page.locator(TERM)
    term.click()
    page.locator("#chain h2").click()
    expect(card_of(page)).to_be_hidden()
    term.click()
    expect(card_of(page)).to_be_visible()
    term.click()
    expect(card_of(page)).to_be_hidden()
    expect(term).to_have_attribute("aria-expanded", "false")


def test_one_card_follows_another(stick: Stick) -> None:
    page = stick.open("en/01-announcement")
    first, second = page.locator(TERM), page.locator("#chain .kit-term[data-term=ukas]")
    first.click()
    second.click()
    expect(card_of(page)).to_have_accessible_name("UKAS")
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(second).to_have_attribute("aria-expanded", "true")
    assert card_of(page).count() == 1


@pytest.mark.parametrize("language", ["en", "bg"])
def test_every_card_is_within_a_narrow_window(stick: Stick, language: str) -> None:
    page = stick.open(f"{language}/03-accreditation-and-certification", width=320, height=568)
    terms = page.locator(".kit-term")
    for place in range(0, terms.count(), 9):
        terms.nth(place).click()
        box = card_of(page).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] + box["height"] <= 568
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_the_popover_of_the_browser_a_card_works_as_well(stick: Stick) -> None:
    page = stick.open("en/01-announcement", script="delete HTMLElement.prototype.popover;")
    term = page.locator(TERM)
    expect(card_of(page)).to_be_hidden()
    term.click()
    expect(card_of(page)).to_be_visible()
    page.locator("#chain h2").click()
    expect(card_of(page)).to_be_hidden()
    term.click()
    page.keyboard.press("Escape")
    expect(card_of(page)).to_be_hidden()
    expect(term).to_be_focused()


def test_on_paper_a_term_is_plain_text(stick: Stick) -> None:
    page = stick.open("en/01-announcement")
    page.locator(TERM).click()
    page.emulate_media(media="print")
    expect(card_of(page)).to_be_hidden()
    style = "node => [getComputedStyle(node).textDecorationLine, getComputedStyle(node).color]"
    line, colour = page.locator(TERM).evaluate(style)
    assert line == "none"
    assert colour == page.locator("#chain p").first.evaluate("node => getComputedStyle(node).color")


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("language", ["en", "bg"])
def test_axe_finds_nothing(stick: Stick, language: str, *, is_dark: bool, tmp_path: Path) -> None:
    page = stick.open(f"{language}/01-announcement", width=390, is_dark=is_dark)
    page.locator(TERM).click()
    expect(card_of(page)).to_be_visible()
    page.screenshot(path=tmp_path / "card.png")
    assert Axe().run(page).response["violations"] == []
