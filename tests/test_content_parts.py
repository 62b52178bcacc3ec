"""The parts of a question fit together: pairs, steps, gaps, values, phrases, findings."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.content.check.parts import check_parts
from kit.content.check.tree import Tree
from kit.content.layers import Layers
from kit.content.questions import AnyQuestion
from kit.paths import data_folder
from tests.factories import (
    LESSON,
    REMOVED,
    changed,
    find_faults,
    make_question,
    make_text,
    question_faults,
    question_table,
)
from tests.test_content_anything import VALUES

KINDS = [kind.__struct_config__.tag for kind in get_args(AnyQuestion)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_of_a_kind_has_no_fault(tmp_path: Path, kind: str) -> None:
    assert make_question(kind).__struct_config__.tag == kind
    assert question_faults(tmp_path, kind, {}) == []


@pytest.mark.parametrize(
    ("kind", "changes", "fault"),
    [
        ("match", {"pairs.seal.text.en": "a stamp!"}, ("pairs.seal.text.en", "pairs.stamp.text")),
        (
            "match",
            {"pairs.seal.partner.bg": "За печат"},
            ("pairs.seal.partner.bg", "pairs.stamp.partner"),
        ),
        ("match", {"others.nothing.en": "For the stamp"}, ("others.nothing.en", "pairs.stamp")),
        ("match", {"others.stamp": make_text("For all", "За всички")}, ("others.stamp", "a pair")),
        ("match", {"others.fill-in-1": make_text("For all", "За всички")}, ("others", "template")),
        ("gap", {"text.en": "A {first}."}, ("text.en", "{first}")),
        ("gap", {"text.bg": "Без празно място."}, ("text.bg", "no {name}")),
        ("gap", {"text.en": "A {first} {second} {second}."}, ("text.en", "{second}, {second}")),
        ("gap", {"gaps.first.choice": "unknown"}, ("gaps.first", "the choice “unknown”")),
        ("gap", {"gaps.second.also": ["unknown"]}, ("gaps.second", "the choice “unknown”")),
        ("gap", {"gaps.second.also": ["seal"]}, ("gaps.second.also", "a choice again")),
        ("gap", {"gaps.first.choice": "seal"}, ("choices.seal", "right for every gap")),
        ("gap", {"gaps.first.choice": "letter"}, ("choices.letter", "right for every gap")),
        ("gap", {"choices.seal.bg": "Печат"}, ("choices.seal.bg", "the same as choices.stamp")),
        ("number", {"tolerance": "1.5", "slips": {}}, ("tolerance", "1.5")),
        ("number", {"slips.twice.value": "1.50"}, ("slips.twice.value", "counts as right")),
        (
            "number",
            {"tolerance": "1", "slips.twice.value": "2.5"},
            ("slips.twice.value", "counts as right"),
        ),
        ("date", {"tolerance_days": 2}, ("slips.later.value", "counts as right")),
        ("mark", {"text.en": "See {stamp}."}, ("text.en", "{stamp}")),
        ("mark", {"phrases.rumour.wrong": False}, ("phrases", "0 of 4 phrases")),
        (
            "mark",
            {f"phrases.{name}.wrong": True for name in ("stamp", "letter", "seal")},
            ("phrases", "4 of 4 phrases"),
        ),
        ("decide", {"also": ["minor"]}, ("also", "a finding again")),
        ("decide", {"options.first.correct": True}, ("options", "2 options")),
    ],
)
def test_parts_that_do_not_fit(
    tmp_path: Path, kind: str, changes: dict[str, object], fault: tuple[str, str]
) -> None:
    ((key, found),) = question_faults(tmp_path, kind, changes)
    assert key.startswith(fault[0])
    assert fault[1] in found


@pytest.mark.parametrize(
    ("kind", "changes", "key"),
    [
        ("number", {"value": "1,5"}, "value"),
        ("number", {"value": "nan"}, "value"),
        ("number", {"value": 1.5}, "value"),
        ("number", {"tolerance": "-1"}, "tolerance"),
        ("date", {"value": "2016-02-30"}, "value"),
        ("date", {"value": "28.01.2016"}, "value"),
        ("date", {"tolerance_days": -1}, "tolerance_days"),
        ("decide", {"finding": "catastrophe"}, "finding"),
        ("match", {"pairs.seal": REMOVED, "pairs.stamp": REMOVED}, "pairs"),
        ("order", {"steps": []}, "steps"),
        ("mark", {"phrases.seal": REMOVED}, "phrases"),
    ],
)
def test_a_value_of_another_shape(
    tmp_path: Path, kind: str, changes: dict[str, object], key: str
) -> None:
    assert [each for each, _ in question_faults(tmp_path, kind, changes)] == [key]


@settings(deadline=None)
@given(kind=st.sampled_from(KINDS), value=VALUES, data=st.data())
def test_any_value_in_any_part_is_no_obstacle(
    kind: str, value: object, data: st.DataObject
) -> None:
    table = question_table(kind)
    keys = [key for key, part in table.items() if isinstance(part, dict)]
    inner = [f"{key}.{name}" for key in keys for name in table[key]]
    changes = {data.draw(st.sampled_from([*table, *inner])): value}
    name = "questions/announcement/one.toml"
    tree = Tree((name,), {name: changed(table, changes)}, (), Layers(data_folder()))
    faults = check_parts(tree)
    assert {fault.file for fault in faults} <= {name}


def test_steps_are_told_apart(tmp_path: Path) -> None:
    steps = question_table("order")["steps"]
    twin = {"steps": [*steps, steps[0]]}
    assert question_faults(tmp_path, "order", twin) == [
        ("steps[4].id", "“stamp” again"),
        ("steps[4].text.bg", "the same as steps[0].text"),
        ("steps[4].text.en", "the same as steps[0].text"),
    ]


def test_a_fault_in_the_head_hides_none_in_the_parts(tmp_path: Path) -> None:
    changes = {"level": "easy", "stem.bg": REMOVED, "phrases.rumour.wrong": False}
    keys = [key for key, _ in question_faults(tmp_path, "mark", changes)]
    assert keys == ["level", "phrases", "stem.bg"]


def test_a_place_is_one_of_an_objective(tmp_path: Path) -> None:
    file = "lessons/announcement.toml"
    lesson = LESSON | {"places": {"who-did-what": "chain", "unknown": "chain"}}
    assert find_faults(tmp_path, {file: lesson}) == [
        (file, "places.unknown", "the objective “unknown”")
    ]
