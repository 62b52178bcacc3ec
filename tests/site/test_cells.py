from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kit.content.faults import ContentError
from kit.content.library import open_library
from kit.explorers.explorer import Setting
from kit.site.cells import show_cells
from kit.site.explorers import ExplorerShelf
from kit.site.lesson import StaticLesson


def make_lesson(lesson_id: str = "announcement", language: str = "en") -> StaticLesson:
    library = open_library()
    setting = Setting(library=library, language=language, today=date(2026, 11, 28))
    return StaticLesson(
        lesson_id,
        language=language,
        library=library,
        explorers=ExplorerShelf(setting),
        links={slug: f"{slug}.html" for slug in library.lessons},
    )


def write_notebook(folder: Path, *cells: tuple[str, str]) -> Path:
    """Write a notebook with cells of a kind and a source, named c0, c1 and so on."""
    path = folder / "01-announcement.ipynb"
    made = [
        {"cell_type": kind, "id": f"c{n}", "source": source}
        for n, (kind, source) in enumerate(cells)
    ]
    path.write_text(json.dumps({"cells": made}), encoding="utf-8")
    return path


def shown(folder: Path, source: str, lesson: StaticLesson | None = None) -> str:
    return show_cells(write_notebook(folder, ("code", source)), lesson or make_lesson())


def test_each_cell_is_a_section_with_its_id(tmp_path: Path) -> None:
    path = write_notebook(tmp_path, ("markdown", "# A\n\nb"), ("code", "lesson.aims()"))
    html = show_cells(path, make_lesson())
    assert '<section class="kit-cell kit-prose" id="c0" data-cell="markdown"' in html
    assert "<h1>A</h1>" in html
    assert '<section class="kit-cell" id="c1" data-cell="code"' in html
    assert 'class="kit-aims"' in html


def test_the_call_is_that_of_the_last_line(tmp_path: Path) -> None:
    source = (
        'from kit import open_lesson\n\nlesson = open_lesson("x", language="en")\nlesson.aims()'
    )
    assert 'class="kit-aims"' in shown(tmp_path, source)


def test_a_quiz_leaves_a_place_and_what_it_asks(tmp_path: Path) -> None:
    lesson = make_lesson()
    assert 'data-quiz="parties"' in shown(tmp_path, 'lesson.quiz("parties")', lesson)
    quiz = lesson.data["quizzes"]["parties"]
    assert quiz["plan"]["id"] == "announcement/parties"
    assert quiz["questions"]


def test_places_that_other_scripts_fill(tmp_path: Path) -> None:
    assert 'data-kit-review=""' in shown(tmp_path, "lesson.review()")
    html = shown(tmp_path, 'lesson.assessment(form="B", minutes=20)')
    assert 'data-kit-assessment="B" data-minutes="20"' in html
    assert 'data-kit-figure="review"' in shown(tmp_path, 'lesson.figure("review")')


def test_a_figure_is_drawn_and_told(tmp_path: Path) -> None:
    lesson = make_lesson()
    html = shown(tmp_path, 'lesson.figure("who-did-what")', lesson)
    assert 'data-drawing="who-did-what"' in html
    assert "<figcaption>" in html
    assert lesson.data["drawings"]["who-did-what"].startswith("<svg")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1 + 1",
        "lesson.quiz(",
        'lesson.quiz("nowhere")',
        'lesson.explore("nowhere")',
        'lesson.figure("nowhere")',
        "lesson.nowhere()",
        "lesson._page('<b>')",
        "lesson.look_back()",
        "lesson.aims(1)",
        "lesson.quiz(open('x'))",
    ],
)
def test_what_a_page_cannot_show_is_named_with_its_cell(tmp_path: Path, source: str) -> None:
    with pytest.raises(ContentError, match=r"01-announcement\.ipynb: c0"):
        shown(tmp_path, source)
