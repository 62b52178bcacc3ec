"""`kit statistics` reads what learners exported, and names no learner."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.cli import run
from kit.content.library import open_library
from kit.learner.transfer import write_export
from tests.learner.factories import make_event
from tests.statistics.groups import answer

QUESTION = open_library().question("edition-year")
KEY = next(slug for slug, option in QUESTION.options.items() if option.correct)


def export(folder: Path, name: str, option: str = KEY, **changes: object) -> str:
    """Write what one learner did with one question, and return the name of the file."""
    event = make_event(**changes) if changes else answer(QUESTION, option)
    write_export(folder / name, [event], may_replace=True)
    return str(folder / name)


def test_the_files_are_a_learner_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [export(tmp_path, f"{name}.json") for name in ("ivan", "maria", "petar")]
    assert run(["statistics", *files, "--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert "Learners: 3, of whom 3 answered everything" in printed
    assert "Everybody was right at the first try." in printed
    assert "ivan" not in printed


def test_the_language_is_a_choice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["statistics", export(tmp_path, "a.json"), "--language", "bg"]) == 0
    assert "Участници: 1" in capsys.readouterr().out


def test_a_lesson_is_reported_with_all_its_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = export(tmp_path, "a.json")
    assert run(["statistics", file, "--lesson", "announcement", "--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("Nobody has tried it yet.") > 20


def test_an_unknown_lesson_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["statistics", export(tmp_path, "a.json"), "--lesson", "unknown"]) == 1
    assert "lessons/unknown.toml" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_leaves_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    files = [export(tmp_path, "a.json"), str(broken), str(tmp_path / "missing.json")]
    assert run(["statistics", *files, "--language", "en"]) == 1
    printed = capsys.readouterr()
    assert "Learners: 1" in printed.out
    assert [line.split(":")[0] for line in printed.err.splitlines()] == files[1:]


def test_unknown_and_outdated_answers_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        export(tmp_path, "unknown.json", question="gone", score=1.0),
        export(tmp_path, "old.json", question="edition-year", version="old", score=1.0),
    ]
    assert run(["statistics", *files, "--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert "Answers to questions that these lessons do not know: 1." in printed
    assert "Answers to questions that have changed since: 1." in printed
