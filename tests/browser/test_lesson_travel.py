"""Going to the other language and to other lessons, in a real JupyterLab."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

STARTED = 60_000
PLACE = """() => {
    const scroller = document.querySelector(".kit-lesson .jp-WindowedPanel-outer");
    const top = scroller.getBoundingClientRect().top;
    const cells = [...scroller.querySelectorAll(".jp-Cell")];
    const index = cells.findIndex((cell) => cell.getBoundingClientRect().bottom > top + 1
        && cell.offsetHeight);
    return [index, Math.round(cells[index].getBoundingClientRect().top - top)];
}"""


@pytest.fixture
def page(sample_lab) -> Page:
    return sample_lab.open("announcement")


def scroll_to(page: Page, cell: int, offset: int) -> None:
    page.evaluate(
        """([cell, offset]) => {
            const scroller = document.querySelector(".kit-lesson .jp-WindowedPanel-outer");
            const box = scroller.querySelectorAll(".jp-Cell")[cell].getBoundingClientRect();
            scroller.scrollTop += box.top - scroller.getBoundingClientRect().top - offset;
        }""",
        [cell, offset],
    )


def wait_for_lesson(page: Page, title: str, language: str) -> None:
    page.wait_for_selector(f'.kit-lesson[lang="{language}"][data-kit-alive]', timeout=STARTED)
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    expect(page.locator(".kit-lesson")).to_have_count(1)


def wait_for_one_session(lab, page: Page, path: str) -> None:
    """Wait until the kernel of the lesson that was left is gone."""
    page.wait_for_function(
        """async ([url, path]) => {
            const sessions = await (await fetch(url)).json();
            return sessions.length === 1 && sessions[0].path === path;
        }""",
        arg=[f"{lab.url}api/sessions?token={lab.token}", path],
    )


def test_language_switch_opens_the_same_place_in_the_other_language(sample_lab, page):
    scroll_to(page, 7, -40)
    assert page.evaluate(PLACE) == [7, -40]
    page.get_by_role("button", name="БГ").click()
    wait_for_lesson(page, "Съобщението", "bg")
    expect(page.get_by_role("group", name="q1")).to_be_attached()
    index, offset = page.evaluate(PLACE)
    assert index == 7
    assert abs(offset + 40) <= 2
    wait_for_one_session(sample_lab, page, "bg/01-announcement.ipynb")
    assert "bg/01-announcement.ipynb" in page.url
    assert sample_lab.problems == []


def test_language_switch_works_by_keyboard_and_back_again(page):
    page.get_by_role("button", name="БГ").press("Enter")
    wait_for_lesson(page, "Съобщението", "bg")
    page.get_by_role("button", name="EN").press(" ")
    wait_for_lesson(page, "The announcement", "en")
    assert page.evaluate(PLACE)[0] == 0


def test_next_and_previous_lesson(sample_lab, page):
    page.get_by_role("button", name="Next lesson Eight principles").click()
    wait_for_lesson(page, "Eight principles", "en")
    wait_for_one_session(sample_lab, page, "en/02-eight-principles.ipynb")
    page.get_by_role("button", name="Previous lesson").click()
    wait_for_lesson(page, "The announcement", "en")
    assert sample_lab.problems == []


def test_back_in_the_browser_brings_back_the_lesson_before(sample_lab, page):
    page.get_by_role("button", name="Next lesson Eight principles").click()
    wait_for_lesson(page, "Eight principles", "en")
    page.go_back()
    wait_for_lesson(page, "The announcement", "en")


def test_link_to_a_lesson_in_the_words_leaves_this_one(sample_lab, page):
    page.get_by_role("link", name="→").first.click()
    wait_for_lesson(page, "Eight principles", "en")
    wait_for_one_session(sample_lab, page, "en/02-eight-principles.ipynb")


def test_change_is_saved_on_leaving_without_a_question(sample_lab, page):
    path = sample_lab.find("announcement")
    before = path.read_bytes()
    try:
        page.get_by_role("button", name="Show code").click()
        page.locator(".jp-MarkdownCell").first.dblclick()
        page.locator(".jp-MarkdownCell .cm-content").first.click()
        page.keyboard.press("Control+End")
        page.keyboard.type(" Written by a trainer.")
        page.get_by_role("button", name="Next lesson").click()
        wait_for_lesson(page, "Eight principles", "en")
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert "".join(cells[0]["source"]).endswith(" Written by a trainer.")
    finally:
        path.write_bytes(before)


def test_lesson_that_was_only_run_is_left_as_it_was(sample_lab, page):
    path = sample_lab.find("announcement")
    before = path.read_bytes()
    page.get_by_role("button", name="Next lesson").click()
    wait_for_lesson(page, "Eight principles", "en")
    assert path.read_bytes() == before


def test_lesson_that_is_not_there_is_told(sample_lab, page):
    path = sample_lab.find("eight-principles")
    aside = path.rename(path.with_suffix(".away"))
    try:
        page.get_by_role("button", name="Next lesson").click()
        told = "en/02-eight-principles.ipynb is not in this folder."
        expect(page.locator(".kit-notice")).to_contain_text(told)
        assert page.locator("[data-kit-alive]").count() == 1
    finally:
        aside.rename(path)


def test_reload_shows_the_lesson_that_one_has_gone_to(page):
    page.get_by_role("button", name="БГ").click()
    wait_for_lesson(page, "Съобщението", "bg")
    page.reload()
    wait_for_lesson(page, "Съобщението", "bg")
