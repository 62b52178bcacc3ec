from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from kit.content.interface import read_words
from kit.learner.standing import replay
from kit.learner.transfer import FORMAT, TransferError, decode, encode, read_import, write_export
from kit.text import LANGUAGES
from tests.learner.factories import VERSIONS, make_event, make_events, make_store
from tests.learner.histories import histories


def export_of(*events, **changes):
    table = {
        "format": FORMAT,
        "version": 1,
        "events": [json.loads(encode([e]))["events"][0] for e in events],
    }
    return json.dumps(table | changes).encode()


def broken(**changes):
    """Return an export whose third event is changed; None leaves a field out."""
    events = json.loads(encode(make_events(4)))["events"]
    events[2] |= changes
    events[2] = {key: value for key, value in events[2].items() if value is not None}
    return export_of(events=events)


@given(histories())
def test_what_is_exported_can_be_brought_in(history):
    assert decode(encode(history)) == history


def test_an_export_is_json_in_utf_8_that_names_its_format():
    table = json.loads(encode([make_event(answer="Община Поморие")]).decode("utf-8"))
    assert (table["format"], table["version"]) == ("iso9001-kit-progress", 1)
    assert table["events"][0]["answer"] == "Община Поморие"
    assert "Община Поморие".encode() in encode([make_event(answer="Община Поморие")])


def test_an_empty_export_can_be_brought_in():
    assert decode(encode([])) == []


@settings(max_examples=25, deadline=None)
@given(mine=histories(), theirs=histories())
def test_bringing_in_twice_or_in_another_order_comes_to_the_same(tmp_path_factory, mine, theirs):
    folder = tmp_path_factory.mktemp("merge")
    with make_store(folder / "one.sqlite") as one, make_store(folder / "other.sqlite") as other:
        for raw in (encode(mine), encode(theirs), encode(mine)):
            one.merge(decode(raw))
        for raw in (encode(theirs), encode(mine)):
            other.merge(decode(raw))
        assert one.events() == other.events()
        assert replay(one.events(), VERSIONS) == replay(other.events(), VERSIONS)
        assert encode(one.events()) == encode(other.events())


def test_events_of_unknown_questions_are_kept(tmp_path):
    event = make_event(question="a-question-of-a-newer-bank")
    with make_store(tmp_path / "progress.sqlite") as store:
        store.merge(decode(encode([event])))
        assert store.events() == [event]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "not-json"),
        (b"\x00\xff\xfe", "not-json"),
        ("{}".encode("utf-16"), "not-json"),
        (b'{"format": "\xff"}', "not-json"),
        (encode(make_events(3))[:-20], "not-json"),
        (b"[" * 100_000, "not-json"),
        (b"[]", "other-format"),
        (b"{}", "other-format"),
        (b'"iso9001-kit-progress"', "other-format"),
        (export_of(format="anki"), "other-format"),
        (export_of(version="1"), "other-format"),
        (export_of(version=True), "other-format"),
        (export_of(version=0), "other-format"),
        (export_of(events={}), "other-format"),
        (export_of(events=None), "other-format"),
        (export_of(version=2), "newer-format"),
        (export_of(version=2, events={"of": "another shape"}), "newer-format"),
    ],
)
def test_what_is_no_export_is_refused(raw, key):
    with pytest.raises(TransferError) as caught:
        decode(raw)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "guess"}, "kind"),
        ({"id": "x"}, "id"),
        ({"question": ""}, "question"),
        ({"question": 8.1}, "question"),
        ({"version": None}, "version"),
        ({"at": "yesterday"}, "at"),
        ({"at": "2026-11-22T12:00:00"}, "at"),
        ({"at": "9999-11-22T12:00:00Z"}, "at"),
        ({"score": 2}, "score"),
        ({"kind": "hint", "score": 1}, "score"),
        ({"answer": "x" * 70_000}, "answer"),
        ({"name": "Мария"}, "name"),
    ],
)
def test_a_broken_event_is_named_with_its_field(changes, field):
    with pytest.raises(TransferError) as caught:
        decode(broken(**changes))
    assert caught.value.key == "broken-event"
    assert caught.value.values["number"] == 3
    assert caught.value.values["field"] == field
    assert caught.value.values["reason"]


def test_an_event_that_is_no_table_is_named():
    with pytest.raises(TransferError) as caught:
        decode(export_of(events=["x"]))
    assert caught.value.values["number"] == 1
    assert caught.value.values["field"] == "events"


def test_a_mark_that_an_editor_left_before_the_text_does_no_harm():
    assert decode(b"\xef\xbb\xbf" + encode(make_events(2))) == make_events(2)


def test_an_export_is_written_and_read(tmp_path):
    file = tmp_path / "Моят напредък.json"
    write_export(file, make_events(3), may_replace=False)
    assert read_import(file) == make_events(3)
    assert list(tmp_path.iterdir()) == [file]


def test_an_export_replaces_a_file_only_when_told(tmp_path):
    file = tmp_path / "progress.json"
    file.write_text("something dear", "utf-8")
    with pytest.raises(TransferError) as caught:
        write_export(file, make_events(3), may_replace=False)
    assert caught.value.key == "exists"
    assert file.read_text("utf-8") == "something dear"
    write_export(file, make_events(3), may_replace=True)
    assert read_import(file) == make_events(3)


@pytest.mark.parametrize("name", ["no-such-folder/progress.json", "."])
def test_an_export_that_cannot_be_written_leaves_nothing_behind(tmp_path, name):
    with pytest.raises(TransferError) as caught:
        write_export(tmp_path / name, make_events(3), may_replace=True)
    assert caught.value.key == "unwritable"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no-such-file.json", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(TransferError) as caught:
        read_import(tmp_path / name)
    assert caught.value.key == "unreadable"
    assert caught.value.values["file"] == str(tmp_path / name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error",
    [
        TransferError("not-json", reason="why"),
        TransferError("other-format"),
        TransferError("newer-format", found=2, known=1),
        TransferError("broken-event", number=3, field="kind", reason="why"),
        TransferError("exists", file="f"),
        TransferError("unwritable", file="f", reason="why"),
        TransferError("unreadable", file="f", reason="why"),
    ],
    ids=lambda error: error.key,
)
def test_every_refusal_has_words(error, language):
    said = read_words("progress", language)[error.key].format(**error.values)
    assert all(str(value) in said for value in error.values.values())
