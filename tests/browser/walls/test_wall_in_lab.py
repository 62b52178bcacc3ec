"""The wall in a real JupyterLab: nothing there changes, and explorers answer with their kernel."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.content.interface import read_words
from kit.learner.store import AttemptStore
from tests.browser.conftest import Lab
from tests.browser.test_quiz_in_lab import ARROWS, CELLS, COMMANDS

EN = read_words("wall", "en")
ALIVE_MS = 60_000


@pytest.fixture(autouse=True)
def _no_attempts(lab: Lab) -> Iterator[None]:
    lab.forget()
    yield
    lab.forget()


@pytest.fixture
def explorer(sample_lab: Lab) -> Iterator[Page]:
    """Return a lesson that ends with an explorer, which is kept."""
    sample_lab.forget()
    opened = sample_lab.open("eight-principles")
    opened.wait_for_selector(".kit-explorer svg", timeout=ALIVE_MS)
    yield opened
    sample_lab.forget()


def raise_wall(page: Page) -> Locator:
    page.get_by_role("button", name=EN["open"]).click()
    wall = page.get_by_role("dialog")
    expect(wall).to_be_visible()
    return wall


def go_to(wall: Locator, title: str) -> None:
    """Go to the first step of which the name ends so."""
    if wall.locator(".kit-wall-dark").is_visible():
        wall.page.keyboard.press("q")
    names = wall.locator(".kit-wall-bar option").all_text_contents()
    wall.get_by_role("combobox", name=EN["steps"]).select_option(
        index=next(place for place, name in enumerate(names) if name.endswith(title))
    )
    wall.locator(".kit-wall-step").evaluate("(it) => it.focus({ preventScroll: true })")


def test_no_key_on_the_wall_reaches_the_notebook(lab: Lab) -> None:
    page = lab.open("announcement")
    before = page.evaluate(CELLS)
    wall = raise_wall(page)
    for has_focus in (True, False):
        for key in [*COMMANDS, *ARROWS]:
            if key == "Escape":
                continue
            go_to(wall, "Who did what?")
            if not has_focus:
                page.evaluate("document.activeElement.blur()")
            page.keyboard.press(key)
            assert page.evaluate(CELLS) == before, key
    assert page.locator(".jp-Dialog").count() == 0
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    expect(wall).to_have_count(0)
    assert page.evaluate(CELLS) == before
    assert lab.problems == []


def test_the_key_opens_the_wall_also_from_within_a_quiz(lab: Lab) -> None:
    page = lab.open("announcement", "bg")
    quiz = page.locator('[data-kit-quiz="announcement/prediction"]')
    quiz.locator("input").first.focus()
    top = page.locator(".jp-WindowedPanel-outer").evaluate("(it) => it.scrollTop")
    page.keyboard.press("p")
    expect(page.get_by_role("dialog", name="На екрана: Съобщението")).to_be_visible()
    page.keyboard.press("Escape")
    expect(quiz.locator("input").first).to_be_focused()
    assert page.locator(".jp-WindowedPanel-outer").evaluate("(it) => it.scrollTop") == top


def test_a_quiz_is_revealed_and_nothing_is_kept(lab: Lab) -> None:
    page = lab.open("announcement")
    wall = raise_wall(page)
    go_to(wall, "Who did what?")
    page.keyboard.press("r")
    expect(wall.locator(".kit-quiz .missed")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "0")
    quiz = page.locator('[data-kit-quiz="announcement/parties"]')
    expect(quiz.locator(".missed")).to_have_count(0)
    store = AttemptStore(lab.home / "progress.sqlite", now=lambda: None)  # type: ignore[arg-type]
    with store:
        assert store.events() == []


def test_leaving_goes_to_the_cell_that_was_shown(lab: Lab) -> None:
    page = lab.open("announcement")
    wall = raise_wall(page)
    go_to(wall, "Reading a certificate")
    page.keyboard.press("Escape")
    heading = page.get_by_role("heading", name="Reading a certificate")
    expect(heading).to_be_in_viewport()
    raise_wall(page)
    expect(page.locator(".kit-wall-step")).to_have_accessible_name(re.compile("Reading a certif"))


def test_the_wall_is_offered_once_the_lesson_runs_and_not_beside_its_code(sample_lab: Lab) -> None:
    page = sample_lab.open("announcement")
    page.get_by_role("button", name="Show code").click()
    page.locator(".kit-bar-lesson").click()
    page.keyboard.press("p")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Show code").click()
    page.get_by_role("button", name=EN["open"]).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_what_only_a_lesson_can_do_is_seen_and_said(sample_lab: Lab) -> None:
    wall = raise_wall(sample_lab.open("announcement"))
    go_to(wall, "The announcement")
    expect(wall.locator(".kit-wall-note")).to_have_text(EN["only-in-lesson"])
    assert wall.locator(".kit-wall-copy").last.evaluate("(it) => it.inert")


def test_an_explorer_lives_on_the_wall_and_is_given_back(explorer: Page, sample_lab: Lab) -> None:
    own = explorer.locator(".jp-Notebook .kit-explorer")
    said = own.locator("figcaption").text_content() or ""
    wall = raise_wall(explorer)
    go_to(wall, "How long does the counter wait?")
    slider = wall.get_by_role("slider", name="People at the counter")
    slider.focus()
    explorer.keyboard.press("ArrowRight")
    explorer.keyboard.press("ArrowRight")
    expect(wall.locator("figcaption")).to_have_text("With 5 people the wait is 3 minutes.")
    explorer.keyboard.press("Escape")
    expect(own.locator("figcaption")).to_have_text(said)
    expect(own.get_by_role("slider", name="People at the counter")).to_have_value("3")
    assert sample_lab.problems == []
    again = sample_lab.open("eight-principles")
    expect(again.locator(".kit-explorer figcaption")).to_have_text(said, timeout=ALIVE_MS)
