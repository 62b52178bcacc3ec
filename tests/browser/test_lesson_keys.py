"""Keys and clicks in a lesson, in a real JupyterLab: none changes the notebook by accident."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

# Every one of these cuts, copies, adds, merges, moves, opens or turns a cell in a plain notebook.
KEYS = ["x", "a", "b", "c", "v", "m", "y", "z", "1", "Enter", "Delete", "Shift+m", "Shift+Enter"]
KEYS += ["d d", "0 0", "Control+Enter", "Alt+Enter", "Control+Shift+ArrowDown", "Shift+ArrowDown"]
CELLS = """() => [...document.querySelectorAll(".kit-lesson .jp-Cell")].map((cell) => [
    cell.classList.contains("jp-MarkdownCell"), cell.classList.contains("jp-mod-rendered"),
    cell.innerText])"""


@pytest.fixture(scope="module")
def opened(sample_server) -> Iterator[Page]:
    """Open the announcement lesson once for all tests of this file."""
    page = sample_server.open("announcement")
    page.get_by_role("group", name="q4").wait_for()
    yield page
    sample_server.tidy()


@pytest.fixture
def page(opened: Page) -> Iterator[Page]:
    """Return the open lesson, and show afterwards that it holds what it held before."""
    before = opened.evaluate(CELLS)
    yield opened
    assert opened.evaluate(CELLS) == before
    assert opened.locator(".jp-Dialog").count() == 0


def press_all(page: Page) -> None:
    for keys in KEYS:
        for key in keys.split():
            page.keyboard.press(key)


@pytest.mark.parametrize("index", [0, 3])
def test_keys_on_a_cell_change_nothing(page, index):
    page.locator(".jp-MarkdownCell").nth(index).evaluate("(cell) => cell.focus()")
    press_all(page)


def test_keys_after_a_click_on_the_words_change_nothing(page):
    page.locator(".jp-RenderedMarkdown p").first.click()
    press_all(page)


def test_keys_on_a_link_change_nothing(page):
    page.get_by_role("link", name="→").first.focus()
    for key in ("x", "b", "d", "d", "Delete"):
        page.keyboard.press(key)


def test_keys_on_a_button_of_the_lesson_change_nothing(page):
    for button in (".kit-languages button", ".kit-turn button >> nth=0"):
        page.locator(button).focus()
        for key in ("x", "b", "d", "d", "Delete"):
            page.keyboard.press(key)


def test_double_click_selects_a_word_and_opens_no_editor(page):
    words = page.locator(".jp-RenderedMarkdown p").first
    words.dblclick()
    assert page.evaluate("getSelection().toString().length") > 0
    assert page.locator(".jp-InputArea-editor").locator("visible=true").count() == 0


def test_right_click_offers_no_way_to_cut_a_cell(page):
    page.locator(".jp-RenderedMarkdown p").first.click(button="right")
    assert page.locator(".lm-Menu").count() == 0


def test_arrows_scroll_the_page(page):
    scroller = page.locator(".kit-lesson .jp-WindowedPanel-outer")
    page.locator(".jp-RenderedMarkdown p").first.click()
    before = scroller.evaluate("(node) => node.scrollTop")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "(top) => document.querySelector('.jp-WindowedPanel-outer').scrollTop > top", arg=before
    )
    scroller.evaluate("(node) => node.scrollTo(0, 0)")


@pytest.mark.parametrize("has_code", [False, True])
def test_core_widgets_keep_their_keys(page, has_code):
    switch = page.get_by_role("button", name="Show code")
    if has_code:
        switch.click()
    count = page.locator(".kit-lesson .jp-Cell").count()
    controls = page.locator(".widget-vbox, .jupyter-widgets.widget-vbox")
    radios = controls.get_by_role("radio")
    radios.first.focus()
    page.keyboard.press("ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    page.keyboard.press("ArrowUp")
    for control in (radios.first, controls.get_by_role("checkbox"), controls.get_by_role("button")):
        control.focus()
        for key in ("x", "b", "a", "m", "d", "d"):
            page.keyboard.press(key)
    box = controls.get_by_role("checkbox")
    box.press(" ")
    expect(box).to_be_checked()
    box.press(" ")
    choice = controls.get_by_role("combobox")
    choice.focus()
    page.keyboard.press("b")
    expect(choice).to_have_value("blue")
    page.keyboard.press("r")
    assert page.locator(".kit-lesson .jp-Cell").count() == count
    if has_code:
        switch.click()


def test_with_code_shown_a_trainer_can_edit(page):
    switch = page.get_by_role("button", name="Show code")
    switch.click()
    cell = page.locator(".jp-MarkdownCell").first
    cell.dblclick()
    expect(cell.locator(".jp-InputArea-editor")).to_be_visible()
    page.keyboard.press("Shift+Enter")
    switch.click()
    expect(cell.locator(".jp-InputArea-editor")).to_be_hidden()


def test_hidden_code_leaves_no_mark_in_the_file(page, opened, sample_server):
    page.locator(".jp-RenderedMarkdown p").first.click()
    with page.expect_response(lambda answer: answer.request.method == "PUT") as answer:
        page.keyboard.press("Control+s")
    assert answer.value.url.split("?")[0].endswith("/api/contents/en/01-announcement.ipynb")
    answer.value.finished()
    saved = sample_server.ask("contents/en/01-announcement.ipynb")["content"]
    assert all("editable" not in cell["metadata"] for cell in saved["cells"])
    assert [cell["id"] for cell in saved["cells"]][:3] == ["title", "open", "controls"]
