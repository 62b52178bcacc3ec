"""How the wall looks: type for the last row, no sideways scrolling, barriers a machine can find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from kit.text import LANGUAGES
from tests.browser.hands import name_parts
from tests.browser.walls.page import LAPTOP, WallPages
from tests.quiz.samples import EVERY_KIND, SINGLE

FULL_HD = {"width": 1920, "height": 1080}
OLD = {"width": 1024, "height": 768}
ZOOMED_TWICE = {"width": 640, "height": 360}
PHONE = {"width": 320, "height": 640}
SCREENS = [LAPTOP, FULL_HD, OLD]
QUESTIONS = [replace(name_parts(one), id=f"question-{n}") for n, one in enumerate(EVERY_KIND)]
each_screen = pytest.mark.parametrize("viewport", SCREENS, ids=lambda one: str(one["width"]))
# The smallest type that is seen in a step, in pixels of the screen; `zoom` enlarges it.
SMALLEST = """(step) => {
  const zoom = Number(getComputedStyle(step).zoom);
  const nodes = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (nodes.nextNode()) {
    const { parentElement: one, textContent } = nodes.currentNode;
    const isSeen = textContent.trim() && one.checkVisibility();
    const size = parseFloat(getComputedStyle(one).fontSize) * zoom;
    if (isSeen && !one.closest("svg")) sizes.push([size, textContent]);
  }
  return sizes.sort(([a], [b]) => a - b)[0];
}"""
SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll(
    ".kit-wall, .kit-wall-stage, .kit-wall-bar, .kit-wall-copy, .kit-wall-panel")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"""


def visit(page: Page) -> Iterator[int]:
    """Show each step, and each question of the quiz with its answer."""
    for index in range(page.locator(".kit-wall-bar option").count()):
        page.locator(".kit-wall-bar select").select_option(index=index)
        page.locator(".kit-wall-step").evaluate("(it) => it.focus({ preventScroll: true })")
        yield index
        if not page.locator(".kit-wall .kit-quiz").count():
            continue
        for _ in QUESTIONS:
            page.keyboard.press("r")
            yield index
            page.locator(".kit-wall-stage").evaluate("(it) => it.scrollTo(0, it.scrollHeight)")
            page.keyboard.press("PageDown")
            yield index


@each_screen
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_type_is_smaller_than_the_last_row_can_read(
    walls: WallPages, viewport: dict[str, int], language: str
) -> None:
    page = walls.show(QUESTIONS, viewport=viewport, language=language)
    least = viewport["height"] / 25
    for _ in visit(page):
        size, text = page.locator(".kit-wall-step").evaluate(SMALLEST) or (least, "")
        assert size >= least - 0.1, text


@pytest.mark.parametrize("viewport", [*SCREENS, ZOOMED_TWICE, PHONE], ids=str)
def test_nothing_scrolls_sideways(walls: WallPages, viewport: dict[str, int]) -> None:
    page = walls.show(QUESTIONS, viewport=viewport, language="bg")
    for index in visit(page):
        assert page.evaluate(SIDEWAYS) == [], index
    for key in ("t", "?"):
        page.keyboard.press(key)
        assert page.evaluate(SIDEWAYS) == []


@each_screen
def test_a_figure_fills_the_screen(walls: WallPages, viewport: dict[str, int]) -> None:
    page = walls.show([SINGLE], 2, viewport=viewport)
    figure = page.locator(".kit-wall svg")
    expect(figure).to_be_in_viewport(ratio=1)
    height = figure.evaluate("(it) => it.getBoundingClientRect().height")
    assert height > 0.5 * viewport["height"]


@pytest.mark.parametrize("viewport", [*SCREENS, ZOOMED_TWICE], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_of_four_options_fits_on_one_screen(
    walls: WallPages, viewport: dict[str, int], language: str
) -> None:
    page = walls.show([SINGLE], 3, viewport=viewport, language=language)
    if viewport != ZOOMED_TWICE:
        expect(page.locator(".kit-wall .kit-option").last).to_be_in_viewport(ratio=1)
    targets = page.locator(".kit-wall-bar button").all()
    boxes = [one.bounding_box() for one in targets]
    assert all(box and min(box["width"], box["height"]) >= 44 for box in boxes)


def states(page: Page) -> Iterator[str]:
    """Bring the wall into each state that has a look of its own."""
    for _ in visit(page):
        yield "step"
    page.keyboard.press("h")
    page.locator(".kit-wall-bar select").select_option(index=2)
    yield "hands"
    for key in ("t", "?", "b"):
        page.keyboard.press(key)
        yield key


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(walls: WallPages, language: str, is_dark: bool) -> None:
    page = walls.show(QUESTIONS, language=language, is_dark=is_dark)
    for state in states(page):
        page.locator(".kit-wall-bar").dispatch_event("pointermove")
        found: list[dict[str, Any]] = Axe().run(page, ".kit-wall").response["violations"]
        told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
        assert told == [], state


def test_nothing_moves_where_motion_is_unwelcome(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll(".kit-wall, .kit-wall *")].filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return transitionDuration !== "0s" || animationName !== "none";
    }).length"""
    assert page.evaluate(moving) == 0
