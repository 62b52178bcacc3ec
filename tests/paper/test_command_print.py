"""`kit print` says what it wrote where, and what it cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.cli import run

Capture = pytest.CaptureFixture[str]


def print_glossary(folder: Path, *more: str) -> int:
    return run(["print", "glossary", "--folder", str(folder), "--language", "en", *more])


def test_it_says_what_was_written_where(tmp_path: Path, capsys: Capture) -> None:
    assert print_glossary(tmp_path / "sheets") == 0
    said = capsys.readouterr().out
    assert f"Written: {tmp_path / 'sheets' / 'glossary-en.pdf'}" in said
    assert "Files: 1" in said


def test_a_second_time_nothing_changes(tmp_path: Path, capsys: Capture) -> None:
    print_glossary(tmp_path)
    assert print_glossary(tmp_path) == 0
    assert "Already there, the same" in capsys.readouterr().out
    assert [file.name for file in tmp_path.iterdir()] == ["glossary-en.pdf"]


def test_a_file_of_ones_own_is_kept_unless_replacing_is_asked_for(
    tmp_path: Path, capsys: Capture
) -> None:
    own = tmp_path / "glossary-en.pdf"
    own.write_text("my notes", encoding="utf-8")
    print_glossary(tmp_path)
    assert "glossary-en-2.pdf" in capsys.readouterr().out
    assert own.read_text("utf-8") == "my notes"
    print_glossary(tmp_path, "--replace")
    assert own.read_bytes().startswith(b"%PDF")


def test_a_lesson_may_be_named_by_its_number(tmp_path: Path) -> None:
    chosen = ["--lesson", "2", "--form", "B", "--language", "bg", "--folder", str(tmp_path)]
    assert run(["print", "test", *chosen]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["test-02-eight-principles-B-bg.pdf"]


@pytest.mark.parametrize(
    ("language", "says"), [("en", "There is no lesson “nope”"), ("bg", "Няма урок „nope“")]
)
def test_an_unknown_lesson_is_refused(
    tmp_path: Path, capsys: Capture, language: str, says: str
) -> None:
    chosen = ["--lesson", "nope", "--language", language, "--folder", str(tmp_path)]
    assert run(["print", "test", *chosen]) == 1
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("language", "says"), [("en", "There is nothing to print"), ("bg", "Няма какво да се отпечата")]
)
def test_a_lesson_without_such_a_sheet_is_told(
    tmp_path: Path, capsys: Capture, language: str, says: str
) -> None:
    chosen = ["--lesson", "review", "--language", language, "--folder", str(tmp_path)]
    assert run(["print", "workbook", *chosen]) == 1
    assert says in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: Capture) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    assert print_glossary(taken) == 1
    assert "Choose another folder with --folder." in capsys.readouterr().err


def test_an_unknown_kind_is_refused(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        run(["print", "poster"])
    assert "poster" in capsys.readouterr().err


def test_the_kinds_of_the_command_are_those_of_the_package() -> None:
    from kit.commands.print import WHAT
    from kit.paper.sheets import KINDS

    assert WHAT == KINDS
