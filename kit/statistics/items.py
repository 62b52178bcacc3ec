"""One question among others: how many solve it, and whether it tells learners apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from statistics import StatisticsError, correlation, fmean

from msgspec import Struct

from kit.chance import Interval, wilson_interval

# Two points always lie on a line.
MIN_FOR_CORRELATION = 3
_DIGITS = 12

# The scores of one learner by question; what was not tried is missing.
Scores = Mapping[str, float]


class ItemFigures(Struct, frozen=True, kw_only=True):
    """Describe one question by the scores of those who tried it.

    Parameters
    ----------
    learners
        How many tried it.
    facility
        Their mean score, which is the share of those who solved it where all or nothing counts.
    interval
        Its 95 % interval; with partial credit somewhat wider than need be.
    discrimination
        The corrected point-biserial correlation: of this score with the mean of the learner's
        other scores. None if either is the same for everybody, or fewer than three tried.
    """

    learners: int
    facility: float | None = None
    interval: Interval | None = None
    discrimination: float | None = None


def measure_item(question: str, learners: Iterable[Scores]) -> ItemFigures:
    """Return the figures of one question.

    References
    ----------
    Henrysson, S. (1963). Correction of item-total correlations in item analysis.
    Psychometrika, 28(2), 211-218.
    """
    tried = [scores for scores in learners if question in scores]
    if not tried:
        return ItemFigures(learners=0)
    own = [scores[question] for scores in tried]
    return ItemFigures(
        learners=len(tried),
        facility=fmean(own),
        interval=wilson_interval(fsum(own), len(own)),
        discrimination=_discriminate(question, tried),
    )


def rest_score(question: str, scores: Scores) -> float | None:
    """Return a learner's mean score in all other questions, or None if there is no other."""
    others = len(scores) - (question in scores)
    if not others:
        return None
    total = fsum(scores.values()) - scores.get(question, 0.0)
    # Equal rests stay equal, though their parts were added in another order.
    return round(total / others, _DIGITS)


def _discriminate(question: str, tried: Sequence[Scores]) -> float | None:
    rests = [(scores[question], rest_score(question, scores)) for scores in tried]
    pairs = [(own, rest) for own, rest in rests if rest is not None]
    if len(pairs) < MIN_FOR_CORRELATION:
        return None
    try:
        found = correlation([own for own, _ in pairs], [rest for _, rest in pairs])
    except StatisticsError:  # One of the two does not vary.
        return None
    return max(-1.0, min(1.0, found))
