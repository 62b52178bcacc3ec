"""The assessment on its page: taken by keyboard, kept, marked, and gone on with in JupyterLab."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.assessment.attempt import Claim, Plan
from kit.assessment.form import FormBank, draw, read_form
from kit.assessment.sitting import Sitting
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.store import AttemptStore
from kit.text import LANGUAGES
from tests.assessment.factories import (
    Clock,
    answer_all,
    begun,
    event_id,
    make_desk,
    right_answer,
)
from tests.browser.exam_site import EXAM, Learner, give, serve_folder, take, write_exam_site

LIBRARY = open_library()
WORDS = {
    one: read_words("quiz", one)
    | read_words("assessment", one)
    | read_words("record", one)
    | read_words("site-exam", one)
    for one in LANGUAGES
}
EN = WORDS["en"]
FIRST = "[data-kit-assessment='assessment/A']"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    write_exam_site(place)
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serve_folder(folder) as found:
        yield found


@pytest.fixture
def learner(browser: Browser, address: str) -> Iterator[Learner]:
    one = Learner(browser, address)
    yield one
    one.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with AttemptStore(tmp_path / "progress.sqlite", now=now) as opened:
        yield opened


def now() -> datetime:
    return datetime.now(UTC)


def bank_of(form: Any = "A") -> FormBank:
    return read_form(LIBRARY, form)


def make_sitting(store: AttemptStore, form: Any = "A", **changes: Any) -> Sitting:
    """Return a sitting as the kernel has it."""
    values = {
        "store": store,
        "bank": bank_of(form),
        "now": now,
        "rng": Random(7),
        "minutes": None,
        "language": "en",
    }
    return Sitting(**values | changes)


def open_exam(learner: Learner, language: str = "en", events: Any = ()) -> Page:
    """Open the page, with these events in its log, and wait for both forms."""
    page = learner.open(language, EXAM)
    give(page, events)
    for form in ("A", "B"):
        page.locator(f"[data-kit-assessment='{form}']").scroll_into_view_if_needed()
        page.wait_for_selector(f"[data-kit-assessment='assessment/{form}'][data-kit-phase]")
    return page


def press(page: Page, word: str) -> None:
    page.locator(FIRST).get_by_role("button", name=word, exact=True).click()


def begin(page: Page, language: str = "en") -> None:
    press(page, WORDS[language]["begin"])
    page.wait_for_selector(f"{FIRST}[data-kit-phase=running]")


def hand_in(page: Page, language: str = "en") -> None:
    words = WORDS[language]
    page.locator(f"{FIRST} .kit-steps").get_by_role("button", name=words["overview"]).click()
    press(page, words["hand-in"])
    press(page, words["hand-in-now"])
    page.wait_for_selector(f"{FIRST}[data-kit-phase=done]")


def answer_first(page: Page) -> None:
    """Use the first control of the question that is shown."""
    body = page.locator(f"{FIRST} .kit-body")
    if body.locator("input[type=text]").count():
        body.locator("input[type=text]").fill("12.5.2020")
        body.locator("input[type=text]").blur()
    elif body.locator("select").count():
        body.locator("select").first.select_option(index=1)
    else:
        body.locator("input, fieldset button:not([aria-disabled=true])").first.click()


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


@pytest.mark.parametrize("form", ["A", "B"])
def test_what_is_drawn_looks_as_in_jupyterlab_and_tells_nothing(
    learner: Learner, store: AttemptStore, tmp_path: Path, form: Any
) -> None:
    sitting = make_sitting(store, form)
    begun(sitting)
    shown = make_desk(sitting, tmp_path).state()["questions"]
    place = f"[data-kit-assessment='assessment/{form}']"
    page = open_exam(learner, events=store.events())
    marks = ".right, .wrong, .missed, .kit-why, .kit-hint, .kit-mark"
    read = "(html) => new DOMParser().parseFromString(html, 'text/html').body.textContent"
    for number, question in enumerate(shown):
        page.locator(f"{place} .kit-steps button").nth(number).click()
        legend = page.locator(f"{place} .kit-body fieldset > legend").first
        expect(legend).to_have_text(page.evaluate(read, question["stem"]))
        texts = page.locator(f"{place} .kit-body .kit-option > .kit-text").all_text_contents()
        parts = question.get("options") or question.get("steps") or question.get("items") or []
        if question["kind"] in {"single", "several", "order", "sort", "match"}:
            assert texts == [page.evaluate(read, one["text"]) for one in parts]
        assert page.locator(f"{place} :is({marks})").count() == 0


def test_begun_on_the_page_and_handed_in_in_jupyterlab(
    learner: Learner, store: AttemptStore, tmp_path: Path
) -> None:
    page = open_exam(learner)
    begin(page)
    for _ in range(5):
        answer_first(page)
        page.locator(f"{FIRST} .kit-body .kit-row .kit-main").click()
    store.append(take(page))
    sitting = make_sitting(store)
    attempt = sitting.current()
    assert len(attempt.answers) == 5
    desk = make_desk(sitting, tmp_path)
    assert desk.state()["phase"] == "running"
    for number, slug in enumerate([*attempt.plan.questions][3:]):
        answer = right_answer(sitting.bank.questions[slug])
        sitting.choose(attempt, event_id(100 + number), slug, answer)
    sitting.hand_in(sitting.current(), event_id(999))
    outcome = sitting.outcome(sitting.current())
    assert outcome.trouble == ""
    again = open_exam(learner, events=store.events())
    again.wait_for_selector(f"{FIRST}[data-kit-phase=done]")
    assert points_on(again) == (outcome.marks.total.points, outcome.marks.total.most)
    verdict = "passed" if outcome.marks.is_passed else "failed"
    expect(again.locator(f"{FIRST} .kit-{verdict}")).to_have_text(EN[verdict])
    expect(again.locator(f"{FIRST} .kit-pane")).not_to_contain_text(EN["differs"])


def points_on(page: Page) -> tuple[float, int]:
    """Return the points that the report names."""
    text = page.locator(f"{FIRST} .kit-page > p").first.inner_text()
    found = re.match(r"([\d.]+) of (\d+)", text)
    assert found
    return pytest.approx(float(found[1]), abs=0.005), int(found[2])


def test_begun_in_jupyterlab_and_handed_in_on_the_page(
    learner: Learner, store: AttemptStore, tmp_path: Path
) -> None:
    sitting = make_sitting(store)
    attempt = begun(sitting)
    for number, slug in enumerate([*attempt.plan.questions][:20]):
        answer = right_answer(sitting.bank.questions[slug])
        sitting.choose(attempt, event_id(100 + number), slug, answer)
    page = open_exam(learner, events=store.events())
    expect(page.locator(f"{FIRST} .kit-done")).to_have_count(20)
    expect(page.locator(f"{FIRST} .kit-steps [aria-current=step]")).to_have_text("21")
    answer_first(page)
    hand_in(page)
    found = points_on(page)
    store.append(take(page))
    later = sitting.current()
    assert isinstance(later.claim, Claim)
    outcome = sitting.outcome(later)
    assert outcome.trouble == ""
    assert found == (outcome.marks.total.points, outcome.marks.total.most)
    desk = make_desk(sitting, tmp_path)
    assert desk.state()["phase"] == "done"
    checks = [event for event in store.events() if event.kind == "check"]
    assert [event.score for event in checks] == [
        pytest.approx(outcome.marks.scores[event.question]) for event in checks
    ]
    assert len(checks) == 21


def test_an_attempt_whose_answers_were_altered_differs_on_the_page(
    learner: Learner, store: AttemptStore
) -> None:
    sitting = make_sitting(store)
    begun(sitting)
    answer_all(sitting)
    sitting.hand_in(sitting.current(), event_id(999))
    events = [event for event in store.events() if event.id != event_id(105)]
    page = open_exam(learner, events=events)
    expect(page.locator(f"{FIRST} .kit-pane")).to_contain_text(EN["differs"])
    assert page.locator(f"{FIRST} .kit-named").count() == 0


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


def passed(store: AttemptStore) -> list[Any]:
    """Return the events of an attempt in which everything is right, not handed in yet."""
    sitting = make_sitting(store)
    begun(sitting)
    answer_all(sitting)
    return store.events()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_of_completion_can_be_printed(
    learner: Learner, store: AttemptStore, language: str
) -> None:
    words, other = WORDS[language], next(one for one in LANGUAGES if one != language)
    page = open_exam(learner, language, passed(store))
    page.evaluate("() => { window.print = () => { window.printed = document.title; }; }")
    hand_in(page, language)
    page.get_by_label(words["your-name"]).fill("<b>Мария</b>  Тодорова")
    page.locator(FIRST).get_by_label(words["record-language"]).select_option(other)
    press(page, words["make-record"])
    sheet = page.locator(".kit-sheet .kit-record").first
    expect(sheet.locator("h4")).to_be_focused()
    expect(sheet).to_have_attribute("lang", other)
    expect(sheet.locator(".kit-name")).to_have_text("<b>Мария</b> Тодорова")
    for key in ("sheet-title", "sheet-subtitle", "sheet-says", "sheet-note"):
        expect(sheet).to_contain_text(WORDS[other][key])
    page.get_by_role("button", name=words["print-record"]).click()
    assert re.fullmatch(r"record-of-completion-\d{4}-\d\d-\d\d-A", page.evaluate("printed"))
    page.emulate_media(media="print")
    expect(page.locator("body > .kit-record")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator("header").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("body > .kit-record")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()
    assert page.title() != page.evaluate("printed")
    assert learner.problems == []


def test_the_sheet_fits_one_page_of_paper(learner: Learner, store: AttemptStore) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    page = open_exam(learner, "bg", passed(store))
    page.evaluate("() => { window.print = () => {}; }")
    hand_in(page, "bg")
    page.get_by_label(WORDS["bg"]["your-name"]).fill("Мария Тодорова-Константинова")
    press(page, WORDS["bg"]["make-record"])
    page.get_by_role("button", name=WORDS["bg"]["print-record"]).click()
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == 1
    assert pdf.pages[0].mediabox.width > pdf.pages[0].mediabox.height
    text = " ".join(pdf.pages[0].extract_text().split())
    assert "Мария Тодорова-Константинова" in text
    assert WORDS["bg"]["sheet-note"].split(".")[0] in text


def test_without_a_name_there_is_no_record(learner: Learner, store: AttemptStore) -> None:
    page = open_exam(learner, events=passed(store))
    hand_in(page)
    press(page, EN["make-record"])
    expect(page.locator(f"{FIRST} [role=status]")).to_have_text(EN["name-first"])
    page.get_by_label(EN["your-name"]).fill("\u200b")
    press(page, EN["make-record"])
    expect(page.locator(f"{FIRST} .kit-saved")).to_have_text(EN["strange"])
    assert page.locator(".kit-record").count() == 0


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
