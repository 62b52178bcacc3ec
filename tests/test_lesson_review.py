"""Review as a notebook and as the command line show it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kit import open_lesson
from kit.cli import build_parser
from kit.commands.review import tell_review
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.catalogue import catalogue
from kit.learner.events import Event
from kit.learner.store import FILE_NAME, open_store
from kit.lesson import LessonPage
from kit.text import LANGUAGES
from kit.widgets.page import Page
from kit.widgets.quiz import QuizWidget

both = pytest.mark.parametrize("language", LANGUAGES)
ENTRIES = catalogue(open_library())
NAMES = tuple(ENTRIES)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))


def answer(names: Sequence[str], *, days_ago: int, score: float = 1.0) -> None:
    """Put a check of each question into the learner's log."""
    at = datetime.now(UTC) - timedelta(days=days_ago)
    with open_store(now=lambda: at) as store:
        store.append(
            Event(
                id=f"{number:08}-{days_ago:08}",
                at=at,
                question=name,
                version=ENTRIES[name].version,
                kind="check",
                score=score,
                lesson="announcement",
                quiz="check",
            )
            for number, name in enumerate(names)
        )


def open_review(language: str = "en") -> LessonPage:
    return open_lesson("review", language=language)


def do(quiz: QuizWidget, name: str, kind: str, given: object = None, number: int = 0) -> None:
    """Do a thing with a question as the browser does."""
    event = {"id": f"event-{number:010}", "question": name, "version": ENTRIES[name].version}
    quiz.outbox = [event | {"kind": kind, "answer": given}]


@both
def test_before_any_lesson_review_tells_how_to_begin(language: str) -> None:
    page = open_review(language).review()
    assert isinstance(page, Page)
    assert read_words("review", language)["nothing-begun"] in page.html


@both
def test_questions_that_are_due_are_asked_anew_whatever_was_answered_before(language: str) -> None:
    answer(["edition-year", "scope-of-pomorie"], days_ago=30)
    quiz = open_review(language).review()
    asked = [question["id"] for question in quiz.questions]
    assert {"edition-year", "scope-of-pomorie"} < {*asked}
    assert all(standing["tries"] == 0 for standing in quiz.standings.values())
    today = datetime.now(UTC).astimezone().date()
    assert quiz.plan["id"] == f"review/{today.isoformat()}"
    assert quiz.plan["keep_order"]


def test_review_goes_on_where_it_was_left_and_counts() -> None:
    answer(["edition-year", "scope-of-pomorie"], days_ago=30)
    quiz = open_review().review()
    do(quiz, "edition-year", "reveal")
    again = open_review("bg").review()
    assert again.standings["edition-year"]["is_revealed"]
    assert not again.standings["scope-of-pomorie"]["is_checked"]
    assert [one["id"] for one in again.questions] == [one["id"] for one in quiz.questions]
    assert open_review().look_back().outlook.lessons["announcement"].due == 1


@both
def test_when_nothing_is_due_review_says_when_something_is(language: str) -> None:
    answer(NAMES, days_ago=0)
    page, words = open_review(language).review(), read_words("review", language)
    due = open_review().look_back().session.next_due
    assert isinstance(page, Page)
    assert words["nothing-due"].format(date=words["date"].format(at=due)) in page.html


def test_a_log_that_cannot_be_read_is_told_beside_review(tmp_path: Path) -> None:
    (tmp_path / "home" / FILE_NAME).mkdir(parents=True)
    page = open_review().review()
    assert isinstance(page, Page)
    assert page.html.count("<p>") == 2


@both
def test_the_figure_of_review_follows_the_log(language: str) -> None:
    begin = read_words("review", language)["nothing-begun"]
    assert begin in open_review(language).figure("review").html
    answer(["edition-year"], days_ago=30)
    html = open_review(language).figure("review").html
    assert begin not in html
    assert open_library().lesson("announcement").title.pick(language) in html


@both
def test_the_command_tells_what_is_due_in_words(language: str) -> None:
    words, now = read_words("review", language), datetime.now(UTC).astimezone()
    assert [*tell_review(language, now)][1:] == [words["nothing-begun"]]
    answer(["edition-year", "scope-of-pomorie"], days_ago=30, score=0.0)
    told = [*tell_review(language, now)]
    title = open_library().lesson("announcement").title.pick(language)
    assert told[1].startswith(words["lesson-due"].format(lesson=title, due=2, n=2, share=0)[:-6])
    assert told[2] == words["today"].format(due=2, new=5)


@both
def test_the_command_tells_what_is_put_off_and_when_the_next_is_due(language: str) -> None:
    answer(NAMES, days_ago=0)
    words, now = read_words("review", language), datetime.now(UTC).astimezone()
    assert words["nothing-due"].split("{")[0] in [*tell_review(language, now)][-1]
    later = now + timedelta(days=400)
    put_off = len(NAMES) - 20
    assert [*tell_review(language, later)][-1] == words["put-off"].format(n=put_off)


def test_the_command_opens_the_lesson_of_review_with_the_options_of_a_lesson() -> None:
    options = ["--no-browser", "--port", "8899", "--language", "bg", "--folder", "x"]
    chosen = build_parser().parse_args(["review", *options])
    assert (chosen.lesson, chosen.port, chosen.no_browser) == ("review", 8899, True)
    assert (chosen.language, chosen.folder) == ("bg", Path("x"))
