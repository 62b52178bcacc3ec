"""Sheets are written beside what is there, never over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.paper.files import write_sheet


def test_a_sheet_is_written_into_a_new_folder(tmp_path: Path) -> None:
    file, fate = write_sheet(tmp_path / "new", "a.pdf", b"one", may_replace=False)
    assert (file.read_bytes(), fate) == (b"one", "written")


def test_the_same_sheet_is_left_alone(tmp_path: Path) -> None:
    file, _ = write_sheet(tmp_path, "a.pdf", b"one", may_replace=False)
    before = file.stat().st_mtime_ns
    assert write_sheet(tmp_path, "a.pdf", b"one", may_replace=False) == (file, "same")
    assert file.stat().st_mtime_ns == before


def test_another_file_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    file, fate = write_sheet(tmp_path, "a.pdf", b"one", may_replace=False)
    assert (file.name, fate) == ("a-2.pdf", "renamed")
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"
    assert write_sheet(tmp_path, "a.pdf", b"one", may_replace=False) == (file, "same")
    assert write_sheet(tmp_path, "a.pdf", b"two", may_replace=False)[0].name == "a-3.pdf"


def test_it_is_replaced_only_when_asked_to(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    file, fate = write_sheet(tmp_path, "a.pdf", b"new", may_replace=True)
    assert (file.name, file.read_bytes(), fate) == ("a.pdf", b"new", "replaced")


def test_a_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(OSError, match="taken"):
        write_sheet(tmp_path / "taken", "a.pdf", b"one", may_replace=False)
