"""Every page of the course in a real browser: for everyone, narrow, large, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kit.text import LANGUAGES
from tests.browser.site_pages import SitePages, fill_all

pytestmark = pytest.mark.slow
CONTRAST = {"runOnly": ["color-contrast"]}


def names(site: SitePages, language: str) -> list[str]:
    return sorted(path.name for path in (site.folder / language).glob("*.html"))


def violations(page: Page, **options: object) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, options=options or None).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


def too_wide(page: Page) -> list[str]:
    """Return what sticks out of the window."""
    return page.evaluate("""() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      const isOut = (one) => one.getBoundingClientRect().right > innerWidth + 1;
      const out = [...document.querySelectorAll("main *")].filter(isOut);
      return out.map((one) => one.outerHTML.slice(0, 120));
    }""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_for_everyone(site: SitePages, language: str) -> None:
    # Over http, since axe-core asks for the style sheet once more.
    options = {"viewport": {"width": 1000, "height": 800}, "reduced_motion": "reduce"}
    context = site.context("http", **options)
    for name in names(site, language):
        page = fill_all(site.show(context, f"{language}/{name}", "http"))
        page.emulate_media(color_scheme="light")
        assert violations(page) == [], name
        page.emulate_media(color_scheme="dark")
        expect(page.locator("html")).to_have_class("kit-js kit-dark")
        assert violations(page, **CONTRAST) == [], name
        page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "letters"), [(320, 16), (640, 32)], ids=["narrow", "large"])
def test_no_page_scrolls_sideways(site: SitePages, language: str, width: int, letters: int) -> None:
    context = site.context(viewport={"width": width, "height": 800})
    for name in names(site, language):
        page = site.show(context, f"{language}/{name}")
        sizes = {"standard": letters, "fixed": letters}
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
        assert (
            page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{letters}px"
        )
        assert too_wide(fill_all(page)) == [], name
        page.close()


def test_targets_are_large_enough(site: SitePages) -> None:
    page = fill_all(site.open("bg/01-announcement.html", viewport={"width": 390, "height": 844}))
    page.locator(".kit-menu summary").click()
    targets = ".kit-head a, summary, .kit-menu-in :is(button, label), .kit-turn a, .kit-option"
    boxes = [(one.inner_text(), one.bounding_box()) for one in page.locator(targets).all()]
    assert len(boxes) > 10
    assert [name for name, box in boxes if box and min(box["width"], box["height"]) < 44] == []


def test_the_choice_of_light_and_dark_is_kept_and_seen_at_once(site: SitePages) -> None:
    context = site.context(color_scheme="light")
    page = site.show(context, "en/index.html")
    root = page.locator("html")
    expect(root).to_have_class("kit-js")
    page.locator(".kit-menu summary").click()
    page.get_by_label("dark").check()
    expect(root).to_have_class("kit-js kit-dark")
    other = site.show(context, "bg/00-start.html")
    expect(other.locator("html")).to_have_class("kit-js kit-dark")
    other.emulate_media(color_scheme="dark")
    page.get_by_label("light", exact=True).check()
    expect(other.locator("html")).to_have_class("kit-js")
    page.get_by_label("as on this device").check()
    expect(other.locator("html")).to_have_class("kit-js kit-dark")


def test_paper_has_the_lesson_and_nothing_else(site: SitePages) -> None:
    page = fill_all(site.open("en/01-announcement.html"))
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".kit-head", ".kit-turn", ".kit-own-notes"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".kit-notes .kit-line").first).to_be_visible()
    expect(page.locator("legend:visible")).not_to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_paper_has_every_question_of_a_quiz(site: SitePages) -> None:
    page = fill_all(site.open("bg/01-announcement.html"))
    bodies = page.locator("#quiz-parties .kit-body:has(fieldset)")
    shown = "all => all.filter((one) => one.checkVisibility()).length"
    assert bodies.evaluate_all(shown) == 1
    page.emulate_media(media="print")
    assert bodies.evaluate_all(shown) == bodies.count() == 4


def test_printing_waits_until_everything_is_there(site: SitePages) -> None:
    page = site.open("en/04-three-year-cycle.html")
    page.evaluate(
        """window.print = () => {
          window.printed = document.querySelectorAll("[data-ready]").length;
        };"""
    )
    page.locator(".kit-menu summary").click()
    page.get_by_role("button", name="Print this page").click()
    page.wait_for_function("() => window.printed")
    places = "[data-quiz], [data-explorer], [data-drawing], [data-course], [data-notes]"
    assert page.evaluate("window.printed") >= page.locator(places).count()
    expect(page.locator("#kit-notice")).to_be_hidden()


def test_without_scripts_the_words_can_be_read(site: SitePages) -> None:
    page = site.open("en/01-announcement.html", java_script_enabled=False)
    expect(page.get_by_text("This page can be read without JavaScript")).to_be_visible()
    expect(page.locator("figcaption").first).to_be_visible()
    expect(page.locator(".kit-menu")).to_be_hidden()
    page.locator(".kit-languages a").click()
    expect(page.locator("html")).to_have_attribute("lang", "bg")
