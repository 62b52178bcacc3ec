from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from kit.lab.copies import Report, fill_folder, fingerprint
from kit.notebooks import list_shipped

FILE = "en/01-announcement.ipynb"
DAMAGE = {
    "empty": b"",
    "torn": b'{"cells": [{"cell_type": "markdown"',
    "no-json": b"# a lesson",
    "windows-1251": "Урок".encode("cp1251"),
    "a-list": b"[]",
    "no-cells": b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
    "cells-of-text": b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "x"}',
    "deep": b"[" * 100_000,
    "null": b"null",
}


class Desk:
    """A learner's folder, the lessons as shipped, and the secrets of a computer."""

    def __init__(self, room: Path) -> None:
        self.shipped, self.folder, self.secrets = (
            room / name for name in ("shipped", "my lessons – уроци", "secrets")
        )
        self.secrets.mkdir()
        self.ship("Who did what?")

    @property
    def copy(self) -> Path:
        return self.folder / FILE

    def ship(self, text: str, **metadata: object) -> None:
        """Ship a lesson with other words."""
        cells = [new_markdown_cell(text, id="hook"), new_code_cell("1 + 1", id="sum")]
        path = self.shipped / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(new_notebook(cells=cells, metadata=metadata), path)

    def fill(self) -> Report:
        return fill_folder(self.folder, list_shipped(self.shipped), self.secrets)

    def read(self) -> nbformat.NotebookNode:
        return nbformat.read(self.copy, as_version=4)

    def change(self, change) -> bytes:
        """Change the copy as JupyterLab would save it; return what then stands in the file."""
        notebook = self.read()
        change(notebook)
        self.copy.write_text(json.dumps(notebook), encoding="utf-8")
        return self.copy.read_bytes()

    def is_signed(self) -> bool:
        notary = NotebookNotary(data_dir=str(self.secrets))
        try:
            return notary.check_signature(self.read())
        finally:
            notary.store.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    assert desk.fill() == Report()
    return desk


def run(notebook: nbformat.NotebookNode) -> None:
    """Leave behind what running a lesson leaves behind."""
    notebook.cells[1].outputs = [new_output("stream", text="2")]
    notebook.cells[1].execution_count = 7
    notebook.metadata["widgets"] = {"state": {}}


def test_copy_is_added_and_signed_and_remembers_what_was_shipped(desk):
    assert desk.read().metadata.kit.shipped == fingerprint(desk.read())
    assert desk.is_signed()


def test_other_metadata_of_the_kit_stays_in_the_copy(desk):
    desk.ship("Who?", kit={"lesson": "announcement", "language": "en"})
    desk.fill()
    assert desk.read().metadata.kit.lesson == "announcement"


def test_second_start_leaves_a_copy_alone(desk):
    before = desk.copy.stat().st_mtime_ns
    assert desk.fill() == Report()
    assert desk.copy.stat().st_mtime_ns == before


def test_missing_copy_is_added_again(desk):
    desk.copy.unlink()
    desk.fill()
    assert desk.is_signed()


def test_untouched_copy_is_renewed(desk):
    desk.ship("Who really did what?")
    assert desk.fill() == Report()
    assert desk.read().cells[0].source == "Who really did what?"
    assert desk.is_signed()


def test_copy_that_was_only_run_counts_as_untouched(desk):
    desk.change(run)
    desk.ship("Who really did what?")
    assert desk.fill() == Report()
    assert desk.read().cells[0].source == "Who really did what?"
    assert desk.read().cells[1].outputs == []


@pytest.mark.parametrize("is_updated", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: notebook.cells[0].update(source="My own question"),
        lambda notebook: notebook.cells.append(new_markdown_cell("mine", id="mine")),
        lambda notebook: notebook.cells.reverse(),
        lambda notebook: notebook.cells.pop(),
        lambda notebook: notebook.cells[0].update(id="other"),
        lambda notebook: [cell.pop("id") for cell in notebook.cells],
        lambda notebook: notebook.metadata.pop("kit"),
        lambda notebook: notebook.metadata.update(kit="mine"),
    ],
    ids=["words", "added", "order", "deleted", "id", "no-ids", "no-metadata", "other-metadata"],
)
def test_changed_copy_is_never_touched_and_is_named(desk, change, is_updated):
    changed = desk.change(change)
    if is_updated:
        desk.ship("Who really did what?")
    assert desk.fill() == Report(kept=(FILE,))
    assert desk.copy.read_bytes() == changed


def test_copy_from_elsewhere_is_replaced_if_it_says_that_it_is_untouched(desk):
    """Its outputs are not what this computer has seen, so they go."""
    desk.change(lambda notebook: notebook.metadata.update({"from": "elsewhere"}))
    assert not desk.is_signed()
    assert desk.fill() == Report()
    assert desk.is_signed()
    assert "from" not in desk.read().metadata


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_copy_is_set_aside_and_replaced(desk, damage):
    desk.copy.write_bytes(damage)
    aside = "en/01-announcement.damaged-1.ipynb"
    assert desk.fill() == Report(set_aside=((FILE, aside),))
    assert (desk.folder / aside).read_bytes() == damage
    assert desk.is_signed()


def test_second_damaged_copy_does_not_replace_the_first(desk):
    for damage in (b"one", b"two"):
        desk.copy.write_bytes(damage)
        desk.fill()
    asides = sorted(desk.copy.parent.glob("*.damaged-*"))
    assert [aside.read_bytes() for aside in asides] == [b"one", b"two"]


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_folder_or_dead_link_in_the_place_of_a_copy_is_set_aside(desk, make):
    desk.copy.unlink()
    make(desk.copy)
    assert [file for file, _ in desk.fill().set_aside] == [FILE]
    assert desk.is_signed()


def test_nothing_but_the_copy_is_left_in_the_folder(desk):
    assert list(desk.copy.parent.iterdir()) == [desk.copy]


def test_full_disk_leaves_the_old_copy_and_no_half_of_a_new_one(desk):
    resource = pytest.importorskip("resource")
    before = desk.copy.read_bytes()
    desk.ship("Who really did what? " * 1000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            desk.fill()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert desk.copy.read_bytes() == before
    assert list(desk.copy.parent.iterdir()) == [desk.copy]


texts = st.text(alphabet=st.characters(codec="utf-8"))
cells = st.lists(st.tuples(st.sampled_from([new_markdown_cell, new_code_cell]), texts), max_size=4)


@given(cells=cells, junk=texts)
def test_fingerprint_tells_words_apart_and_ignores_what_running_leaves(cells, junk):
    made = [make(text, id=f"c{n}") for n, (make, text) in enumerate(cells)]
    notebook = new_notebook(cells=made)
    before = fingerprint(notebook)
    for cell in made:
        if cell.cell_type == "code":
            cell.outputs = [new_output("stream", text=junk)]
            cell.execution_count = len(junk)
    assert fingerprint(notebook) == before
    notebook.cells.append(new_markdown_cell(junk, id="more"))
    assert fingerprint(notebook) != before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(damage=st.binary(max_size=200))
def test_no_file_whatever_stops_the_lessons(desk, damage):
    desk.copy.write_bytes(damage)
    desk.fill()
    assert desk.is_signed()
