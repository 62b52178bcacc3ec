"""The two languages of a lesson: same cells, same code, no stale translation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.pairs import accept, check_pairs, hash_text, list_names
from kit.paths import notebooks_folder


def make_cell(cell_id: str, source: str, kind: str = "markdown", **metadata: str) -> dict:
    return {"cell_type": kind, "id": cell_id, "metadata": metadata, "source": [source]}


def write(folder: Path, language: str, *cells: dict, name: str = "01-x.ipynb") -> Path:
    path = folder / language / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    code = 'open_lesson("x", language="{}")'
    write(tmp_path, "en", make_cell("a", "Hello"), make_cell("b", code.format("en"), "code"))
    translated = make_cell("a", "Здравей", translates=hash_text("Hello"))
    write(tmp_path, "bg", translated, make_cell("b", code.format("bg"), "code"))
    return tmp_path


def test_the_kits_own_lessons_are_paired() -> None:
    assert list(notebooks_folder().glob("*/*.ipynb"))
    assert check_pairs(notebooks_folder()) == []


def test_a_good_pair_has_no_fault(pair: Path) -> None:
    assert check_pairs(pair) == []


def test_a_changed_source_makes_the_translation_stale_until_accepted(pair: Path) -> None:
    code = make_cell("b", 'open_lesson("x", language="en")', "code")
    write(pair, "en", make_cell("a", "Hello there"), code)
    (fault,) = check_pairs(pair)
    assert (fault.file, fault.key) == ("notebooks/bg/01-x.ipynb", "a")
    assert "kit pair --accept 01-x.ipynb a" in fault.expected
    assert accept(pair, "01-x.ipynb", ["a"]) == 1
    assert check_pairs(pair) == []


def test_accepting_one_cell_leaves_the_others_stale(tmp_path: Path) -> None:
    write(tmp_path, "en", make_cell("a", "A"), make_cell("b", "B"))
    write(tmp_path, "bg", make_cell("a", "А"), make_cell("b", "Б"))
    assert accept(tmp_path, "01-x.ipynb", ["a"]) == 1
    assert [fault.key for fault in check_pairs(tmp_path)] == ["b"]


def test_code_that_differs_beyond_the_language_is_a_fault(pair: Path) -> None:
    translated = make_cell("a", "Здравей", translates=hash_text("Hello"))
    write(pair, "bg", translated, make_cell("b", "import os", "code"))
    (fault,) = check_pairs(pair)
    assert fault.found == "`import os`"
    assert 'language="bg"' in fault.expected


def test_other_cells_or_another_order_is_a_fault(pair: Path) -> None:
    write(pair, "bg", make_cell("b", "x", "code"), make_cell("a", "Здравей"))
    (fault,) = check_pairs(pair)
    assert fault.key == "cells"


def test_a_lesson_in_one_language_only_is_a_fault(pair: Path) -> None:
    (pair / "bg" / "01-x.ipynb").unlink()
    (fault,) = check_pairs(pair)
    assert (fault.file, fault.found) == ("notebooks/bg/01-x.ipynb", "no file")


GUIDE = "trainer/01-x.ipynb"


def test_a_notebook_in_a_sub_folder_is_paired_and_accepted_by_its_path(pair: Path) -> None:
    write(pair, "en", make_cell("a", "A guide"), name=GUIDE)
    write(pair, "bg", make_cell("a", "Ръководство"), name=GUIDE)
    (fault,) = check_pairs(pair)
    assert (fault.file, fault.key) == (f"notebooks/bg/{GUIDE}", "a")
    assert f"kit pair --accept {GUIDE} a" in fault.expected
    assert accept(pair, GUIDE, ["a"]) == 1
    assert check_pairs(pair) == []


def test_a_notebook_of_a_sub_folder_in_one_language_only_is_a_fault(pair: Path) -> None:
    write(pair, "bg", make_cell("a", "Ръководство"), name=GUIDE)
    (fault,) = check_pairs(pair)
    assert (fault.file, fault.found) == (f"notebooks/en/{GUIDE}", "no file")


def test_copies_that_an_editor_keeps_are_no_notebooks(pair: Path) -> None:
    write(pair, "en", name=".ipynb_checkpoints/01-x-checkpoint.ipynb")
    write(pair, "en", name="trainer/.ipynb_checkpoints/01-x-checkpoint.ipynb")
    write(pair, "en", name="trainer/.~01-x.ipynb")
    assert list_names(pair) == ["01-x.ipynb"]
