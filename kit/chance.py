"""What chance alone would do: the interval of a share, the tail of chi-square, quantiles of F."""

from __future__ import annotations

from math import erfc, exp, lgamma, log, log1p, sqrt

Interval = tuple[float, float]

Z_95 = 1.959964
_STEPS_OF_FRACTION = 10_000
_HALVINGS = 200
_CLOSE = 1e-15
_TINY = 1e-300


def wilson_interval(hits: float, trials: int) -> Interval:
    """Return the 95 % score interval of a share.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical
    inference. Journal of the American Statistical Association, 22(158), 209-212.
    """
    share, spread = hits / trials, Z_95**2 / trials
    centre = (share + spread / 2) / (1 + spread)
    half = Z_95 * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def chi_square_tail(value: float, degrees: int) -> float:
    """Return how likely chance is to bring a chi-square of `value` or more.

    References
    ----------
    Abramowitz, M., & Stegun, I. A. (1964). Handbook of mathematical functions, 26.4.4 and
    26.4.5: a finite sum for whole degrees of freedom.
    """
    half = value / 2
    tail, term_degrees = (erfc(sqrt(half)), 1) if degrees % 2 else (exp(-half), 2)
    for each in range(term_degrees, degrees, 2):
        tail += exp(each / 2 * log(half) - half - lgamma(each / 2 + 1)) if half else 0.0
    return min(1.0, tail)


def f_quantile(probability: float, above: int, below: int) -> float:
    """Return the value that F with these degrees of freedom stays under so often.

    Parameters
    ----------
    probability
        Greater than 0 and less than 1.
    above, below
        The degrees of freedom of numerator and denominator.

    References
    ----------
    Abramowitz, M., & Stegun, I. A. (1964). Handbook of mathematical functions, 26.6.2: the
    distribution of F by the incomplete beta function, which is inverted here by halving.
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        if high - low <= _CLOSE * high:
            break
        middle = (low + high) / 2
        if _beta_share(middle, above / 2, below / 2) < probability:
            low = middle
        else:
            high = middle
    return below * high / (above * max(1 - high, _TINY))


def _beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function."""
    if not 0 < x < 1:
        return float(x >= 1)
    scale = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return scale * _beta_fraction(x, a, b) / a
    return 1 - scale * _beta_fraction(1 - x, b, a) / b


def _beta_fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function, after Lentz.

    References
    ----------
    NIST Digital Library of Mathematical Functions, 8.17.22.
    """
    upper, lower = 1.0, 1 / (1 - (a + b) * x / (a + 1) or _TINY)
    value = lower
    for m in range(1, _STEPS_OF_FRACTION):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            upper, lower = 1 + step / upper or _TINY, 1 / (1 + step * lower or _TINY)
            value *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return value
