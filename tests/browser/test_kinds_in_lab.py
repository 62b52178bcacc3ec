"""Every kind of question in a real JupyterLab, by the keys alone, and the way back to a cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from msgspec.structs import replace
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Page, expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.quiz.view import modules_of, words_of
from tests.browser.hands import Keys, answer_rightly, name_parts
from tests.browser.quiz_page import shown
from tests.quiz.samples import EVERY_KIND

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
EN = words_of(modules_of(EVERY_KIND, {"is_prediction": False}), "en")
QUESTIONS = [replace(name_parts(one), id=f"question-{n}") for n, one in enumerate(EVERY_KIND)]
CODE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.browser.test_kinds_in_lab import show_every_kind
show_every_kind()
"""


def show_every_kind() -> Any:
    """Return the widget, with the real recorder behind it; the notebook of the test calls this."""
    from datetime import UTC, datetime

    from kit.learner.recorder import Recorder
    from kit.learner.store import open_store
    from kit.widgets.quiz import QuizWidget

    def now() -> datetime:
        return datetime.now(UTC)

    plan = {"id": "lesson/quiz", "title": "Quiz", "language": "en", "seed": "seed"}
    recorder = Recorder(
        store=open_store(now=now),
        questions=QUESTIONS,
        now=now,
        say=lambda notice: notice.key,
        lesson="lesson",
        quiz="quiz",
        language="en",
    )
    return QuizWidget(
        questions=QUESTIONS,
        plan=plan | {"keep_order": True, "is_prediction": False},
        recorder=recorder,
    )


def write_notebook(path: Path) -> Path:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kit": {"lesson": "announcement", "language": "en"}, "kernelspec": kernel}
    cells = [new_markdown_cell("# Every kind", id="title"), new_code_cell(CODE, id="quiz")]
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


def open_every_kind(lab: Any) -> Page:
    page = lab.show(write_notebook(lab.folder / "en" / "every-kind.ipynb"))
    page.get_by_role("button", name=read_words("lab", "en")["start"]).click()
    page.wait_for_selector("[data-kit-alive]", timeout=60_000)
    return page


def test_every_kind_is_answered_by_the_keys_alone(lab: Any) -> None:
    page = open_every_kind(lab)
    cells = page.locator(".jp-Cell").count()
    user = Keys(page)
    shown(page).locator("input").first.focus()
    for place, question in enumerate(QUESTIONS):
        answer_rightly(question, user)
        user.press(shown(page).get_by_role("button", name=EN["check"], exact=True))
        expect(page.get_by_role("status")).to_have_text(EN["is-right"])
        # The keys that would cut, insert or leave a cell if JupyterLab took them.
        for key in ("x", "b", "a", "d", "d", "z"):
            page.keyboard.press(key)
        is_last = place == len(QUESTIONS) - 1
        expect(page.locator(":focus")).to_have_text(EN["see-summary" if is_last else "next"])
        page.keyboard.press("Enter")
    expect(page.locator(".kit-score")).to_have_text(
        EN["points-got"].format(score=len(QUESTIONS), total=len(QUESTIONS))
    )
    expect(page.locator(".kit-saved")).to_have_text(EN["kept"])
    assert page.locator(".jp-Cell").count() == cells
    assert lab.problems == []


def test_the_summary_leads_to_the_cell_that_explains(lab: Any) -> None:
    lesson = open_library().lesson("announcement")
    page = lab.open("announcement", "en")
    quiz = page.locator("[data-kit-quiz='announcement/check']")
    quiz.locator(".kit-steps button").last.click()
    chain = lesson.objectives["who-did-what"].en
    assert lesson.places["who-did-what"] == "chain"
    before = page.url
    quiz.locator(".kit-again button", has_text=chain).click()
    heading = page.get_by_role("heading", name="Who did what in Pomorie")
    expect(heading).to_be_in_viewport()
    expect(page.locator(".jp-Cell:focus-within, .jp-Cell:focus")).to_contain_text("Who did what in")
    assert page.url == before
