"""A new question is ready to fill: every placeholder is reported, and nothing else."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from kit.content.check import check_folder
from kit.content.faults import ContentError
from kit.content.new import write_question
from kit.content.template import KINDS, fill_template
from tests.factories import LESSON, REMOVED, TREE, changed, make_tree, question_table

FILE = "questions/announcement/five.toml"
KIND = pytest.mark.parametrize("kind", KINDS)


def fill(text: str) -> str:
    """Fill in a template as an author might, each placeholder by something of its own."""
    values: Mapping[str, str] = {
        "objective": "who-did-what",
        "level": "judge",
        "misconception": "iso-certifies",
        "editions": "2015",
        "sources": "announcement",
        "finding": "minor",
    }
    for key, value in values.items():
        text = re.sub(rf'(?m)^({key} = \[?)"fill-in"', rf'\1"{value}"', text)
    amounts = iter(["2016-01-28", "2016-01-29"] if 'kind = "date"' in text else ["1.5", "2"])
    text = re.sub('(?m)^value = "fill-in"', lambda _: f'value = "{next(amounts)}"', text)
    text = text.replace("fill-in-", "part-")
    ending = "." if 'kind = "true-false"' in text else "?"
    text = re.sub(r'(?m)^(stem\.\w+) = "FILL IN"', rf'\1 = "FILL IN{ending}"', text)
    numbers = iter(range(100))
    return re.sub(
        r'(\.(en|bg)) = "FILL IN',
        lambda m: f'{m[1]} = "{ {"en": "Word", "bg": "Дума"}[m[2]] } {next(numbers)}',
        text,
    )


@KIND
def test_a_new_question_has_placeholders_and_no_other_fault(tmp_path: Path, kind: str) -> None:
    write_question(make_tree(tmp_path), "announcement", "five", kind)
    faults = check_folder(tmp_path).faults
    assert {fault.file for fault in faults} == {FILE}
    assert [fault for fault in faults if "fill" not in fault.found.lower()] == []
    assert {"objective", "level", "editions[0]", "sources[0]", "stem.en", "stem.bg"} <= {
        fault.key for fault in faults
    }


@KIND
def test_a_new_question_filled_in_has_no_fault(tmp_path: Path, kind: str) -> None:
    path = write_question(make_tree(tmp_path), "announcement", "five", kind)
    path.write_text(fill(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert check_folder(tmp_path).faults == ()


def test_a_new_question_says_what_may_be_filled_in(tmp_path: Path) -> None:
    text = write_question(make_tree(tmp_path), "announcement", "five", "single").read_text("utf-8")
    assert "one of: who-did-what." in text
    assert "remember, understand, apply, judge" in text
    assert "1987, 1994, 2000, 2008, 2015, 2026" in text


def test_a_new_topic_is_a_known_lesson(tmp_path: Path) -> None:
    make_tree(tmp_path, {"lessons/start.toml": LESSON})
    path = write_question(tmp_path, "start", "five", "single")
    assert path == tmp_path / "questions/start/five.toml"


@pytest.mark.parametrize(
    ("topic", "question_id", "found"),
    [
        ("announcement", "one", "questions/announcement/one.toml of the same id"),
        ("start", "one", "questions/announcement/one.toml of the same id"),
        ("announcement", "zero", "an id that questions/announcement/two.toml supersedes"),
        ("announcement", "Five", "the id “Five”"),
        ("announcement", "../five", "the id “../five”"),
        ("announcement", "", "the id “”"),
        ("unknown", "five", "the topic “unknown”"),
        ("../lessons", "five", "the topic “../lessons”"),
    ],
)
def test_what_is_no_new_question_is_refused(
    tmp_path: Path, topic: str, question_id: str, found: str
) -> None:
    two = question_table("several", supersedes="zero")
    make_tree(tmp_path, {"lessons/start.toml": LESSON, "questions/announcement/two.toml": two})
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ContentError) as caught:
        write_question(tmp_path, topic, question_id, "single")
    assert [fault.found for fault in caught.value.faults] == [found]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_broken_question_elsewhere_is_no_obstacle(tmp_path: Path) -> None:
    make_tree(tmp_path, {"questions/announcement/one.toml": b"\xff"})
    assert write_question(tmp_path, "announcement", "five", "single").is_file()


def test_a_lesson_without_objectives_is_told_in_the_file(tmp_path: Path) -> None:
    lesson = changed(TREE["lessons/announcement.toml"], {"objectives": REMOVED})
    make_tree(tmp_path, {"lessons/announcement.toml": lesson})
    text = write_question(tmp_path, "announcement", "five", "single").read_text("utf-8")
    assert "none yet, add one to the lesson" in text


def test_a_folder_in_the_way_is_a_message(tmp_path: Path) -> None:
    make_tree(tmp_path, {"lessons/start.toml": LESSON, "questions/start": "a file"})
    with pytest.raises(ContentError, match="cannot be written"):
        write_question(tmp_path, "start", "five", "single")


def test_lines_end_alike_on_every_system(tmp_path: Path) -> None:
    path = write_question(make_tree(tmp_path), "announcement", "five", "single")
    assert os.linesep.encode() not in path.read_bytes() or os.linesep == "\n"


@KIND
def test_a_template_has_its_lines_in_bounds(kind: str) -> None:
    assert max(map(len, fill_template(kind, "announcement", ["one"]).splitlines())) <= 100
