"""Texts of a new case's lessons that speak of the kit's case say so, and pairs stay pairs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kit.case.labels import add_label, label_notebooks, read_labels
from kit.case.notebooks import read_cells
from kit.content.library import Library, open_library
from kit.pairs import check_pairs
from kit.paths import shipped_notebooks
from kit.text import LANGUAGES
from tests.case.factories import make_case


def test_each_text_that_names_the_case_is_labelled_and_no_other(tmp_path: Path) -> None:
    cells = read_cells(make_case(tmp_path / "mine") / "notebooks")
    labels = read_labels(open_library())
    labelled = {(cell.file, cell.id) for cell in cells if labels[cell.language] in cell.text}
    named = {
        (cell.file, cell.id)
        for cell in cells
        if not cell.is_code and ("Pomorie" in cell.text or "Помори" in cell.text)
    }
    assert named == labelled
    assert ("01-announcement.ipynb", "hook") in labelled
    assert ("01-announcement.ipynb", "three-words") not in labelled


def test_labelled_translations_fit_their_source(tmp_path: Path) -> None:
    assert check_pairs(make_case(tmp_path / "mine") / "notebooks") == []


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("# Head\n\nText.", "# Head\n\n*L*\n\nText."),
        ("# Head", "# Head\n\n*L*"),
        ("Text.\n\nMore.", "*L*\n\nText.\n\nMore."),
    ],
)
def test_a_label_stands_below_a_heading_and_above_the_text(text: str, labelled: str) -> None:
    assert add_label(text, "*L*") == labelled


def test_notebooks_for_trainers_are_labelled_too_and_hidden_ones_are_not(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    for language in LANGUAGES:
        folder = case / "notebooks" / language
        for name in ("trainer/01-announcement.ipynb", ".ipynb_checkpoints/01-announcement.ipynb"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(shipped_notebooks() / language / "01-announcement.ipynb", folder / name)
    label_notebooks(case / "notebooks", Library(case))
    labels = read_labels(open_library())
    labelled = {one.file for one in read_cells(case / "notebooks") if labels["bg"] in one.text}
    assert "trainer/01-announcement.ipynb" in labelled
    assert not [file for file in labelled if file.startswith(".")]
    hidden = case / "notebooks/bg/.ipynb_checkpoints/01-announcement.ipynb"
    assert labels["bg"] not in hidden.read_text(encoding="utf-8")
