"""The end of a quiz: its summary, what to look at again, certainty, a round of what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from kit.quiz.view import modules_of, words_of
from kit.text import LANGUAGES
from tests.browser.hands import Keys, Mouse, name_parts
from tests.browser.quiz_page import QuizPages, choose, press, serve_quiz_pages, shown
from tests.quiz.samples import SINGLE

pytestmark = pytest.mark.browser
MODULES = modules_of([SINGLE] * 3, {"is_prediction": False, "asks_confidence": True})
WORDS = {language: words_of(MODULES, language) for language in LANGUAGES}
EN = WORDS["en"]
QUESTIONS = [replace(name_parts(SINGLE), id=f"question-{n}") for n in range(3)]
OBJECTIVES = [
    {"text": "name who did what", "cell": "chain", "questions": ["question-0", "question-1"]},
    {"text": "read a <em>certificate</em>", "cell": "", "questions": ["question-2"]},
]
# A home that knows how to go to a cell says so; a page goes to the element of that id.
_GO_TO = """(isHome) => {
  document.addEventListener("kit-go", (event) => {
    window.wish = event.detail.cell;
    if (isHome) event.preventDefault();
  });
  document.querySelector("h2").id = "chain";
}"""


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[QuizPages]:
    with serve_quiz_pages(browser) as pages:
        yield pages


@pytest.fixture
def quizzes(served: QuizPages) -> Iterator[QuizPages]:
    yield served
    served.close()


def check(page: Page, part: str, *, sure: str = "") -> None:
    choose(page, part)
    if sure:
        shown(page).get_by_label(EN[f"level-{sure}"]).check()
    press(page, EN["check"])


def play(page: Page, *parts: str, sure: tuple[str, ...] = ()) -> None:
    """Answer each question; give up on one that was not right; go on to the summary."""
    for place, part in enumerate(parts):
        check(page, part, sure=sure[place] if sure else "")
        if part != "Part a":
            press(page, EN["show-answer"])
        press(page, EN["next" if place < len(parts) - 1 else "see-summary"])


def test_the_last_question_leads_to_the_summary(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS, objectives=OBJECTIVES)
    play(page, "Part a", "Part b", "Part a")
    expect(page.get_by_role("heading", name=EN["summary"])).to_be_focused()
    expect(page.locator(".kit-score")).to_have_text(EN["points-got"].format(score=2, total=3))
    expect(page.locator("[aria-current=step]")).to_have_text(EN["summary"])


def test_the_summary_tells_of_each_objective(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS, objectives=OBJECTIVES)
    play(page, "Part a", "Part b", "Part a")
    rows = page.locator(".kit-objectives li")
    expect(rows.nth(0)).to_contain_text(EN["points-of"].format(score=1, total=2))
    expect(rows.nth(1)).to_contain_text(EN["points-of"].format(score=1, total=1))
    expect(rows.nth(1).locator("em")).to_have_text("certificate")
    expect(page.locator(".kit-again button")).to_have_text(["name who did what"])


@pytest.mark.parametrize("is_home", [True, False], ids=["home", "page"])
def test_a_button_leads_to_the_place_in_the_lesson(quizzes: QuizPages, is_home: bool) -> None:
    page = quizzes.open(QUESTIONS, objectives=OBJECTIVES)
    page.evaluate(_GO_TO, is_home)
    play(page, "Part b", "Part b", "Part a")
    page.locator(".kit-again button").click()
    assert page.evaluate("window.wish") == "chain"
    assert page.evaluate("location.hash") == ("" if is_home else "#chain")


def test_only_what_was_wrong_is_gone_through_again(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS)
    play(page, "Part b", "Part a", "Part c")
    press(page, EN["only-wrong"])
    expect(page.locator("[aria-current=step]")).to_have_text("1")
    check(page, "Part a")
    press(page, EN["next"])
    expect(page.locator("[aria-current=step]")).to_have_text("3")
    check(page, "Part a")
    press(page, EN["see-summary"])
    expect(page.get_by_text(EN["all-solved"])).to_be_visible()
    expect(page.get_by_role("button", name=EN["only-wrong"])).to_have_count(0)
    asked = [e["question"] for e in page.evaluate("window.seen") if e["kind"] == "retry"]
    assert asked == ["question-0", "question-2"]


def test_a_question_not_tried_is_still_open(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS)
    page.locator(".kit-steps button").last.click()
    expect(page.get_by_text(EN["still-open"].format(n=3))).to_be_visible()
    press(page, EN["only-wrong"])
    assert page.evaluate("window.seen") == []
    expect(page.locator("[aria-current=step]")).to_have_text("1")


def test_a_finished_quiz_opens_with_its_summary(quizzes: QuizPages) -> None:
    first = quizzes.open(QUESTIONS)
    play(first, "Part a", "Part a", "Part a")
    standings = first.evaluate("window.model.get('standings')")
    second = quizzes.open(QUESTIONS, standings=standings)
    expect(second.locator(".kit-score")).to_be_visible()
    expect(second.locator("[aria-current=step]")).to_have_text(EN["summary"])


@pytest.mark.parametrize(("questions", "plan"), [(2, {}), (3, {"is_prediction": True})])
def test_a_short_quiz_and_a_prediction_have_no_summary(
    quizzes: QuizPages, questions: int, plan: dict[str, Any]
) -> None:
    page = quizzes.open(QUESTIONS[:questions], **plan)
    expect(page.locator(".kit-steps button")).to_have_count(questions)


def test_the_summary_can_be_reached_and_used_by_keys_alone(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS, objectives=OBJECTIVES)
    user = Keys(page)
    user.press(page.locator(".kit-steps button").last)
    user.press(page.get_by_role("button", name=EN["only-wrong"]))
    expect(shown(page).locator("input").first).to_be_focused()


def test_nothing_is_checked_before_the_learner_says_how_sure(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS, asks_confidence=True)
    check(page, "Part b")
    expect(page.get_by_role("status")).to_have_text(EN["sure-first"])
    check(page, "Part a", sure="fairly")
    kinds = [event["kind"] for event in page.evaluate("window.seen")]
    assert kinds == ["choice", "choice", "confidence", "check"]


@pytest.mark.parametrize(
    ("part", "sure", "mark"),
    [
        ("Part a", "sure", "+3"),
        ("Part b", "sure", "−6"),
        ("Part a", "fairly", "+2"),
        ("Part b", "fairly", "−2"),
        ("Part a", "guess", "+1"),
        ("Part b", "guess", "0"),
    ],
)
def test_the_mark_for_certainty_is_shown_and_leaves_the_score_alone(
    quizzes: QuizPages, part: str, sure: str, mark: str
) -> None:
    page = quizzes.open(QUESTIONS, asks_confidence=True)
    check(page, part, sure=sure)
    said = EN["certainty-mark"].format(mark=mark, level=EN[f"level-{sure}"])
    expect(page.locator(".kit-certainty")).to_have_text(said)
    expect(page.get_by_role("status")).to_contain_text(EN["certainty-short"].format(mark=mark))
    score = 1 if part == "Part a" else 0
    expect(page.locator(".kit-points")).to_have_text(EN["points"].format(score=score, tries=1))
    standing = page.evaluate("window.model.get('standings')['question-0']")
    assert (standing["mark"], standing["best"]) == (int(mark.replace("−", "-")), score)


def test_the_summary_tells_what_one_was_sure_of_and_wrong_about(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS, asks_confidence=True)
    play(page, "Part a", "Part b", "Part b", sure=("sure", "sure", "guess"))
    expect(page.get_by_text(EN["certainty-total"].format(mark="−3", most=9))).to_be_visible()
    expect(page.get_by_text(EN["sure-wrong"])).to_be_visible()
    misled = page.locator(".kit-misled button")
    expect(misled).to_have_count(1)
    misled.click()
    expect(page.locator("[aria-current=step]")).to_contain_text("2")


def test_who_was_never_misled_is_told_so(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS, asks_confidence=True)
    play(page, "Part a", "Part b", "Part a", sure=("sure", "guess", "fairly"))
    expect(page.get_by_text(EN["never-sure-wrong"])).to_be_visible()


def test_a_quiz_that_does_not_ask_says_nothing_of_certainty(quizzes: QuizPages) -> None:
    page = quizzes.open(QUESTIONS)
    Mouse(page).press(page.locator(".kit-steps button").last)
    expect(page.get_by_text(EN["sure-of"])).to_have_count(0)
    expect(page.locator(".kit-sure")).to_have_count(0)
