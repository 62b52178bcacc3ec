"""Whatever stands in a file, the check reports it and does not break."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.content.check import check_folder
from tests.factories import TREE, Table, changed, make_tree, to_toml

VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
# Each example reads a whole folder, and a busy machine takes its time for that.
WITH_FILES = settings(deadline=None, max_examples=50)
NAMES = sorted({name for table in TREE.values() for name in table} | {"stem.en", "options.first"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tree(tmp_path_factory.mktemp("data"))


def check_with(folder: Path, file: str, content: bytes) -> None:
    """Check the folder while one file holds something else."""
    path = folder / file
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        report = check_folder(folder)
    finally:
        path.write_bytes(before)
    assert list(report.faults) == sorted(report.faults)
    assert all(str(fault).isprintable() for fault in report.faults)


def replaced(table: Table, key: str, value: Any) -> Table:
    """Return the table with a key replaced, at whatever depth there is a table for it."""
    above = key.partition(".")[0]
    return changed(table, {key if isinstance(table.get(above, {}), dict) else above: value})


@WITH_FILES
@given(file=st.sampled_from(sorted(TREE)), key=st.sampled_from(NAMES), value=VALUES)
def test_any_value_under_any_key(folder: Path, file: str, key: str, value: Any) -> None:
    check_with(folder, file, to_toml(replaced(TREE[file], key, value)).encode("utf-8", "ignore"))


@WITH_FILES
@given(file=st.sampled_from(sorted(TREE)), raw=st.binary(max_size=200))
def test_any_bytes(folder: Path, file: str, raw: bytes) -> None:
    check_with(folder, file, raw)


@WITH_FILES
@given(
    file=st.sampled_from(sorted(TREE)),
    start=st.floats(0, 1),
    length=st.integers(0, 40),
    instead=st.binary(max_size=5),
)
def test_any_damage(folder: Path, file: str, start: float, length: int, instead: bytes) -> None:
    raw = to_toml(TREE[file]).encode()
    place = int(start * len(raw))
    check_with(folder, file, raw[:place] + instead + raw[place + length :])


def test_keys_nested_without_end(folder: Path) -> None:
    deep = ".".join(["a"] * 3_000)
    check_with(folder, "questions/announcement/one.toml", f"{deep} = 1\n".encode())
