"""Attempts in the browser: folded, marked and told as Python does."""

from __future__ import annotations

import json
from datetime import timedelta
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from kit.assessment.attempt import Claim, Plan, read_attempts
from kit.assessment.marking import mark
from kit.assessment.sitting import Outcome
from kit.content.interface import read_words
from kit.learner.events import Event
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
from tests.browser.exams.reckoning import (
    IMPORT_KINDS,
    LIBRARY,
    bank_of,
    spoil,
    to_json,
    views_of,
)
from tests.browser.site_modules import Modules


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
