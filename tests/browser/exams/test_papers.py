"""Papers in the browser: what is drawn, shown, read back and worth is Python's."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from random import Random

import pytest

from kit.assessment.form import draw
from kit.assessment.marking import score
from kit.assessment.paper import Paper
from kit.assessment.record import RecordRequest
from kit.content.interface import read_words
from kit.content.questions import Order
from kit.quiz.grading import AnswerError
from kit.quiz.view import view_question
from kit.reports import Reporter
from kit.site.exams import FORMS, gather_exam
from kit.text import LANGUAGES
from tests.assessment.factories import (
    right_answer,
)
from tests.browser.exams.reckoning import (
    IMPORT_KINDS,
    LIBRARY,
    SEEDS,
    bank_of,
    spoil,
    to_json,
    views_of,
)
from tests.browser.site_modules import Modules


@pytest.mark.parametrize("form", FORMS)
def test_a_seed_draws_the_same_questions_in_the_same_order(modules: Modules, form: str) -> None:
    body = "return values.seeds.map((seed) => drawQuestions(values.exam, values.form, seed));"
    values = {"seeds": SEEDS, "exam": gather_exam(LIBRARY, "en"), "form": form}
    found = modules.run("drawQuestions from form", body, values)
    assert [tuple(one) for one in found] == [draw(bank_of(form), seed) for seed in SEEDS]


def test_a_seed_is_as_python_makes_it_and_never_the_same(modules: Modules) -> None:
    found = modules.run("drawSeed from form", "return [1, 2, 3].map(drawSeed);")
    assert len(set(found)) == 3
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_is_the_same_and_reads_answers_back(
    modules: Modules, form: str, language: str
) -> None:
    bank = bank_of(form)
    answers = {slug: right_answer(one) for slug, one in bank.questions.items()}
    body = """return values.seeds.map((seed) => Object.entries(values.views).map(([slug, view]) => {
      const paper = makePaper(view, seed);
      const shown = paper.show(values.answers[slug]);
      return { slug, view: paper.view, shown, read: paper.read(shown) };
    }));"""
    values = {"seeds": SEEDS[:3], "views": views_of(form, language), "answers": answers}
    for seed, papers in zip(SEEDS, modules.run("makePaper from paper", body, values), strict=False):
        for found in papers:
            slug = found["slug"]
            paper = Paper(bank.questions[slug], language, seed)
            assert found["view"] == to_json(paper.view)
            assert found["shown"] == paper.show(answers[slug])
            assert found["read"] == answers[slug]


def unlucky_seed(question: Order) -> str:
    """Return a seed by whose lots the steps of a question would stand in the right order."""
    right = [step.id for step in question.steps]

    def lot(seed: str, step: str) -> str:
        return sha256(f"{seed}/{question.id}/steps/{step}".encode()).hexdigest()

    seeds = map(str, range(100_000))
    return next(one for one in seeds if sorted(right, key=partial(lot, one)) == right)


def test_steps_never_stand_in_the_right_order(modules: Modules) -> None:
    orders = [
        one for form in FORMS for one in bank_of(form).questions.values() if isinstance(one, Order)
    ]
    assert orders
    for question in orders[:3]:
        seed = unlucky_seed(question)
        values = {"view": view_question(question, "en"), "seed": seed}
        body = "return makePaper(values.view, values.seed).view;"
        found = modules.run("makePaper from paper", body, values)
        assert found == to_json(Paper(question, "en", seed).view)
        assert [one["text"] for one in found["steps"]] != [
            one["text"] for one in values["view"]["steps"]
        ]


def test_what_stands_on_no_paper_is_refused_on_both_sides(modules: Modules) -> None:
    bank = bank_of("A")
    slugs = [slug for slug, one in bank.questions.items() if hasattr(one, "options")][:5]
    body = """return Object.values(values).map((view) => {
      const paper = makePaper(view, "seed");
      try { return paper.read(["99"]); } catch (error) { return error.name; }
    });"""
    views = {slug: view_question(bank.questions[slug], "en") for slug in slugs}
    assert modules.run("makePaper from paper", body, views) == ["RangeError"] * 5
    with pytest.raises(AnswerError):
        Paper(bank.questions[slugs[0]], "en", "seed").read(["99"])


@pytest.mark.parametrize("form", FORMS)
def test_every_answer_is_worth_the_same_on_both_sides(modules: Modules, form: str) -> None:
    bank, random = bank_of(form), Random(form)
    answers = {
        slug: [right_answer(one), *(spoil(random, one, right_answer(one)) for _ in range(40))]
        for slug, one in bank.questions.items()
    }
    body = f"""{IMPORT_KINDS} return Object.fromEntries(Object.entries(values.answers).map(
      ([slug, all]) => [slug, all.map((one) => scoreOf(kinds, values.views[slug], one))]));"""
    values = {"views": views_of(form), "answers": answers}
    found = modules.run("scoreOf from marking", body, values)
    expected = {slug: [score(bank, slug, one) for one in all_] for slug, all_ in answers.items()}
    partial = {one for scores in expected.values() for one in scores} - {0.0, 1.0}
    assert partial
    for slug, scores in expected.items():
        assert found[slug] == pytest.approx(scores, abs=1e-12), (slug, answers[slug])


@pytest.mark.parametrize("name", ["  Мария\t\n Тодорова ", "A\u200bB\u0007", "<b>&", "\u2028x"])
def test_a_name_is_tidied_alike(modules: Modules, name: str) -> None:
    found = modules.run("tidyName from record", "return tidyName(values);", name)
    assert found == RecordRequest(name=name, language="en").name


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_are_written_alike(modules: Modules, language: str) -> None:
    values = [n / 8 for n in range(40)] + [n / 3 for n in range(40)] + [0.005, 1.005, 12, 0.1 + 0.2]
    words = read_words("assessment", language) | read_words("record", language)
    body = "return values.list.map((one) => writePoints(one, values.words));"
    found = modules.run("writePoints from report", body, {"list": values, "words": words})
    reporter = Reporter(bank_of("A"), LIBRARY.lessons, words, language)
    assert found == [reporter.number(one) for one in values]
