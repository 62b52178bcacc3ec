"""A question as the browser gets it: no key in it, and answers that find their way back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.assessment.paper import Paper
from kit.content.library import open_library
from kit.quiz.grading import AnswerError, grade
from kit.text import LANGUAGES
from tests.assessment.factories import FORMS, bank_of, right_answer
from tests.quiz.cases import CASES

QUESTIONS = [one for form in FORMS for one in bank_of(form).questions.values()]
EVERY = [open_library().question(slug) for slug in open_library().question_paths]
SECRET = {"ok", "is_true", "home", "hint", "version", "last"}
each = pytest.mark.parametrize("question", EVERY, ids=lambda one: one.id)


def keys_of(value):
    if isinstance(value, dict):
        yield from value
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            yield from keys_of(part)


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_does_not_carry_the_key(question, language):
    view = Paper(question, language, "seed").view
    assert not SECRET & set(keys_of(view))
    assert (view["why"], view["slips"], view["value"]) == ("", [], "")
    assert all(item["in"] == [] for item in view.get("items", []))


@each
def test_a_paper_tells_no_id_of_a_part_and_no_explanation(question):
    sent = json.dumps(Paper(question, "en", "seed").view, ensure_ascii=False)
    parts = {
        **getattr(question, "options", {}),
        **getattr(question, "pairs", {}),
        **getattr(question, "items", {}),
        **getattr(question, "phrases", {}),
    }
    for slug, part in parts.items():
        assert f'"id": "{slug}"' not in sent
        assert part.why.en not in sent


@each
def test_the_right_answer_survives_the_way_there_and_back(question):
    paper = Paper(question, "bg", "seed")
    answer = right_answer(question)
    assert paper.read(paper.show(answer)) == answer
    assert grade(question, answer).is_solved


@settings(deadline=None)
@given(seed=st.text(max_size=20), question=st.sampled_from(QUESTIONS))
def test_a_paper_looks_the_same_each_time(seed, question):
    assert Paper(question, "en", seed).view == Paper(question, "en", seed).view


@settings(deadline=None)
@given(seed=st.text(max_size=20))
def test_steps_never_stand_in_the_right_order_by_themselves(seed):
    question = open_library().question("order-three-years")
    paper = Paper(question, "en", seed)
    shown = [step["id"] for step in paper.view["steps"]]
    assert shown != paper.show([step.id for step in question.steps])


def test_the_place_of_the_key_depends_on_the_seed():
    question = open_library().question("members-148")
    assert len({str(Paper(question, "en", str(n)).show(["outdated"])) for n in range(30)}) == 4


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_answer_of_the_table_of_grades_survives(case):
    paper = Paper(case.question, "en", "seed")
    assert paper.read(paper.show(case.answer)) == case.answer


@pytest.mark.parametrize("answer", [["99"], [["1"]], {"99": "1"}, {"verdict": "true"}])
def test_an_answer_that_is_not_on_the_paper_is_refused(answer):
    question = open_library().question(
        "members-148" if isinstance(answer, list) else "not-an-award"
    )
    with pytest.raises(AnswerError):
        Paper(question, "en", "seed").read(answer)


@each
def test_the_order_is_that_of_the_parts_that_are_shown(question):
    paper = Paper(question, "en", "seed")
    for part, slugs in paper.order.items():
        assert len(slugs) == len(paper.view[part])
        assert len(set(slugs)) == len(slugs)
    if "options" in paper.order and "items" not in paper.order:
        shown = [one["id"] for one in paper.view["options"]]
        if question.__struct_config__.tag in {"single", "several", "mark"}:
            assert paper.read(shown) == paper.order["options"]
