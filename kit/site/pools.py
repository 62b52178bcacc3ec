"""What review and the assessment need beside their pages, in files that load when needed."""

from __future__ import annotations

from typing import Any

from kit.assessment.form import read_form
from kit.content.library import Library
from kit.learner.catalogue import catalogue
from kit.quiz.view import view_question
from kit.site.exams import FORMS, gather_exam
from kit.site.reviews import gather_review

Values = dict[str, Any]


def gather_pools(library: Library, language: str) -> dict[str, Values]:
    """Return data by the name of its file.

    `review` and `exam` hold rules and words; a `review-LESSON` and a `form-FORM` hold questions by
    id, as the quiz gets them: with the key, for nobody but the page can mark.

    Raises
    ------
    ContentError
        If a question or the blueprint is at fault.
    """
    pools: dict[str, Values] = {
        "review": gather_review(library, language),
        "exam": gather_exam(library, language),
    }
    for name, entry in catalogue(library).items():
        pool = pools.setdefault(f"review-{entry.lesson}", {})
        pool[name] = view_question(entry.question, language)
    for form in FORMS:
        questions = read_form(library, form).questions
        pools[f"form-{form}"] = {
            slug: view_question(one, language) for slug, one in questions.items()
        }
    return pools
