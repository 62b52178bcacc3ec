"""What the pages of review and assessment get from Python: enough, in words of one language."""

from __future__ import annotations

import json

import pytest

from kit.assessment.form import read_form
from kit.content.library import open_library
from kit.learner.schedule import AIM, FSRS, MAX_GAP_DAYS
from kit.quiz.version import content_version
from kit.site.exams import FORMS, gather_exam
from kit.site.reviews import RULES, gather_review
from kit.text import LANGUAGES

LIBRARY = open_library()


def test_the_numbers_of_the_schedule_are_those_of_the_scheduler() -> None:
    assert tuple(RULES["parameters"]) == FSRS.parameters
    assert RULES["aim"] == FSRS.desired_retention == AIM
    assert RULES["max_gap_days"] == FSRS.maximum_interval == MAX_GAP_DAYS


@pytest.mark.parametrize("form", FORMS)
def test_an_exam_names_each_question_of_a_form_with_its_version_and_cell(form: str) -> None:
    bank = read_form(LIBRARY, form)
    given = gather_exam(LIBRARY, "en")["forms"][form]
    assert given["bank"] == bank.version
    assert given["questions"].keys() == bank.questions.keys()
    for slug, one in given["questions"].items():
        assert one["version"] == content_version(LIBRARY.question(slug))
        assert (one["lesson"], one["objective"], one["level"]) == bank.cells[slug]


def test_an_exam_draws_as_many_questions_as_the_blueprint_says() -> None:
    cells = gather_exam(LIBRARY, "en")["cells"]
    assert sum(count for *_, count in cells) == LIBRARY.blueprint.questions


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_aim_leads_to_the_cell_that_explains_it(language: str) -> None:
    lessons = gather_exam(LIBRARY, language)["lessons"]
    assert lessons.keys() == LIBRARY.blueprint.lessons.keys()
    for slug, one in lessons.items():
        record = LIBRARY.lessons[slug]
        assert one["aims"].keys() == record.objectives.keys()
        for aim, its in one["aims"].items():
            assert its["text"] == record.objectives[aim].pick(language)
            page = f"{record.number:02}-{slug}.html"
            assert its["href"].split("#") == [page, record.places.get(aim, "")]


def test_a_record_can_be_had_in_either_language() -> None:
    for language in LANGUAGES:
        exam = gather_exam(LIBRARY, language)
        assert [one for one, _ in exam["languages"]] == list(LANGUAGES) == list(exam["sheets"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_of_a_page_is_json_and_small(language: str) -> None:
    for gather in (gather_exam, gather_review):
        assert len(json.dumps(gather(LIBRARY, language), ensure_ascii=False).encode()) < 50_000


def test_review_knows_the_lesson_of_everything_it_may_ask() -> None:
    review = gather_review(LIBRARY, "en")
    assert {one["lesson"] for one in review["entries"].values()} <= review["lessons"].keys()
    assert {one["objective"] for one in review["entries"].values()} <= review["objectives"].keys()
