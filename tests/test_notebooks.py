from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.notebooks import Shipped, find_shipped, list_shipped, read_code
from kit.paths import notebooks_folder
from kit.text import LANGUAGES


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_list_keeps_the_order_of_the_course_and_leaves_other_files_out(tmp_path):
    put(tmp_path, "en/10-review.ipynb", "en/02-eight-principles.ipynb", "en/notes.ipynb")
    put(tmp_path, "bg/02-eight-principles.ipynb", "fr/02-eight-principles.ipynb", "en/02-x.txt")
    found = [(one.number, one.lesson, one.language) for one in list_shipped(tmp_path)]
    assert found == [
        (2, "eight-principles", "bg"),
        (2, "eight-principles", "en"),
        (10, "review", "en"),
    ]


def test_list_of_no_folder_is_empty(tmp_path):
    assert list_shipped(tmp_path / "missing") == []


@pytest.mark.parametrize("wanted", ["editions", "5"])
def test_lesson_is_found_by_id_and_by_number(wanted):
    lesson = Shipped(5, "editions", "en", Path("05-editions.ipynb"))
    assert find_shipped([Shipped(4, "cycle", "en", Path()), lesson], wanted) == lesson


@pytest.mark.parametrize("wanted", ["edition", "05", "", "-1"])
def test_unknown_lesson_is_not_found(wanted):
    with pytest.raises(LookupError):
        find_shipped([Shipped(5, "editions", "en", Path())], wanted)


def test_kit_ships_every_lesson_in_every_language():
    names = {language: set() for language in LANGUAGES}
    for one in list_shipped(notebooks_folder()):
        names[one.language].add(one.path.name)
    assert names["en"]
    assert len({frozenset(found) for found in names.values()}) == 1


def test_code_is_read_from_code_cells_only(tmp_path):
    path = tmp_path / "x.ipynb"
    cells = [
        {"cell_type": "markdown", "source": "words"},
        {"cell_type": "code", "source": ["a\n", "b"]},
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    assert read_code(path) == ["a\nb"]
