"""Ways through the pages: languages at the same place, links, the keys, progress taken along."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Page, expect

from kit.cli import run
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.events import Event
from kit.learner.transfer import decode
from tests.browser.hands import MAX_TABS
from tests.browser.quiz_page import shown
from tests.browser.site_pages import SitePages, fill_all
from tests.browser.test_site_quiz import ENTRIES, save_file

HOMES = pytest.mark.parametrize("over", ["file", "http"])
OFFSET = """(cell) => document.getElementById(cell).getBoundingClientRect().top
  - document.querySelector(".kit-head").getBoundingClientRect().bottom"""
PROGRESS = read_words("progress", "en")


def offset(page: Page, cell: str) -> float:
    """Return how far below the head a cell stands."""
    return page.evaluate(f"({OFFSET})({cell!r})")


@HOMES
def test_the_other_language_is_shown_at_the_same_place(site: SitePages, over: str) -> None:
    page = site.open("en/01-announcement.html", over, viewport={"width": 1000, "height": 700})
    fill_all(page)  # What is filled later moves what stands below it.
    page.locator("#figure-certificate").evaluate("(one) => scrollTo(0, one.offsetTop - 30)")
    before = offset(page, "figure-certificate")
    # The head stays in sight, yet a click of the driver would scroll to it.
    page.locator(".kit-languages a").evaluate("(way) => way.click()")
    expect(page.locator("html")).to_have_attribute("lang", "bg")
    assert page.url.endswith("bg/01-announcement.html#figure-certificate")
    page.locator("#figure-certificate").wait_for()
    page.wait_for_function(
        f"(there) => Math.abs(({OFFSET})('figure-certificate') - there) < 3", arg=before
    )


@HOMES
def test_the_first_page_leads_into_the_language_of_last_time(site: SitePages, over: str) -> None:
    page = site.open("index.html", over)
    page.get_by_role("link", name="Български").click()
    expect(page.locator("h1")).to_have_text(read_words("site", "bg")["course"])
    page.wait_for_function("() => localStorage.getItem('kit-language') === 'bg'")
    again = site.show(page.context, "index.html", over)
    expect(again.locator("html")).to_have_attribute("lang", "bg")


def test_pages_are_turned_and_links_in_words_lead_to_pages(site: SitePages) -> None:
    page = site.open("en/00-start.html")
    page.get_by_role("link", name="The announcement →").click()
    expect(page.locator("h1")).to_have_text("The announcement")
    page.get_by_role("link", name="← Start").click()
    page.get_by_role("link", name="3. Accreditation").click()
    expect(page).to_have_url(f"{site.addresses['file']}/en/03-accreditation-and-certification.html")
    page.get_by_role("link", name="Contents").click()
    page.get_by_role("link", name="Glossary").click()
    expect(page.locator("dt")).to_have_count(len(open_library().glossary))


def test_a_place_within_a_lesson_can_be_opened(site: SitePages) -> None:
    page = site.open("en/01-announcement.html#mistakes-list")
    page.wait_for_function(
        """() => Math.abs(document.querySelector("#mistakes-list").getBoundingClientRect().top
          - document.querySelector(".kit-head").getBoundingClientRect().bottom) < 3"""
    )


def tab_to(page: Page, place: str) -> None:
    for _ in range(MAX_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(place) => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"the focus never reaches {place}")


def test_a_lesson_goes_by_the_keys_alone(site: SitePages) -> None:
    page = site.open("en/01-announcement.html")
    page.locator(".kit-option").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(".kit-skip")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, ".kit-option input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(shown(page).first.locator(".kit-option p").first).to_be_visible()
    page.keyboard.press("Shift+Tab")
    tab_to(page, "[data-quiz='parties'] .kit-option input")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("[data-quiz='parties'] .kit-status")).not_to_be_empty()


def test_the_menu_opens_and_closes_by_the_keys(site: SitePages) -> None:
    page = site.open("en/00-start.html")
    tab_to(page, ".kit-menu summary")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=kit-look]")
    page.keyboard.press("Escape")
    expect(page.locator(".kit-menu summary")).to_be_focused()
    expect(page.locator(".kit-menu-in")).to_be_hidden()


@HOMES
def test_progress_goes_to_jupyterlab_and_comes_back(
    site: SitePages,
    over: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))
    page = site.open("en/00-start.html", over)
    page.locator(".kit-option input").first.check()
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".kit-saved").first).to_contain_text("Saved")
    taken = tmp_path / "taken.json"
    taken.write_bytes(save_file(site, page, over))
    events = decode(taken.read_bytes())
    assert run(["progress", "import", str(taken), "--language", "en"]) == 0
    said = PROGRESS["imported"].format(events=len(events), new=len(events), known=0)
    assert said in capsys.readouterr().out
    brought = tmp_path / "brought.json"
    assert run(["progress", "export", str(brought), "--language", "en"]) == 0

    other = site.open("en/index.html", over)
    for new in (len(events), 0):
        other.locator("input[type=file]").set_input_files(brought)
        told = PROGRESS["imported"].format(events=len(events), new=new, known=len(events) - new)
        expect(other.locator(".kit-told")).to_have_text(told)
    stored = msgspec.convert(other.evaluate(ENTRIES), list[Event])
    assert sorted(stored, key=lambda one: one.at) == events


def test_a_file_that_cannot_be_brought_in_is_explained(site: SitePages, tmp_path: Path) -> None:
    page = site.open("bg/index.html")
    words = read_words("progress", "bg")
    bad = {"format": "iso9001-kit-progress", "version": 1, "events": [{"id": "x"}]}
    for text, start in (
        ("{", words["not-json"][:40]),
        ("[]", words["other-format"][:40]),
        (json.dumps(bad), words["broken-event"].format(number=1, field="id", reason="")[:40]),
    ):
        path = tmp_path / "file.json"
        path.write_text(text, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(path)
        expect(page.locator(".kit-told")).to_contain_text(start)
    assert page.evaluate(ENTRIES) == []


def test_nothing_to_save_is_said(site: SitePages) -> None:
    page = site.open("en/index.html")
    page.get_by_role("button", name="Save my progress as a file").click()
    expect(page.locator(".kit-told")).to_have_text(read_words("site-transfer", "en")["nothing"])


def test_notes_are_there_again(site: SitePages) -> None:
    page = site.open("en/01-announcement.html")
    page.get_by_label("Your notes for yourself").fill("Ask who certified us.")
    again = site.show(page.context, "en/01-announcement.html")
    expect(again.get_by_label("Your notes for yourself")).to_have_value("Ask who certified us.")
