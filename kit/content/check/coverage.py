"""How many questions ask about each objective, and in which form of the assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

import msgspec

from kit.content.check.drafts import Draft
from kit.content.check.references import objectives_of
from kit.content.check.tree import Tree
from kit.content.faults import Fault
from kit.content.records import Form

FORMS: tuple[str, ...] = get_args(Form)
MIN_QUESTIONS = 3


class Coverage(msgspec.Struct, frozen=True):
    """Tell of one objective how many questions test it, in all and in each form."""

    file: str
    questions: int
    forms: dict[str, int]

    @property
    def is_thin(self) -> bool:
        """Whether fewer questions test it than are needed to tell luck from knowledge."""
        return self.questions < MIN_QUESTIONS

    @property
    def missing_forms(self) -> list[str]:
        """The forms that do not ask about it."""
        return [form for form, questions in self.forms.items() if not questions]

    @property
    def is_assessed(self) -> bool:
        """Whether any form asks about it."""
        return len(self.missing_forms) < len(FORMS)


def find_coverage(tree: Tree, drafts: Mapping[str, Draft]) -> dict[str, Coverage]:
    """Return the coverage of each objective of each lesson."""
    return {
        objective: _cover(file, [each for each in drafts.values() if each.objective == objective])
        for file, lesson in tree.under("lessons").items()
        for objective in objectives_of(lesson)
    }


def _cover(file: str, drafts: list[Draft]) -> Coverage:
    forms = {form: sum(draft.form == form for draft in drafts) for form in FORMS}
    return Coverage(file, len(drafts), forms)


def check_coverage(coverage: Mapping[str, Coverage]) -> Iterator[Fault]:
    """Yield a fault for each objective that an assessment asks about too thinly.

    Where no question has a form yet, the objective is work to be done and no fault.
    """
    for objective, found in coverage.items():
        if not found.is_assessed:
            continue
        if found.is_thin:
            counted = f"{found.questions} questions, some of them in a form of the assessment"
            yield Fault(found.file, f"objectives.{objective}", counted, f"{MIN_QUESTIONS} or more")
        for form in found.missing_forms:
            expected = "a question in each form, for the forms are parallel"
            yield Fault(found.file, f"objectives.{objective}", f"none in form {form}", expected)
