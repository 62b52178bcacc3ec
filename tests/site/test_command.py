"""`kit site` writes the course, and says what it wrote or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.cli import run
from kit.content.interface import read_words
from kit.paths import data_folder
from kit.text import LANGUAGES

FILES = {"index.html": b"start" * 1000, "en/a.html": b"a"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the building out: the whole course takes half a minute."""
    monkeypatch.setattr("kit.site.build.build_site", lambda *_: FILES)
    monkeypatch.setenv("KIT_DATA", str(data_folder()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_written_and_how_to_open_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    folder = tmp_path / "site"
    assert run(["site", str(folder), "--language", language]) == 0
    words = read_words("site-build", language)
    written = words["written"].format(files=2, size=5, folder=folder)
    start = words["open"].format(file=folder / "index.html")
    assert capsys.readouterr().out == f"{written}\n{start}\n"
    assert (folder / "en" / "a.html").read_bytes() == b"a"


def test_without_a_folder_one_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["site"]) == 0
    assert (tmp_path / "iso9001-site" / "index.html").is_file()


def test_a_folder_with_something_else_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run(["site", str(tmp_path), "--language", "en"]) == 1
    words = read_words("site-build", "en")
    assert capsys.readouterr().err == words["not-ours"].format(folder=tmp_path) + "\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
