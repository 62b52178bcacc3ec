"""Questions for review and the assessment, in files of their own that a page loads when needed."""

from __future__ import annotations

from typing import Any

from kit.assessment.form import read_form
from kit.content.library import Library
from kit.learner.catalogue import catalogue
from kit.quiz.view import view_question
from kit.site.exams import FORMS

Pools = dict[str, dict[str, Any]]


def gather_pools(library: Library, language: str) -> Pools:
    """Return questions by id, by the name of their pool: one of each lesson, one of each form.

    Raises
    ------
    ContentError
        If a question is at fault.
    """
    pools: Pools = {}
    for name, entry in catalogue(library).items():
        view = view_question(entry.question, language)
        pools.setdefault(f"review-{entry.lesson}", {})[name] = view
    for form in FORMS:
        pools[f"form-{form}"] = {
            slug: view_question(one, language)
            for slug, one in read_form(library, form).questions.items()
        }
    return pools
