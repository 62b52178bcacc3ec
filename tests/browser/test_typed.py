"""Typed numbers and dates in a real browser: read as Python reads them, and told if not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from kit.quiz.dates import read_date
from kit.quiz.numbers import read_number
from kit.quiz.view import modules_of, words_of
from tests.browser.hands import Mouse, name_parts
from tests.browser.quiz_page import QuizPages, press, serve_quiz_pages, shown
from tests.quiz.samples import DATE, NUMBER, SINGLE
from tests.quiz.typed import DATES, NUMBERS, UNITS

pytestmark = pytest.mark.browser
EN = words_of(modules_of([NUMBER, DATE], {"is_prediction": False}), "en")


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[QuizPages]:
    with serve_quiz_pages(browser) as pages:
        yield pages


@pytest.fixture
def quizzes(served: QuizPages) -> Iterator[QuizPages]:
    yield served
    served.close()


def test_the_key_of_a_number_and_a_date_is_written_as_in_the_language(quizzes: QuizPages) -> None:
    for question, language, key in (
        (NUMBER, "en", "19\u202f023 days"),
        (NUMBER, "bg", "19\u202f023 дни"),
        (replace(NUMBER, value="-0.25", unit=None), "bg", "-0,25"),
        (replace(NUMBER, value="1234.5", unit=None), "en", "1234.5"),
        (DATE, "en", "28 January 2016"),
        (DATE, "bg", "28 януари 2016 г."),
    ):
        page = quizzes.open([question], language=language)
        words = words_of((), language)
        Mouse(page).write(shown(page).locator("input"), "1" if key[0] in "1-" else "1.1.2001")
        page.locator("legend").click()
        press(page, words["check"])
        press(page, words["show-answer"])
        home = page.locator(".kit-home")
        assert home.text_content() == words["belongs-to"].format(group=key)


@pytest.mark.parametrize(
    ("question", "typed", "word"),
    [
        (NUMBER, "many", "number-unread"),
        (NUMBER, "1,234.5", "number-unread"),
        (NUMBER, "19,023", "number-doubt"),
        (NUMBER, "19.023 days", "number-doubt"),
        (NUMBER, "  ", "number-first"),
        (DATE, "soon", "date-unread"),
        (DATE, "31.02.2016", "date-unread"),
        (DATE, " ", "date-first"),
    ],
)
def test_what_cannot_be_read_is_told_and_is_no_try(
    quizzes: QuizPages, question: Any, typed: str, word: str
) -> None:
    page = quizzes.open([question])
    Mouse(page).write(shown(page).locator("input"), typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(EN[word].format(typed=typed))
    assert [event["kind"] for event in page.evaluate("window.seen")].count("check") == 0
    expect(page.locator(".kit-points")).to_have_count(0)
    expect(shown(page).locator("input")).to_be_enabled()


def test_a_decimal_is_not_doubted_where_one_is_wanted(quizzes: QuizPages) -> None:
    page = quizzes.open([replace(NUMBER, value="1.5")])
    Mouse(page).write(shown(page).locator("input"), "2,345")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(EN["is-wrong"])


def test_a_known_slip_is_explained(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(NUMBER)])
    Mouse(page).write(shown(page).locator("input"), "1")
    page.keyboard.press("Enter")
    expect(page.locator(".wrong .kit-why")).to_have_text("Why one")
    press(page, EN["show-answer"])
    expect(page.locator(".kit-why")).to_contain_text("Why key")


_READ = """async ([numbers, dates, units]) => {
  const { readNumber } = await import("/kinds/number.js");
  const { readDate } = await import("/dates.js");
  const show = (days) => new Date(Number(days) * 86400000).toISOString().slice(0, 10);
  const day = (typed) => readDate(typed) === null ? null : show(readDate(typed));
  return [numbers.map((one) => readNumber(one, units)?.toString() ?? null), dates.map(day)];
}"""


def read_in_browser(page: Page, numbers: list[str], dates: list[str]) -> Any:
    return page.evaluate(_READ, [numbers, dates, UNITS])


def test_the_browser_meets_the_tables_of_what_is_typed(quizzes: QuizPages) -> None:
    page = quizzes.open([SINGLE])
    numbers, dates = read_in_browser(page, [*NUMBERS], [*DATES])
    expected = [read_number(one, UNITS) for one in NUMBERS]
    assert dict(zip(NUMBERS, numbers, strict=True)) == {
        typed: None if number is None else str(number)
        for typed, number in zip(NUMBERS, expected, strict=True)
    }
    assert dict(zip(DATES, dates, strict=True)) == DATES


def test_the_browser_reads_thousands_of_typed_texts_as_python_does(quizzes: QuizPages) -> None:
    luck = random.Random(2015)
    page = quizzes.open([SINGLE])
    known = [*NUMBERS, *DATES, *(f"{date.fromordinal(n):%d %B %Y}" for n in range(700000, 700100))]
    signs = sorted({sign for typed in known for sign in typed})
    texts = [mutate(luck.choice(known), signs, luck) for _ in range(6_000)]
    numbers, dates = read_in_browser(page, texts, texts)
    for typed, number, day in zip(texts, numbers, dates, strict=True):
        expected = read_number(typed, UNITS), read_date(typed)
        assert (number, day) == tuple(None if one is None else str(one) for one in expected), typed
    assert sum(number is not None for number in numbers) > 300
    assert sum(day is not None for day in dates) > 500


def mutate(text: str, signs: list[str], luck: random.Random) -> str:
    """Change up to two letters of a text."""
    for _ in range(luck.randint(0, 2)):
        place = luck.randint(0, len(text))
        text = text[:place] + luck.choice([*signs, ""]) + text[place + luck.randint(0, 1) :]
    return text
