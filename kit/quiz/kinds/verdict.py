"""A verdict and the reason for it: true or false, or what audit evidence shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, get_args

from kit.content.questions import Decide, Finding, Option, TrueFalse
from kit.quiz.kind import AnswerError, Grade, View, grade, known, view_parts
from kit.quiz.kinds.choice import view_options

VERDICTS = ("true", "false")
FINDINGS: tuple[str, ...] = get_args(Finding)


@grade.register
def _(question: TrueFalse, answer: Any) -> Grade:
    """Grade as `grade_verdict` does; over true and false ones blindly worth at most 1 in 3."""
    right = {"true"} if question.is_true else {"false"}
    return grade_verdict(VERDICTS, right, question.options, answer)


@grade.register
def _(question: Decide, answer: Any) -> Grade:
    """Grade as `grade_verdict` does; over all findings blindly worth at most 2 in 15."""
    return grade_verdict(FINDINGS, {question.finding, *question.also}, question.options, answer)


def grade_verdict(
    verdicts: Collection[str], right: Collection[str], reasons: Mapping[str, Option], answer: Any
) -> Grade:
    """Grade verdict and reason: half for each, and the reason counts only behind a right verdict.

    With v verdicts, of which r are right, and n reasons, a blind answer is worth r/v (1/2 + 1/2n).
    """
    if not isinstance(answer, Mapping) or set(answer) != {"verdict", "reason"}:
        raise AnswerError(f"got {answer!r}, expected a verdict and a reason.")
    (verdict,) = known([answer["verdict"]], verdicts, at_most=1)
    (reason,) = known([answer["reason"]], reasons, at_most=1)
    is_right = verdict in right
    # No slug holds a colon, so a verdict is never mistaken for a reason.
    parts = {f":{verdict}": is_right, reason: reasons[reason].correct}
    return Grade(is_right * (0.5 + 0.5 * parts[reason]), parts)


@view_parts.register
def _(question: TrueFalse, language: str) -> View:
    return {"is_true": question.is_true, "options": view_options(question.options, language)}


@view_parts.register
def _(question: Decide, language: str) -> View:
    right = [question.finding, *question.also]
    return {
        "findings": list(FINDINGS),
        "in": right,
        "options": view_options(question.options, language),
    }
