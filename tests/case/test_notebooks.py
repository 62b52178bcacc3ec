"""Cells of notebooks: what they call, and calls of quizzes that a case does without."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.case.notebooks import Cell, lost_calls, read_cells
from kit.content.faults import ContentError
from kit.content.library import Library, open_library
from kit.paths import notebooks_folder
from tests.case.factories import choose, make_case


def make_cell(text: str, *, is_code: bool = True) -> Cell:
    return Cell(language="en", file="01-announcement.ipynb", id="cell", text=text, is_code=is_code)


def test_a_cell_knows_its_lesson_and_what_it_calls() -> None:
    cell = make_cell('lesson.quiz("parties")\nlesson.explore("what-if")')
    assert (cell.lesson, cell.calls("quiz"), cell.calls("explore")) == (
        "announcement",
        ["parties"],
        ["what-if"],
    )
    assert make_cell('lesson.quiz("parties")', is_code=False).calls("quiz") == []


def test_the_kits_own_notebooks_call_no_quiz_that_is_not_there() -> None:
    assert list(lost_calls(read_cells(notebooks_folder()), open_library().lessons)) == []


def test_a_quiz_without_questions_vanishes_and_its_cell_is_a_fault(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    choose(case, keep=[], leave_out=["questions/announcement/recognition-from-iso.toml"])
    lessons = Library(case).lessons
    assert "prediction" not in lessons["announcement"].quizzes
    faults = list(lost_calls(read_cells(case / "notebooks"), lessons))
    assert [(fault.file, fault.key) for fault in faults] == [
        (f"notebooks/{language}/01-announcement.ipynb", "quiz-prediction")
        for language in ("en", "bg")
    ]


@pytest.mark.parametrize("content", ["", "[]", '{"cells": 1}', json.dumps({"cells": [{}]})])
def test_a_damaged_notebook_is_a_fault_with_its_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "en" / "01-announcement.ipynb"
    path.parent.mkdir()
    path.write_text(content)
    with pytest.raises(ContentError, match=r"notebooks/en/01-announcement\.ipynb"):
        read_cells(tmp_path)
