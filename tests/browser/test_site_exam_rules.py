"""The assessment reckoned in the browser: what it draws, shows, marks and tells is Python's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import cache, partial
from hashlib import sha256
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from kit.assessment.attempt import Claim, Plan, read_attempts
from kit.assessment.form import FormBank, draw, read_form
from kit.assessment.marking import mark, score
from kit.assessment.paper import Paper
from kit.assessment.record import RecordRequest
from kit.assessment.sitting import Outcome
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.content.questions import AnyQuestion, Order
from kit.learner.events import Event
from kit.quiz.grading import AnswerError
from kit.quiz.view import view_question
from kit.reports import Reporter
from kit.site.exams import FORMS, gather_exam
from kit.text import LANGUAGES
from tests.assessment.factories import (
    START,
    Clock,
    answer_all,
    begun,
    event_id,
    make_sitting,
    right_answer,
)
from tests.browser.site_modules import Modules, open_modules

LIBRARY = open_library()
SEEDS = [f"{number:016x}" for number in range(20)]
IMPORT_KINDS = """const names = [...new Set(Object.values(values.views).map((view) => view.kind))];
  const loaded = await Promise.all(names.map((name) => import(`/widgets/kinds/${name}.js`)));
  const kinds = Object.fromEntries(names.map((name, i) => [name, loaded[i].default]));"""


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with open_modules(browser) as opened:
        yield opened


@cache
def bank_of(form: Any) -> FormBank:
    return read_form(LIBRARY, form)


def views_of(form: str, language: str = "en") -> dict[str, Any]:
    return {slug: view_question(one, language) for slug, one in bank_of(form).questions.items()}


def to_json(value: Any) -> Any:
    return json.loads(msgspec.json.encode(value))


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


def spoil(random: Random, question: AnyQuestion, answer: Any) -> Any:
    """Return an answer that may be right, partly right, unfinished, or of no form at all."""
    if random.random() < 0.15:
        return random.choice([None, [], {}, "", "soon", 7, ["x"], {"x": "y"}, [["x"]], True])
    if isinstance(answer, str):
        return random.choice([answer, f"{answer} ", "12,5", "31.12.2015", "1 000", "x"])
    if isinstance(answer, list):
        every = [*getattr(question, "options", {}), *getattr(question, "phrases", {}), *answer]
        return random.sample(every, random.randint(0, len(every)))
    if "verdict" in answer:
        reason = random.choice([*question.options, None, "x"])
        verdicts = ["true", "false", "conformity", "minor", None, answer["verdict"]]
        return {"verdict": random.choice(verdicts), "reason": reason}
    places = [*answer.values(), "x"] if random.random() < 0.1 else [*answer.values()]
    kept = random.sample([*answer], random.randint(0, len(answer)))
    return {one: answer[one] if random.random() < 0.7 else random.choice(places) for one in kept}


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


def take(path: Path, form: Any, seed: int, **changes: Any) -> list[Event]:
    """Take an attempt in Python, some answers right and some not, and return its events."""
    random, clock = Random(seed), Clock()
    sitting = make_sitting(path, clock, bank=bank_of(form), rng=Random(seed), **changes)
    attempt = begun(sitting)
    assert attempt.plan
    right = random.random()
    for number, slug in enumerate(attempt.plan.questions):
        clock.move(seconds=30)
        question = sitting.bank.questions[slug]
        answer = right_answer(question)
        given = answer if random.random() < right else spoil(random, question, answer)
        sitting.choose(attempt, event_id(100 + number), slug, given)
    sitting.hand_in(sitting.attempts()[-1], event_id(999))
    events = sitting._store.events()
    sitting._store.close()
    return events


def texts(modules: Modules, html: str) -> str:
    """Return the words of a piece of HTML, as a browser shows them."""
    body = """const text = new DOMParser().parseFromString(values, "text/html").body;
      text.querySelectorAll("figure").forEach((one) => one.remove());
      const parts = text.querySelectorAll("p, h3, h4, li, th, td");
      return [...parts].map((one) => one.textContent).join("|");"""
    return modules.run("readMoment from moments", body, html)


READ_CAPTION = """const text = new DOMParser().parseFromString(values, "text/html");
  return text.querySelector("figcaption").textContent.slice(0, -1);"""
TAKE_OVER = f"""{IMPORT_KINDS}
  const append = (events) => values.events.push(...events) && events.map(({{ id }}) => id);
  const log = {{ events: () => values.events, append, notice: "" }};
  const now = () => readMoment(values.now);
  const sitting = makeSitting({{ ...values, log, kinds, now }});
  const reporter = makeReporter(values.exam, values.form);
  const attempt = sitting.current();
  const outcome = sitting.outcome(attempt);"""
NEEDS = "makeSitting from sitting; makeReporter from report; readMoment from moments"


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_python_marked_is_marked_and_told_the_same_in_the_browser(
    modules: Modules, tmp_path: Path, language: str, seed: int
) -> None:
    form = FORMS[seed % 2]
    bank = bank_of(form)
    events = take(tmp_path / "progress.sqlite", form, seed, language=language)
    attempts = read_attempts(events, form)
    marks = mark(bank, attempts[0].plan.questions, attempts[0].answers)
    body = f"""{TAKE_OVER}
      const {{ marks, trouble }} = outcome;
      return {{
        trouble, total: marks.total, passed: marks.isPassed, short: marks.short,
        objectives: [...marks.objectives], levels: [...marks.levels],
        report: reporter.report(outcome, sitting.attempts()),
      }};"""
    values = {
        "events": to_json(events),
        "exam": gather_exam(LIBRARY, language),
        "form": form,
        "views": views_of(form, language),
        "minutes": None,
        "language": language,
        "now": (START + timedelta(days=1)).isoformat(),
    }
    found = modules.run(NEEDS, body, values)
    assert found["trouble"] == ""
    assert found["total"] == {
        "points": pytest.approx(marks.total.points),
        "most": marks.total.most,
    }
    assert (found["passed"], found["short"]) == (marks.is_passed, list(marks.short))
    assert [key for key, _ in found["objectives"]] == ["/".join(key) for key in marks.objectives]
    assert [key for key, _ in found["levels"]] == list(marks.levels)
    words = read_words("assessment", language) | read_words("record", language)
    reporter = Reporter(bank, LIBRARY.lessons, words, language)
    outcome = Outcome(attempt=attempts[0], marks=marks)
    report = reporter.report(outcome, attempts)
    finding = report.partition("<figcaption>")[2].partition("</figcaption>")[0]
    told = modules.run("readMoment from moments", READ_CAPTION, found["report"])
    assert unescape(finding).startswith(told)
    assert told.count(". ") >= 1
    assert texts(modules, found["report"]) == texts(modules, report)


def test_attempts_are_folded_alike_whatever_is_broken_in_them(
    modules: Modules, tmp_path: Path
) -> None:
    whole = take(tmp_path / "progress.sqlite", "A", 3, minutes=10)
    logs = [whole, *(break_log(Random(seed), whole) for seed in range(60))]
    body = """return values.logs.map((log) => readAttempts(log, "A").map(
      ({ id, plan, begun, latest, deadline, handedIn, claim, answers }) => ({
        id, hasPlan: Boolean(plan), begun: writeMoment(begun), latest: writeMoment(latest),
        isTimed: deadline !== null, isOver: handedIn !== null, hasClaim: Boolean(claim), answers,
      })));"""
    values = {"logs": [to_json(log) for log in logs]}
    found = modules.run("readAttempts from attempts; writeMoment from moments", body, values)
    assert len({json.dumps(one) for one in found}) > 30
    for seen, log in zip(found, logs, strict=True):
        assert seen == [tell(one) for one in read_attempts(log, "A")]


@pytest.mark.parametrize(("late", "counts"), [(-1, True), (4, True), (6, False)])
def test_an_answer_of_the_last_second_may_come_a_little_late(
    modules: Modules, tmp_path: Path, late: int, *, counts: bool
) -> None:
    clock = Clock()
    sitting = make_sitting(tmp_path / "progress.sqlite", clock, minutes=1)
    attempt = begun(sitting)
    slug = next(iter(attempt.plan.questions))
    clock.move(seconds=60 + late)
    sitting.choose(attempt, event_id(2), slug, ["x"])
    events = sitting._store.events()
    sitting._store.close()
    body = "return readAttempts(values, 'A')[0].answers;"
    found = modules.run("readAttempts from attempts", body, to_json(events))
    assert found == read_attempts(events, "A")[0].answers == ({slug: ["x"]} if counts else {})


def tell(attempt: Any) -> dict[str, Any]:
    def write(moment: Any) -> str:
        return f"{moment:%Y-%m-%dT%H:%M:%S.%f}Z"

    return {
        "id": attempt.id,
        "hasPlan": attempt.plan is not None,
        "begun": write(attempt.begun),
        "latest": write(attempt.latest),
        "isTimed": attempt.deadline is not None,
        "isOver": attempt.handed_in is not None,
        "hasClaim": attempt.claim is not None,
        "answers": to_json(attempt.answers),
    }


def break_log(random: Random, events: list[Event]) -> list[Event]:
    """Leave out, repeat and spoil some events, and give some another order."""
    kept = [event for event in events if random.random() < 0.9]
    spoilt = [spoil_event(random, event) if random.random() < 0.2 else event for event in kept]
    spoilt += random.sample(spoilt, min(3, len(spoilt)))
    if random.random() < 0.3:
        random.shuffle(spoilt)
    return spoilt


def spoil_event(random: Random, event: Event) -> Event:
    answers = [None, 1, "x", [], {}, {"form": "A"}, {"reason": "time", "points": -1}]
    if isinstance(event.answer, dict):
        answers += [event.answer | {"more": 1}, event.answer | {"points": True, "minutes": 0}]
        answers += [event.answer | {"minutes": 30}, event.answer | {"seed": ""}]
    changes = random.choice(
        [
            {"answer": random.choice(answers)},
            {"version": "other"},
            {"at": event.at + timedelta(minutes=9)},
        ]
    )
    return replace(event, **changes)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Plan, {"form": "A", "seed": "s", "bank": "b", "questions": {"q": "v"}}),
        (Plan, {"form": "A", "seed": "s", "bank": "b", "questions": {}}),
        (Plan, {"form": "A", "seed": "s" * 81, "bank": "b", "questions": {"q": "v"}}),
        (Plan, {"form": "A", "seed": "s", "bank": "b", "questions": {"q": "v"}, "minutes": 601}),
        (Plan, {"form": "A", "seed": "s", "bank": "b", "questions": {"q": ""}}),
        (Plan, {"form": "C", "seed": "s", "bank": "b", "questions": {"q": "v"}}),
        (Plan, {"form": "A", "seed": "s", "bank": "b", "questions": {"q": "v"}, "x": 1}),
        (Claim, {"reason": "time", "points": 3, "most": 4, "is_passed": True}),
        (Claim, {"reason": "time", "points": 3.5, "most": 4.5, "is_passed": True}),
        (Claim, {"reason": "late", "points": 3, "most": 4, "is_passed": True}),
        (Claim, {"reason": "time", "points": 3, "most": 4, "is_passed": 1}),
        (Claim, {"reason": "time", "points": 3, "most": 4}),
    ],
)
def test_a_start_and_an_end_are_read_or_refused_alike(
    modules: Modules, kind: type[Any], value: dict[str, Any]
) -> None:
    read = "readPlan(values, 'A')" if kind is Plan else "readClaim(values)"
    found = modules.run("readPlan, readClaim from attempts", f"return {read} !== null;", value)
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        assert not found
    else:
        assert found


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


def test_what_the_browser_hands_in_python_finds_equal(modules: Modules, tmp_path: Path) -> None:
    path, clock = tmp_path / "progress.sqlite", Clock()
    sitting = make_sitting(path, clock, bank=bank_of("B"))
    begun(sitting)
    answer_all(sitting)
    body = f"""{TAKE_OVER.rsplit("const outcome", 1)[0]}
      sitting.handIn(attempt, "browser-hand-in-1");
      return values.events;"""
    values = {
        "events": to_json(sitting._store.events()),
        "exam": gather_exam(LIBRARY, "en"),
        "form": "B",
        "views": views_of("B"),
        "minutes": None,
        "language": "en",
        "now": (START + timedelta(hours=1)).isoformat(),
    }
    found = modules.run(NEEDS, body, values)
    sitting._store.append(msgspec.convert(found, list[Event]))
    outcome = sitting.outcome(sitting.current())
    assert outcome.trouble == ""
    assert outcome.marks.is_passed
    checks = [event for event in sitting._store.events() if event.kind == "check"]
    assert len(checks) == bank_of("B").blueprint.questions
    assert all(event.score == 1 for event in checks)
