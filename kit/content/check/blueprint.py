"""Rules about the assessment: the bank fills its blueprint, and keeps its questions for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import PurePosixPath
from typing import Any, get_args

import msgspec

from kit.content.blueprint import Blueprint, Cell
from kit.content.check.drafts import Draft, topic_of
from kit.content.check.references import objectives_of
from kit.content.check.tree import Tree
from kit.content.check.walk import find_references
from kit.content.faults import Fault
from kit.content.records import Form
from kit.content.shape import fits
from kit.text import LANGUAGES

FILE = "assessment.toml"
FORMS: tuple[str, ...] = get_args(Form)


def check_blueprint(tree: Tree, drafts: Mapping[str, Draft]) -> Iterator[Fault]:
    """Yield a fault for each form that cannot be drawn, or that lessons give away."""
    formed = {name: draft for name, draft in drafts.items() if draft.form in FORMS}
    yield from _given_away(tree, formed)
    yield from _shared(formed)
    table = tree.tables.get(FILE)
    if fits(table, Blueprint):
        blueprint = msgspec.convert(table, Blueprint)
        yield from _lost(tree, blueprint)
        yield from _too_few(blueprint, formed)
        yield from _never_drawn(blueprint, formed)


def _cell_of(name: str, draft: Draft) -> tuple[str, str, str]:
    return topic_of(name), draft.objective, draft.level


def _key(cell: Cell) -> str:
    return f"lessons.{cell.lesson}.{cell.objective}.{cell.level}"


def _lost(tree: Tree, blueprint: Blueprint) -> Iterator[Fault]:
    """Yield a fault for each lesson or objective that is not there."""
    for lesson, objectives in blueprint.lessons.items():
        file = f"lessons/{lesson}.toml"
        if file not in tree.tables:
            yield Fault(FILE, f"lessons.{lesson}", f"“{lesson}”", "the id of a lesson")
            continue
        for objective in objectives.keys() - objectives_of(tree.tables[file]):
            key = f"lessons.{lesson}.{objective}"
            yield Fault(FILE, key, f"“{objective}”", f"an objective of {file}")


def _too_few(blueprint: Blueprint, formed: Mapping[str, Draft]) -> Iterator[Fault]:
    there = Counter((draft.form, *_cell_of(name, draft)) for name, draft in formed.items())
    for (cell, count), form in product(blueprint.cells(), FORMS):
        if (found := there[form, *cell]) < count:
            expected = f'{count} or more; write a question with form = "{form}"'
            yield Fault(FILE, _key(cell), f"{found} such questions in form {form}", expected)


def _never_drawn(blueprint: Blueprint, formed: Mapping[str, Draft]) -> Iterator[Fault]:
    drawn = {tuple(cell) for cell, _ in blueprint.cells()}
    for name, draft in formed.items():
        if _cell_of(name, draft) not in drawn:
            found = f"form {draft.form}, which draws no “{draft.level}” of “{draft.objective}”"
            yield Fault(name, "form", found, f"no form, or a number for it in {FILE}")


def _given_away(tree: Tree, formed: Mapping[str, Draft]) -> Iterator[Fault]:
    """Yield a fault for each question of a form that a lesson shows with its answer."""
    forms = {PurePosixPath(name).stem: draft.form for name, draft in formed.items()}
    for file, lesson in tree.under("lessons").items():
        for reference in find_references(_quizzes(lesson), frozenset({"questions"}), "quizzes"):
            if form := forms.get(reference.target):
                found = f"“{reference.target}”, which form {form} of the assessment draws"
                expected = "a question without a form, for a quiz shows the answer"
                yield Fault(file, reference.key, found, expected)


def _quizzes(lesson: dict[str, Any]) -> Any:
    return lesson.get("quizzes", {})


def _shared(formed: Mapping[str, Draft]) -> Iterator[Fault]:
    """Yield a fault for each question that stands in both forms under two ids."""
    for language in LANGUAGES:
        first: dict[str, str] = {}
        for name, draft in formed.items():
            stem = draft.stem.pick(language).casefold().strip()
            twin = first.setdefault(stem, name) if stem else name
            if formed[twin].form != draft.form:
                found = f"the text of {twin}, which is in form {formed[twin].form}"
                yield Fault(name, f"stem.{language}", found, "forms that share no question")
