"""The trainers' notebook with the agenda builder: it runs, and is the same in both languages."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from kit.pairs import hash_text
from kit.paths import notebooks_folder
from kit.text import LANGUAGES

PATHS = {one: notebooks_folder() / one / "trainer" / "agenda.ipynb" for one in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_runs_and_opens_with_the_explorer(language: str, tmp_path: Path) -> None:
    notebook = nbformat.read(PATHS[language], as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata["kit"] == {"language": language, "trainer": "agenda"}
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    (code,) = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert notebook.cells.index(code) == 1
    (output,) = code.outputs
    assert "application/vnd.jupyter.widget-view+json" in output.data


def test_the_translation_fits_its_source() -> None:
    source, other = (nbformat.read(PATHS[one], as_version=4) for one in LANGUAGES)
    assert [cell.id for cell in source.cells] == [cell.id for cell in other.cells]
    for one, two in zip(source.cells, other.cells, strict=True):
        if one.cell_type == "code":
            assert two.source == one.source.replace('"en"', '"bg"')
        else:
            assert two.metadata["translates"] == hash_text(one.source)
