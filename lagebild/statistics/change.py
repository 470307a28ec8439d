"""Change as described, not tested: how far a series has moved, where it peaked, how long ago.

For series without counts or denominators nothing can be said about chance. These figures describe; they claim
no trend, and a page must name them so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lagebild.statistics._numbers import above_zero, finite, same_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The difference between an earlier and a later value."""

    difference: float
    """Later minus earlier, in the unit of the values: percentage points where the unit is percent."""
    percent: float | None
    """The difference in percent of the earlier value; None unless that value is above zero."""
    years: float
    """Time between the two, in years."""
    per_year: float
    """Mean difference per year, in the unit of the values per year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """The highest or lowest value of a series."""

    value: float
    """In the unit of the series."""
    times: tuple[float, ...]
    """Every time it was reached, oldest first."""
    years_since: float
    """Years from the latest of these times to the end of the series."""


def describe_change(before: float, after: float, *, years: float) -> Change:
    """Describe the change from `before` to `after`, `years` apart.

    From 20 % to 15 % is a fall by 5 percentage points and by 25 percent: both are given because they are
    mistaken for each other. A percentage of nothing, or of a negative value, does not exist.

    Raises ValueError when a value is not finite or no time lies between the two.
    """
    first, last, span = finite("before", before), finite("after", after), above_zero("years", years)
    difference = last - first
    percent = difference / first * 100 if first > 0 else None
    return Change(difference=difference, percent=percent, years=span, per_year=difference / span)


def peak(times: Sequence[float], values: Sequence[float]) -> Extreme:
    """The highest value of a series, with every time it was reached; `times` in years, oldest first."""
    return _extreme(times, values, max(_checked(times, values)))


def low(times: Sequence[float], values: Sequence[float]) -> Extreme:
    """The lowest value of a series, with every time it was reached; `times` in years, oldest first."""
    return _extreme(times, values, min(_checked(times, values)))


def _extreme(times: Sequence[float], values: Sequence[float], value: float) -> Extreme:
    reached = tuple(time for time, other in zip(times, values, strict=True) if other == value)
    return Extreme(value=value, times=reached, years_since=times[-1] - reached[-1])


def _checked(times: Sequence[float], values: Sequence[float]) -> list[float]:
    same_length(times=times, values=values)
    if not values:
        raise ValueError("a series without values has neither peak nor low")
    if any(later <= earlier for earlier, later in pairwise(times)):
        raise ValueError(f"the times must ascend: {list(times)}")
    return [finite("value", value) for value in values]
