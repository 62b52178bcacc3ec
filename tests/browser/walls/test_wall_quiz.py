"""A quiz on the wall: blank, revealed on a key, recorded by nobody, and given back as it was."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.content.interface import read_words
from kit.content.questions import Gaps, Match, Number, Order, Sort
from kit.quiz.view import modules_of, words_of
from tests.browser.hands import name_parts
from tests.browser.walls.page import WallPages
from tests.quiz.answers import is_of_kind
from tests.quiz.samples import EVERY_KIND, SINGLE

EN = read_words("wall", "en")
QUIZ = words_of(modules_of(EVERY_KIND, {"is_prediction": False}), "en")
_TABLE = Path(__file__).parents[2] / "learner" / "standings.json"
BLANK = json.loads(_TABLE.read_text("utf-8"))["blank"]
SHOWN = BLANK | {"is_revealed": True, "was_revealed": True, "tries": 2, "best": 1, "has_hint": True}
each_kind = pytest.mark.parametrize("question", EVERY_KIND, ids=is_of_kind)


def card(page: Page) -> Locator:
    """Return the question on the wall."""
    return page.locator(".kit-wall .kit-body:not([hidden])")


def reveal(page: Page) -> None:
    page.keyboard.press("r")
    expect(page.locator(".kit-wall .kit-status")).to_have_text(QUIZ["is-shown"])


@each_kind
@pytest.mark.parametrize("is_prediction", [False, True], ids=["graded", "guess"])
def test_a_key_reveals_the_answer_with_all_explanations(
    walls: WallPages, question: Any, is_prediction: bool
) -> None:
    page = walls.show([name_parts(question)], 3, is_prediction=is_prediction)
    expect(card(page).locator(".kit-why, .kit-home, .kit-mark")).to_have_count(0)
    reveal(page)
    expect(card(page).locator(".kit-why").first).to_be_visible()
    expect(card(page).locator(".wrong")).to_have_count(0)
    if isinstance(question, Order):
        steps = [f"Part {step.id}" for step in question.steps]
        expect(card(page).locator(".kit-text")).to_have_text(steps)
    elif isinstance(question, Sort | Match | Gaps):
        expect(card(page).locator(".kit-home").first).to_be_visible()
        assert card(page).locator(".kit-home").count() == card(page).locator(".kit-why").count()
    elif isinstance(question, Number):
        expect(card(page).locator(".kit-home")).to_have_text(re.compile(r"Answer: \d"))
    else:
        expect(card(page).locator(".kit-mark, .kit-home").first).to_be_visible()


@each_kind
def test_what_the_learner_has_answered_is_not_seen_on_the_wall(
    walls: WallPages, question: Any
) -> None:
    standings = {question.id: SHOWN}
    page = walls.show([name_parts(question)], 3, standings=standings, asks_confidence=True)
    expect(card(page).locator(".kit-why, .kit-mark, .kit-hint, .kit-sure")).to_have_count(0)
    expect(card(page).locator("fieldset").first).to_be_enabled()


def test_nothing_done_on_the_wall_is_recorded(walls: WallPages) -> None:
    page = walls.show([SINGLE, SINGLE], 3, standings={SINGLE.id: SHOWN})
    before = page.evaluate("JSON.stringify(window.model.get('standings'))")
    card(page).locator("input").first.check()
    card(page).get_by_role("button", name=QUIZ["check"]).click()
    page.keyboard.press("r")
    expect(card(page).locator(".kit-why").nth(1)).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert page.evaluate("window.sent") == []
    assert page.evaluate("window.model.get('outbox')") == []
    assert page.evaluate("JSON.stringify(window.model.get('standings'))") == before
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_choice_half_made_is_there_when_the_wall_is_left(walls: WallPages) -> None:
    page = walls.open([SINGLE, SINGLE])
    page.locator("#quiz input").nth(1).check()
    card_before = page.locator("#quiz").inner_html()
    sent = page.evaluate("window.sent.length")
    page.keyboard.press("p")
    page.locator(".kit-wall-bar select").select_option(index=2)
    reveal_button = page.get_by_role("button", name=EN["reveal"], exact=True)
    reveal_button.click()
    expect(card(page).locator(".missed")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.locator("#quiz").inner_html() == card_before
    expect(page.locator("#quiz input").nth(1)).to_be_checked()
    assert page.evaluate("window.sent.length") == sent


def test_what_the_room_has_chosen_is_marked_when_the_answer_is_shown(walls: WallPages) -> None:
    page = walls.show([name_parts(SINGLE)], 3)
    (wrong, *_) = (slug for slug, option in SINGLE.options.items() if not option.correct)
    card(page).locator(".kit-option", has_text=f"Part {wrong}").click()
    reveal(page)
    expect(card(page).locator(".wrong")).to_contain_text(f"Part {wrong}")
    expect(card(page).locator(".missed")).to_be_in_viewport()


def test_the_answer_stays_while_other_steps_are_shown(walls: WallPages) -> None:
    page = walls.show([SINGLE], 3)
    reveal(page)
    page.keyboard.press("Home")
    page.locator(".kit-wall-bar select").select_option(index=2)
    expect(card(page).locator(".missed")).to_be_visible()


def test_the_arrows_of_a_chosen_option_stay_its_own(walls: WallPages) -> None:
    page = walls.show([SINGLE], 3)
    card(page).locator("input").first.check()
    page.keyboard.press("ArrowRight")
    expect(card(page).locator("input").nth(1)).to_be_checked()
    page.keyboard.press("PageDown")
    expect(card(page).locator(".kit-why").first).to_be_visible()


def test_the_next_question_takes_no_option_into_focus(walls: WallPages) -> None:
    page = walls.show([SINGLE, SINGLE], 3)
    reveal(page)
    card(page).get_by_role("button", name=QUIZ["next"]).click()
    assert page.evaluate("document.activeElement.tagName") == "LEGEND"


def test_raised_hands_are_counted_and_forgotten(walls: WallPages) -> None:
    page = walls.show([name_parts(SINGLE)], 3)
    more = page.get_by_role("button", name="One more hand for: Part").first
    expect(more).to_be_hidden()
    page.keyboard.press("h")
    for _ in range(3):
        more.click()
    page.get_by_role("button", name="One hand fewer for: Part").first.click()
    expect(page.locator(".kit-hands-tally").first).to_have_text("2")
    expect(card(page).locator("input:checked")).to_have_count(0)
    reveal(page)
    expect(page.locator(".kit-hands-tally").first).to_have_text("2")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    page.keyboard.press("h")
    expect(page.locator(".kit-hands-tally").first).to_have_text("0")
