"""Each kind of question in a real browser: every hand, feedback, and what is told beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from kit.content.questions import Order
from kit.quiz.grading import grade
from kit.quiz.view import modules_of, words_of
from tests.browser.hands import Finger, Hand, Keys, Mouse, answer_rightly, name_parts
from tests.browser.quiz_page import QuizPages, press, serve_quiz_pages, shown
from tests.quiz.answers import is_of_kind
from tests.quiz.samples import (
    DATE,
    DECIDE,
    EVERY_KIND,
    GAPS,
    MARK,
    MATCH,
    NUMBER,
    ORDER,
    ask,
    steps,
)

pytestmark = pytest.mark.browser
EN = words_of(modules_of(EVERY_KIND, {"is_prediction": False}), "en")
each_kind = pytest.mark.parametrize("question", EVERY_KIND, ids=is_of_kind)
each_hand = pytest.mark.parametrize("hand", [Mouse, Finger, Keys], ids=lambda one: one.__name__)


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[QuizPages]:
    with serve_quiz_pages(browser) as pages:
        yield pages


@pytest.fixture
def quizzes(served: QuizPages) -> Iterator[QuizPages]:
    yield served
    served.close()


def checks(page: Page) -> list[dict[str, Any]]:
    return [event for event in page.evaluate("window.seen") if event["kind"] == "check"]


@each_kind
def test_a_blank_answer_is_not_graded(quizzes: QuizPages, question: Any) -> None:
    page = quizzes.open([name_parts(question)])
    press(page, EN["check"])
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("window.seen") == []


@each_hand
@each_kind
def test_every_hand_gives_the_same_answer(
    quizzes: QuizPages, question: Any, hand: type[Hand]
) -> None:
    page = quizzes.open([name_parts(question)])
    user = hand(page)
    answer = answer_rightly(question, user)
    user.press(shown(page).get_by_role("button", name=EN["check"], exact=True))
    expect(page.get_by_role("status")).to_have_text(EN["is-right"])
    (checked,) = checks(page)
    assert checked["answer"] == answer
    assert grade(question, checked["answer"]).is_solved
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    expect(page.locator(":focus")).to_be_visible()


@each_kind
def test_enter_or_a_button_checks_without_a_mouse(quizzes: QuizPages, question: Any) -> None:
    page = quizzes.open([name_parts(question)])
    user = Keys(page)
    answer_rightly(question, user)
    user.reach(shown(page).get_by_role("button", name=EN["check"], exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(EN["is-right"])


@each_kind
def test_what_is_right_is_explained(quizzes: QuizPages, question: Any) -> None:
    page = quizzes.open([name_parts(question)])
    answer_rightly(question, Mouse(page))
    press(page, EN["check"])
    expect(page.locator(".kit-why").first).to_be_visible()
    expect(page.locator(".wrong, .missed")).to_have_count(0)
    expect(page.locator(".kit-mark").first).to_contain_text("✓")


@each_kind
def test_an_answer_is_there_again_when_the_quiz_is_opened_again(
    quizzes: QuizPages, question: Any
) -> None:
    first = quizzes.open([name_parts(question)])
    answer = answer_rightly(question, Mouse(first))
    first.locator("legend").first.click()
    standings = first.evaluate("window.model.get('standings')")
    second = quizzes.open([name_parts(question)], standings=standings)
    press(second, EN["check"])
    assert checks(second)[0]["answer"] == answer


def answer_wrongly(page: Page, question: Any) -> None:
    """Give an answer of which some part is wrong, and check it."""
    user, here = Mouse(page), shown(page)
    if question in (MATCH, GAPS):
        wrong = "x" if question is MATCH else "r"
        for place, select in enumerate(here.locator("select").all()):
            options = select.locator("option").all()
            values = [option.get_attribute("value") or "" for option in options[1:]]
            select.select_option(wrong if place else values[0])
    elif question is ORDER:
        user.press(here.locator(".kit-movers button:not([aria-disabled=true])").last)
    elif question in (NUMBER, DATE):
        user.write(here.locator("input"), "1" if question is NUMBER else "29.02.2016")
    elif question is MARK:
        user.press(here.get_by_role("button", name="Part a"))
        user.press(here.get_by_role("button", name="Part b"))
    else:
        user.pick(here.locator(".kit-option", has_text="Major nonconformity").locator("input"))
        user.pick(here.locator(".kit-option", has_text="Part b").locator("input"))
    press(page, EN["check"])


NEW_KINDS = [MATCH, ORDER, GAPS, NUMBER, DATE, MARK, DECIDE]


@pytest.mark.parametrize("question", NEW_KINDS, ids=is_of_kind)
def test_a_wrong_try_does_not_tell_the_key(quizzes: QuizPages, question: Any) -> None:
    page = quizzes.open([name_parts(question)])
    answer_wrongly(page, question)
    expect(page.locator(".wrong").first).to_be_visible()
    expect(page.locator(".kit-home, .missed")).to_have_count(0)
    if question in (MATCH, ORDER, GAPS):
        expect(page.locator(".wrong .kit-why")).to_have_count(0)
    assert EN["belongs-to"].format(group="") not in shown(page).inner_text()


@pytest.mark.parametrize("question", NEW_KINDS, ids=is_of_kind)
def test_what_is_shown_on_request_is_explained(quizzes: QuizPages, question: Any) -> None:
    page = quizzes.open([name_parts(question)])
    answer_wrongly(page, question)
    before = page.locator(".kit-why").count()
    press(page, EN["show-answer"])
    expect(page.get_by_role("status")).to_have_text(EN["is-shown"])
    parts = page.locator(".kit-why")
    assert parts.count() > before or "Why key" in parts.first.inner_text()


def test_a_step_that_is_moved_keeps_the_focus_and_is_announced(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(ORDER)])
    last = shown(page).locator(".kit-order li").last
    name = last.locator(".kit-text").inner_text()
    up = shown(page).get_by_role("button", name=EN["move-up"].format(item=name))
    up.focus()
    for place in (3, 2, 1):
        page.keyboard.press("Enter")
        said = EN["moved"].format(item=name, n=place, total=4)
        expect(page.get_by_role("status")).to_have_text(said)
        expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(up).to_be_focused()
    assert shown(page).locator(".kit-text").first.inner_text() == name
    assert len(page.evaluate("window.seen")) == 3


def test_an_order_never_begins_as_the_right_one(quizzes: QuizPages) -> None:
    question = name_parts(ask(Order, steps=steps("abc")))
    page = quizzes.open([replace(question, id=f"order-{n}") for n in range(40)])
    begun = [
        tuple(body.locator(".kit-text").all_text_contents())
        for body in page.locator(".kit-body:has(.kit-order)").all()
    ]
    assert len(begun) == 40
    assert len(set(begun)) > 3
    assert ("Part a", "Part b", "Part c") not in begun


def test_an_order_that_is_shown_stands_in_the_right_one(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(ORDER)])
    answer_wrongly(page, ORDER)
    press(page, EN["show-answer"])
    expect(page.locator(".kit-text")).to_have_text([f"Part {slug}" for slug in "abcd"])


def test_a_phrase_says_whether_it_is_marked(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(MARK)])
    phrase = shown(page).get_by_role("button", name="Part b")
    for is_pressed in ("false", "true", "false"):
        expect(phrase).to_have_attribute("aria-pressed", is_pressed)
        phrase.click()


def test_partners_do_not_stand_in_the_order_of_their_pairs(quizzes: QuizPages) -> None:
    question = name_parts(replace(MATCH, others={}))
    page = quizzes.open([replace(question, id=f"match-{n}") for n in range(10)])
    same = 0
    for body in page.locator(".kit-body:has(select)").all():
        rows = [text.split()[-1] for text in body.locator(".kit-text").all_text_contents()]
        listed = body.locator("select").first.locator("option").all_text_contents()[1:]
        same += rows == [text.split()[-1] for text in listed]
    assert same < 4


def test_a_packed_quiz_is_the_same_quiz(quizzes: QuizPages) -> None:
    questions = [replace(name_parts(one), id=f"q-{n}") for n, one in enumerate(EVERY_KIND)]
    page = quizzes.open(questions, is_packed=True, asks_confidence=True)
    expect(page.locator(".kit-steps button")).to_have_count(len(questions) + 1)
    expect(page.locator("style#kit-quiz")).to_have_count(1)
    assert page.locator(".kit-quiz").evaluate("e => getComputedStyle(e).borderStyle") == "solid"
