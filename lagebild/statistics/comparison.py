"""Comparison of a territory with a benchmark: higher, lower, or not to be told apart.

Where counts are known, the benchmark is held against the territory's confidence interval. Where only the
figure was published there is nothing to test with: the two published figures are compared as they are shown,
and the page must say that chance could not be examined.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from lagebild.statistics._numbers import Bounds, finite, ordered

ComparisonOutcome = Literal["hoeher", "niedriger", "aehnlich", "nicht-vergleichbar"]
Judgement = Literal["besser", "schlechter", "gleich", "ohne-wertung"]
Polarity = Literal["sinken", "steigen", "neutral"]

_BETTER: dict[Polarity, ComparisonOutcome] = {"sinken": "niedriger", "steigen": "hoeher"}


def compare_interval(interval: Bounds, benchmark: float) -> ComparisonOutcome:
    """Compare a territory with a benchmark: `hoeher`, `niedriger`, or `aehnlich` if its interval contains it.

    A benchmark exactly on a limit is contained. The same comparison answers whether a figure and its target
    can be told apart.

    Source: DHSC FingertipsNext, BenchmarkComparisonEngine.cs (commit d1600f4), one confidence level.
    """
    lower, upper = ordered("the interval", interval)
    level = finite("benchmark", benchmark)
    if lower > level:
        return "hoeher"
    return "niedriger" if upper < level else "aehnlich"


def compare_values(value: float, benchmark: float, *, decimals: int) -> ComparisonOutcome:
    """Compare two published figures at the precision at which they are shown; no test of chance.

    Both are rounded to `decimals` places, half away from zero as German statistics round (DIN 1333), so that
    two figures that look the same are called the same.
    """
    shown, against = _shown("value", value, decimals), _shown("benchmark", benchmark, decimals)
    if shown == against:
        return "aehnlich"
    return "hoeher" if shown > against else "niedriger"


def judge(outcome: ComparisonOutcome, polarity: Polarity) -> Judgement:
    """Say whether an outcome is good, given where the figure should go (`sinken`, `steigen`, `neutral`).

    A neutral figure is never judged: more people who draw a benefit may mean that more of those
    entitled get it.
    """
    if polarity == "neutral" or outcome == "nicht-vergleichbar":
        return "ohne-wertung"
    if outcome == "aehnlich":
        return "gleich"
    return "besser" if outcome == _BETTER[polarity] else "schlechter"


def _shown(name: str, value: float, decimals: int) -> Decimal:
    # repr gives the shortest decimal that is this float, so 0.15 is rounded as the reader would round 0,15.
    return Decimal(repr(finite(name, value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
