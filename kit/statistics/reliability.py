"""Several questions as one test: how far its score can be relied on."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, fsum, sqrt
from statistics import fmean

from msgspec import Struct

from kit.chance import Interval, f_quantile

Rows = Sequence[Sequence[float]]

_ALIKE = 1e-12


class Reliability(Struct, frozen=True, kw_only=True):
    """Describe a test by the scores of those who answered all of it.

    Parameters
    ----------
    alpha
        Cronbach's alpha, which is KR-20 where each score is 0 or 1 (`is_all_or_nothing`).
    interval
        Its 95 % interval after Feldt.
    mean, deviation, error
        Mean, standard deviation and standard error of measurement of the score, as shares of
        what the test can give.
    """

    learners: int
    questions: int
    is_all_or_nothing: bool
    alpha: float
    interval: Interval
    mean: float
    deviation: float
    error: float

    def questions_for(self, alpha: float) -> int | None:
        """Return how many questions like these would reach `alpha`, or None if none would.

        References
        ----------
        Spearman, C. (1910), and Brown, W. (1910). British Journal of Psychology, 3(3),
        271-295 and 296-322.
        """
        if not 0 < self.alpha < 1:
            return None
        times = alpha * (1 - self.alpha) / (self.alpha * (1 - alpha))
        return ceil(round(self.questions * times, 6))


def measure_test(rows: Rows) -> Reliability | None:
    """Return the reliability of a test, or None if there is nothing to reckon with.

    That needs two learners and two questions at least, and totals that differ.

    Parameters
    ----------
    rows
        The scores of a learner each, question by question, from 0 to 1.
    """
    alpha = find_alpha(rows)
    if alpha is None:
        return None
    questions, totals = len(rows[0]), [fsum(row) for row in rows]
    deviation = sqrt(_variance(totals))
    return Reliability(
        learners=len(rows),
        questions=questions,
        is_all_or_nothing=all(score in {0, 1} for row in rows for score in row),
        alpha=alpha,
        interval=find_interval(alpha, len(rows), questions),
        mean=fmean(totals) / questions,
        deviation=deviation / questions,
        error=deviation * sqrt(1 - max(0.0, alpha)) / questions,
    )


def find_alpha(rows: Rows) -> float | None:
    """Return Cronbach's alpha of a full table, or None where it is not defined.

    References
    ----------
    Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests.
    Psychometrika, 16(3), 297-334. Kuder, G. F., & Richardson, M. W. (1937). The theory of the
    estimation of test reliability. Psychometrika, 2(3), 151-160: formula 20, the same for
    scores of 0 and 1.
    """
    questions = len(rows[0]) if rows else 0
    if len(rows) < 2 or questions < 2:  # noqa: PLR2004 -- what varies takes two
        return None
    whole = _variance([fsum(row) for row in rows])
    parts = fsum(_variance(column) for column in zip(*rows, strict=True))
    if whole <= _ALIKE * max(1.0, parts):
        return None
    return min(1.0, questions / (questions - 1) * (1 - parts / whole))


def find_interval(alpha: float, learners: int, questions: int) -> Interval:
    """Return the 95 % interval of an alpha.

    References
    ----------
    Feldt, L. S., Woodruff, D. J., & Salih, F. A. (1987). Statistical inference for
    coefficient alpha. Applied Psychological Measurement, 11(1), 93-103: formulas 6 and 7.
    """
    above, below = learners - 1, (learners - 1) * (questions - 1)
    low, high = (1 - (1 - alpha) * f_quantile(p, above, below) for p in (0.975, 0.025))
    return low, high


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
