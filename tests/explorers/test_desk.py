"""The desk of an explorer: what is shown, and that what a learner sets is kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kit import open_lesson
from kit.commands.progress import _overviews
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.explorers.desk import place_of
from kit.learner.catalogue import catalogue
from kit.learner.events import Event
from kit.learner.review import look_back
from kit.learner.salvage import salvage
from kit.learner.store import AttemptStore, open_store
from kit.learner.transfer import decode, encode
from kit.statistics.report import report_group
from kit.text import LANGUAGES
from tests.browser.samples.sample_explorer import START
from tests.explorers.factories import left, make_desk, register_samples, use_home

FIVE = {**START, "people": 5, "notes": "Пет души."}


@pytest.fixture(autouse=True)
def _samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register_samples(monkeypatch)
    use_home(monkeypatch, tmp_path / "home")


def store() -> AttemptStore:
    return open_store(now=lambda: datetime.now(UTC))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desk_speaks_its_language(language: str) -> None:
    desk = make_desk(language=language)
    assert desk.words() == read_words("explorer", language)
    assert desk.plan()["language"] == language
    assert desk.view(desk.begin())["words"] == desk._explorer.describe(START)
    assert json.loads(json.dumps([desk.plan(), desk.view(START)]))


def test_what_no_control_can_set_is_told_and_shows_nothing() -> None:
    assert make_desk().view({"people": 99}) == {"trouble": read_words("explorer", "en")["trouble"]}


def test_a_name_that_is_unknown_changes_nothing() -> None:
    view = make_desk().view({**START, "weather": "fair"})
    assert view["words"] == make_desk().view(START)["words"]


def test_what_is_set_is_there_again_in_every_language_and_lesson() -> None:
    assert make_desk("kept").keep([left(FIVE)]) == (["event-0000000000"], "")
    assert make_desk("kept", "bg", "announcement").begin() == FIVE


def test_the_explorer_is_given_what_was_left_in_the_order_of_time() -> None:
    make_desk("kept").keep([left(FIVE), left({**FIVE, "people": 7}, 1)])
    past = make_desk("kept")._explorer.setting.past
    assert [one.state["people"] for one in past] == [5, 7]
    assert past[0].at < past[1].at


def test_an_explorer_that_is_not_kept_keeps_nothing() -> None:
    told = read_words("store", "en")["unreadable-answer"]
    assert make_desk().keep([left(FIVE, name="sample")]) == ([], told)
    assert make_desk().begin() == START
    assert store().events() == []


@pytest.mark.parametrize(
    "strange",
    [
        left(None),
        left("people"),
        left([FIVE]),
        left({"people": None}),
        left({"people": {"n": 5}}),
        left(FIVE, name="sample"),
        left(FIVE) | {"kind": "check"},
        {"id": "event-0000000000"},
    ],
)
def test_what_no_explorer_would_send_holds_up_nothing(strange: dict[str, Any]) -> None:
    kept, message = make_desk("kept").keep([strange, left(FIVE, 1)])
    assert kept == ["event-0000000001"]
    assert message == read_words("store", "en")["unreadable-answer"]
    assert len(store().events()) == 1


def test_a_state_of_other_controls_is_kept_as_it_is_and_shown_as_far_as_it_fits() -> None:
    old = {"people": 99, "share": 70, "gone": "yes"}
    make_desk("kept").keep([left(old, version="older")])
    (event,) = store().events()
    assert (event.answer, event.version) == (old, "older")
    assert make_desk("kept").begin() == {**START, "share": 70}


def test_a_state_sent_twice_is_kept_once() -> None:
    desk = make_desk("kept")
    desk.keep([left(FIVE)])
    assert desk.keep([left(FIVE)])[0] == ["event-0000000000"]
    assert len(store().events([place_of("kept")])) == 1


def test_a_store_that_cannot_be_written_is_told_and_the_state_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    use_home(monkeypatch, tmp_path / "file")
    desk = make_desk("kept")
    kept, message = desk.keep([left(FIVE)])
    assert kept == []
    assert message
    assert desk.notice() == message


def test_states_travel_with_the_progress_and_survive_damage(tmp_path: Path) -> None:
    make_desk("kept").keep([left(FIVE)])
    events = store().events()
    assert decode(encode(events)) == events
    (path,) = (tmp_path / "home").glob("*.sqlite")
    assert salvage(path) == events


def _answer_one() -> None:
    lesson = open_lesson("announcement", language="en")
    quiz = lesson.quiz("reading")
    question = lesson.record.quizzes["reading"].questions[0]
    version = next(one["version"] for one in quiz.questions if one["id"] == question)
    event = {"id": "event-0000009999", "question": question, "version": version}
    options = getattr(open_library().question(question), "options", {})
    quiz.outbox = [event | {"kind": "check", "answer": [*options][:1]}]


def _figures(events: list[Event]) -> list[Any]:
    library, now = open_library(), datetime(2999, 1, 1, tzinfo=UTC)
    questions = {name: one.question for name, one in catalogue(library).items()}
    return [
        look_back(library, events, now, "review").outlook,
        report_group([events], questions),
        open_lesson("announcement", language="en").course().html,
        [overview for _, overview in _overviews(store())],
    ]


def test_states_change_nothing_in_progress_review_and_statistics() -> None:
    _answer_one()
    before = _figures(store().events())
    make_desk("kept", lesson="announcement").keep([left(FIVE)])
    assert len(store().events()) > 1
    assert _figures(store().events()) == before
