"""The page of an agenda in a browser: no barrier, no scrolling sideways, its policy kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kit.agenda import plan
from kit.agenda_files import tell_plan
from kit.agenda_files.page import write_page
from kit.content.library import open_library
from kit.text import LANGUAGES
from tests.agenda.factories import make_request
from tests.browser.test_explorer_looks import SIDEWAYS, barriers

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def open_page(page: Page, folder: Path, language: str) -> list[str]:
    """Open the plan of half a day from a file, and return what the browser complains about."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    file = folder / "agenda.html"
    file.write_bytes(
        write_page(tell_plan(plan(make_request(), open_library()), open_library(), language))
    )
    page.goto(file.as_uri())
    return complaints


@both
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_found(page: Page, tmp_path: Path, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    open_page(page, tmp_path, language)
    assert barriers(page) == []


@both
def test_a_narrow_page_does_not_scroll_sideways(page: Page, tmp_path: Path, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    open_page(page, tmp_path, language)
    assert page.evaluate(SIDEWAYS) == 320


def test_the_style_stands_under_the_policy(browser: Browser, tmp_path: Path) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        assert open_page(page, tmp_path, "en") == []
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(20, 25, 29)"
        page.emulate_media(media="print")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
