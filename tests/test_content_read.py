"""A file that cannot be read is a fault that says what is wrong with it."""

import os
from pathlib import Path

import pytest

from kit.content.faults import ContentError, Fault
from kit.content.read import MAX_BYTES, convert, read_table
from kit.text import Text

UNREADABLE = {
    "truncated": (b'kind = "single"\nstem.en = "Who iss', "a fault in the TOML"),
    "half a table": (b"[options.first", "a fault in the TOML"),
    "a key twice": (b'level = "apply"\nlevel = "judge"\n', "a fault in the TOML"),
    "cp1251": ('stem.bg = "Кой?"'.encode("cp1251"), "line 1 that is not UTF-8"),
    "cp1251 further down": ('a = 1\nb = "Кой?"'.encode("cp1251"), "line 2 that is not UTF-8"),
    "UTF-16": ('stem.bg = "Кой?"'.encode("utf-16"), "line 1 that is not UTF-8"),
    "UTF-16 without a mark": ('a = "Who?"'.encode("utf-16-le"), "a fault in the TOML"),
    "BOM": ('a = "Who?"'.encode("utf-8-sig"), "a byte order mark"),
    "huge": (b"# " + b"x" * MAX_BYTES, f"{MAX_BYTES + 2:,} bytes"),
    "deep": (b"a = " + b"[" * 50_000, "brackets nested too deep"),
    "a huge number": (b"a = " + b"1" * 5000, "a fault in the TOML"),
    "binary": (bytes(range(256)), "not UTF-8"),
    "YAML": ("stem:\n  bg: Кой?\n".encode(), "a fault in the TOML"),
    "JSON": (b'{"kind": "single"}', "a fault in the TOML"),
}


def fault_of(path: Path) -> Fault:
    with pytest.raises(ContentError) as caught:
        read_table(path, "x.toml")
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(("raw", "found"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_is_told_apart(tmp_path: Path, raw: bytes, found: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(raw)
    fault = fault_of(path)
    assert fault.file == "x.toml"
    assert found in fault.found
    assert fault.expected


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert fault_of(tmp_path).found == "a folder"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "x.toml").found == "no file"


def test_a_path_that_no_file_can_have_is_a_fault(tmp_path: Path) -> None:
    assert "cannot be read" in fault_of(tmp_path / "x\0.toml").found


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.toml")
    assert fault_of(tmp_path / "x.toml").found == "something that is no regular file"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who can be refused")
def test_a_file_without_permission_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.touch(mode=0o000)
    assert "Permission denied" in fault_of(path).found


def test_an_empty_file_is_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "x.toml").touch()
    assert read_table(tmp_path / "x.toml", "x.toml") == {}


def test_convert_returns_records() -> None:
    assert convert({"en": "Who?", "bg": "Кой?"}, Text, "x.toml") == Text("Who?", "Кой?")


def test_convert_raises_every_fault() -> None:
    with pytest.raises(ContentError) as caught:
        convert({"en": 1, "fr": "Qui?"}, Text, "x.toml", "stem")
    assert [fault.key for fault in caught.value.faults] == ["stem.bg", "stem.en", "stem.fr"]


def test_a_fault_cannot_command_a_terminal() -> None:
    assert "\x1b" not in str(Fault("x.toml", "\x1b[31m", "a\nb\udcff", "c"))
