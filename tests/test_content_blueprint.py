"""The check of the assessment: a bank that fills its blueprint, and keeps its questions for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import LESSON, TREE, changed, find_faults, make_text, question_table

BLUEPRINT = {
    **TREE["assessment.toml"],
    "lessons": {"announcement": {"who-did-what": {"understand": 1}}},
}


def formed(form: str, stem: str) -> dict:
    """Return a question of a form, told apart by its stem."""
    return question_table(
        "single", form=form, stem=make_text(f"Which {stem} office?", f"Коя {stem} служба?"[:40])
    )


FORMS = {
    "questions/announcement/of-a.toml": formed("A", "open"),
    "questions/announcement/of-b.toml": formed("B", "other"),
}


def faults(folder: Path, **files) -> list[tuple[str, str, str]]:
    return [
        one
        for one in find_faults(folder, {"assessment.toml": BLUEPRINT, **FORMS, **files})
        if "stem." not in one[1] or "the text of" in one[2]
    ]


def test_a_bank_that_fills_its_blueprint_has_no_fault(tmp_path):
    assert faults(tmp_path) == []


def test_a_bank_that_is_too_small_is_a_fault_for_each_form(tmp_path):
    greedy = changed(BLUEPRINT, {"lessons.announcement.who-did-what.understand": 2})
    found = faults(tmp_path, **{"assessment.toml": greedy})
    key = "lessons.announcement.who-did-what.understand"
    assert found == [
        ("assessment.toml", key, "1 such questions in form A"),
        ("assessment.toml", key, "1 such questions in form B"),
    ]


@pytest.mark.parametrize(
    ("lessons", "key"),
    [
        ({"nothing": {"who-did-what": {}}}, "lessons.nothing"),
        ({"announcement": {"nothing": {}}}, "lessons.announcement.nothing"),
    ],
)
def test_a_lesson_or_objective_that_is_not_there_is_a_fault(tmp_path, lessons, key):
    found = faults(tmp_path, **{"assessment.toml": {**BLUEPRINT, "lessons": lessons}})
    assert key in {where for file, where, _ in found if file == "assessment.toml"}


def test_a_question_of_a_form_in_a_quiz_is_a_fault(tmp_path):
    lesson = changed(LESSON, {"quizzes.parties.questions": ["one", "two", "three", "of-a"]})
    found = faults(tmp_path, **{"lessons/announcement.toml": lesson})
    expected = "“of-a”, which form A of the assessment draws"
    assert ("lessons/announcement.toml", "quizzes.parties.questions[3]", expected) in found


def test_a_question_that_can_never_be_drawn_is_a_fault(tmp_path):
    file = "questions/announcement/of-a.toml"
    found = faults(tmp_path, **{file: {**FORMS[file], "level": "judge"}})
    assert (file, "form", "form A, which draws no “judge” of “who-did-what”") in found


def test_forms_that_share_a_question_are_a_fault(tmp_path):
    file = "questions/announcement/of-b.toml"
    twin = formed("A", "open")["stem"]
    found = faults(tmp_path, **{file: {**FORMS[file], "stem": twin}})
    assert {key for name, key, _ in found if name == file} == {"stem.en", "stem.bg"}


@pytest.mark.parametrize(
    "change", [{"pass_percent": 0}, {"pass_percent": 101}, {"points.judge": 0}]
)
def test_rules_that_make_no_sense_are_faults(tmp_path, change):
    found = faults(tmp_path, **{"assessment.toml": changed(BLUEPRINT, change)})
    assert ("assessment.toml", next(iter(change))) in {(file, key) for file, key, _ in found}
