"""The lesson view in a real JupyterLab: what is seen, how it is laid out, what is said."""

from __future__ import annotations

import os
import signal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 640, "height": 400}
HEAD = ".kit-head"
TURN = ".kit-turn"


def boxes(page: Page, selector: str) -> list[tuple[float, float]]:
    """Return left edge and width of every element in sight."""
    script = """(nodes) => nodes.map((node) => node.getBoundingClientRect())
        .filter((box) => box.height > 0).map((box) => [box.left, box.width])"""
    return [tuple(box) for box in page.locator(selector).evaluate_all(script)]


def wait_for_theme(page: Page, scheme: str) -> None:
    """Wait until JupyterLab has taken up a theme."""
    is_light = str(scheme == "light").lower()
    page.wait_for_selector(f'body[data-jp-theme-light="{is_light}"]', state="attached")


def test_lesson_runs_and_hides_its_code(sample_lab):
    page = sample_lab.open("announcement")
    expect(page.get_by_role("group", name="q1")).to_be_visible()
    for hidden in (".jp-InputArea-editor", ".jp-NotebookPanel-toolbar", "#jp-menu-panel"):
        assert page.locator(hidden).locator("visible=true").count() == 0, hidden


def test_lesson_opens_without_an_error_or_a_request_to_the_outside(sample_lab):
    page = sample_lab.open("announcement")
    expect(page.get_by_role("group", name="q4")).to_be_attached()
    assert sample_lab.problems == []


@pytest.mark.parametrize(
    ("language", "lesson", "minutes", "code"),
    [("en", "Lesson 1 of 2", "10 min", "Show code"), ("bg", "Урок 1 от 2", "10 мин", "Покажи кода")],
)
def test_head_says_where_one_is_in_the_language_of_the_lesson(
    sample_lab, language, lesson, minutes, code
):
    page = sample_lab.open("announcement", language)
    for text in (lesson, minutes, code):
        expect(page.locator(HEAD)).to_contain_text(text)
    assert page.locator(".kit-lesson").get_attribute("lang") == language


def test_start_lesson_is_named_and_has_no_lesson_before_it(sample_lab):
    page = sample_lab.open("start")
    expect(page.locator(".kit-bar-lesson")).to_have_text("Start")
    expect(page.locator(TURN).get_by_role("button")).to_have_text(["Next lessonThe announcement →"])


def test_foot_names_both_neighbours(sample_lab):
    page = sample_lab.open("announcement", "bg")
    names = ["Предишен урок← Начало", "Следващ урокОсем принципа →"]
    expect(page.locator(TURN).get_by_role("button")).to_have_text(names)


def test_progress_sums_the_quizzes_and_says_so_in_words(sample_lab):
    page = sample_lab.open("announcement")
    bar = page.get_by_role("progressbar")
    expect(bar).to_have_accessible_name("0 of 8 questions done")
    page.get_by_role("group", name="q1").get_by_label("Pomorie").check()
    expect(bar).to_have_accessible_name("1 of 8 questions done")
    page.get_by_role("group", name="q3").get_by_label("Sofia").check()
    expect(bar).to_have_attribute("aria-valuenow", "2")


@pytest.mark.parametrize("viewport", [WIDE, PHONE, ZOOMED])
def test_words_quizzes_and_head_stand_in_one_column(sample_lab, viewport):
    page = sample_lab.open("announcement", viewport=viewport)
    expect(page.get_by_role("group", name="q4")).to_be_attached()
    words = boxes(page, ".jp-MarkdownCell")
    assert len(set(words)) == 1
    assert set(boxes(page, "[data-kit-quiz]")) == set(words)
    assert boxes(page, ".kit-bar-lesson")[0][0] == words[0][0]


@pytest.mark.parametrize("viewport", [PHONE, ZOOMED])
def test_narrow_page_does_not_scroll_sideways(sample_lab, viewport):
    page = sample_lab.open("announcement", viewport=viewport)
    for scroller in ("html", ".kit-lesson .jp-WindowedPanel-outer", HEAD):
        width = page.locator(scroller).evaluate("(node) => [node.scrollWidth, node.clientWidth]")
        assert width[0] <= width[1], scroller


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_every_button_is_large_enough_for_a_finger(sample_lab, viewport):
    page = sample_lab.open("announcement", viewport=viewport)
    buttons = page.locator(f":is({HEAD}, {TURN}) button").all()
    assert len(buttons) == 4
    for button in buttons:
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44, button.inner_text()


