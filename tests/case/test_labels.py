"""Texts of a new case's lessons that speak of the kit's case say so, and pairs stay pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.case.labels import add_label, read_labels
from kit.case.notebooks import read_cells
from kit.content.library import open_library
from kit.pairs import check_pairs
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
