"""The check of agendas: names that there are, times that can be kept, pauses long enough."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kit.content.library import open_library
from kit.paths import notebooks_folder
from kit.text import LANGUAGES
from tests.agenda.factories import block_table
from tests.factories import Table, changed, find_faults, make_text

PART: Table = {"title": make_text(), "trainer": make_text(), "people": make_text()}
PARTS = ("welcome", "recap", "pause", "lunch", "reserve", "closing")
LENGTH: Table = {
    "title": make_text("A day", "Ден"),
    "days": [{"work": [60, 60], "pauses": [15]}],
    "welcome": 5,
    "recap": 0,
    "reserve": 0,
    "closing": 5,
}
FRAME: Table = {
    "start": "09:00",
    "rules": {"most_work": 90, "most_talk": 25, "pause": [10, 15], "lunch": [45, 60]},
    "lengths": {"day": LENGTH},
    "parts": dict.fromkeys(PARTS, PART),
    "equipment": {},
    "material": {},
    "figures": {},
}
AGENDA: Table = {"worth": {"who-did-what": 3}, "blocks": {"one": block_table()}}
WHOLE: dict[str, Table] = {
    "agendas/workshop.toml": FRAME,
    "agendas/announcement.toml": AGENDA,
}
LONG = {"six": [10, 15, 20], "fifteen": [10, 15, 20], "thirty": [55, 60, 65]}


def faults(folder: Path, file: str, changes: dict[str, Any]) -> list[tuple[str, str]]:
    """Return key and finding of each fault with changes in one of the two files."""
    name = f"agendas/{file}.toml"
    found = find_faults(folder, WHOLE | {name: changed(WHOLE[name], changes)})
    assert {each for each, _, _ in found} <= {name}
    return [(key, what) for _, key, what in found]


def test_whole_agendas_have_no_fault(tmp_path: Path) -> None:
    assert find_faults(tmp_path, WHOLE) == []


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("pauses", [], ("lengths.day.days[0].pauses", "0")),
        ("pauses", [20], ("lengths.day.days[0].pauses", "20")),
        ("work", [60, 95], ("lengths.day.days[0].work", "95")),
    ],
)
def test_a_day_keeps_the_rules_of_pauses(
    tmp_path: Path, key: str, value: list[int], expected: tuple[str, str]
) -> None:
    day = LENGTH["days"][0] | {key: value}
    assert expected in faults(tmp_path, "workshop", {"lengths.day.days": [day]})


def test_lengths_stand_from_the_shortest_to_the_longest(tmp_path: Path) -> None:
    changes = {"lengths": {"day": LENGTH, "same": LENGTH}}
    assert faults(tmp_path, "workshop", changes) == [("lengths.same", "135 minutes")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"core": ["unknown"]}, ("blocks.one.core", '"unknown"')),
        ({"also": ["unknown"]}, ("blocks.one.also", '"unknown"')),
        ({"needs": ["later"]}, ("blocks.one.needs", '"later"')),
        ({"uses": ["quiz/unknown"]}, ("blocks.one.uses", '"unknown"')),
        ({"uses": ["explorer/unknown"]}, ("blocks.one.uses", '"unknown"')),
        ({"uses": ["figure/unknown"]}, ("blocks.one.uses", '"unknown"')),
        ({"talk": 10}, ("blocks.one.talk", "10")),
        ({"minutes": LONG}, ("blocks.one.minutes", "at least 55")),
    ],
)
def test_an_activity_names_what_there_is_and_can_be_kept(
    tmp_path: Path, changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    found = faults(tmp_path, "announcement", {"blocks": {"one": block_table(**changes)}})
    assert expected in found


@pytest.mark.parametrize("six", [[20, 15, 20], [0, 15, 20], [10, 15, 25]])
def test_minutes_rise_with_the_time_and_with_the_group(tmp_path: Path, six: list[int]) -> None:
    minutes = {"six": six, "fifteen": [10, 15, 20], "thirty": [10, 15, 20]}
    found = faults(tmp_path, "announcement", {"blocks": {"one": block_table(minutes=minutes)}})
    assert "blocks.one.minutes" in dict(found)


def test_an_objective_needs_a_worth_and_an_activity(tmp_path: Path) -> None:
    block = block_table(core=[], also=["who-did-what"])
    found = faults(tmp_path, "announcement", {"worth": {}, "blocks": {"one": block}})
    assert found == [
        ("blocks", 'no activity with "who-did-what" in `core`'),
        ("worth.who-did-what", "nothing"),
    ]


def test_activities_belong_to_a_lesson(tmp_path: Path) -> None:
    found = find_faults(tmp_path, WHOLE | {"agendas/nowhere.toml": AGENDA})
    assert ("agendas/nowhere.toml", "", "activities of no lesson") in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_activity_uses_is_in_the_notebook_of_its_lesson(language: str) -> None:
    library = open_library()
    calls = {"quiz": "quiz", "explorer": "explore", "figure": "figure"}
    for slug, agenda in library.agendas.items():
        path = notebooks_folder() / language / f"{library.lessons[slug].number:02}-{slug}.ipynb"
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = {"".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"}
        for block in agenda.blocks.values():
            for use in block.uses:
                kind, _, name = use.partition("/")
                assert f'lesson.{calls[kind]}("{name}")' in code, use


def test_every_quiz_of_these_lessons_is_used() -> None:
    library = open_library()
    for slug, agenda in library.agendas.items():
        used = {use for block in agenda.blocks.values() for use in block.uses}
        quizzes = {f"quiz/{name}" for name in library.lessons[slug].quizzes}
        assert quizzes <= used, slug
