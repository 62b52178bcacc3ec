"""Quizzes without a screen: grading, the order of options, versions of a question."""
