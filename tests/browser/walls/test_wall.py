"""The wall in a real browser: keys, remotes, the blank screen, the timer, and leaving it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from kit.content.interface import read_words
from kit.text import LANGUAGES
from tests.browser.walls.page import WallPages, step_of
from tests.quiz.samples import SINGLE

EN = read_words("wall", "en")
STEPS = ["1 of 5 · first", "2 of 5 · short", "3 of 5 · Quiz", "4 of 5 · long", "5 of 5 · long"]
# What a Bulgarian keyboard types where others have B, R, T and P (by letters, and by sound).
CYRILLIC = {"KeyB": "фб", "KeyR": "ир", "KeyT": "шт", "KeyP": "зп"}
STAGE = ".kit-wall-stage"
DARK = ".kit-wall-dark"
PANEL = ".kit-wall-panel:visible"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def type_cyrillic(page: Page, code: str, letter: str) -> None:
    """Press a key on a keyboard whose layout gives another letter."""
    page.evaluate(
        """([code, key]) => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { code, key, bubbles: true, cancelable: true }))""",
        [code, letter],
    )


def test_cells_become_steps_without_the_empty_ones(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    expect(page.locator(".kit-wall-bar option")).to_have_text(STEPS)
    assert step_of(page) == STEPS[0]
    expect(page.locator(".kit-wall-step")).to_be_focused()


def test_a_heading_alone_shares_the_screen_of_what_it_introduces(walls: WallPages) -> None:
    page = walls.show([SINGLE], 2)
    expect(page.locator(".kit-wall").get_by_role("heading", name="short")).to_be_in_viewport()
    expect(page.locator(".kit-wall svg")).to_be_in_viewport()


@pytest.mark.parametrize("key", ["ArrowRight", "PageDown", "Space"])
def test_a_key_or_a_remote_goes_on(walls: WallPages, key: str) -> None:
    page = walls.show([SINGLE])
    press(page, key)
    assert step_of(page) == STEPS[1]
    press(page, key)
    assert step_of(page) == STEPS[2]


@pytest.mark.parametrize("key", ["ArrowLeft", "PageUp", "Shift+Space"])
def test_a_key_or_a_remote_goes_back(walls: WallPages, key: str) -> None:
    page = walls.show([SINGLE], 3)
    press(page, key)
    assert step_of(page) == STEPS[1]


def test_first_and_last_step_by_a_key_and_no_further(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    press(page, "End")
    assert step_of(page) == STEPS[-1]
    press(page, "ArrowRight")
    expect(page.locator(".kit-wall-status")).to_have_text(EN["is-last"])
    press(page, "Home", "ArrowLeft")
    expect(page.locator(".kit-wall-status")).to_have_text(EN["is-first"])
    assert step_of(page) == STEPS[0]


def test_a_long_step_is_turned_to_its_end_before_the_next(walls: WallPages) -> None:
    page = walls.show([SINGLE], 4)
    more = page.get_by_role("button", name=EN["more"])
    expect(more).to_be_visible()
    press(page, "PageDown")
    assert page.locator(STAGE).evaluate("(stage) => stage.scrollTop") > 0
    for _ in range(30):
        if not more.is_visible():
            break
        assert step_of(page) == STEPS[3]
        press(page, "PageDown")
    press(page, "PageDown")
    assert step_of(page) == STEPS[4]


def test_back_turns_a_long_step_to_its_beginning_first(walls: WallPages) -> None:
    page = walls.show([SINGLE], 4)
    press(page, "PageDown", "PageUp")
    assert step_of(page) == STEPS[3]
    assert page.locator(STAGE).evaluate("(stage) => stage.scrollTop") == 0
    press(page, "PageUp")
    assert step_of(page) == STEPS[2]


@pytest.mark.parametrize("key", ["ArrowRight", "PageDown", "Space"])
def test_a_key_shows_each_answer_of_a_quiz_before_it_goes_on(walls: WallPages, key: str) -> None:
    page = walls.show([SINGLE, replace(SINGLE, id="another")], 3)
    answer = page.locator(".kit-wall .kit-body:not([hidden]) .missed")
    for question in ("Question 1 of 2", "Question 2 of 2"):
        expect(page.locator(".kit-wall .kit-quiz header")).to_contain_text(question)
        expect(answer).to_have_count(0)
        press(page, key)
        expect(answer).to_be_in_viewport()
        while answer.count():
            press(page, key)
    assert step_of(page) == STEPS[3]


def test_a_key_goes_past_a_guess_without_its_answer(walls: WallPages) -> None:
    page = walls.show([SINGLE, SINGLE], 3, is_prediction=True)
    for question in ("Question 1 of 2", "Question 2 of 2"):
        expect(page.locator(".kit-wall .kit-quiz header")).to_contain_text(question)
        expect(page.locator(".kit-wall .kit-why")).to_have_count(0)
        press(page, "PageDown")
    assert step_of(page) == STEPS[3]


def test_the_assessment_is_not_shown(walls: WallPages) -> None:
    page = walls.show([SINGLE], 5)
    expect(page.locator(".kit-wall-step")).to_have_text(EN["no-assessment"])


@pytest.mark.parametrize("key", ["b", "B", ".", "NumpadDecimal"])
def test_a_key_blanks_the_screen_and_any_key_brings_it_back(walls: WallPages, key: str) -> None:
    page = walls.show([SINGLE])
    press(page, key)
    expect(page.locator(DARK)).to_be_visible()
    expect(page.locator(DARK)).to_have_css("background-color", "rgb(0, 0, 0)")
    press(page, "ArrowRight")
    expect(page.locator(DARK)).to_be_hidden()
    assert step_of(page) == STEPS[0]


def test_a_click_brings_a_blank_screen_back(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    press(page, "b")
    page.locator(DARK).click()
    expect(page.locator(DARK)).to_be_hidden()
    expect(page.locator(".kit-wall-step")).to_be_focused()


@pytest.mark.parametrize("layout", [0, 1], ids=["letters", "sound"])
def test_letters_are_meant_by_their_place_on_a_cyrillic_keyboard(
    walls: WallPages, layout: int
) -> None:
    page = walls.open([SINGLE])
    type_cyrillic(page, "KeyP", CYRILLIC["KeyP"][layout])
    expect(page.locator(".kit-wall")).to_be_visible()
    type_cyrillic(page, "KeyT", CYRILLIC["KeyT"][layout])
    expect(page.locator(PANEL)).to_be_visible()
    press(page, "Escape", "ArrowRight", "ArrowRight")
    type_cyrillic(page, "KeyR", CYRILLIC["KeyR"][layout])
    expect(page.locator(".kit-wall .missed")).to_be_visible()
    type_cyrillic(page, "KeyB", CYRILLIC["KeyB"][layout])
    expect(page.locator(DARK)).to_be_visible()


def test_nothing_opens_while_somebody_types(walls: WallPages) -> None:
    page = walls.open([SINGLE])
    page.locator("#field").press_sequentially("p")
    expect(page.locator(".kit-wall")).to_have_count(0)
    expect(page.locator("#field")).to_have_value("p")


def test_type_becomes_larger_and_smaller(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    size = "(step) => step.getBoundingClientRect().height"
    heights = [page.locator(".kit-wall-step").evaluate(size)]
    for key in ("+", "-", "-"):
        press(page, key)
        heights.append(page.locator(".kit-wall-step").evaluate(size))
    assert heights[1] > heights[0] == heights[2] > heights[3]
    expect(page.locator(".kit-wall-status")).to_have_text("Type size: 90 %")


def test_the_keys_are_explained(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    press(page, "?")
    expect(page.locator(PANEL)).to_contain_text("PageDown")
    press(page, "Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    expect(page.locator(".kit-wall")).to_be_visible()


def test_every_control_is_reached_by_tab(walls: WallPages) -> None:
    page = walls.show([SINGLE], 3)
    reached: set[str] = set()
    for _ in range(40):
        press(page, "Tab")
        name = page.evaluate("document.activeElement.closest('.kit-wall-bar *')?.className ?? ''")
        reached |= {name}
    names = ("back", "forward", "reveal", "timer", "hands", "blank", "smaller", "larger", "full")
    assert {f"kit-wall-{one}" for one in (*names, "keys", "leave")} <= reached


def test_the_list_leads_to_a_step(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    page.get_by_role("combobox", name=EN["steps"]).select_option("3 of 5 · Quiz")
    assert step_of(page) == STEPS[2]


def test_the_bar_fades_and_comes_back(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    bar = page.locator(".kit-wall-bar")
    page.clock.run_for(5000)
    expect(bar).to_have_css("opacity", "0")
    page.mouse.move(300, 300)
    expect(bar).to_have_css("opacity", "1")


@pytest.mark.parametrize("key", ["x", "d", "Enter", "Delete", "ArrowDown", "b", "Control+b"])
def test_no_key_reaches_what_lies_below(walls: WallPages, key: str) -> None:
    page = walls.show([SINGLE], 3)
    page.evaluate("window.below.length = 0")
    press(page, key)
    page.evaluate("document.activeElement.blur()")
    press(page, key)
    assert page.evaluate("window.below") == []


def test_what_lies_below_cannot_be_reached(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    assert page.locator("main").evaluate("(main) => main.inert")
    dialog = page.get_by_role("dialog", name="On the wall: Lesson")
    expect(dialog).to_have_attribute("aria-modal", "true")


def test_leaving_gives_back_focus_and_place(walls: WallPages) -> None:
    page = walls.open([SINGLE])
    page.locator("#quiz input").first.focus()
    page.evaluate("scrollTo(0, document.querySelector('#quiz').offsetTop + 5)")
    top = page.evaluate("scrollY")
    press(page, "p")
    assert step_of(page) == STEPS[2]
    press(page, "Escape")
    expect(page.locator(".kit-wall")).to_have_count(0)
    expect(page.locator("#quiz input").first).to_be_focused()
    assert page.evaluate("scrollY") == top
    assert not page.locator("main").evaluate("(main) => main.inert")


def test_leaving_goes_to_the_step_shown_last_and_entering_again_shows_it(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    press(page, "ArrowRight", "ArrowRight", "Escape")
    assert page.evaluate("window.arrived") == ["quiz"]
    press(page, "p")
    assert step_of(page) == STEPS[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timer_counts_down_pauses_and_ends(walls: WallPages, language: str) -> None:
    words = read_words("wall", language)
    page = walls.show([SINGLE], language=language)
    clock, status = page.get_by_role("timer"), page.locator(".kit-wall-status")
    press(page, "t")
    page.get_by_role("button", name=words["minutes"].format(n=2), exact=True).click()
    page.clock.run_for(30_000)
    expect(clock).to_have_text("1:30")
    page.get_by_role("button", name=words["timer-pause"]).click()
    page.clock.run_for(60_000)
    expect(clock).to_have_text("1:30")
    page.get_by_role("button", name=words["timer-go-on"]).click()
    page.clock.run_for(31_000)
    expect(status).to_have_text(words["minutes-left"].format(n=1))
    page.get_by_role("button", name=words["minute-more"]).click()
    page.clock.run_for(10_000)
    expect(clock).to_have_text("1:49")
    page.clock.run_for(110_000)
    expect(status).to_have_text(words["time-over"])
    expect(page.locator(".kit-wall-over")).to_be_visible()
    expect(clock).to_have_text("0:00")


def test_the_timer_goes_on_while_steps_change(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    press(page, "t")
    page.get_by_label(EN["other-minutes"]).fill("7")
    press(page, "Enter", "ArrowRight", "ArrowRight")
    page.clock.run_for(61_000)
    expect(page.get_by_role("timer")).to_have_text("5:59")
    assert step_of(page) == STEPS[2]
    page.get_by_role("button", name=EN["timer-stop"]).click()
    expect(page.get_by_role("timer")).to_be_hidden()


@pytest.mark.parametrize("typed", ["0", "2.5", "181", ""])
def test_minutes_that_are_none_are_told(walls: WallPages, typed: str) -> None:
    page = walls.show([SINGLE])
    press(page, "t")
    page.get_by_label(EN["other-minutes"]).fill(typed)
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_have_text(EN["minutes-fault"].format(most=180))
    expect(page.get_by_role("timer")).to_be_hidden()


def test_keys_typed_into_a_field_stay_there(walls: WallPages) -> None:
    page = walls.show([SINGLE])
    press(page, "t")
    page.get_by_label(EN["other-minutes"]).focus()
    press(page, "1", ".", "Home", "ArrowRight")
    expect(page.locator(DARK)).to_be_hidden()
    assert step_of(page) == STEPS[0]
