"""The questions of one form, and drawing from them by blueprint and seed."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct

from kit.content.blueprint import Blueprint, Cell
from kit.content.faults import ContentError, Fault
from kit.content.library import Library
from kit.content.questions import AnyQuestion
from kit.content.records import Form
from kit.quiz.version import content_version


class FormBank(Struct, frozen=True, kw_only=True):
    """Hold what one form may draw: its questions, and the cell of the blueprint of each."""

    form: Form
    blueprint: Blueprint
    questions: Mapping[str, AnyQuestion]
    cells: Mapping[str, Cell]

    @property
    def versions(self) -> dict[str, str]:
        """The content version of each question."""
        return {slug: content_version(one) for slug, one in self.questions.items()}

    @property
    def version(self) -> str:
        """A short hash of the blueprint and of every question: what asks and what is right."""
        held = msgspec.to_builtins((self.form, self.blueprint, self.versions))
        return sha256(msgspec.json.encode(held, order="deterministic")).hexdigest()[:12]

    def points(self, question: str) -> int:
        """Return what a question is worth."""
        points: int = getattr(self.blueprint.points, self.cells[question].level)
        return points


def read_form(library: Library, form: Form) -> FormBank:
    """Return the questions of a form.

    Raises
    ------
    ContentError
        If a question or the blueprint is at fault.
    """
    topics = {slug: path.parent.name for slug, path in library.question_paths.items()}
    read = {slug: library.question(slug) for slug in topics}
    questions = {slug: question for slug, question in read.items() if question.form == form}
    cells = {
        slug: Cell(topics[slug], question.objective, question.level)
        for slug, question in questions.items()
    }
    return FormBank(form=form, blueprint=library.blueprint, questions=questions, cells=cells)


def draw(bank: FormBank, seed: str) -> tuple[str, ...]:
    """Draw the questions of one attempt, mixed; the same seed draws the same ones anywhere.

    Raises
    ------
    ContentError
        If the bank is too small for its blueprint.
    """
    drawn: list[str] = []
    faults: list[Fault] = []
    for cell, count in bank.blueprint.cells():
        pool = [slug for slug, its in bank.cells.items() if its == cell]
        if len(pool) < count:
            key = f"lessons.{cell.lesson}.{cell.objective}.{cell.level}"
            found = f"{len(pool)} such questions in form {bank.form}"
            faults.append(Fault("assessment.toml", key, found, f"{count} or more"))
        drawn += sorted(pool, key=lambda slug: _lot(seed, slug))[:count]
    if faults:
        raise ContentError(faults)
    return tuple(sorted(drawn, key=lambda slug: _lot(f"{seed}/order", slug)))


def _lot(seed: str, name: str) -> str:
    # A hash rather than a generator: its order is the same in every version of Python.
    return sha256(f"{seed}/{name}".encode()).hexdigest()
