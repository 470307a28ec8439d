"""Statistics: one published method per file, as pure functions on numbers.

A method takes plain numbers and returns a frozen value that carries the result with everything that led to
it, so that a page can show both and a reader can compute it again. It knows no file and no report; which
values belong together (one edition, no break between them, comparable territories) is decided before it is
called. Each docstring names the method, its publication and its units. Impossible input raises a ValueError;
"cannot be computed" is a result, with its reason as a code. Outcomes are the codes of the published JSON.

To add a method, add a file and list its public names here.
"""

from __future__ import annotations

from lagebild.statistics.change import Change, Extreme, describe_change, low, peak
from lagebild.statistics.comparison import (
    ComparisonOutcome,
    Judgement,
    Polarity,
    compare_interval,
    compare_values,
    judge,
)
from lagebild.statistics.distance import Distance, distance_to_target
from lagebild.statistics.intervals import (
    Interval,
    IntervalMethod,
    byar_interval,
    count_interval,
    exact_poisson_interval,
    proportion_interval,
    rate_interval,
)
from lagebild.statistics.outliers import (
    Suspicion,
    SuspicionKind,
    jumps,
    outliers,
    suspicious_values,
    unit_slips,
)
from lagebild.statistics.quantiles import class_limits, quantile_classes
from lagebild.statistics.rank import Rank, rank_among
from lagebild.statistics.target import (
    Aim,
    Progress,
    Rating,
    TargetDirection,
    TargetKind,
    TargetReason,
    next_target_year,
    rate_progress,
    weakest_bound,
    worst_rating,
)
from lagebild.statistics.trend import (
    Trend,
    TrendMethod,
    TrendOutcome,
    TrendReason,
    interval_trend,
    proportion_trend,
)

__all__ = [
    "Aim",
    "Change",
    "ComparisonOutcome",
    "Distance",
    "Extreme",
    "Interval",
    "IntervalMethod",
    "Judgement",
    "Polarity",
    "Progress",
    "Rank",
    "Rating",
    "Suspicion",
    "SuspicionKind",
    "TargetDirection",
    "TargetKind",
    "TargetReason",
    "Trend",
    "TrendMethod",
    "TrendOutcome",
    "TrendReason",
    "byar_interval",
    "class_limits",
    "compare_interval",
    "compare_values",
    "count_interval",
    "describe_change",
    "distance_to_target",
    "exact_poisson_interval",
    "interval_trend",
    "judge",
    "jumps",
    "low",
    "next_target_year",
    "outliers",
    "peak",
    "proportion_interval",
    "proportion_trend",
    "quantile_classes",
    "rank_among",
    "rate_interval",
    "rate_progress",
    "suspicious_values",
    "unit_slips",
    "weakest_bound",
    "worst_rating",
]
