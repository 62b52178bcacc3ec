"""`kit new case`, `kit new copy` and `--case` at the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.cli import run
from kit.paths import OWN_CASE, shipped_data
from tests.case.factories import make_case

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", "en")


def test_a_case_is_started_checked_and_refused_a_second_time(
    tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "mine"
    names = ["--name-en", "Morsko Municipality", "--short-bg", "Морско"]
    assert run(["new", "case", str(folder), *names]) == 0
    shown = capsys.readouterr().out
    assert f"kit check --case {folder}" in shown
    assert f"kit lab --case {folder}" in shown
    head = (folder / "case/case.toml").read_text(encoding="utf-8")
    assert head.count('"Morsko Municipality"') == 2
    assert run(["check", "--case", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "What still speaks of Pomorie Municipality:" in shown
    assert run(["new", "case", str(folder)]) == 1
    assert "not empty" in capsys.readouterr().err
    assert (folder / "case/case.toml").read_text(encoding="utf-8") == head


def test_messages_are_in_bulgarian_too(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", "bg")
    assert run(["new", "case", str(tmp_path / "mine")]) == 0
    assert "Започнат е Ваш собствен случай" in capsys.readouterr().out
    run(["check", "--data", str(tmp_path / "mine")])
    assert "Урок 1: Съобщението" in capsys.readouterr().out


def test_a_file_is_copied_into_the_case_that_is_named(tmp_path: Path, capsys: Capture) -> None:
    case, name = make_case(tmp_path / "mine"), "explorers/audit-time.toml"
    assert run(["new", "copy", name, "--case", str(case)]) == 0
    assert (case / name).read_bytes() == (shipped_data() / name).read_bytes()
    assert "Delete in it whatever you do not change" in capsys.readouterr().out
    assert run(["--case", str(case), "new", "copy", name]) == 1
    assert "there already" in capsys.readouterr().err


def test_without_a_case_nothing_is_copied(capsys: Capture) -> None:
    assert run(["new", "copy", "glossary.toml"]) == 1
    assert OWN_CASE in capsys.readouterr().err


def test_a_folder_that_is_no_case_is_refused(tmp_path: Path, capsys: Capture) -> None:
    assert run(["check", "--case", str(tmp_path)]) == 1
    assert "kit new case FOLDER" in capsys.readouterr().err


@pytest.mark.parametrize("before", ["elsewhere", None])
def test_the_choice_of_a_case_ends_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    case = make_case(tmp_path / "mine")
    if before:
        monkeypatch.setenv("KIT_DATA", before)
    assert run(["pair", "--case", str(case)]) == 0
    assert os.environ.get("KIT_DATA") == before


def test_a_question_of_a_case_stands_in_its_folder(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    assert run(["new", "question", "editions", "ours", "--case", str(case)]) == 0
    assert (case / "questions/editions/ours.toml").is_file()
    assert run(["new", "question", "editions", "can-pomorie-join", "--case", str(case)]) == 1


def test_a_case_named_from_where_one_stands_is_found_by_other_programs(tmp_path: Path) -> None:
    make_case(tmp_path / "mine")
    done = subprocess.run(
        [sys.executable, "-m", "kit", "check", "--case", "mine"],
        cwd=tmp_path,
        env=os.environ | {"KIT_LANGUAGE": "en", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "undecided" in done.stdout
