"""A small site made of any questions, in one lesson, without explorers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from kit.content.library import Library
from kit.content.questions import AnyQuestion
from kit.content.records import Lesson, QuizPlan
from kit.site.build import build_site
from kit.site.writing import write_site
from kit.text import LANGUAGES, Text
from tests.factories import Table, make_tree

TODAY = date(2026, 11, 28)
CALLS = ("aims", "facts", "certificate_parts", "mistakes", "terms", "notes", "reading", "course")


class SampleLibrary(Library):
    """Read a data folder, but ask these questions in one quiz of its one lesson."""

    def __init__(self, folder: Path, questions: Sequence[AnyQuestion]) -> None:
        super().__init__(folder)
        named = [replace(one, id=f"q{n}") for n, one in enumerate(questions)]
        self.asked = {one.id: one for one in named}

    @property
    def question_paths(self) -> dict[str, Path]:
        home = self.folder / "questions" / "announcement"
        return {slug: home / f"{slug}.toml" for slug in self.asked}

    def question(self, question_id: str) -> AnyQuestion:
        return self.asked[question_id]

    def lesson(self, lesson_id: str) -> Lesson:
        lesson = super().lesson(lesson_id)
        plan = QuizPlan(questions=tuple(self.asked), title=Text("All kinds", "Всички видове"))
        return replace(lesson, quizzes={"all": replace(plan, keep_order=True)})


def write_notebooks(folder: Path, prose: str) -> Path:
    """Write the notebook of the lesson in every language; return the folder of all."""
    sources = [("markdown", prose), ("code", 'lesson.quiz("all")')]
    sources += [("code", f"lesson.{call}()") for call in CALLS]
    cells = [
        {"cell_type": kind, "id": f"cell-{n}", "source": source}
        for n, (kind, source) in enumerate(sources)
    ]
    for language in LANGUAGES:
        path = folder / language / "01-announcement.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return folder


def write_sample(
    folder: Path,
    questions: Sequence[AnyQuestion],
    *,
    prose: str = "# Sample",
    changes: Mapping[str, Table | str | bytes | None] | None = None,
) -> tuple[Path, SampleLibrary]:
    """Write the site of a sample; return its folder and what it was made from."""
    library = SampleLibrary(make_tree(folder / "data", changes), questions)
    files = build_site(library, write_notebooks(folder / "notebooks", prose), TODAY)
    write_site(folder / "site", files)
    return folder / "site", library
