"""The assessment on its page: taken by keyboard, kept, timed, and fit for everyone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.assessment.attempt import Plan
from kit.assessment.form import draw
from kit.content.interface import read_words
from kit.learner.store import AttemptStore
from kit.text import LANGUAGES
from tests.assessment.factories import (
    Clock,
    begun,
)
from tests.browser.exams.pages import EXAM, Learner, take
from tests.browser.exams.taking import (
    EN,
    FIRST,
    LIBRARY,
    WORDS,
    answer_first,
    bank_of,
    begin,
    hand_in,
    make_sitting,
    now,
    open_exam,
    passed,
    points_on,
    press,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_attempt_by_keyboard_alone(learner: Learner, language: str) -> None:
    words = WORDS[language]
    page = open_exam(learner, language)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    tab_to(page, words["begin"])
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{FIRST}[data-kit-phase=running]")
    for _ in range(LIBRARY.blueprint.questions):
        page.keyboard.press("Space")
        while page.evaluate("!document.activeElement.matches('.kit-row .kit-main')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator(f"{FIRST} h3")).to_be_focused()
    tab_to(page, words["hand-in"])
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{FIRST}[data-kit-phase=done]")
    expect(page.locator(f"{FIRST} h3").first).to_be_focused()
    expect(page.locator(f"{FIRST} [role=status]")).to_have_text("")
    assert learner.problems == []


def tab_to(page: Page, text: str) -> None:
    while page.evaluate("document.activeElement.textContent") != text:
        page.keyboard.press("Tab")


def test_what_is_not_answered_is_marked_by_words_alone(learner: Learner) -> None:
    page = open_exam(learner)
    begin(page)
    press(page, WORDS["en"]["overview"])
    row = page.locator(f"{FIRST} .kit-list button").first
    expect(row).to_contain_text(WORDS["en"]["unanswered"])
    assert row.evaluate("row => getComputedStyle(row, '::before').content") == "none"


def test_the_start_is_one_that_python_draws_as_well(learner: Learner) -> None:
    page = open_exam(learner)
    begin(page)
    (start,) = take(page)
    plan, bank = msgspec.convert(start.answer, Plan), bank_of()
    assert plan.bank == bank.version
    assert tuple(plan.questions) == draw(bank, plan.seed)
    assert all(bank.versions[slug] == version for slug, version in plan.questions.items())
    assert (plan.minutes, start.kind, start.lesson) == (None, "start", "assessment")


def test_answers_are_there_again_after_a_reload(learner: Learner) -> None:
    page = open_exam(learner)
    begin(page)
    answer_first(page)
    expect(page.locator(f"{FIRST} .kit-saved")).to_have_text(EN["kept"])
    kept = take(page)
    page.reload()
    page.wait_for_selector(f"{FIRST}[data-kit-phase=running]")
    assert take(page) == kept
    assert [event.kind for event in kept] == ["start", "choice"]


def test_a_time_limit_is_that_of_the_attempt(learner: Learner, store: AttemptStore) -> None:
    clock = Clock()
    clock.time = now() - timedelta(minutes=5)
    sitting = make_sitting(store, minutes=3, now=clock)
    attempt = begun(sitting)
    page = open_exam(learner, events=store.events())
    page.wait_for_selector(f"{FIRST}[data-kit-phase=done]")
    expect(page.locator(f"{FIRST} .kit-pane")).to_contain_text(EN["by-time"])
    (end,) = (event for event in take(page) if event.kind == "hand-in")
    assert (end.id, end.answer["reason"]) == (f"{attempt.id}.time", "time")


def test_the_page_offers_no_time_limit_of_its_own(learner: Learner) -> None:
    page = open_exam(learner)
    expect(page.locator(f"{FIRST} .kit-pane")).to_contain_text(EN["untimed"])
    begin(page)
    expect(page.locator(f"{FIRST} .kit-timer")).to_be_hidden()


def test_a_notebook_can_give_a_time_limit(learner: Learner, folder: Path) -> None:
    def give_minutes(route: Any) -> None:
        text = (folder / "en" / EXAM).read_text("utf-8")
        place = 'data-kit-assessment="A"'
        assert place in text
        route.fulfill(
            body=text.replace(place, f'{place} data-minutes="30"'), content_type="text/html"
        )

    page = learner.open("en", EXAM)
    page.route(f"**/{EXAM}", give_minutes)
    page.reload()
    page.wait_for_selector(f"{FIRST}[data-kit-phase]")
    expect(page.locator(f"{FIRST} .kit-pane")).to_contain_text(EN["timed"].format(n=30))
    begin(page)
    expect(page.get_by_role("timer")).to_contain_text("29:5")
    (start,) = take(page)
    assert start.answer["minutes"] == 30


def test_the_report_leads_to_what_explains_an_aim(learner: Learner, folder: Path) -> None:
    page = open_exam(learner)
    begin(page)
    hand_in(page)
    expect(page.locator(f"{FIRST} .kit-failed")).to_have_text(EN["failed"])
    expect(page.locator(f"{FIRST} .kit-pane")).to_contain_text(EN["other-form"])
    links = page.locator(f"{FIRST} .kit-pane a")
    assert links.count() == len({cell[:2] for cell, _ in LIBRARY.blueprint.cells()})
    for address in links.evaluate_all("all => all.map((one) => one.getAttribute('href'))"):
        name, _, cell = address.partition("#")
        text = (folder / "en" / name).read_text("utf-8")
        assert f'id="{cell}"' in text


def test_with_a_full_storage_the_attempt_goes_on_and_no_record_is_made(
    learner: Learner, store: AttemptStore
) -> None:
    page = open_exam(learner, events=passed(store))
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    hand_in(page)
    told = read_words("site-log", "en")["storage-full"]
    expect(page.locator(f"{FIRST} .kit-saved")).to_have_text(told)
    expect(page.locator(f"{FIRST} .kit-passed")).to_be_visible()
    page.get_by_label(EN["your-name"]).fill("Maria")
    press(page, EN["make-record"])
    expect(page.locator(f"{FIRST} .kit-saved")).to_have_text(EN["record-unsafe"])
    assert page.locator(".kit-record").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_machines_find_nothing_against_it(
    browser: Browser, address: str, store: AttemptStore, language: str, scheme: str
) -> None:
    learner = Learner(browser, address, color_scheme=scheme)
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page).response["violations"]
        assert found == [], [(one["id"], one["nodes"][0]["html"]) for one in found]

    page = open_exam(learner, language, passed(store))
    check(page)
    hand_in(page, language)
    page.get_by_label(WORDS[language]["your-name"]).fill("Мария Тодорова")
    press(page, WORDS[language]["make-record"])
    page.wait_for_selector(".kit-record")
    check(page)
    learner.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_the_smallest_phone(
    browser: Browser, address: str, store: AttemptStore, language: str
) -> None:
    learner = Learner(browser, address, viewport={"width": 320, "height": 640})
    page = open_exam(learner, language, passed(store))
    for step in range(0, LIBRARY.blueprint.questions, 3):
        page.locator(f"{FIRST} .kit-steps button").nth(step).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    hand_in(page, language)
    page.get_by_label(WORDS[language]["your-name"]).fill("Мария Тодорова-Константинова")
    press(page, WORDS[language]["make-record"])
    page.wait_for_selector(".kit-record")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    learner.close()


def test_what_another_window_begins_and_hands_in_is_shown_here_too(learner: Learner) -> None:
    page, other = open_exam(learner), open_exam(learner)
    page.locator("[data-kit-assessment='assessment/B'] button").first.focus()
    begin(other)
    page.wait_for_selector(f"{FIRST}[data-kit-phase=running]")
    expect(page.locator("[data-kit-assessment='assessment/B'] button").first).to_be_focused()
    answer_first(other)
    hand_in(other)
    page.wait_for_selector(f"{FIRST}[data-kit-phase=done]")
    assert points_on(page) == points_on(other)
    press(other, EN["begin-again"])
    page.wait_for_selector(f"{FIRST}[data-kit-phase=running]")
    expect(page.locator(f"{FIRST} .kit-done")).to_have_count(0)
    assert learner.problems == []


def test_it_works_from_a_folder(browser: Browser, folder: Path) -> None:
    learner = Learner(browser, folder.as_uri())
    page = open_exam(learner, "bg")
    begin(page, "bg")
    answer_first(page)
    page.reload()
    page.wait_for_selector(f"{FIRST}[data-kit-phase=running]")
    hand_in(page, "bg")
    expect(page.locator(f"{FIRST} .kit-failed")).to_be_visible()
    assert learner.problems == []
    learner.close()
