from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.learner.standing import Standing, replay, step
from tests.learner.factories import VERSIONS, make_event
from tests.learner.histories import histories

TABLE = json.loads(Path(__file__).with_name("standings.json").read_text("utf-8"))


def test_a_standing_begins_as_the_table_says():
    assert msgspec.to_builtins(Standing()) == TABLE["blank"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_replay_meets_the_table(case):
    events = [make_event(i, **{"answer": None} | deed) for i, deed in enumerate(case["events"])]
    standing = replay(events, {"parties": TABLE["version"]})["parties"]
    assert msgspec.to_builtins(standing) == TABLE["blank"] | case["becomes"]


@given(histories())
def test_replay_tells_of_each_question_asked_about_and_no_other(events):
    assert replay(events, VERSIONS).keys() == VERSIONS.keys()


@given(histories())
def test_replay_of_events_met_twice_is_the_same(events):
    assert replay(events + events, VERSIONS) == replay(events, VERSIONS)


@given(histories(), st.data())
def test_replay_goes_on_from_any_prefix(events, data):
    cut = data.draw(st.integers(0, len(events)))
    standings = replay(events[:cut], VERSIONS)
    for event in events[cut:]:
        if event.question in VERSIONS:
            standings[event.question] = step(
                standings[event.question], event, VERSIONS[event.question]
            )
    assert standings == replay(events, VERSIONS)


@given(histories())
def test_replay_keeps_questions_apart(events):
    for question, version in VERSIONS.items():
        own = [event for event in events if event.question == question]
        assert replay(own, {question: version})[question] == replay(events, VERSIONS)[question]


@given(histories())
def test_replay_never_takes_back_what_was_reached(events):
    reached = [replay(events[:i], VERSIONS) for i in range(len(events) + 1)]
    for before, after in pairwise(reached):
        for question in VERSIONS:
            assert after[question].best >= before[question].best
            assert after[question].tries >= before[question].tries
            assert after[question].was_revealed >= before[question].was_revealed


@given(histories())
def test_a_mark_is_given_once_and_never_changes_a_score(events):
    reached = [replay(events[:i], VERSIONS) for i in range(len(events) + 1)]
    without = [event for event in events if event.kind != "confidence"]
    for question in VERSIONS:
        marks = [standings[question].mark for standings in reached]
        given_from = next((i for i, mark in enumerate(marks) if mark is not None), len(marks))
        assert len(set(marks[given_from:])) <= 1
        assert reached[-1][question].best == replay(without, VERSIONS)[question].best


@given(histories())
def test_a_solved_try_is_a_checked_one(events):
    for standing in replay(events, VERSIONS).values():
        assert standing.is_checked or not standing.is_solved
