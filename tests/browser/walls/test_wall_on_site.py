"""The wall over pages of the site: opened from a folder, under their strict policy."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from kit.content.interface import read_words
from tests.browser.site_pages import SitePages, fill_all

EN, BG = (read_words("wall", language) for language in ("en", "bg"))
SIZE = {"width": 1280, "height": 720}


def raise_wall(page: Page) -> Locator:
    page.keyboard.press("p")
    wall = page.get_by_role("dialog")
    expect(wall).to_be_visible()
    return wall


def go_to(wall: Locator, title: str) -> None:
    """Go to the first step of which the name ends so."""
    names = wall.locator(".kit-wall-bar option").all_text_contents()
    wall.get_by_role("combobox", name=EN["steps"]).select_option(
        index=next(place for place, name in enumerate(names) if name.endswith(title))
    )


def test_a_button_and_a_key_open_the_wall(site: SitePages) -> None:
    page = site.open("bg/02-eight-principles.html", viewport=SIZE)
    page.get_by_role("button", name=BG["open"]).click()
    expect(page.get_by_role("dialog", name="На екрана: Осем принципа")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=BG["open"])).to_be_focused()
    raise_wall(page)


def test_a_page_that_is_no_lesson_has_no_wall(site: SitePages) -> None:
    page = site.open("en/glossary.html", viewport=SIZE)
    expect(page.locator("html")).to_have_class("kit-js")
    page.keyboard.press("p")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name=EN["open"])).to_have_count(0)


def test_terms_are_words_like_others_on_the_wall(site: SitePages) -> None:
    page = site.open("bg/01-announcement.html", viewport=SIZE)
    assert page.locator("#hook .kit-term").count() > 1
    wall = raise_wall(page)
    words = page.locator("#hook p").first.inner_text()
    while wall.locator(".kit-wall-step").get_by_text(words).count() == 0:
        page.keyboard.press("PageDown")
    step = wall.locator(".kit-wall-step")
    expect(step.get_by_text(words)).to_be_visible()
    expect(step.locator("button, .kit-wall-note")).to_have_count(0)
    expect(step).to_have_css("outline-style", "none")


def test_nothing_done_on_the_wall_is_recorded(site: SitePages) -> None:
    page = site.open("en/02-eight-principles.html", viewport=SIZE)
    wall = raise_wall(page)
    go_to(wall, "Where do they stand?")
    page.keyboard.press("r")
    expect(wall.locator(".kit-quiz .missed").first).to_be_visible()
    go_to(wall, "in the light of seven principles")
    wall.locator(".kit-explorer input[type=radio]").nth(2).check()
    page.keyboard.press("Escape")
    own = page.locator("#explore-self-assessment .kit-explorer")
    expect(own.locator("input[type=radio]").nth(2)).not_to_be_checked()
    keys = page.evaluate("Object.keys(localStorage)")
    assert [key for key in keys if key.startswith(("kit-log/", "kit-outbox/"))] == []
    expect(page.locator("#quiz-where .missed")).to_have_count(0)


def test_an_explorer_answers_from_its_frames_and_is_given_back(site: SitePages) -> None:
    page = site.open("en/02-eight-principles.html", viewport=SIZE)
    wall = raise_wall(page)
    own = page.locator("#explore-eight figcaption")
    said = own.text_content() or ""
    go_to(wall, "Eight principles at one imagined desk")
    wall.locator(".kit-explorer select").first.select_option(index=2)
    expect(wall.locator("figcaption")).not_to_have_text(said)
    page.keyboard.press("Escape")
    expect(own).to_have_text(said)


def test_leaving_gives_back_the_place_on_the_page(site: SitePages) -> None:
    page = site.open("en/02-eight-principles.html#traces", viewport=SIZE)
    page.wait_for_function("scrollY > 500")
    fill_all(page)  # the page grows no more
    page.keyboard.press("Shift")  # whoever moves a hand is not held at a place any more
    top = page.evaluate("scrollY")
    wall = raise_wall(page)
    page.mouse.move(600, 300)
    page.mouse.wheel(0, 900)
    page.keyboard.press("Escape")
    expect(wall).to_have_count(0)
    assert page.evaluate("scrollY") == top
    wall = raise_wall(page)
    go_to(wall, "Eight become seven")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Eight become seven")).to_be_in_viewport()
