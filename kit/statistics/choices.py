"""How the options of a question are used: how often, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from kit.content.questions import AnyQuestion, Option
from kit.quiz.grading import AnswerError, grade
from kit.statistics.tries import Try

# Kelley's share: groups that differ most, and are large enough, for scores that are normal.
GROUP = 0.27


class Choice(NamedTuple):
    """Hold which options one learner chose, and the mean of that learner's other scores."""

    options: frozenset[str]
    rest: float | None


class OptionUse(Struct, frozen=True, kw_only=True):
    """Tell how one option is used.

    Parameters
    ----------
    chosen, share
        How many chose it, and their share of all who answered.
    strong, weak
        The share that chose it among the best and the weakest 27 % by their other answers;
        None where all did equally well.
    strong_learners
        How many of the best chose it.
    """

    option: str
    is_key: bool
    chosen: int
    share: float
    strong: float | None = None
    weak: float | None = None
    strong_learners: int = 0

    @property
    def is_unused(self) -> bool:
        """Whether it is a wrong option that nobody chose."""
        return not self.is_key and not self.chosen

    @property
    def draws_the_strong(self) -> bool:
        """Whether a wrong option draws more of the best than of the weakest, not just one."""
        if self.is_key or self.strong is None or self.weak is None:
            return False
        return self.strong > self.weak and self.strong_learners > 1


def read_choices(question: AnyQuestion, tries: Iterable[tuple[Try, float | None]]) -> list[Choice]:
    """Return what was chosen in each try; an answer that cannot be read is left out."""
    options, choices = options_of(question), []
    for each, rest in tries:
        try:
            parts = grade(question, each.answer).parts
        except AnswerError:
            continue
        choices.append(Choice(frozenset(parts) & options.keys(), rest))
    return choices


def options_of(question: AnyQuestion) -> Mapping[str, Option]:
    """Return the options of a question by slug; kinds without options have none."""
    options: Mapping[str, Option] = getattr(question, "options", {})
    return options


def measure_options(question: AnyQuestion, choices: Sequence[Choice]) -> tuple[OptionUse, ...]:
    """Return the use of each option, in the order of the file.

    References
    ----------
    Kelley, T. L. (1939). The selection of upper and lower groups for the validation of test
    items. Journal of Educational Psychology, 30(1), 17-24. Learners who did as well as the
    last of a group belong to it as well.
    """
    if not choices:
        return ()
    weak, strong = _groups(choices)
    return tuple(
        OptionUse(
            option=slug,
            is_key=option.correct,
            chosen=_count(slug, choices),
            share=_count(slug, choices) / len(choices),
            strong=_share(slug, strong),
            weak=_share(slug, weak),
            strong_learners=_count(slug, strong),
        )
        for slug, option in options_of(question).items()
    )


def _groups(choices: Sequence[Choice]) -> tuple[list[Choice], list[Choice]]:
    """Return the weakest and the best, or nobody where no line can be drawn."""
    rests = sorted(choice.rest for choice in choices if choice.rest is not None)
    size = ceil(GROUP * len(rests))
    if not rests or rests[size - 1] >= rests[-size]:
        return [], []
    low, high = rests[size - 1], rests[-size]
    known = [(choice.rest, choice) for choice in choices if choice.rest is not None]
    return [each for rest, each in known if rest <= low], [each for r, each in known if r >= high]


def _count(option: str, choices: Iterable[Choice]) -> int:
    return sum(option in choice.options for choice in choices)


def _share(option: str, choices: Sequence[Choice]) -> float | None:
    return _count(option, choices) / len(choices) if choices else None
