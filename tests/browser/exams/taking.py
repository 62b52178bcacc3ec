"""Taking the assessment on its page, and what JupyterLab has beside it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from kit.assessment.form import FormBank, read_form
from kit.assessment.sitting import Sitting
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.store import AttemptStore
from kit.text import LANGUAGES
from tests.assessment.factories import (
    answer_all,
    begun,
)
from tests.browser.exams.pages import EXAM, Learner, give

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


def points_on(page: Page) -> tuple[float, int]:
    """Return the points that the report names."""
    text = page.locator(f"{FIRST} .kit-page > p").first.inner_text()
    found = re.match(r"([\d.]+) of (\d+)", text)
    assert found
    return pytest.approx(float(found[1]), abs=0.005), int(found[2])


def passed(store: AttemptStore) -> list[Any]:
    """Return the events of an attempt in which everything is right, not handed in yet."""
    sitting = make_sitting(store)
    begun(sitting)
    answer_all(sitting)
    return store.events()
