"""Review in a real lesson: what is due is asked anew, kept, and found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.daily import MAX_NEW
from kit.learner.events import Event
from kit.learner.store import FILE_NAME, AttemptStore
from kit.quiz.version import content_version
from kit.text import LANGUAGES
from tests.browser.conftest import Lab

DUE = ("edition-year", "scope-of-pomorie", "read-a-certificate")


@pytest.fixture
def learnt(lab: Lab) -> Iterator[Lab]:
    """Return a JupyterLab whose learner solved three questions a month ago."""
    at = datetime.now(UTC) - timedelta(days=30)
    with AttemptStore(lab.home / FILE_NAME, now=lambda: at) as store:
        store.append(
            Event(
                id=f"{number:016}",
                at=at,
                question=name,
                version=content_version(open_library().question(name)),
                kind="check",
                score=1.0,
                lesson="announcement",
                quiz="reading",
            )
            for number, name in enumerate(DUE)
        )
    yield lab
    lab.tidy()
    lab.forget()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_due_is_asked_anew_and_stays_answered(learnt: Lab, language: str) -> None:
    words, question = read_words("quiz", language), open_library().question("edition-year")
    page = learnt.open("review", language)
    total = page.locator(".kit-quiz .kit-body").count() - 1  # behind them is the summary
    assert total == len(DUE) + MAX_NEW
    tally = page.locator(".kit-quiz > header")
    expect(tally).to_contain_text(words["solved-of"].format(n=0, total=total))
    stems = page.locator(".kit-quiz .kit-body").all_text_contents()
    place = next(n for n, text in enumerate(stems) if question.stem.pick(language) in text)
    page.locator(".kit-steps button").nth(place).click()
    (key,) = (option for option in question.options.values() if option.correct)
    body = page.locator(".kit-quiz .kit-body").nth(place)
    body.locator(".kit-option", has_text=key.text.pick(language)).locator("input").check()
    page.keyboard.press("Enter")
    expect(page.locator(".kit-quiz .kit-saved")).to_have_text(words["kept"])
    page.close()
    again = learnt.open("review", language)
    solved = words["solved-of"].format(n=1, total=total)
    expect(again.locator(".kit-quiz > header")).to_contain_text(solved)
    assert again.locator("figure.kit-figure svg[role=img]").count() == 1
    assert learnt.problems == []


def test_before_any_lesson_review_tells_how_to_begin(lab: Lab) -> None:
    lab.forget()
    page = lab.open("review", "bg", viewport={"width": 390, "height": 844})
    begin = read_words("review", "bg")["nothing-begun"]
    expect(page.get_by_text(begin).first).to_be_visible()
    assert page.locator(".kit-quiz").count() == 0
    assert lab.problems == []
