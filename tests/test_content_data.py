"""The kit's own content: no file has a fault, and the commands say so."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from kit.cli import run
from kit.content.check import check_folder
from kit.content.check.drafts import Draft
from kit.content.check.items import check_items
from kit.content.layout import NEW_CASE
from kit.content.library import open_library
from kit.content.questions import AnyQuestion
from kit.content.records import Phrases
from kit.content.shape import shape_faults
from kit.paths import data_folder
from tests.factories import LESSON, make_tree, question_table

DATA = data_folder()
# What a new case begins with is checked where it is copied to.
FILES = sorted(
    name
    for path in DATA.rglob("[!.]*.toml")
    if not (name := path.relative_to(DATA).as_posix()).startswith(f"{NEW_CASE}/")
)


@pytest.fixture(scope="module")
def faults() -> dict[str, list[str]]:
    by_file = defaultdict(list)
    for fault in check_folder(DATA).faults:
        by_file[fault.file].append(str(fault))
    return by_file


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_no_fault(file: str, faults: dict[str, list[str]]) -> None:
    assert "\n".join(faults.get(file, [])) == ""


def test_the_folder_as_a_whole_has_no_fault(faults: dict[str, list[str]]) -> None:
    assert {file: found for file, found in faults.items() if file not in FILES} == {}


def test_the_library_opens_every_question() -> None:
    library = open_library()
    questions = [library.question(each) for each in library.question_paths]
    assert [question.id for question in questions] == list(library.question_paths)


def test_the_questions_made_from_the_claims_are_whole() -> None:
    written = {name: msgspec.to_builtins(sort) for name, sort in open_library().claim_sorts.items()}
    # TOML has no way to say that there is nothing: what is not there is left out.
    sorts = {
        name: {key: value for key, value in table.items() if value is not None}
        for name, table in written.items()
    }
    assert [
        f for name, table in sorts.items() for f in shape_faults(table, AnyQuestion, name)
    ] == []
    drafts = {name: msgspec.convert(table, Draft) for name, table in sorts.items()}
    assert list(check_items(drafts, Phrases(en=(), bg=()))) == []
    assert all(draft.items for draft in drafts.values())


def test_a_whole_folder_is_said_to_be_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--data", str(make_tree(tmp_path))]) == 0
    shown = capsys.readouterr().out
    assert "4 questions" in shown
    assert "in 2 languages" in shown
    assert "announcement" in shown
    assert shown.endswith("No faults.\n")


def test_every_fault_is_shown_and_the_exit_code_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = question_table(level="easy", stem={"en": "Who?"})
    make_tree(tmp_path, {"questions/announcement/one.toml": table, "sources.toml": b"\xff"})
    assert run(["check", "--data", str(tmp_path)]) == 1
    shown = capsys.readouterr().out
    assert 'one.toml: level: found "easy"; expected one of' in shown
    assert "one.toml: stem.bg: found nothing" in shown
    assert "sources.toml: found a byte on line 1" in shown
    assert shown.endswith("3 faults in 2 files.\n")


def test_a_long_list_of_work_to_do_is_cut_short(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {f"questions/announcement/more-{n}.toml": question_table() for n in range(10, 30)}
    run(["check", "--data", str(make_tree(tmp_path, files))])
    assert "Not in a quiz yet: 20 (more-10, " in (shown := capsys.readouterr().out)
    assert "more-19, …)." in shown


def test_output_that_knows_no_cyrillic_is_no_obstacle(tmp_path: Path) -> None:
    make_tree(tmp_path, {"questions/announcement/един.toml": question_table()})
    result = subprocess.run(
        [sys.executable, "-m", "kit", "check", "--data", str(tmp_path)],
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, b"")


def test_new_question_writes_a_file_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_tree(tmp_path, {"lessons/start.toml": LESSON})
    assert run(["new", "question", "start", "five", "--data", str(tmp_path)]) == 0
    path = tmp_path / "questions/start/five.toml"
    assert path.is_file()
    assert capsys.readouterr().out.startswith(f"{path}\n")


def test_new_question_refuses_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_tree(tmp_path)
    assert run(["new", "question", "announcement", "one", "--data", str(tmp_path)]) == 1
    assert "an id is never used again" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["question"], ["lesson"], ["parties"]])
def test_schema_prints_json(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"]
