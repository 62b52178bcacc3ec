"""The kinds of question: each module holds the rules and views of one family of them."""

from kit.quiz.kinds import choice, order, places, typed, verdict

__all__ = ["choice", "order", "places", "typed", "verdict"]