def test_code_switch_shows_code_and_tools_and_hides_them_again(sample_lab):
    page = sample_lab.open("announcement")
    switch = page.get_by_role("button", name="Show code")
    tools = page.locator(".jp-NotebookPanel-toolbar, #jp-menu-panel")
    editors = page.locator(".jp-CodeCell .jp-InputArea-editor")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(editors.first).to_be_visible()
    assert tools.locator("visible=true").count() == 2
    switch.click()
    expect(editors.first).to_be_hidden()
    assert tools.locator("visible=true").count() == 0


def test_theme_follows_the_system(sample_lab):
    grounds = {}
    for scheme in ("light", "dark"):
        page = sample_lab.open("start", color_scheme=scheme)
        wait_for_theme(page, scheme)
        ground = "(node) => getComputedStyle(node).backgroundColor"
        grounds[scheme] = page.locator(".jp-Notebook").evaluate(ground)
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 29)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_head_foot_and_notice(sample_lab, scheme):
    page = sample_lab.open("announcement", color_scheme=scheme)
    wait_for_theme(page, scheme)
    kill_kernel(sample_lab)
    expect(page.get_by_role("button", name="Start again")).to_be_visible()
    for part in (HEAD, TURN, ".jp-MarkdownCell"):
        found = Axe().run(page, context=part)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("motion", "is_moving"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_ask_for_that(sample_lab, motion, is_moving):
    page = sample_lab.open("start", reduced_motion=motion)
    still = """() => [getComputedStyle(document.querySelector(".kit-starting"), "::before").animationName,
        getComputedStyle(document.querySelector(".kit-track i")).transitionDuration]"""
    assert (page.evaluate(still) != ["none", "0s"]) is is_moving


def test_print_shows_the_whole_lesson_and_nothing_else(sample_lab):
    page = sample_lab.open("announcement", color_scheme="dark")
    page.emulate_media(media="print")
    bottom = "(node) => node.getBoundingClientRect().bottom + scrollY"
    height = page.evaluate("document.documentElement.scrollHeight")
    for part in ("#main", ".jp-MarkdownCell >> nth=-1", "[data-kit-quiz] >> nth=-1"):
        assert 900 < page.locator(part).evaluate(bottom) <= height, part
    for chrome in (HEAD, TURN, ".jp-SideBar", "#jp-top-panel"):
        assert page.locator(chrome).locator("visible=true").count() == 0, chrome
    assert page.pdf().count(b"/Type /Page\n") > 1


def kill_kernel(lab) -> None:
    """Kill the kernel of the only lesson that is open, as a full memory would."""
    (session,) = lab.ask("sessions")
    connection = f"kernel-{session['kernel']['id']}.json"
    for process in os.listdir("/proc"):
        if process.isdecimal():
            with open(f"/proc/{process}/cmdline", "rb") as command:
                if connection.encode() in command.read():
                    os.kill(int(process), signal.SIGKILL)


def test_dead_kernel_is_told_and_started_again(sample_lab, trace):
    page = sample_lab.open("announcement")
    kill_kernel(sample_lab)
    notice = page.locator(".kit-notice")
    expect(notice).to_contain_text("The lesson has stopped answering", timeout=20_000)
    assert page.locator("[data-kit-alive]").count() == 0
    notice.get_by_role("button", name="Start again").click()
    page.wait_for_selector("[data-kit-alive]", timeout=60_000)
    expect(notice).to_be_hidden()
    expect(page.get_by_role("group", name="q1")).to_be_visible()
    assert len(trace.read_text().splitlines()) == 2
    assert page.locator(".jp-Dialog").count() == 0


def test_cell_that_fails_is_told_and_its_reason_shown(sample_lab):
    page = sample_lab.open("announcement")
    page.get_by_role("button", name="Show code").click()
    editor = page.locator(".jp-CodeCell").nth(1).locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("1 / 0")
    page.get_by_role("button", name="Show code").click()
    kill_kernel(sample_lab)
    page.get_by_role("button", name="Start again").click(timeout=20_000)
    notice = page.locator(".kit-notice")
    expect(notice).to_contain_text("A part of this lesson did not start", timeout=60_000)
    expect(page.get_by_text("ZeroDivisionError: division by zero")).to_be_visible()
