"""The recent trend: whether five consecutive periods rise or fall by more than chance explains.

The rule is the one of Fingertips, the public health profiles of England: the test statistic must exceed the
99.8 % point of the chi-squared distribution, and the slope must keep its sign when any single period is left
out, so that one odd year never makes a trend. With small numbers a true change often stays undetected (a fall
from 20 % to 16 % among 300 persons in 5 of 100 cases), hence the outcome is "nicht nachweisbar", never "no
change". The caller picks the window: five periods, in order, without a break, gap or suppressed value.

Source: ukhsa-collaboration/fingertips-open, commit 6780897, PholioVisualisationWS/Analysis/TrendMarkers/
TrendMarkerCalculator.cs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from lagebild.statistics._numbers import Bounds, above_zero, at_least_zero, finite, ordered, same_length

TrendOutcome = Literal["steigend", "fallend", "nicht-nachweisbar", "nicht-berechenbar"]
TrendMethod = Literal["fingertips-chi2", "fingertips-regression"]
TrendReason = Literal["zu-wenige-perioden", "zaehler-null", "zaehler-gleich-nenner", "intervall-ohne-breite"]

# Fingertips never tests fewer periods and never looks further back.
WINDOW = 5

# chi2.ppf(0.998, 1), written as Fingertips writes it.
THRESHOLD = 9.54953570608324

# Width of a 95 % interval in standard errors, as Fingertips rounds it (2 x 1.96).
WIDTH_95 = 3.92


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The outcome of a trend test, with what it rests on."""

    outcome: TrendOutcome
    """`steigend`, `fallend`, `nicht-nachweisbar` or `nicht-berechenbar`."""
    method: TrendMethod
    """`fingertips-chi2` for proportions, `fingertips-regression` for values with intervals."""
    statistic: float | None = None
    """Chi-squared with one degree of freedom, to be compared with `THRESHOLD`; None where not computable."""
    slope: float | None = None
    """Change per period: of the log odds for proportions, else in the unit of the values."""
    steady: bool | None = None
    """Whether the slope keeps its sign when each single period is left out."""
    reason: TrendReason | None = None
    """Why nothing can be computed; set exactly for `nicht-berechenbar`."""


def proportion_trend(numerators: Sequence[float], denominators: Sequence[float]) -> Trend:
    """Test five proportions `numerators / denominators`, oldest first: the chi-squared test for trend.

    The statistic is computed on the counts; the sign is that of the unweighted regression of the log odds on
    time. With 0 of n or n of n in any period the log odds do not exist and nothing is computed.

    Raises ValueError for impossible counts, columns of different length, or more than five periods.
    """
    x = [at_least_zero("numerator", value) for value in numerators]
    n = [above_zero("denominator", value) for value in denominators]
    same_length(numerators=x, denominators=n)
    if any(part > whole for part, whole in zip(x, n, strict=True)):
        raise ValueError(f"a numerator is above its denominator: {x} of {n}")
    if reason := _proportion_obstacle(x, n):
        return Trend(outcome="nicht-berechenbar", method="fingertips-chi2", reason=reason)
    log_odds = [math.log(part / (whole - part)) for part, whole in zip(x, n, strict=True)]
    return _judged("fingertips-chi2", _chi_squared(x, n), log_odds, [1.0] * WINDOW)


def interval_trend(values: Sequence[float], intervals: Sequence[Bounds]) -> Trend:
    """Test five values with their 95 % intervals, oldest first: regression on time, weighted by precision.

    The weight of a period is 1 / se², its standard error read off the interval (width / 3.92); the statistic
    is (slope / standard error of the slope)². For rates and counts, whose intervals come from their events.

    Raises ValueError for values that are not finite, limits that have changed places, columns of different
    length, or more than five periods.
    """
    y = [finite("value", value) for value in values]
    same_length(values=y, intervals=intervals)
    errors = [(upper - lower) / WIDTH_95 for lower, upper in (ordered("an interval", i) for i in intervals)]
    if reason := _too_few(y) or ("intervall-ohne-breite" if min(errors, default=0) == 0 else None):
        return Trend(outcome="nicht-berechenbar", method="fingertips-regression", reason=reason)
    weights = [1 / error**2 for error in errors]
    slope = _slope(y, weights)
    return _judged("fingertips-regression", slope**2 * _precision(weights), y, weights)


def _judged(
    method: TrendMethod, statistic: float, values: Sequence[float], weights: Sequence[float]
) -> Trend:
    slope = _slope(values, weights)
    steady = _keeps_sign(values, weights, slope)
    outcome: TrendOutcome = "nicht-nachweisbar"
    if steady and statistic > THRESHOLD:
        outcome = "steigend" if slope > 0 else "fallend"
    return Trend(outcome=outcome, method=method, statistic=statistic, slope=slope, steady=steady)


def _keeps_sign(values: Sequence[float], weights: Sequence[float], slope: float) -> bool:
    """A slope of zero has no sign; rising and falling series are treated alike."""
    return all(_slope(values, _without(weights, left_out)) * slope > 0 for left_out in range(WINDOW))


def _without(weights: Sequence[float], left_out: int) -> list[float]:
    return [0.0 if place == left_out else weight for place, weight in enumerate(weights)]


def _chi_squared(x: Sequence[float], n: Sequence[float]) -> float:
    """Chi-squared for linear trend in proportions (Armitage 1955), summed over pairs of periods.

    N Σxt - X Σnt = Σ(n_i x_j - n_j x_i)(j - i) and N Σnt² - (Σnt)² = Σ n_i n_j (j - i)²: the same sums
    without the cancellation of large products.
    """
    pairs = list(combinations(range(WINDOW), 2))
    shift = sum((n[i] * x[j] - n[j] * x[i]) * (j - i) for i, j in pairs)
    spread = sum(n[i] * n[j] * (j - i) ** 2 for i, j in pairs)
    total, events = sum(n), sum(x)
    return total * shift**2 / (events * (total - events) * spread)


def _slope(values: Sequence[float], weights: Sequence[float]) -> float:
    """Weighted least-squares slope per period, as the weighted mean of the slopes of all pairs of periods.

    Equal to (Sw Swty - Swt Swy) / (Sw Swt² - Swt²), but exactly zero where the series is level or mirrored
    about its middle: `fsum` lets equal terms cancel, and only a slope with a sign counts.
    """
    pairs = list(combinations(range(WINDOW), 2))
    rise = math.fsum(weights[i] * weights[j] * (j - i) * (values[j] - values[i]) for i, j in pairs)
    return rise / math.fsum(weights[i] * weights[j] * (j - i) ** 2 for i, j in pairs)


def _precision(weights: Sequence[float]) -> float:
    """1 / (standard error of the weighted slope)²."""
    spread = math.fsum(weights[i] * weights[j] * (j - i) ** 2 for i, j in combinations(range(WINDOW), 2))
    return spread / sum(weights)


def _proportion_obstacle(x: Sequence[float], n: Sequence[float]) -> TrendReason | None:
    if reason := _too_few(x):
        return reason
    if 0 in x:
        return "zaehler-null"
    return "zaehler-gleich-nenner" if any(a == b for a, b in zip(x, n, strict=True)) else None


def _too_few(values: Sequence[float]) -> TrendReason | None:
    if len(values) > WINDOW:
        raise ValueError(f"the window has {WINDOW} periods, but {len(values)} were given")
    return "zu-wenige-perioden" if len(values) < WINDOW else None
