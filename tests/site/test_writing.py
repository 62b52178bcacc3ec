from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.content.interface import read_words
from kit.site.writing import MARKER, FolderError, write_site
from kit.text import LANGUAGES

FILES = {"index.html": b"start", "en/a.html": b"a", "kit/kit.js": b"x"}


def read_all(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder but the marker."""
    found = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    assert files.pop(MARKER)
    return files


def refused(folder: Path) -> str:
    """Return the key of the refusal to write into a folder."""
    with pytest.raises(FolderError) as caught:
        write_site(folder, FILES)
    for language in LANGUAGES:
        words = read_words("site-build", language)
        assert str(folder) in words[caught.value.key].format(**caught.value.values)
    return caught.value.key


@pytest.mark.parametrize("is_there", [False, True])
def test_a_site_goes_into_an_empty_or_a_new_folder(tmp_path: Path, *, is_there: bool) -> None:
    folder = tmp_path / "deep" / "site"
    if is_there:
        folder.mkdir(parents=True)
    write_site(folder, FILES)
    assert read_all(folder) == FILES


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert refused(tmp_path) == "not-ours"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "other", "files": []}'])
def test_a_marker_of_something_else_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MARKER).write_text(text)
    assert refused(tmp_path) == "not-ours"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "site"
    path.write_text("mine")
    assert refused(path) == "not-a-folder"
    assert path.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert refused(tmp_path / "file" / "site") in {"unwritable", "not-a-folder"}


def test_a_later_site_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write_site(tmp_path, FILES)
    (tmp_path / "en" / "mine.txt").write_text("mine")
    later = {"index.html": b"new", "bg/a.html": b"a"}
    write_site(tmp_path, later)
    assert read_all(tmp_path) == {**later, "en/mine.txt": b"mine"}
    assert not (tmp_path / "kit").exists()


def test_a_marker_cannot_have_other_files_removed(tmp_path: Path) -> None:
    folder, mine = tmp_path / "site", tmp_path / "mine.txt"
    write_site(folder, FILES)
    mine.write_text("mine")
    marker = json.loads((folder / MARKER).read_text())
    marker["files"] += ["../mine.txt", str(mine)]
    (folder / MARKER).write_text(json.dumps(marker))
    write_site(folder, FILES)
    assert mine.read_text() == "mine"


def test_a_disk_that_fills_up_leaves_an_earlier_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, FILES)
    write = Path.write_bytes

    def fail(path: Path, content: bytes) -> int:
        if path.name == "kit.js":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(FolderError) as caught:
        write_site(tmp_path, {**FILES, "index.html": b"new"})
    assert caught.value.key == "unwritable"
    assert read_all(tmp_path) == FILES
