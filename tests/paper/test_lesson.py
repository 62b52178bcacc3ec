"""A lesson on paper says what its notebook says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kit.content.faults import ContentError
from kit.content.library import open_library
from kit.paper.lesson import PaperLesson, read_calls
from kit.text import LANGUAGES

LIBRARY = open_library()
LESSONS = [slug for slug, one in LIBRARY.lessons.items() if one.quizzes]
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def lesson_of(slug: str, language: str) -> PaperLesson:
    return PaperLesson(slug, language=language, library=LIBRARY, seed="1", today=date(2026, 11, 28))


@EACH_LANGUAGE
@pytest.mark.parametrize("slug", LESSONS)
def test_every_quiz_of_a_lesson_is_an_exercise(slug: str, language: str) -> None:
    blocks = lesson_of(slug, language).blocks()
    exercises = [one for one in blocks if one["is"] == "exercise"]
    quizzes = LIBRARY.lesson(slug).quizzes.values()
    assert [one["title"] for one in exercises] == [one.title.pick(language) for one in quizzes]
    assert [len(one["questions"]) for one in exercises] == [len(one.questions) for one in quizzes]


def test_both_languages_have_the_same_exercises() -> None:
    for slug in LESSONS:
        shapes = [
            [(one["is"], one.get("number")) for one in lesson_of(slug, language).blocks()]
            for language in LANGUAGES
        ]
        assert shapes[0] == shapes[1]


def test_an_explorer_explains_its_first_picture_and_asks_for_the_second() -> None:
    blocks = lesson_of("three-year-cycle", "en").blocks()
    explored = [one for one in blocks if one["is"] == "exploration"]
    assert len(explored) == 4
    for one in explored:
        first, second = one["frames"]
        assert first["words"]
        assert not second["words"]
        assert second["picture"]["alt"] != first["picture"]["alt"]


def test_calls_are_read_and_never_run() -> None:
    source = 'from kit import open_lesson\n\nlesson = open_lesson("x")\nlesson.quiz("a")\nquit()'
    assert list(read_calls(source)) == [("quiz", ["a"])]


def test_a_lesson_without_a_notebook_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.paper.lesson.notebooks_folder", lambda: tmp_path)
    with pytest.raises(ContentError, match=r"05-editions\.ipynb"):
        lesson_of("editions", "bg").blocks()
