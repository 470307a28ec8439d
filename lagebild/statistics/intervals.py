"""Confidence intervals: the range in which a value would vary by chance alone.

Full counts carry no sampling error; the interval describes the chance in what is counted (whether one family
more or less moves, falls ill, finds work), which matters wherever the numbers are small.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from scipy.special import gammaincinv, ndtri

from lagebild.statistics._numbers import above_zero, at_least_zero, finite

IntervalMethod = Literal["wilson", "poisson-exakt", "byar"]

# The level of the public figures: the one of Fingertips and of most official publications.
LEVEL = 0.95

# Byar's approximation is used from ten events on; below that the exact limits differ visibly from it
# (PHEindicatormethods, R/Rates.R: "if x < 10, exact method").
BYAR_FROM = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A two-sided confidence interval."""

    lower: float
    """Lower limit, in the unit of the figure."""
    upper: float
    """Upper limit, in the unit of the figure."""
    level: float
    """Confidence level as a share, 0.95 for 95 %."""
    method: IntervalMethod
    """How it was computed: `wilson`, `poisson-exakt` or `byar`."""


def proportion_interval(
    numerator: float, denominator: float, *, multiplier: float = 1.0, level: float = LEVEL
) -> Interval:
    """Wilson score interval of the proportion `numerator / denominator * multiplier` (100 for percent).

    It never leaves 0 to 1 and stays sensible at 0 of n and n of n, where the textbook interval has no width.

    Raises ValueError for a denominator that is not positive, a numerator outside 0 to denominator, or NaN.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
    American Statistical Association 22 (1927), 209-212; as in PHEindicatormethods, `phe_proportion`.
    """
    n = above_zero("denominator", denominator)
    x = at_least_zero("numerator", numerator)
    if x > n:
        raise ValueError(f"the numerator {numerator!r} is above the denominator {denominator!r}")
    factor, z = above_zero("multiplier", multiplier), _quantile(level)
    middle, spread = 2 * x + z * z, z * math.sqrt(z * z + 4 * x * (1 - x / n))
    scale = 2 * (n + z * z)
    # At both ends the formula is exact only up to rounding (0.9999999999999999 for n of n).
    lower = 0.0 if x == 0 else (middle - spread) / scale
    upper = 1.0 if x == n else (middle + spread) / scale
    return Interval(lower=lower * factor, upper=upper * factor, level=level, method="wilson")


def count_interval(count: float, *, level: float = LEVEL) -> Interval:
    """Interval of a count of independent events: exact Poisson limits below ten events, Byar's from ten on.

    Raises ValueError for a negative count or NaN.

    Source: PHEindicatormethods, `phe_rate`; see `exact_poisson_interval` and `byar_interval`.
    """
    if at_least_zero("count", count) < BYAR_FROM:
        return exact_poisson_interval(count, level=level)
    return byar_interval(count, level=level)


def rate_interval(
    count: float, denominator: float, *, multiplier: float = 1.0, level: float = LEVEL
) -> Interval:
    """Interval of the rate `count / denominator * multiplier` (1000 for "per 1000 inhabitants").

    The limits of the count divided by the denominator, which is taken as known without error. A rate may
    exceed one per head (several events per person), so the count may exceed the denominator.

    Raises ValueError for a negative count, a denominator or multiplier that is not positive, or NaN.

    Source: PHEindicatormethods, `phe_rate`.
    """
    factor = above_zero("multiplier", multiplier) / above_zero("denominator", denominator)
    counted = count_interval(count, level=level)
    return Interval(
        lower=counted.lower * factor, upper=counted.upper * factor, level=level, method=counted.method
    )


def exact_poisson_interval(count: float, *, level: float = LEVEL) -> Interval:
    """Exact limits of a Poisson count, from the quantiles of the chi-squared distribution.

    chi2.ppf(q, 2 x) / 2 equals the inverse of the regularised incomplete gamma function at x.

    Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936), 437-442.
    """
    x, tail = at_least_zero("count", count), _tail(level)
    lower = 0.0 if x == 0 else float(gammaincinv(x, tail))
    upper = float(gammaincinv(x + 1, 1 - tail))
    return Interval(lower=lower, upper=upper, level=level, method="poisson-exakt")


def byar_interval(count: float, *, level: float = LEVEL) -> Interval:
    """Byar's approximation of the exact Poisson limits, very close from ten events on.

    Raises ValueError for a count of zero, where the formula is not defined.

    Source: N. E. Breslow, N. E. Day, Statistical Methods in Cancer Research, volume II, IARC 1987, page 69.
    """
    x, z = above_zero("count", count), _quantile(level)
    above = x + 1
    lower = x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3
    upper = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    # Under a handful of events a high level carries the approximation below zero, where no count can be.
    return Interval(lower=max(0.0, lower), upper=upper, level=level, method="byar")


def _tail(level: float) -> float:
    if not 0 < finite("level", level) < 1:
        raise ValueError(f"the level is a share between 0 and 1, not {level!r}")
    return (1 - level) / 2


def _quantile(level: float) -> float:
    return float(ndtri(1 - _tail(level)))
