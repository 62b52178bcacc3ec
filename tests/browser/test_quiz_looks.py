"""How a quiz looks: barriers that a machine can find, narrow pages, targets, print, motion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from kit.content.library import open_library
from kit.text import LANGUAGES
from tests.browser.hands import name_parts
from tests.browser.quiz_page import QuizPages, serve_quiz_pages
from tests.quiz.cases import CASES
from tests.quiz.samples import EVERY_KIND, SINGLE

pytestmark = pytest.mark.browser
_TABLE = Path(__file__).parents[1] / "learner" / "standings.json"
BLANK = json.loads(_TABLE.read_text("utf-8"))["blank"]
CHECKED = {"is_checked": True, "tries": 1, "has_hint": True, "confidence": "sure", "mark": -6}
STATES: dict[str, dict[str, Any]] = {
    "blank": {},
    "wrong": CHECKED,
    "shown": CHECKED | {"is_revealed": True, "was_revealed": True, "has_changed": True},
}
QUESTIONS = [replace(name_parts(one), id=f"question-{n}") for n, one in enumerate(EVERY_KIND)]
OBJECTIVES = [
    {"text": "name who did what", "cell": "chain", "questions": [one.id for one in QUESTIONS]}
]


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[QuizPages]:
    with serve_quiz_pages(browser) as pages:
        yield pages


@pytest.fixture
def quizzes(served: QuizPages) -> Iterator[QuizPages]:
    yield served
    served.close()


def wrong_answer(kind: type) -> Any:
    """Return the worst answer of the table that a question of this kind has."""
    cases = [case for case in CASES if type(case.question) is kind and case.parts]
    return min(cases, key=lambda case: case.score).answer


def standings_of(state: str) -> dict[str, Any]:
    """Put every kind of question into one state."""
    answered = state != "blank"
    return {
        question.id: BLANK
        | {"answer": wrong_answer(type(question)) if answered else None}
        | STATES[state]
        for question in QUESTIONS
    }


def open_all(quizzes: QuizPages, state: str = "blank", **options: Any) -> Page:
    """Open a quiz of every kind with all of its questions, and its summary, in sight."""
    page = quizzes.open(
        QUESTIONS,
        standings=standings_of(state),
        asks_confidence=True,
        objectives=OBJECTIVES,
        **options,
    )
    show_all(page)
    return page


def show_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.kit-body').forEach(b => { b.hidden = false; })")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(quizzes: QuizPages, state: str, language: str, is_dark: bool) -> None:
    page = open_all(quizzes, state, language=language, is_dark=is_dark)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("width", [320, 450])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_page_does_not_scroll_sideways(
    quizzes: QuizPages, width: int, language: str
) -> None:
    library = open_library()
    bank = [library.question(one) for one in [*library.question_paths, *library.claim_sorts]]
    shown = BLANK | {"is_revealed": True, "was_revealed": True}
    for standings in ({}, {question.id: shown for question in bank}):
        page = quizzes.open(bank, language=language, width=width, standings=standings)
        show_all(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    for state in STATES:
        page = open_all(quizzes, state, language=language, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("state", STATES)
def test_targets_are_large_enough(quizzes: QuizPages, state: str) -> None:
    page = open_all(quizzes, state, width=390)
    controls = "button, select, input[type=text], label.kit-option"
    boxes = [(one.text_content(), one.bounding_box()) for one in page.locator(controls).all()]
    assert len(boxes) > 30
    assert [name for name, box in boxes if box and min(box["width"], box["height"]) < 44] == []


def test_nothing_within_a_row_sticks_out_of_it(quizzes: QuizPages) -> None:
    page = open_all(quizzes, "shown", width=320, language="bg")
    out = """() => {
      const edge = (one) => one.getBoundingClientRect().right;
      const rows = [...document.querySelectorAll(".kit-option, .kit-prose")];
      const isOut = (row) => [...row.querySelectorAll("*")].some((x) => edge(x) > edge(row) + 1);
      return rows.filter(isOut).map((row) => row.textContent);
    }"""
    assert page.evaluate(out) == []


def test_print_shows_every_question_and_no_button(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS)
    page.emulate_media(media="print")
    # Two kinds ask for a verdict and for a reason.
    expect(page.locator("legend:visible")).to_have_count(len(QUESTIONS) + 2)
    buttons = page.locator("button:visible:not(.kit-phrase)")
    expect(buttons).to_have_count(0)


def test_reduced_motion_is_kept(quizzes: QuizPages) -> None:
    page = quizzes.open([SINGLE])
    page.emulate_media(reduced_motion="reduce")
    option = page.locator(".kit-option").first
    assert option.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
