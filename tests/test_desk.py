"""The desk: what the widget of an assessment is given, and what comes of its events."""

from __future__ import annotations

import json

import pytest

from kit import open_lesson
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.text import LANGUAGES
from tests.assessment.factories import (
    Clock,
    answer_all,
    begun,
    event_id,
    make_desk,
    make_sitting,
)

EN = read_words("assessment", "en")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def sitting(tmp_path, clock):
    return make_sitting(tmp_path / "progress.sqlite", clock)


def event(number, kind, **values):
    return {"id": event_id(number), "kind": kind, **values}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_put_on_the_desk_before_the_beginning(sitting, tmp_path, language):
    state = make_desk(sitting, tmp_path, language).state()
    assert (state["phase"], state["questions"]) == ("begin", [])
    assert read_words("assessment", language)["untimed"] in state["report"]


def test_beginning_puts_the_papers_on_the_desk_without_their_keys(sitting, tmp_path):
    desk = make_desk(sitting, tmp_path)
    kept, message = desk.keep([event(1, "start")])
    state = desk.state()
    assert (kept, message, state["phase"]) == ([event_id(1)], "", "running")
    sent = json.dumps([desk.plan(), desk.words(), state], ensure_ascii=False)
    for slug in sitting.current().plan.questions:
        question = open_library().question(slug)
        for part in getattr(question, "options", {}).values():
            assert part.why.en not in sent
        assert question.hint.en not in sent


def test_an_answer_is_kept_in_the_ids_of_the_question_and_shown_again(sitting, tmp_path):
    desk = make_desk(sitting, tmp_path)
    desk.keep([event(1, "start")])
    question = next(q for q in desk.state()["questions"] if q["kind"] == "single")
    desk.keep([event(2, "choice", question=question["id"], answer=["2"])])
    (slug,) = sitting.current().answers[question["id"]]
    assert slug in open_library().question(question["id"]).options
    assert make_desk(sitting, tmp_path).state()["answers"] == {question["id"]: ["2"]}


def test_an_attempt_can_be_gone_on_with_in_the_other_language(sitting, tmp_path, clock):
    begun(sitting)
    answer_all(sitting)
    english = make_desk(sitting, tmp_path, "en").state()
    bulgarian = make_desk(make_sitting(tmp_path / "progress.sqlite", clock), tmp_path, "bg").state()
    assert english["answers"] == bulgarian["answers"]
    assert len(bulgarian["answers"]) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_names_every_objective_with_its_points(sitting, tmp_path, language):
    desk = make_desk(sitting, tmp_path, language)
    desk.keep([event(1, "start")])
    desk.keep([event(2, "hand-in", answer="learner")])
    state = desk.state()
    assert (state["phase"], state["can_record"]) == ("done", False)
    words = read_words("assessment", language)
    assert words["failed"] in state["report"]
    assert 'href="01-announcement.ipynb"' in state["report"]
    assert "<svg" in state["report"]
    for objective in open_library().lesson("announcement").objectives.values():
        assert objective.pick(language) in state["report"]


def test_passing_gives_a_record_with_the_name(sitting, tmp_path):
    desk = make_desk(sitting, tmp_path)
    begun(sitting)
    answer_all(sitting)
    desk.keep([event(900, "hand-in", answer="learner")])
    assert desk.state()["can_record"]
    wish = {"name": "Мария #1", "language": "bg"}
    assert desk.keep([event(901, "record", answer=wish)])[1] == ""
    record = desk.state()["record"]
    assert (tmp_path / record["file"]).read_bytes().startswith(b"%PDF")
    assert str(tmp_path) in record["text"]


@pytest.mark.parametrize(
    "strange",
    [
        event(5, "record", answer={"name": "A", "language": "en"}),
        event(5, "choice", question="no-such-question", answer=["1"]),
        event(5, "choice", question="members-148", answer=["99"]),
        event(5, "choice"),
        event(5, "nothing"),
        {"id": event_id(5)},
    ],
)
def test_what_no_widget_of_ours_sends_is_told_and_holds_up_nothing(sitting, tmp_path, strange):
    desk = make_desk(sitting, tmp_path)
    desk.keep([event(1, "start")])
    kept, message = desk.keep([strange])
    assert (kept, message) == ([event_id(5)], EN["strange"])
    assert desk.state()["answers"] == {}


def test_an_answer_after_handing_in_elsewhere_is_told(sitting, tmp_path, clock):
    here = make_desk(sitting, tmp_path)
    here.keep([event(1, "start")])
    question = here.state()["questions"][0]
    other = make_desk(make_sitting(tmp_path / "progress.sqlite", clock), tmp_path)
    other.keep([event(2, "hand-in", answer="learner")])
    _, message = here.keep([event(3, "choice", question=question["id"], answer=[])])
    assert message == EN["ended"]
    assert here.state()["phase"] == "done"


def test_a_store_that_cannot_be_written_is_told_and_gives_no_record(tmp_path, clock):
    (tmp_path / "file").write_text("in the way")
    sitting = make_sitting(tmp_path / "file" / "progress.sqlite", clock)
    desk = make_desk(sitting, tmp_path)
    kept, _ = desk.keep([event(1, "start")])
    assert (kept, desk.state()["phase"]) == ([], "running")
    assert desk.state()["notice"]
    answer_all(sitting)
    desk.keep([event(900, "hand-in", answer="learner")])
    wish = {"name": "A", "language": "en"}
    _, message = desk.keep([event(901, "record", answer=wish)])
    assert message == read_words("record", "en")["record-unsafe"]


def test_a_clock_set_back_is_told(sitting, tmp_path, clock):
    desk = make_desk(sitting, tmp_path)
    desk.keep([event(1, "start")])
    clock.move(hours=-1)
    assert desk.state()["notice"] == EN["clock-back"]


def test_the_facade_opens_a_form_and_goes_on_with_it(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))
    widget = open_lesson("assessment", language="en").assessment(form="B", minutes=20)
    widget.outbox = [event(1, "start")]
    asked = sum(count for _, count in open_library().blueprint.cells())
    assert (widget.phase, widget.kept, len(widget.questions)) == ("running", [event_id(1)], asked)
    assert 0 < widget.seconds <= 20 * 60
    again = open_lesson("assessment", language="bg").assessment(form="B")
    assert again.phase == "running"


def test_an_unknown_form_is_named(tmp_path):
    with pytest.raises(LookupError, match='form: got "C", expected one of A, B'):
        open_lesson("assessment", language="en").assessment(form="C")
