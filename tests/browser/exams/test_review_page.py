"""Review on its page: what is due is asked anew, kept as JupyterLab keeps it, and foreseen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.figures.review import describe_review
from kit.learner.catalogue import catalogue
from kit.learner.events import Event
from kit.learner.review import look_back
from kit.quiz.plan import plan_quiz
from kit.quiz.view import view_question
from kit.text import LANGUAGES
from tests.assessment.factories import right_answer
from tests.browser.exams.pages import REVIEW, Learner, give, take

LIBRARY = open_library()
ENTRIES = catalogue(LIBRARY)
QUIZ = "[data-kit-review] .kit-quiz"


def tries(step: int = 9, days: int = 30) -> list[Event]:
    """Return checks of some questions of every lesson, some days ago."""
    at = datetime.now(UTC) - timedelta(days=days)
    return [
        Event(
            id=f"{number:016}",
            at=at,
            question=name,
            version=entry.version,
            kind="check",
            answer=right_answer(entry.question),
            score=1.0,
            lesson=entry.lesson,
            quiz="check",
        )
        for number, (name, entry) in enumerate([*ENTRIES.items()][::step])
    ]


def stem_of(page: Page, name: str, language: str) -> str:
    body = "(html) => new DOMParser().parseFromString(html, 'text/html').body.textContent"
    return page.evaluate(body, view_question(ENTRIES[name].question, language)["stem"])


def draw_figure(page: Page) -> None:
    page.locator("[data-kit-figure]").scroll_into_view_if_needed()
    page.wait_for_selector("[data-kit-figure] figcaption")


@pytest.mark.parametrize("language", LANGUAGES)
def test_today_asks_what_python_asks_in_the_same_order(learner: Learner, language: str) -> None:
    events = tries()
    page = learner.open(language, REVIEW)
    give(page, events)
    page.wait_for_selector(QUIZ)
    review = look_back(LIBRARY, events, datetime.now(UTC).astimezone(), "review")
    stems = [stem_of(page, one, language) for one in review.session.questions]
    found = page.locator(f"{QUIZ} .kit-body").all_text_contents()[: len(stems)]
    assert all(stem in text for stem, text in zip(stems, found, strict=True))
    assert learner.problems == []


def test_an_answer_is_an_event_as_jupyterlab_records_it(learner: Learner) -> None:
    page = learner.open("en", REVIEW)
    give(page, tries())
    page.wait_for_selector(QUIZ)
    before = {event.id for event in take(page)}
    day = datetime.now(UTC).astimezone().date()
    session = look_back(LIBRARY, tries(), datetime.now(UTC).astimezone(), "review").session
    place = next(
        n for n, one in enumerate(session.questions) if hasattr(ENTRIES[one].question, "options")
    )
    question = ENTRIES[session.questions[place]].question
    page.locator(f"{QUIZ} .kit-steps button").nth(place).click()
    page.locator(f"{QUIZ} .kit-body").nth(place).locator("input").first.check()
    (event,) = (one for one in take(page) if one.id not in before)
    assert (event.lesson, event.quiz, event.language) == ("review", day.isoformat(), "en")
    assert (event.kind, event.question) == ("choice", question.id)
    assert event.version == ENTRIES[question.id].version
    page.reload()
    page.wait_for_selector(QUIZ)
    kept = page.locator(f"{QUIZ} .kit-body").nth(place).locator("input:checked")
    expect(kept).to_have_count(1)


def test_what_was_solved_elsewhere_is_asked_anew(learner: Learner) -> None:
    page = learner.open("en", REVIEW)
    give(page, tries())
    tally = page.locator(f"{QUIZ} > header")
    page.wait_for_selector(QUIZ)
    total = page.locator(f"{QUIZ} .kit-steps button").count() - 1
    expect(tally).to_contain_text(read_words("quiz", "en")["solved-of"].format(n=0, total=total))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quiz_has_the_plan_that_a_notebook_gives_it(
    learner: Learner, language: str, folder: Path
) -> None:
    page = learner.open(language, REVIEW)
    give(page, tries())
    page.wait_for_selector(QUIZ)
    review = look_back(LIBRARY, tries(), datetime.now(UTC).astimezone(), "review")
    words = read_words("review", language)
    title = words["title"].format(date=words["date"].format(at=review.session.day))
    plan = plan_quiz(
        f"review/{review.session.day}",
        title,
        review.questions,
        library=LIBRARY,
        language=language,
        keep_order=True,
    )
    expect(page.locator(QUIZ)).to_have_attribute("aria-label", plan["title"])
    page.locator(f"{QUIZ} .kit-steps button").last.click()
    aims = page.locator(f"{QUIZ} .kit-objectives li > span:nth-child(2)")
    assert aims.evaluate_all("all => all.map((one) => one.innerHTML)") == [
        one["text"] for one in plan["objectives"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_any_lesson_review_tells_how_to_begin(learner: Learner, language: str) -> None:
    page = learner.open(language, REVIEW)
    begin = read_words("review", language)["nothing-begun"]
    expect(page.locator("[data-kit-review]")).to_have_text(begin)
    draw_figure(page)
    expect(page.locator("[data-kit-figure]")).to_have_text(begin)
    assert learner.problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_due_the_next_day_is_named(learner: Learner, language: str) -> None:
    # Every question was solved yesterday: nothing is due, and nothing is new.
    events = tries(step=1, days=1)
    page = learner.open(language, REVIEW)
    give(page, events)
    session = look_back(LIBRARY, events, datetime.now(UTC).astimezone(), "review").session
    assert session.next_due
    words = read_words("review", language)
    date = words["date"].format(at=session.next_due)
    expect(page.locator("[data-kit-review]")).to_have_text(words["nothing-due"].format(date=date))
    assert page.locator(QUIZ).count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outlook_says_what_the_figure_of_the_notebook_says(
    learner: Learner, language: str
) -> None:
    events = tries()
    page = learner.open(language, REVIEW)
    give(page, events)
    draw_figure(page)
    outlook = look_back(LIBRARY, events, datetime.now(UTC).astimezone(), "review").outlook
    titles = {slug: one.title.pick(language) for slug, one in LIBRARY.lessons.items()}
    told = describe_review(outlook, titles, read_words("review", language))
    expect(page.locator("[data-kit-figure] figcaption")).to_have_text(told)
    weeks = page.locator("[data-kit-figure] .kit-bars").first.locator("b").all_text_contents()
    assert weeks == [str(n) for n in (*outlook.weeks, outlook.later)]
    dots = page.locator("[data-kit-figure] .kit-one")
    assert dots.count() == sum(len(one.chances) for one in outlook.lessons.values())


def test_a_question_is_answered_by_keyboard_alone(learner: Learner) -> None:
    page = learner.open("bg", REVIEW)
    give(page, tries())
    page.wait_for_selector(QUIZ)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{QUIZ} .kit-body *')"):
            break
    before = len(take(page))
    page.keyboard.press("Space" if page.locator(f"{QUIZ} :focus[type]").count() else "Enter")
    page.wait_for_function(f"Object.keys(localStorage).length > {before}")
    assert take(page)[-1].quiz.count("-") == 2
    assert learner.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_machines_find_nothing_against_it(
    browser: Browser, address: str, language: str, scheme: str
) -> None:
    learner = Learner(browser, address, color_scheme=scheme)
    page = learner.open(language, REVIEW)
    give(page, tries())
    page.wait_for_selector(QUIZ)
    draw_figure(page)
    found = Axe().run(page).response["violations"]
    assert found == [], [(one["id"], one["nodes"][0]["html"]) for one in found]
    learner.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_the_smallest_phone(browser: Browser, address: str, language: str) -> None:
    learner = Learner(browser, address, viewport={"width": 320, "height": 640})
    page = learner.open(language, REVIEW)
    give(page, tries())
    page.wait_for_selector(QUIZ)
    draw_figure(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    learner.close()


def test_it_works_from_a_folder(browser: Browser, folder: Path) -> None:
    learner = Learner(browser, folder.as_uri())
    page = learner.open("bg", REVIEW)
    give(page, tries())
    page.wait_for_selector(QUIZ)
    draw_figure(page)
    assert learner.problems == []
    learner.close()
