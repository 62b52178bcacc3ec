"""The modules of the pages that hold a rule: each does what its counterpart in Python does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser

from kit.learner.events import Event
from kit.learner.transfer import TransferError, decode, encode
from tests.browser.site_modules import Modules, open_modules
from tests.learner.factories import make_event

_TABLE = json.loads((Path(__file__).parents[1] / "learner" / "standings.json").read_text("utf-8"))
LOG = "openLog from log"
# A storage that takes so many entries; without a number, any.
STORAGE = """
  const store = (most = Infinity) => {
    const held = {};
    const hidden = (name, value) => Object.defineProperty(held, name, { value });
    hidden("getItem", (key) => held[key] ?? null);
    hidden("removeItem", (key) => { delete held[key]; });
    hidden("room", { most });
    hidden("setItem", (key, value) => {
      if (Object.keys(held).length >= held.room.most) throw new Error("full");
      held[key] = value;
    });
    return held;
  };
  const deed = (n, question = "q") => ({
    id: `00000000-0000-000${n}`, question, version: "v", kind: "hint", answer: null, score: null,
    lesson: "l", quiz: "z", language: "en",
  });
"""
EVENT: dict[str, Any] = {
    "id": "00000000-0000-0001",
    "at": "2026-01-02T03:04:05.678901Z",
    "question": "parties",
    "version": "v1",
    "kind": "check",
    "answer": ["a"],
    "score": 0.5,
    "lesson": "announcement",
    "quiz": "parties",
    "language": "bg",
}
BAD_EVENTS: list[dict[str, Any]] = [
    {"id": "short"},
    {"id": "UPPERCASE-UPPERCASE"},
    {"id": 1},
    {"at": "2026-01-02T03:04:05"},
    {"at": "yesterday"},
    {"at": "1969-12-31T23:59:59Z"},
    {"at": "2026-13-02T03:04:05Z"},
    {"question": ""},
    {"question": "q" * 201},
    {"version": ""},
    {"kind": "guess"},
    {"kind": "confidence", "score": None, "answer": "very"},
    {"kind": "hint"},
    {"score": 1.5},
    {"score": "1"},
    {"answer": "x" * 70_000},
    {"lesson": "l" * 201},
    {"more": 1},
]
GOOD_EVENTS: list[dict[str, Any]] = [
    {},
    {"at": "2026-01-02T03:04:05Z"},
    {"at": "2026-01-02T05:04:05.5+02:00"},
    {"kind": "hint", "score": None, "answer": None},
    {"kind": "confidence", "score": None, "answer": "sure"},
    {"kind": "check", "score": None},
    {"question": "q" * 200, "lesson": ""},
    {"answer": {"ж": [1, 2.5, None, True]}},
    {"score": 1},
]


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with open_modules(browser) as found:
        yield found


def export(*events: Any) -> str:
    return json.dumps({"format": "iso9001-kit-progress", "version": 1, "events": events})


def read(modules: Modules, text: str) -> Any:
    """Return the events that the page reads from a file, or the key and values of its refusal."""
    body = """try { return readFile(values); }
      catch (error) { if (!error.key) throw error; return [error.key, error.values]; }"""
    return modules.run("readFile from transfer", body, text)


@pytest.mark.parametrize("case", _TABLE["cases"], ids=lambda case: case["name"])
def test_events_are_folded_as_python_folds_them(modules: Modules, case: dict[str, Any]) -> None:
    events = [make_event(i, **{"answer": None} | deed) for i, deed in enumerate(case["events"])]
    told = [msgspec.to_builtins(event) for event in events]
    folded = modules.run(
        "replay from standings",
        "return replay(values.events, values.versions).parties;",
        {"events": told + told, "versions": {"parties": _TABLE["version"]}},
    )
    assert folded == _TABLE["blank"] | case["becomes"]


@pytest.mark.parametrize("change", GOOD_EVENTS, ids=str)
def test_what_python_takes_the_page_takes(modules: Modules, change: dict[str, Any]) -> None:
    text = export(EVENT | change)
    (event,) = read(modules, text)
    assert decode(json.dumps(json.loads(export(event))).encode()) == decode(text.encode())


@pytest.mark.parametrize("change", BAD_EVENTS, ids=lambda change: str(change)[:40])
def test_what_python_refuses_the_page_refuses(modules: Modules, change: dict[str, Any]) -> None:
    text = export(EVENT, EVENT | change)
    with pytest.raises(TransferError) as caught:
        decode(text.encode())
    key, values = read(modules, text)
    assert (key, values["number"]) == (caught.value.key, caught.value.values["number"])


@pytest.mark.parametrize("name", ["id", "at", "question", "version", "kind"])
def test_a_field_that_is_missing_is_named(modules: Modules, name: str) -> None:
    text = export({key: value for key, value in EVENT.items() if key != name})
    key, values = read(modules, text)
    assert (key, values["field"], values["reason"]) == ("broken-event", name, "reason-missing")
    with pytest.raises(TransferError) as caught:
        decode(text.encode())
    assert caught.value.values["field"] == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "not-json"),
        ('{"format"', "not-json"),
        ("[]", "other-format"),
        ("null", "other-format"),
        ('{"format": "other"}', "other-format"),
        ('{"format": "iso9001-kit-progress", "version": true, "events": []}', "other-format"),
        ('{"format": "iso9001-kit-progress", "version": 0, "events": []}', "other-format"),
        ('{"format": "iso9001-kit-progress", "version": 1, "events": {}}', "other-format"),
        ('{"format": "iso9001-kit-progress", "version": 2, "events": []}', "newer-format"),
    ],
)
def test_a_file_of_another_kind_is_refused_as_python_does(
    modules: Modules, text: str, key: str
) -> None:
    with pytest.raises(TransferError) as caught:
        decode(text.encode())
    assert read(modules, text)[0] == caught.value.key == key


def test_a_file_of_python_is_read_and_a_file_of_the_page_is_read_by_python(
    modules: Modules,
) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    events = [make_event(1, answer="Това е „отговор“\u2028"), make_event(2, at=moment)]
    body = "return writeFile(readFile(values));"
    text = modules.run(
        "readFile, writeFile from transfer", body, "\ufeff" + encode(events).decode()
    )
    assert decode(text.encode()) == events
    assert text.count("\n") == encode(events).count(b"\n")


def test_what_is_recorded_is_there_for_the_next_page_in_its_order(modules: Modules) -> None:
    body = """
      const storage = store();
      const clock = [5000, 4000, 3000];
      const log = openLog(storage, () => clock.shift());
      log.append([deed(3)]);
      log.append([deed(2), deed(1, "other")]);
      return { kept: openLog(storage).events(), here: log.events() };"""
    found = modules.run(LOG, STORAGE + body)
    assert found["kept"] == found["here"]
    events = [msgspec.convert(event, Event) for event in found["kept"]]
    # A clock that was put back brings no deed before an earlier one of its question.
    assert [event.id[-1] for event in events] == ["1", "3", "2"]
    assert (events[2].at - events[1].at).total_seconds() == pytest.approx(1e-6)


def test_the_moment_of_an_event_is_read_once_until_there_is_another(modules: Modules) -> None:
    body = """
      const storage = store();
      let reads = 0;
      const parse = Date.parse;
      openLog(storage).append([deed(1), deed(2), deed(3)]);
      const log = openLog(storage);
      log.events();
      Date.parse = (text) => { reads += 1; return parse(text); };
      try {
        const first = log.events();
        first.reverse();
        const known = [reads, log.events().map(({ id }) => id.at(-1))];
        openLog(storage).append([deed(4)]);
        storage.removeItem("kit-log/" + deed(2).id);
        return [...known, log.events().map(({ id }) => id.at(-1))];
      } finally {
        Date.parse = parse;
      }"""
    assert modules.run(LOG, STORAGE + body) == [0, ["1", "2", "3"], ["1", "3", "4"]]


def test_what_is_recorded_twice_is_there_once(modules: Modules) -> None:
    body = """
      const log = openLog(store());
      return [log.append([deed(1)]), log.append([deed(1), deed(2)]), log.events().length];"""
    first, second, count = modules.run(LOG, STORAGE + body)
    assert (len(first), len(second), count) == (1, 2, 2)


def test_two_pages_do_not_disturb_each_other(modules: Modules) -> None:
    body = """
      const storage = store();
      const [one, other] = [openLog(storage), openLog(storage)];
      one.append([deed(1)]);
      other.append([deed(2)]);
      one.append([deed(3)]);
      return [one, other].map((log) => log.events().map(({ id }) => id.at(-1)));"""
    assert modules.run(LOG, STORAGE + body) == [["1", "2", "3"]] * 2


def test_a_storage_that_is_full_loses_nothing(modules: Modules) -> None:
    body = """
      const storage = store(1);
      const log = openLog(storage);
      const kept = [log.append([deed(1)]), log.append([deed(2)])];
      const full = { notice: log.notice, here: log.events().length };
      storage.room.most = 9;
      const later = log.append([deed(2), deed(3)]);
      return { kept, full, later, notice: log.notice, stored: openLog(storage).events().length };"""
    found = modules.run(LOG, STORAGE + body)
    assert [len(ids) for ids in found["kept"]] == [1, 0]
    assert found["full"] == {"notice": "storage-full", "here": 2}
    assert (len(found["later"]), found["notice"], found["stored"]) == (2, "", 3)


def test_without_a_storage_the_page_remembers_and_says_so(modules: Modules) -> None:
    body = """
      const log = openLog(null);
      return [log.append([deed(1)]), log.events().length, log.notice];"""
    assert modules.run(LOG, STORAGE + body) == [[], 1, "no-storage"]


def test_a_strange_entry_of_the_storage_is_passed_over(modules: Modules) -> None:
    body = """
      const storage = store();
      for (const text of ["{", "null", "1", '{"id":"x"}']) storage[`kit-log/${text}`] = text;
      storage["other"] = "1";
      const log = openLog(storage);
      log.append([deed(1)]);
      return log.events().map(({ id }) => id.at(-1));"""
    assert modules.run(LOG, STORAGE + body) == ["1"]


def test_bringing_in_twice_adds_nothing(modules: Modules) -> None:
    body = """
      const log = openLog(store());
      return [log.takeFile(values), log.takeFile(values), log.events()];"""
    text = export(EVENT, EVENT | {"id": "00000000-0000-0002"}, EVENT)
    first, second, events = modules.run(LOG, STORAGE + body, text)
    assert first == {"added": 2, "known": 1}
    assert second == {"added": 0, "known": 3}
    assert [event["at"] for event in events] == [EVENT["at"]] * 2


@pytest.mark.parametrize("storage", ["store(2)", "null"])
def test_what_finds_no_room_is_brought_in_not_at_all(modules: Modules, storage: str) -> None:
    body = f"""
      const log = openLog({storage});
      log.append([deed(1)]);
      try {{ log.takeFile(values); }}
      catch (error) {{ return [error.key, log.events().length]; }}"""
    text = export(*(EVENT | {"id": f"00000000-0000-001{n}"} for n in range(3)))
    assert modules.run(LOG, STORAGE + body, text) == ["no-room", 1]


CONTROLS = [
    {"name": "a"},
    {"name": "b"},
    {"name": "on-x", "when": ["a", "x"]},
]
FRAMES = [
    {"a": "x", "b": "1", "on-x": False},
    {"a": "x", "b": "1", "on-x": True},
    {"a": "y", "b": "1", "on-x": False},
    {"a": "y", "b": "2", "on-x": False},
]


@pytest.mark.parametrize(
    ("state", "moved", "number"),
    [
        ({"a": "x", "b": "1", "on-x": True}, None, 1),
        ({"a": "y", "b": "1", "on-x": False}, "a", 2),
        # What was moved counts first; the rest follows.
        ({"a": "x", "b": "2", "on-x": False}, "b", 3),
        ({"a": "x", "b": "2", "on-x": True}, "a", 1),
        # What is not shown has no say.
        ({"a": "y", "b": "1", "on-x": True}, "a", 2),
        # Nothing fits: the first.
        ({"a": "?", "b": "?", "on-x": "?"}, None, 0),
    ],
)
def test_the_nearest_frame_is_shown(
    modules: Modules, state: dict[str, Any], moved: str | None, number: int
) -> None:
    body = """
      const { controls, frames, state, moved } = values;
      return nearest(controls, frames, state, moved ?? undefined);"""
    values = {"controls": CONTROLS, "frames": FRAMES, "state": state, "moved": moved}
    assert modules.run("nearest from frames", body, values) == number


def test_what_a_frame_does_not_speak_of_stays_as_it_is_set(modules: Modules) -> None:
    state = {"a": "y", "b": "?", "on-x": True, "words": "mine"}
    body = "return settle(values.controls, values.frame, values.state);"
    values = {"controls": CONTROLS, "frame": FRAMES[3], "state": state}
    assert modules.run("settle from frames", body, values) == state | {"b": "2"}
