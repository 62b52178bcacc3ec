"""The report of a group puts together what its logs hold."""

from __future__ import annotations

from random import Random

import pytest

from kit.quiz.version import content_version
from kit.statistics.items import measure_item
from kit.statistics.reliability import measure_test
from kit.statistics.report import report_group
from tests.learner.factories import make_event
from tests.statistics.groups import answer, make_logs, make_questions

QUESTIONS = make_questions("parties", "scope", "dates")
# A letter a question; 2 is right.
ROWS = ["222", "221", "212", "211", "121", "111", "32-"]


def test_a_report_tells_of_each_question() -> None:
    report = report_group(make_logs(QUESTIONS, ROWS), QUESTIONS)
    scores = [
        {name: float(each == "2") for name, each in zip(QUESTIONS, row, strict=True) if each != "-"}
        for row in ROWS
    ]
    assert [item.question for item in report.items] == ["parties", "scope", "dates"]
    assert [item.figures for item in report.items] == [
        measure_item(name, scores) for name in QUESTIONS
    ]
    assert [use.chosen for use in report.items[0].options] == [2, 4, 1, 0]


def test_the_test_is_that_of_those_who_answered_everything() -> None:
    report = report_group(make_logs(QUESTIONS, ROWS), QUESTIONS)
    assert (report.learners, report.complete) == (7, 6)
    assert report.test == measure_test([[float(x == "2") for x in row] for row in ROWS[:-1]])


def test_a_question_that_nobody_tried_leaves_the_test_as_it_is() -> None:
    with_another = QUESTIONS | make_questions("untried")
    report = report_group(make_logs(QUESTIONS, ROWS), with_another)
    assert report.items[-1].figures.learners == 0
    assert report.test == report_group(make_logs(QUESTIONS, ROWS), QUESTIONS).test


def test_who_is_who_does_not_matter() -> None:
    logs = make_logs(QUESTIONS, ROWS * 3)
    turned = Random(1).sample(logs, len(logs))
    before, after = report_group(logs, QUESTIONS), report_group(turned, QUESTIONS)
    for one, other in zip(before.items, after.items, strict=True):
        assert one.options == other.options
        assert one.figures.discrimination == pytest.approx(other.figures.discrimination)
    assert before.test.alpha == pytest.approx(after.test.alpha)


def test_only_the_first_try_of_each_counts() -> None:
    question = QUESTIONS["parties"]
    log = [answer(question, "first"), answer(question, "second")]
    (item, *_) = report_group([log], QUESTIONS).items
    assert (item.figures.learners, item.figures.facility) == (1, 0)


def test_answers_to_another_version_are_counted_and_left_out() -> None:
    outdated = make_event(question="parties", version="older", score=1.0)
    elsewhere = make_event(question="not-asked-about", version="any", score=1.0)
    hint = make_event(question="parties", version="older", kind="hint", answer=None)
    report = report_group([[outdated, elsewhere, hint]], QUESTIONS)
    assert (report.learners, report.outdated) == (0, 1)


@pytest.mark.parametrize("logs", [[], [[]], [[], []]])
def test_nobody_is_a_group_as_well(logs: list[list[object]]) -> None:
    report = report_group(logs, QUESTIONS)
    assert (report.learners, report.complete, report.test) == (0, 0, None)
    assert {item.figures.facility for item in report.items} == {None}


@pytest.mark.parametrize("rows", [["222"] * 5, ["111"] * 5], ids=["all solved", "none solved"])
def test_groups_that_are_all_alike_have_a_report(rows: list[str]) -> None:
    report = report_group(make_logs(QUESTIONS, rows), QUESTIONS)
    assert report.test is None
    assert {item.figures.facility for item in report.items} == {float(rows[0] == "222")}
    assert {item.figures.discrimination for item in report.items} == {None}


def test_a_sort_is_measured_without_options() -> None:
    questions = make_questions("sort", kind="sort")
    event = make_event(
        question="sort",
        version=content_version(questions["sort"]),
        answer={"stamp": "seen", "rumour": "heard", "letter": "heard"},
        score=0.0,
    )
    (item,) = report_group([[event]], questions).items
    assert (item.figures.learners, item.options) == (1, ())
