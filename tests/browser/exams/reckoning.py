"""Values for both sides of the assessment: Python, and the modules of the pages."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from typing import Any

import msgspec

from kit.assessment.form import FormBank, read_form
from kit.content.library import open_library
from kit.content.questions import AnyQuestion
from kit.quiz.view import view_question

LIBRARY = open_library()
SEEDS = [f"{number:016x}" for number in range(20)]
IMPORT_KINDS = """const names = [...new Set(Object.values(values.views).map((view) => view.kind))];
  const loaded = await Promise.all(names.map((name) => import(`/widgets/kinds/${name}.js`)));
  const kinds = Object.fromEntries(names.map((name, i) => [name, loaded[i].default]));"""


@cache
def bank_of(form: Any) -> FormBank:
    return read_form(LIBRARY, form)


def views_of(form: str, language: str = "en") -> dict[str, Any]:
    return {slug: view_question(one, language) for slug, one in bank_of(form).questions.items()}


def to_json(value: Any) -> Any:
    return json.loads(msgspec.json.encode(value))


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
