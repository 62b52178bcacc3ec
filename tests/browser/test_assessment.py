"""The assessment in a real browser: by keyboard alone, silent until handed in, then a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.text import LANGUAGES
from tests.assessment.factories import (
    Clock,
    answer_all,
    bank_of,
    begun,
    event_id,
    make_desk,
    make_sitting,
    right_answer,
)
from tests.browser.assessment_page import DeskPages, serve_desk_pages
from tests.browser.conftest import Lab

EN = read_words("assessment", "en") | read_words("record", "en")
FEEDBACK = ".right, .wrong, .missed, .kit-why, .kit-hint, .kit-mark"


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[DeskPages]:
    with serve_desk_pages(browser) as pages:
        yield pages


@pytest.fixture
def pages(served: DeskPages) -> Iterator[DeskPages]:
    yield served
    served.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sitting(tmp_path: Path, clock: Clock) -> Any:
    return make_sitting(tmp_path / "progress.sqlite", clock)


def press(page: Page, word: str) -> None:
    page.get_by_role("button", name=word, exact=True).click()


def hand_in(page: Page) -> None:
    page.locator(".kit-steps").get_by_role("button", name=EN["overview"]).click()
    press(page, EN["hand-in"])
    press(page, EN["hand-in-now"])
    page.wait_for_selector("[data-kit-phase=done]")


def touch_everything(page: Page) -> None:
    """Use every control of the question that is shown."""
    body = page.locator(".kit-body")
    for place in range(body.locator("select").count()):
        body.locator("select").nth(place).select_option(index=1)
    for box in body.locator("input[type=radio], input[type=checkbox]").all():
        box.check()
    for place in range(body.locator(".kit-phrase").count()):
        body.locator(".kit-phrase").nth(place).click()
    for field in body.locator("input[type=text]").all():
        field.fill("12.5.2025")
        field.blur()
    if body.locator(".kit-order").count():
        body.locator(".kit-movers button").nth(1).click()


@pytest.mark.parametrize("form", ["A", "B"])
def test_nothing_tells_what_is_right_before_handing_in(
    pages: DeskPages, tmp_path: Path, clock: Clock, form: Any
) -> None:
    sitting = make_sitting(tmp_path / "progress.sqlite", clock, bank=bank_of(form))
    page = pages.open(make_desk(sitting, tmp_path))
    press(page, EN["begin"])
    for _ in range(12):
        expect(page.locator(".kit-body legend").first).to_be_visible()
        touch_everything(page)
        expect(page.locator(FEEDBACK)).to_have_count(0)
        page.locator(".kit-body .kit-row .kit-main").click()
    expect(page.locator(".kit-list .kit-open")).to_have_count(
        len(re.findall(EN["unanswered"], page.locator(".kit-list").inner_text()))
    )
    everything = "".join(pages.sent)
    for slug in sitting.current().plan.questions:
        question = open_library().question(slug)
        assert question.hint.en not in everything
        for part in getattr(question, "options", {}).values():
            assert part.why.en not in everything
    assert '"ok"' not in everything
    assert '"is_true"' not in everything
    assert '"slips": [{' not in everything
    assert '"in": ["' not in everything


def test_an_attempt_by_keyboard_alone(pages: DeskPages, sitting: Any, tmp_path: Path) -> None:
    page = pages.open(make_desk(sitting, tmp_path))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == EN["begin"]
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-kit-phase=running]")
    for _ in range(12):
        # The first control has the focus; Tab leads to the button that goes on.
        page.keyboard.press("Space")
        while page.evaluate("!document.activeElement.matches('.kit-row .kit-main')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator("h3")).to_be_focused()
    while page.evaluate(f"document.activeElement.textContent !== {EN['hand-in']!r}"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=EN["hand-in-now"])).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-kit-phase=done]")
    expect(page.locator("h3")).to_be_focused()
    assert page.evaluate("window.pressed") == 1  # only the first Tab, from outside


def test_every_control_keeps_the_keys_of_the_notebook_away(
    pages: DeskPages, sitting: Any, tmp_path: Path
) -> None:
    begun(sitting)
    page = pages.open(make_desk(sitting, tmp_path))
    for step in range(13):
        page.locator(".kit-steps button").nth(step).click()
        bare = "#quiz :is(a, button, input, select):not([data-lm-suppress-shortcuts='true'])"
        expect(page.locator(bare)).to_have_count(0)


def test_answers_are_there_again_on_a_new_page(
    pages: DeskPages, sitting: Any, tmp_path: Path, clock: Clock
) -> None:
    page = pages.open(make_desk(sitting, tmp_path))
    press(page, EN["begin"])
    touch_everything(page)
    expect(page.locator(".kit-saved")).to_have_text(EN["kept"])
    expect(page.locator(".kit-done")).to_have_count(1)
    again = make_sitting(tmp_path / "progress.sqlite", clock)
    later = pages.open(make_desk(again, tmp_path))
    expect(later.locator(".kit-done")).to_have_count(1)
    expect(later.locator(".kit-steps [aria-current=step]")).to_have_text("2")


def test_handing_in_asks_first_and_can_be_taken_back(
    pages: DeskPages, sitting: Any, tmp_path: Path
) -> None:
    begun(sitting)
    page = pages.open(make_desk(sitting, tmp_path))
    page.locator(".kit-steps").get_by_role("button", name=EN["overview"]).click()
    press(page, EN["hand-in"])
    expect(page.locator(".kit-confirm")).to_contain_text(EN["confirm-open"].format(n=12))
    press(page, EN["not-yet"])
    expect(page.locator(".kit-confirm")).to_be_hidden()
    expect(page.get_by_role("button", name=EN["hand-in"], exact=True)).to_be_focused()
    assert sitting.current().handed_in is None


def test_the_report_is_read_only_and_a_new_attempt_can_begin(
    pages: DeskPages, sitting: Any, tmp_path: Path, clock: Clock
) -> None:
    begun(sitting)
    page = pages.open(make_desk(sitting, tmp_path))
    hand_in(page)
    expect(page.locator(".kit-failed")).to_have_text(EN["failed"])
    expect(page.locator("svg[role=img]")).to_be_visible()
    expect(page.locator(".kit-pane input")).to_have_count(0)
    clock.move(minutes=1)
    press(page, EN["begin-again"])
    page.wait_for_selector("[data-kit-phase=running]")
    expect(page.locator(".kit-done")).to_have_count(0)
    assert len(sitting.attempts()) == 2


def test_passing_offers_a_record_to_download(
    pages: DeskPages, sitting: Any, tmp_path: Path
) -> None:
    begun(sitting)
    answer_all(sitting)
    page = pages.open(make_desk(sitting, tmp_path))
    expect(page.locator(".kit-done")).to_have_count(12)
    hand_in(page)
    press(page, EN["make-record"])
    expect(page.get_by_role("status")).to_have_text(EN["name-first"])
    page.get_by_label(EN["your-name"]).fill("Мария #1 *Тодорова*")
    press(page, EN["make-record"])
    link = page.get_by_role("link", name=EN["open-record"])
    expect(link).to_be_focused()
    with page.expect_download() as download:
        link.click()
    saved = tmp_path / download.value.suggested_filename
    assert saved.read_bytes() == Path(download.value.path()).read_bytes()


def test_the_time_runs_down_and_hands_in(pages: DeskPages, tmp_path: Path, clock: Clock) -> None:
    sitting = make_sitting(tmp_path / "progress.sqlite", clock, minutes=1)
    begun(sitting)
    clock.move(seconds=58)
    page = pages.open(make_desk(sitting, tmp_path))
    expect(page.get_by_role("timer")).to_contain_text("0:0")
    page.wait_for_selector("[data-kit-phase=done]")
    assert sitting.current().claim.reason == "time"
    expect(page.locator(".kit-pane")).to_contain_text(EN["by-time"])


def test_what_cannot_be_read_is_said_and_not_graded(
    pages: DeskPages, sitting: Any, tmp_path: Path
) -> None:
    attempt = begun(sitting)
    place = list(attempt.plan.questions).index("date-last-day")
    page = pages.open(make_desk(sitting, tmp_path))
    page.locator(".kit-steps button").nth(place).click()
    field = page.locator(".kit-body input[type=text]")
    field.fill("next year")
    field.blur()
    expect(page.get_by_role("status")).to_have_text(EN["unreadable"].format(typed="next year"))
    field.fill("1.1.2020")
    field.blur()
    expect(page.get_by_role("status")).to_have_text("")
    expect(page.locator(".kit-done")).to_have_count(1)


def test_steps_left_as_they_were_are_no_answer(
    pages: DeskPages, tmp_path: Path, clock: Clock
) -> None:
    sitting = make_sitting(tmp_path / "progress.sqlite", clock, bank=bank_of("B"))
    attempt = begun(sitting)
    slug = "order-dates-of-the-case"
    place = list(attempt.plan.questions).index(slug)
    page = pages.open(make_desk(sitting, tmp_path))
    page.locator(".kit-steps button").nth(place).click()
    shown = page.locator(".kit-order li").evaluate_all("all => all.map((one) => one.dataset.id)")
    assert shown == [step["id"] for step in _question(page, slug)["steps"]]
    expect(page.locator(".kit-done")).to_have_count(0)
    page.locator(".kit-movers button").nth(1).click()
    expect(page.locator(".kit-done")).to_have_count(1)
    expect(page.locator(".kit-saved")).to_have_text(EN["kept"])
    kept = sitting.current().answers[slug]
    assert sorted(kept) == sorted(right_answer(open_library().question(slug)))


def _question(page: Page, slug: str) -> Any:
    questions = page.evaluate("window.model.get('questions')")
    return next(one for one in questions if one["id"] == slug)


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_machines_find_nothing_against_it(
    pages: DeskPages, sitting: Any, tmp_path: Path, language: str, is_dark: bool
) -> None:
    axe = Axe()
    desk = make_desk(sitting, tmp_path, language)
    begin = pages.open(desk, is_dark=is_dark)
    assert axe.run(begin).response["violations"] == []
    begun(sitting)
    page = pages.open(make_desk(sitting, tmp_path, language), is_dark=is_dark)
    for step in range(13):
        page.locator(".kit-steps button").nth(step).click()
        found = axe.run(page).response["violations"]
        assert found == [], [one["id"] for one in found]
    answer_all(sitting)
    sitting.hand_in(sitting.current(), event_id(999))
    done = pages.open(make_desk(sitting, tmp_path, language), is_dark=is_dark)
    found = axe.run(done).response["violations"]
    assert found == [], [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_phone(pages: DeskPages, sitting: Any, tmp_path: Path, language: str) -> None:
    begun(sitting)
    page = pages.open(make_desk(sitting, tmp_path, language), width=360)
    for step in range(13):
        page.locator(".kit-steps button").nth(step).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    answer_all(sitting)
    sitting.hand_in(sitting.current(), event_id(999))
    done = pages.open(make_desk(sitting, tmp_path, language), width=360)
    assert done.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_works_packed_as_a_notebook_gets_it(
    pages: DeskPages, sitting: Any, tmp_path: Path
) -> None:
    page = pages.open(make_desk(sitting, tmp_path), is_packed=True)
    press(page, EN["begin"])
    expect(page.locator(".kit-steps button")).to_have_count(13)
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.kit-quiz')).borderRadius") != "0px"
    )


def test_in_jupyterlab_an_attempt_outlives_the_page_and_its_kernel(lab: Lab) -> None:
    page = lab.open("assessment", "bg")
    words = read_words("assessment", "bg")
    first = "[data-kit-assessment='assessment/A']"
    page.locator(first).get_by_role("button", name=words["begin"], exact=True).click()
    page.wait_for_selector(f"{first}[data-kit-phase=running]")
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    for key in ("ArrowDown", "x", "b", "Escape", "d", "d"):
        page.keyboard.press(key)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    touch_everything(page)
    expect(page.locator(f"{first} .kit-done")).to_have_count(1)
    expect(page.locator(f"{first} .kit-saved")).to_have_text(words["kept"])
    lab.tidy()
    again = lab.open("assessment", "en")
    expect(again.locator(f"{first} .kit-done")).to_have_count(1)
    hand_in(again)
    expect(again.locator(f"{first} .kit-failed")).to_be_visible()
    assert lab.problems == []
