"""How an explorer looks: barriers that a machine can find, narrow pages, targets, print, motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.content.interface import read_words
from kit.explorers import registry
from kit.explorers.registry import EXPLORERS
from kit.text import LANGUAGES
from tests.browser.explorer_page import (
    ExplorerPages,
    field,
    serve_explorer_pages,
    words_of,
    write,
)
from tests.explorers.factories import SAMPLES, make_desk, use_home

pytestmark = pytest.mark.browser
EN = read_words("explorer", "en")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIDEWAYS = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[ExplorerPages]:
    with serve_explorer_pages(browser) as pages:
        yield pages


@pytest.fixture
def explorers(
    served: ExplorerPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ExplorerPages]:
    monkeypatch.setattr(registry, "EXPLORERS", {**EXPLORERS, **SAMPLES})
    use_home(monkeypatch, tmp_path / "home")
    yield served
    served.close()


def barriers(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_no_barrier_is_found(explorers: ExplorerPages, is_dark: bool) -> None:
    page = explorers.open(make_desk("kept"), is_dark=is_dark, width=390)
    assert barriers(page) == []
    write(field(page, "people"), "99")
    write(field(page, "opened"), "soon")
    page.get_by_text("Ask me for a guess first").click()
    expect(page.locator(".kit-guess fieldset")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name="Yes, it will take longer").click()
    expect(page.locator(".kit-compare")).to_be_visible()
    assert barriers(page) == []


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_barrier_is_found_in_any_explorer_of_the_kit(
    explorers: ExplorerPages, name: str
) -> None:
    for language, is_dark in zip(LANGUAGES, (False, True), strict=True):
        page = explorers.open(make_desk(name, language), is_dark=is_dark, width=390)
        assert barriers(page) == []


def test_a_control_that_depends_on_another_is_shown_only_then(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk("claims-clinic"))
    fields, compare = page.locator("textarea:visible"), page.get_by_role("checkbox")
    first, second = page.get_by_role("radio").all()[:2]
    fields.fill("Bureau Veritas certified us.")
    compare.check()
    expect(page.locator(".kit-found table")).to_contain_text("Bureau Veritas certified us.")
    second.check()
    expect(page.locator(".kit-found table")).to_have_count(0)
    expect(compare).not_to_be_checked()
    expect(fields).to_have_value("")
    first.check()
    expect(fields).to_have_value("Bureau Veritas certified us.")


@pytest.mark.parametrize("name", [*EXPLORERS, "kept"])
def test_a_narrow_page_does_not_scroll_sideways(explorers: ExplorerPages, name: str) -> None:
    for language in LANGUAGES:
        page = explorers.open(make_desk(name, language), width=320)
        expect(page.locator(".kit-explorer")).to_be_visible()
        assert page.evaluate(SIDEWAYS) == 320


def test_twice_as_large_nothing_is_cut_off(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk(language="bg"), width=640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SIDEWAYS) == 640
    cut = """() => [...document.querySelectorAll(".kit-explorer :is(label, legend, button, p, td)")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
      .map((one) => one.textContent)"""
    assert page.evaluate(cut) == []


def test_a_wide_figure_scrolls_in_its_own_box_also_by_the_keys(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk(), width=320)
    box = page.get_by_role("group", name=EN["figure"])
    expect(page.get_by_text(EN["sideways"])).to_be_visible()
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.kit-canvas').scrollLeft > 0")
    place = box.evaluate("e => e.scrollLeft")
    write(field(page, "people"), "5")
    expect(words_of(page)).to_contain_text("5 people")
    assert box.evaluate("e => e.scrollLeft") >= place
    page.set_viewport_size({"width": 900, "height": 900})
    expect(box).to_have_count(0)
    expect(page.get_by_text(EN["sideways"])).to_be_hidden()


@pytest.mark.parametrize("name", [*EXPLORERS, "kept"])
def test_targets_are_large_enough(explorers: ExplorerPages, name: str) -> None:
    page = explorers.open(make_desk(name), width=390)
    targets = ".kit-explorer :is(button, select, textarea, label.kit-pill, input:not(.kit-pill *))"
    boxes = {
        one.evaluate("e => e.outerHTML"): one.bounding_box()
        for one in page.locator(f"{targets}:visible").all()
        if not one.evaluate("e => e.matches('.kit-picker')")
    }
    assert boxes
    assert [html for html, box in boxes.items() if box and box["height"] < 44] == []
    assert [html for html, box in boxes.items() if box and box["width"] < 44] == []


def test_print_shows_what_is_set_and_found_and_no_button(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk("kept"))
    write(field(page, "people"), "5")
    expect(words_of(page)).to_contain_text("5 people")
    page.emulate_media(media="print")
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator("svg")).to_be_visible()
    expect(field(page, "people")).to_have_value("5")


def test_reduced_motion_is_kept(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    page.emulate_media(reduced_motion="reduce")
    found = page.locator(".kit-found")
    assert found.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
