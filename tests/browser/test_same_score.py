"""The same ten answers, in JupyterLab, on a page and on paper, bring the same points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.content.questions import Decide, Gaps, Mark, Match, Number, Question, Single
from kit.learner.events import Event
from kit.learner.store import AttemptStore
from kit.learner.transfer import decode
from kit.paper.posing import Posed
from kit.paper.reading import read_marks
from kit.paper.sheets import Order, list_sheets
from kit.quiz.grading import grade
from kit.quiz.view import view_question, words_of
from tests.browser.conftest import Lab
from tests.browser.giving import give
from tests.browser.site_pages import SitePages

LANGUAGE, LESSON, QUIZ = "bg", "three-year-cycle", "check"
# Right, partly right and wrong answers to every question of the quiz.
ANSWERS: Mapping[str, Any] = {
    "number-days-late": "16",
    "mark-note-after-stage-two": ["ninety"],
    "gap-restoration": {"from": "audit", "until": "old-expiry", "meanwhile": "not-certified"},
    "surveillance-year": ["half-way"],
    "match-event-and-consequence": {
        "refused": "refused",
        "not-removed": "not-removed",
        "one-part": "extension",
        "four-months": "four-months",
    },
    "what-an-estimate-is-worth": ["ask"],
    "decide-one-complaint": {"verdict": "not-enough", "reason": "corridor"},
    "twenty-months": ["first-and-calendar"],
    "number-places-at-recertification": "6",
    "suspended-website": ["take-down"],
}
QUESTIONS = {slug: open_library().question(slug) for slug in ANSWERS}


def give_all(page: Page) -> Locator:
    """Give every answer to the quiz on a page, in the order in which it asks."""
    quiz = page.locator(f'[data-kit-quiz="{LESSON}/{QUIZ}"]')
    stems = {plain(one.stem.pick(LANGUAGE)): one for one in QUESTIONS.values()}
    for place in range(len(ANSWERS)):
        quiz.locator(".kit-steps button").nth(place).click()
        legend = quiz.locator(".kit-body:not([hidden]) legend").first
        question = stems[plain(legend.inner_text())]
        give(quiz, question, ANSWERS[question.id], LANGUAGE)
    expect(quiz.locator(".kit-saved")).to_have_text(read_words("quiz", LANGUAGE)["kept"])
    return quiz


def plain(text: str) -> str:
    """Return a text in one line, without its marks."""
    return " ".join(text.replace("**", "").replace("\N{WORD JOINER}", "").split())


def scores_of(events: Iterable[Event]) -> dict[str, float | None]:
    return {event.question: event.score for event in events if event.kind == "check"}


class Sheet:
    """Read a printed workbook as somebody with a pen does: what stands before which words."""

    def __init__(self, pdf: bytes) -> None:
        self._text = plain(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))

    def sign(self, question: Question, words: str) -> str:
        """Return the letter or number before some words of a question."""
        begin = self._text.rindex(plain(question.stem.pick(LANGUAGE)))
        return self._text[begin : self._text.index(f" {plain(words)}", begin)].split()[-1]


def mark(sheet: Sheet, question: Question, answer: Any) -> str:
    """Return what somebody marks on the sheet to give an answer."""
    view = view_question(question, LANGUAGE)
    shown = [*view.get("options", ()), *view.get("items", ())]
    texts = {one["id"]: one.get("text", "") for one in shown}

    def sign(slug: str) -> str:
        return sheet.sign(question, texts[slug])

    match question:
        case Number():
            return answer
        case Single() | Mark():
            return " ".join(sign(slug) for slug in answer)
        case Decide():
            verdict = words_of(["kinds/decide"], LANGUAGE)[answer["verdict"]]
            return f"{sheet.sign(question, verdict)} {sign(answer['reason'])}"
        case Match():
            texts |= {f":{one['id']}": one["text"] for one in view["groups"]}
            return " ".join(sign(slug) + sign(f":{place}") for slug, place in answer.items())
        case Gaps():
            gaps = [piece["id"] for piece in view["pieces"] if "id" in piece]
            choices = {one["id"]: one["text"] for one in view["groups"]}
            return " ".join(
                f"{gaps.index(slug) + 1}{sheet.sign(question, choices[choice])}"
                for slug, choice in answer.items()
            )
    raise NotImplementedError(type(question).__name__)


def score_in_lab(lab: Lab) -> dict[str, float | None]:
    lab.forget()
    give_all(lab.open(LESSON, LANGUAGE))
    with AttemptStore(lab.home / "progress.sqlite", now=lambda: datetime.now(UTC)) as store:
        return scores_of(store.events())


def score_on_page(site: SitePages) -> dict[str, float | None]:
    page = site.open(f"{LANGUAGE}/04-{LESSON}.html")
    give_all(page)
    page.get_by_role("link", name=read_words("site", LANGUAGE)["contents"]).first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name=read_words("site-transfer", LANGUAGE)["export"]).click()
    return scores_of(decode(Path(download.value.path()).read_bytes()))


def score_on_paper() -> dict[str, float | None]:
    order = Order(
        language=LANGUAGE, today=date(2026, 11, 28), kinds=("workbook",), lessons=(LESSON,)
    )
    (printed,) = list_sheets(order, open_library())
    sheet = Sheet(printed.set_type())
    scores = {}
    for slug, question in QUESTIONS.items():
        posed = Posed(question, LANGUAGE, order.seed)
        marked = mark(sheet, question, ANSWERS[slug])
        scores[slug] = grade(question, read_marks(posed, marked)).score
    return scores


def test_the_same_ten_answers_score_alike_in_jupyterlab_on_a_page_and_on_paper(
    lab: Lab, site: SitePages
) -> None:
    assert tuple(QUESTIONS) == open_library().lesson(LESSON).quizzes[QUIZ].questions
    kernel, page, paper = score_in_lab(lab), score_on_page(site), score_on_paper()
    assert kernel == page == paper
    assert len(kernel) == 10
    # Each kind of outcome occurs, so that a home that knows only right and wrong would differ.
    assert {0.0, 1.0} < {*kernel.values()}
