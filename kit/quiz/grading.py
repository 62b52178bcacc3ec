"""Grading an answer: values in, a grade out; `widgets/kinds` holds the same rules."""

from kit.quiz import kinds
from kit.quiz.kind import AnswerError, Grade, grade

# Importing the kinds registers their rules.
__all__ = ["AnswerError", "Grade", "grade", "kinds"]
