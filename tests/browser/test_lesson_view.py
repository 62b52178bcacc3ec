"""The lesson view in a real JupyterLab: what is seen, how it is laid out, what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
ZOOMED_TWICE = {"width": 640, "height": 400}
HEAD = ".kit-head"
TURN = ".kit-turn"


@pytest.fixture(scope="module")
def opened(sample_server) -> Iterator[Page]:
    """Open the announcement lesson once for all tests of this file."""
    yield sample_server.open("announcement", viewport=WIDE)
    sample_server.tidy()


@pytest.fixture
def page(opened: Page) -> Iterator[Page]:
    """Return the open lesson, and afterwards undo what a test has done to its window."""
    yield opened
    opened.emulate_media(media="screen", reduced_motion="no-preference")
    # JupyterLab misses a change of the system's theme that comes while it takes up another.
    take_theme(opened, "light")
    opened.set_viewport_size(WIDE)


def boxes(page: Page, selector: str) -> set[tuple[float, float]]:
    """Return left edge and width of every element in sight."""
    script = """(nodes) => nodes.map((node) => node.getBoundingClientRect())
        .filter((box) => box.height > 0).map((box) => [box.left, box.width])"""
    return {tuple(box) for box in page.locator(selector).evaluate_all(script)}


def take_theme(page: Page, scheme: str) -> None:
    """Let the system change to a theme, and wait until JupyterLab has taken it up."""
    page.emulate_media(color_scheme=scheme)
    is_light = str(scheme == "light").lower()
    page.wait_for_selector(f'body[data-jp-theme-light="{is_light}"]', state="attached")


def count_visible(page: Page, selector: str) -> int:
    return page.locator(selector).locator("visible=true").count()


def test_lesson_runs_and_hides_its_code(page):
    expect(page.get_by_role("group", name="q1")).to_be_visible()
    assert (
        count_visible(page, ".jp-InputArea-editor, .jp-Toolbar, #jp-menu-panel, .jp-SideBar") == 0
    )


def test_lesson_opens_without_an_error_or_a_request_to_the_outside(page, sample_server):
    expect(page.get_by_role("group", name="q4")).to_be_attached()
    assert sample_server.problems == []


def test_head_says_where_one_is(page):
    for text in ("Lesson 1", "10 min", "Show code"):
        expect(page.locator(HEAD)).to_contain_text(text)


def test_foot_names_both_neighbours(page):
    names = ["Previous lesson← Start", "Next lessonEight principles →"]
    expect(page.locator(TURN).get_by_role("button")).to_have_text(names)


def test_progress_sums_the_quizzes_and_says_so_in_words(page):
    bar = page.get_by_role("progressbar")
    expect(bar).to_have_accessible_name(re.compile("0 of 8"))
    page.get_by_role("group", name="q1").get_by_label("Pomorie").check()
    expect(bar).to_have_accessible_name(re.compile("1 of 8"))
    page.get_by_role("group", name="q3").get_by_label("Sofia").check()
    expect(bar).to_have_attribute("aria-valuenow", "2")


@pytest.mark.parametrize("viewport", [WIDE, PHONE, ZOOMED_TWICE])
def test_words_quizzes_and_head_stand_in_one_column(page, viewport):
    page.set_viewport_size(viewport)
    page.wait_for_function("(width) => innerWidth === width", arg=viewport["width"])
    words = boxes(page, ".jp-MarkdownCell")
    assert len(words) == 1
    assert boxes(page, "[data-kit-quiz]") == words
    assert boxes(page, ".jp-RenderedMarkdown > p") == words
    for part in (".kit-bar-lesson", ".kit-turn small >> nth=0"):
        gap = min(boxes(page, part))[0] - min(words)[0]
        assert abs(gap) <= 3, part


@pytest.mark.parametrize("viewport", [PHONE, ZOOMED_TWICE])
def test_narrow_page_does_not_scroll_sideways(page, viewport):
    page.set_viewport_size(viewport)
    for scroller in ("html", ".kit-lesson .jp-WindowedPanel-outer", HEAD, ".kit-bar"):
        size = page.locator(scroller).evaluate("(node) => [node.scrollWidth, node.clientWidth]")
        assert size[0] <= size[1], scroller


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_every_button_is_large_enough_for_a_finger(page, viewport):
    page.set_viewport_size(viewport)
    buttons = page.locator(f":is({HEAD}, {TURN}) button").all()
    assert len(buttons) == 5
    for button in buttons:
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44, button.inner_text()


def test_every_button_is_reached_by_tab_and_shows_it(page):
    reached = {}
    page.locator(".kit-languages button").focus()
    for _ in range(80):
        button = page.locator(f":is({HEAD}, {TURN}) button:focus")
        if button.count():
            reached[button.inner_text()] = button.evaluate("(it) => getComputedStyle(it).outline")
        page.keyboard.press("Tab")
    assert len(reached) == 5, reached
    assert all("solid 3px" in outline for outline in reached.values()), reached


def test_code_switch_shows_code_and_tools_and_hides_them_again(page):
    switch = page.get_by_role("button", name="Show code")
    tools = ".jp-NotebookPanel-toolbar, #jp-menu-panel"
    editors = page.locator(".jp-CodeCell .jp-InputArea-editor")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(editors.first).to_be_visible()
    assert count_visible(page, tools) == 2
    switch.click()
    expect(editors.first).to_be_hidden()
    assert count_visible(page, tools) == 0


@pytest.mark.parametrize(
    ("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 25, 29)")]
)
def test_theme_follows_the_system(page, scheme, ground):
    take_theme(page, scheme)
    for part in (HEAD, ".jp-Notebook"):
        expect(page.locator(part)).to_have_css("background-color", ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", [HEAD, TURN, ".jp-MarkdownCell"])
def test_axe_finds_nothing(page, scheme, part):
    take_theme(page, scheme)
    found = Axe().run(page, context=part)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("motion", "is_moving"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_ask_for_that(page, motion, is_moving):
    page.emulate_media(reduced_motion=motion)
    moves = page.evaluate(
        """[getComputedStyle(document.querySelector(".kit-starting"), "::before").animationName,
            getComputedStyle(document.querySelector(".kit-track i")).transitionDuration]"""
    )
    assert (moves != ["none", "0s"]) is is_moving


def test_print_shows_the_whole_lesson_and_nothing_else(page):
    take_theme(page, "dark")
    page.emulate_media(media="print")
    bottom = "(node) => node.getBoundingClientRect().bottom + scrollY"
    height = page.evaluate("document.documentElement.scrollHeight")
    for part in ("#main", ".jp-MarkdownCell >> nth=-1", "[data-kit-quiz] >> nth=-1"):
        assert 900 < page.locator(part).evaluate(bottom) <= height, part
    assert count_visible(page, f"{HEAD}, {TURN}, .jp-SideBar, #jp-top-panel, .lm-TabBar") == 0
    expect(page.locator(".jp-RenderedMarkdown").first).to_have_css("color", "rgb(22, 35, 43)")
    assert page.pdf().count(b"/Type /Page\n") > 1
