"""How a lesson starts, fails and starts again, in a real JupyterLab."""

from __future__ import annotations

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import start_samples

SOON = 20_000
STARTED = 60_000


@pytest.fixture
def page(sample_lab) -> Page:
    return sample_lab.open("announcement", "bg")


def kill_kernel(lab) -> None:
    """Kill the kernel of the open lesson, as a full memory would."""
    sessions = {session["path"]: session for session in lab.ask("sessions")}
    kernel = sessions["bg/01-announcement.ipynb"]["kernel"]
    connection = f"kernel-{kernel['id']}.json"
    for process in psutil.process_iter(["cmdline"]):
        if connection in " ".join(process.info["cmdline"] or []):
            process.kill()


def test_lesson_that_starts_says_so(sample_lab):
    page = sample_lab.show(sample_lab.find("start", "bg"))
    expect(page.locator(".kit-bar-lesson")).to_have_text("Начало")
    expect(page.get_by_text("Урокът се зарежда…")).to_be_visible()
    page.wait_for_selector("[data-kit-alive]", timeout=STARTED)
    expect(page.get_by_text("Урокът се зарежда…")).to_be_hidden()
    assert page.locator(".kit-lesson").get_attribute("lang") == "bg"


def test_first_lesson_has_no_way_back(sample_lab):
    page = sample_lab.show(sample_lab.find("start", "bg"))
    ways = page.get_by_role("navigation", name="Други уроци").get_by_role("button")
    expect(ways).to_have_text(["Следващ урокСъобщението →"])


def test_dead_kernel_is_told_and_started_again(sample_lab, page, trace):
    kill_kernel(sample_lab)
    notice = page.locator(".kit-notice")
    expect(notice).to_contain_text("Урокът спря да отговаря.", timeout=SOON)
    assert page.locator("[data-kit-alive]").count() == 0
    notice.get_by_role("button", name="Стартирай отново").click()
    page.wait_for_selector("[data-kit-alive]", timeout=STARTED)
    expect(notice).to_be_hidden()
    expect(page.get_by_role("group", name="q1")).to_be_visible()
    assert len(trace.read_text().splitlines()) == 2
    assert page.locator(".jp-Dialog").count() == 0


def test_cell_that_fails_is_told_and_its_reason_shown(sample_lab, page):
    switch = page.get_by_role("button", name="Покажи кода")
    switch.click()
    page.locator(".jp-CodeCell .cm-content").nth(1).click()
    page.keyboard.press("Control+a")
    page.keyboard.type("1 / 0")
    switch.click()
    kill_kernel(sample_lab)
    page.get_by_role("button", name="Стартирай отново").click(timeout=SOON)
    notice = page.locator(".kit-notice")
    expect(notice).to_contain_text("Част от урока не се зареди.", timeout=STARTED)
    expect(page.get_by_text("ZeroDivisionError: division by zero")).to_be_visible()


def test_leaving_a_lesson_that_was_only_run_asks_no_question(sample_lab, page):
    page.get_by_role("group", name="q1").get_by_label("Pomorie").check()
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.message) or dialog.accept())
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == []


def test_ctrl_c_with_a_lesson_open_ends_without_a_stack_trace(browser, tmp_path):
    serving = start_samples(tmp_path, browser)
    lab = next(serving)
    page = lab.open("start")
    assert list(serving) == []
    page.close()
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def test_window_is_named_after_the_lesson_in_its_language(page):
    assert page.title() == "Съобщението"
    assert page.locator("html").get_attribute("lang") == "bg"
