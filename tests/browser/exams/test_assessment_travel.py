"""An attempt between the page and JupyterLab: drawn, shown, gone on with and marked alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from kit.assessment.attempt import Claim
from kit.learner.store import AttemptStore
from tests.assessment.factories import (
    answer_all,
    begun,
    event_id,
    make_desk,
    right_answer,
)
from tests.browser.exams.pages import Learner, take
from tests.browser.exams.taking import (
    EN,
    FIRST,
    answer_first,
    begin,
    hand_in,
    make_sitting,
    open_exam,
    points_on,
)


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
