"""`kit agenda` writes a plan, says what to leave out, and replaces no file unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.agenda.request import list_objectives
from kit.cli import run
from kit.content.library import open_library
from kit.text import LANGUAGES

Captured = pytest.CaptureFixture[str]


def write(folder: Path, *more: str, language: str = "en") -> int:
    return run(["agenda", "--folder", str(folder), "--language", language, *more])


def test_three_files_are_written_and_named(tmp_path: Path, capsys: Captured) -> None:
    assert write(tmp_path, "--length", "day", "--people", "12", language="bg") == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"agenda-day-12-laptops-bg.{kind}" for kind in ("html", "ipynb", "pdf")]
    printed = capsys.readouterr().out
    assert "Всичко се побира. Обхванати цели: 24." in printed
    assert all(str(tmp_path / name) in printed for name in names)


def test_what_does_not_fit_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert write(tmp_path, "--length", "ninety-minutes") == 0
    printed = capsys.readouterr().out
    assert "Not everything fits" in printed
    assert "Everything you chose fits into: A day." in printed
    assert "say who the members of ISO are" in printed


def test_chosen_objectives_alone_are_planned(tmp_path: Path, capsys: Captured) -> None:
    assert write(tmp_path, "--objectives", "read-counts", "who-did-what") == 0
    assert "Everything fits. Objectives covered: 2." in capsys.readouterr().out


def test_a_file_that_is_there_is_kept_until_replaced(tmp_path: Path, capsys: Captured) -> None:
    assert write(tmp_path) == 0
    page = tmp_path / "agenda-half-day-15-laptops-en.html"
    page.write_text("mine", encoding="utf-8")
    assert write(tmp_path) == 1
    assert "is there already and was left alone" in capsys.readouterr().err
    assert page.read_text("utf-8") == "mine"
    assert write(tmp_path, "--replace") == 0
    assert page.read_text("utf-8") != "mine"


def test_a_folder_that_is_a_file_is_said(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert write(tmp_path / "file") == 1
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (["--objectives", "who-did-wat"], "Close to it: who-did-what"),
        (["--people", "0"], "Expected: 2 to 30 people"),
        (["--start", "nine"], "is no time of day"),
        (["--start", "23:00"], "Begin at 20:00 or earlier"),
        (["--length", "week"], "Choose one of"),
        (["--equipment", "paperr"], "Choose one of: paper"),
    ],
)
def test_bad_input_is_said_in_words(
    tmp_path: Path, capsys: Captured, more: list[str], expected: str
) -> None:
    assert write(tmp_path, *more) == 1
    assert expected in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_shows_every_length_and_objective(language: str, capsys: Captured) -> None:
    assert run(["agenda", "--list", "--language", language]) == 0
    printed, library = capsys.readouterr().out, open_library()
    lessons = library.lessons.values()
    titles = {slug: text for lesson in lessons for slug, text in lesson.objectives.items()}
    for slug in list_objectives(library):
        assert slug in printed
        assert titles[slug].pick(language) in printed
    assert all(slug in printed for slug in library.agenda_frame.lengths)
