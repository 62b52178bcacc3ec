"""The first try of a learner is the first answer that was checked, and no later one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from kit.statistics.tries import Try, first_tries
from tests.learner.factories import VERSIONS, make_event
from tests.learner.histories import histories


def tried(*deeds: dict[str, Any]) -> dict[str, Try]:
    return first_tries([make_event(i, **deed) for i, deed in enumerate(deeds)], VERSIONS)


WRONG = {"kind": "check", "answer": ["iso"], "score": 0.0}
RIGHT = {"kind": "check", "answer": ["body"], "score": 1.0}
REVEAL = {"kind": "reveal", "answer": None}


@pytest.mark.parametrize(
    ("deeds", "first"),
    [
        ([WRONG, RIGHT], Try(0.0, ["iso"])),
        ([RIGHT, WRONG], Try(1.0, ["body"])),
        ([{"kind": "choice", "answer": ["iso"]}, {"kind": "hint"}, RIGHT], Try(1.0, ["body"])),
        ([WRONG, REVEAL, {"kind": "retry"}, RIGHT], Try(0.0, ["iso"])),
        ([WRONG | {"version": "v1"}, RIGHT], Try(1.0, ["body"])),
        ([WRONG | {"score": None}, RIGHT], Try(1.0, ["body"])),
        ([REVEAL | {"version": "v1"}, RIGHT], Try(1.0, ["body"])),
    ],
    ids=[
        "wrong, then right",
        "right, then wrong",
        "after a choice and a hint",
        "wrong, shown, then right",
        "an old version, then right",
        "not graded, then right",
        "an old version was shown, then right",
    ],
)
def test_which_try_is_the_first(deeds: list[dict[str, Any]], first: Try) -> None:
    assert tried(*deeds) == {"parties": first}


@pytest.mark.parametrize(
    "deeds",
    [
        [],
        [{"kind": "choice"}, {"kind": "hint"}],
        [REVEAL, {"kind": "retry"}, RIGHT],
        [RIGHT | {"version": "v1"}],
        [RIGHT | {"question": "unknown", "version": "v1"}],
    ],
    ids=["nothing", "never checked", "shown first", "an old version only", "an unknown question"],
)
def test_what_is_no_try(deeds: list[dict[str, Any]]) -> None:
    assert tried(*deeds) == {}


@given(histories())
def test_what_comes_later_changes_no_first_try(events: list[Any]) -> None:
    whole = first_tries(events, VERSIONS)
    for end in range(len(events)):
        part = first_tries(events[:end], VERSIONS)
        assert all(whole[question] == each for question, each in part.items())
