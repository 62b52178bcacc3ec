"""Quizzes in a real JupyterLab: keys stay in the quiz, answers are kept and come back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.store import AttemptStore
from tests.browser.conftest import Lab

EN, BG = (read_words("quiz", language) for language in ("en", "bg"))
# Keys that JupyterLab takes as commands when the focus is on a cell; x cuts it, b adds one.
COMMANDS = ["x", "b", "a", "d", "d", "m", "y", "z", "c", "v", "Shift+M", "Escape", "Shift+Enter"]
ARROWS = ["ArrowDown", "ArrowUp", "Home", "End"]


@pytest.fixture(autouse=True)
def _no_attempts(lab: Lab) -> Iterator[None]:
    lab.forget()
    yield
    lab.forget()


def quiz_of(page: Page, name: str) -> Locator:
    """Return a quiz by its id, scrolled into view."""
    quiz = page.locator(f'[data-kit-quiz="{name}"]')
    quiz.scroll_into_view_if_needed()
    return quiz


def choose(quiz: Locator, question_id: str, language: str = "en") -> None:
    """Choose the right option of the shown question."""
    options = open_library().question(question_id).options
    text = next(one.text.pick(language) for one in options.values() if one.correct)
    quiz.locator(".kit-body:not([hidden]) .kit-option", has_text=text).click()


CELLS = """() => [...document.querySelectorAll(".jp-Notebook .jp-Cell")].map((cell) =>
  [cell.matches(".jp-CodeCell"), cell.matches(".jp-mod-rendered")])"""


CONTROLS = ["input[type=radio]", "select", "button.kit-main", ".kit-steps button"]


@pytest.mark.parametrize("is_code_shown", [False, True], ids=["lesson", "with code shown"])
def test_no_key_typed_in_a_quiz_reaches_the_notebook(lab: Lab, is_code_shown: bool) -> None:
    page = lab.open("announcement")
    if is_code_shown:  # then all of JupyterLab's commands are at work
        page.get_by_role("button", name="Show code").click()
    before = page.evaluate(CELLS)
    assert len(before) > 30
    for control in CONTROLS:
        for key in [*COMMANDS, *ARROWS]:
            page.locator(f".kit-quiz {control}:visible:enabled").last.focus()
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.closest('.kit-quiz') !== null"), key
            assert page.evaluate(CELLS) == before, (control, key)
    assert page.locator(".jp-Dialog").count() == 0


def test_the_same_keys_do_change_the_notebook_outside_of_a_quiz(lab: Lab) -> None:
    page = lab.open("announcement")
    page.get_by_role("button", name="Show code").click()
    before = page.evaluate(CELLS)
    page.locator(".jp-MarkdownCell").nth(3).click()
    page.keyboard.press("b")
    page.wait_for_function(f"({CELLS})().length === {len(before) + 1}")


def test_arrows_choose_among_the_options(lab: Lab) -> None:
    page = lab.open("announcement")
    quiz = quiz_of(page, "announcement/prediction")
    radios = quiz.locator("input[type=radio]")
    radios.first.focus()
    page.keyboard.press("Space")
    for place in range(1, radios.count()):
        page.keyboard.press("ArrowDown")
        expect(radios.nth(place)).to_be_checked()
        expect(radios.nth(place)).to_be_focused()


def test_a_quiz_is_answered_by_keyboard_alone(lab: Lab) -> None:
    page = lab.open("announcement")
    quiz = quiz_of(page, "announcement/prediction")
    quiz.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(quiz.get_by_role("status")).to_have_text(EN["guess-kept"])
    expect(quiz.locator(".kit-saved")).to_have_text(EN["kept"])


def test_an_answer_is_there_again_in_the_other_language(lab: Lab) -> None:
    page = lab.open("announcement")
    quiz = quiz_of(page, "announcement/check")
    first = quiz.locator("legend:visible").text_content()
    question = next(
        one
        for one in open_library().lesson("announcement").quizzes["check"].questions
        if open_library().question(one).stem.en == first
    )
    choose(quiz, question)
    quiz.get_by_role("button", name=EN["check"]).click()
    expect(quiz.locator(".kit-saved")).to_have_text(EN["kept"])
    expect(quiz.locator(".kit-steps button").first).to_contain_text("✓")
    again = quiz_of(lab.open("announcement", "bg"), "announcement/check")
    expect(again.locator(".kit-steps button").first).to_contain_text("✓")
    expect(again.locator("[aria-current=step]")).to_have_text("2")


def test_a_choice_that_was_not_checked_is_kept_too(lab: Lab) -> None:
    page = lab.open("announcement")
    quiz = quiz_of(page, "announcement/prediction")
    quiz.locator("input").nth(2).check()
    expect(quiz.locator(".kit-saved")).to_have_text(EN["kept"])
    page.reload()
    page.wait_for_selector("[data-kit-alive]", timeout=60_000)
    expect(quiz_of(page, "announcement/prediction").locator("input").nth(2)).to_be_checked()


def test_python_records_what_the_browser_graded(lab: Lab) -> None:
    page = lab.open("announcement", "bg")
    quiz = quiz_of(page, "announcement/prediction")
    choose(quiz, "recognition-from-iso", "bg")
    quiz.get_by_role("button", name=BG["guess"]).click()
    expect(quiz.locator(".kit-saved")).to_have_text(BG["kept"])
    store = AttemptStore(lab.home / "progress.sqlite", now=lambda: None)  # type: ignore[arg-type]
    with store:
        (choice, check) = store.events(["recognition-from-iso"])
    assert (choice.kind, check.kind, check.score) == ("choice", "check", 1.0)
    assert (check.lesson, check.quiz, check.language) == ("announcement", "prediction", "bg")


def test_the_progress_in_the_head_follows_the_quizzes(lab: Lab) -> None:
    page = lab.open("announcement")
    bar = page.get_by_role("progressbar").first
    lesson = open_library().lesson("announcement")
    total = sum(len(plan.questions) for plan in lesson.quizzes.values())
    expect(bar).to_have_attribute("aria-valuemax", str(total))
    expect(bar).to_have_attribute("aria-valuenow", "0")
    quiz = quiz_of(page, "announcement/prediction")
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name=EN["guess"]).click()
    expect(bar).to_have_attribute("aria-valuenow", "1")


def test_a_lesson_asks_nothing_outside_and_shows_no_error(lab: Lab) -> None:
    lab.open("announcement")
    lab.open("start", "bg")
    assert lab.problems == []


@pytest.mark.parametrize("language", ["en", "bg"])
def test_a_phone_does_not_scroll_sideways(lab: Lab, language: str) -> None:
    page = lab.open("announcement", language, viewport={"width": 360, "height": 740})
    over = page.evaluate(
        """() => [...document.querySelectorAll(".jp-Notebook .jp-Cell *")]
        .filter((one) => one.checkVisibility() && !one.closest(".kit-unseen, thead")
          && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className?.baseVal ?? one.className)"""
    )
    assert over == []


def test_an_answer_given_while_no_kernel_runs_is_kept_after_the_restart(lab: Lab) -> None:
    page = lab.open("announcement")
    for session in lab.ask("sessions"):
        lab.ask(f"kernels/{session['kernel']['id']}", "DELETE")
    page.wait_for_selector("[data-kit-state=stopped]")
    quiz = quiz_of(page, "announcement/prediction")
    choose(quiz, "recognition-from-iso")
    quiz.get_by_role("button", name=EN["guess"]).click()
    expect(quiz.locator(".kit-saved")).to_have_text(EN["not-kept"])
    page.get_by_role("button", name=read_words("lab", "en")["start-again"]).click()
    page.wait_for_selector("[data-kit-alive]", timeout=60_000)
    again = quiz_of(page, "announcement/prediction")
    expect(again.locator(".kit-saved")).to_have_text(EN["kept"])
    expect(again.locator(".right")).to_have_count(1)
