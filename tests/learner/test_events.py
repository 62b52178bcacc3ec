from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest

from kit.learner.events import EARLIEST, LATEST, MAX_BYTES, Event
from tests.learner.factories import NOON, make_event


def test_event_keeps_its_time_in_utc():
    sofia = timezone(timedelta(hours=2))
    event = make_event(at=datetime(2026, 11, 22, 14, tzinfo=sofia))
    assert event.at == NOON
    assert event.at.tzinfo is UTC


def test_event_refuses_a_time_without_zone():
    with pytest.raises(ValueError, match=r"at: got 2026-11-22T12:00:00 without a time zone"):
        make_event(at=NOON.replace(tzinfo=None))


@pytest.mark.parametrize(
    "at", [datetime.min, datetime.max, EARLIEST - timedelta(1), LATEST + timedelta(1)]
)
def test_event_refuses_a_time_beyond_reckoning(at):
    with pytest.raises(ValueError, match="expected a year from 1970 to 2999"):
        make_event(at=at.replace(tzinfo=timezone(timedelta(hours=3))))


@pytest.mark.parametrize(
    ("kind", "score"), [("choice", 1.0), ("check", 1.5), ("check", -0.1), ("check", float("nan"))]
)
def test_event_refuses_a_score_that_does_not_fit(kind, score):
    with pytest.raises(ValueError, match="score: got"):
        make_event(kind=kind, score=score)


@pytest.mark.parametrize("answer", ["certain", "", None, 3, ["sure"]])
def test_event_refuses_a_confidence_that_has_no_mark(answer):
    with pytest.raises(ValueError, match=r"answer: got .* expected one of guess, fairly, sure"):
        make_event(kind="confidence", answer=answer)


def test_event_of_an_older_kit_is_read_as_before():
    line = (
        b'{"id":"0123456789abcdef","at":"2026-11-22T12:00:00Z","question":"parties","version":"v2",'
        b'"kind":"check","answer":["a"],"score":1.0,"lesson":"","quiz":"","language":"en"}'
    )
    event = msgspec.json.decode(line, type=Event)
    assert (event.kind, event.score) == ("check", 1.0)
    assert msgspec.json.encode(event) == line


def _nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "answer", [object(), "\ud800", _nested(100_000)], ids=["object", "half a letter", "deep"]
)
def test_event_refuses_an_answer_that_json_cannot_hold(answer):
    with pytest.raises(ValueError, match="answer: got what JSON cannot hold"):
        make_event(answer=answer)


def test_event_refuses_an_answer_that_is_too_long():
    with pytest.raises(ValueError, match="bytes, expected at most 65,536 in all"):
        make_event(answer="я" * (MAX_BYTES // 2))


@pytest.mark.parametrize(
    "identity", ["", "short", "0" * 65, "../../etc/passwd-xxxx", "0" * 32 + "\n"]
)
def test_event_from_outside_needs_a_proper_id(identity):
    fields = msgspec.to_builtins(make_event()) | {"id": identity}
    with pytest.raises(msgspec.ValidationError, match=r"\$\.id"):
        msgspec.convert(fields, Event)


@pytest.mark.parametrize(
    "identity",
    [
        "f47ac10b58cc4372a5670e02b2c3d479",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "1732276800000-0.5488135",
    ],
)
def test_event_takes_every_id_that_a_browser_makes(identity):
    fields = msgspec.to_builtins(make_event()) | {"id": identity}
    assert msgspec.convert(fields, Event).id == identity


def test_event_from_outside_knows_no_other_fields():
    fields = msgspec.to_builtins(make_event()) | {"name": "Ivan"}
    with pytest.raises(msgspec.ValidationError, match="unknown field `name`"):
        msgspec.convert(fields, Event)
