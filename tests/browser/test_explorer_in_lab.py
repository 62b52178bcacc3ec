"""An explorer in a real JupyterLab: keys stay in it, what is set is there after a new kernel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from kit.content.interface import read_words
from tests.browser.conftest import Lab
from tests.browser.test_quiz_in_lab import ARROWS, CELLS, COMMANDS

EN = read_words("explorer", "en")
CONTROLS = [
    *("input[type=radio]", "input[type=checkbox]", "input[type=range]", "select"),
    *("input[type=text]", "input[type=number]", "textarea", "button.kit-open", ".kit-row button"),
]
# These belong to the control that has the focus, and opening a calendar needs no test of ours.
ALIVE_MS = 60_000


@pytest.fixture
def page(sample_lab: Lab) -> Iterator[Page]:
    sample_lab.forget()
    opened = sample_lab.open("eight-principles")
    opened.wait_for_selector(".kit-explorer svg", timeout=ALIVE_MS)
    yield opened
    sample_lab.forget()


@pytest.mark.parametrize("is_code_shown", [False, True], ids=["lesson", "with code shown"])
def test_no_key_typed_in_an_explorer_reaches_the_notebook(page: Page, is_code_shown: bool) -> None:
    if is_code_shown:  # then all of JupyterLab's commands are at work
        page.get_by_role("button", name="Show code").click()
    before = page.evaluate(CELLS)
    assert len(before) > 5
    for control in CONTROLS:
        for key in [*COMMANDS, *ARROWS]:
            page.locator(f".kit-explorer {control}:visible:enabled").last.focus()
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.closest('.kit-explorer') !== null"), key
            assert page.evaluate(CELLS) == before, (control, key)
    assert page.locator(".jp-Dialog").count() == 0


def test_python_answers_and_what_is_set_is_there_again(page: Page, sample_lab: Lab) -> None:
    slider = page.get_by_role("slider", name="People at the counter")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".kit-explorer figcaption")).to_have_text(
        "With 5 people the wait is 3 minutes."
    )
    expect(page.locator(".kit-explorer").get_by_text(EN["kept"])).to_be_visible()
    for session in sample_lab.ask("sessions"):
        sample_lab.ask(f"sessions/{session['id']}", "DELETE")
    again = sample_lab.open("eight-principles", "bg")
    expect(again.locator(".kit-explorer figcaption")).to_have_text(
        "С 5 души се чака 3 минути.", timeout=ALIVE_MS
    )


def test_what_is_set_while_no_kernel_runs_is_kept_after_the_restart(
    page: Page, sample_lab: Lab
) -> None:
    for session in sample_lab.ask("sessions"):
        sample_lab.ask(f"kernels/{session['kernel']['id']}", "DELETE")
    page.wait_for_selector("[data-kit-state=stopped]")
    card = page.locator(".kit-explorer")
    card.get_by_label("Your notes").fill("Five people are too few.")
    card.get_by_text("Try it").click()
    expect(card.get_by_text(EN["not-kept"])).to_be_visible()
    page.get_by_role("button", name=read_words("lab", "en")["start-again"]).click()
    page.wait_for_selector("[data-kit-alive]", timeout=ALIVE_MS)
    again = page.locator(".kit-explorer")
    expect(again.get_by_label("Your notes")).to_have_value("Five people are too few.")
    expect(again.get_by_text(EN["kept"])).to_be_visible()


def test_an_explorer_asks_nothing_outside_and_shows_no_error(page: Page, sample_lab: Lab) -> None:
    page.get_by_role("slider", name="Share of papers").press("ArrowRight")
    expect(page.locator(".kit-explorer").get_by_text(EN["kept"])).to_be_visible()
    assert sample_lab.problems == []
