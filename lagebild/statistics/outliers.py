"""Values that look wrong beside their neighbours: slips of the unit, jumps, outliers.

Descriptive checks for typed and imported figures. They prove no mistake; each suspicion names both values so
that a person can look.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from lagebild.statistics._numbers import finite

SuspicionKind = Literal["einheit", "sprung", "ausreisser"]

# Confusing persons with thousands, shares with percent, or losing the decimal comma moves a value by these.
UNIT_FACTORS = (10, 100, 1000)

# Ordinary change from one period to the next may hide in a slip: a factor within a quarter of ten is suspect.
UNIT_TOLERANCE = 1.25

# A jump at least doubles or halves a value and is many times the usual change of the series, for which two
# changes elsewhere must be known. A series that hardly ever moves counts as moving by five percent.
JUMP_FACTOR = 2.0
JUMP_TIMES_USUAL = 8.0
JUMP_MINIMUM_CHANGES = 2
USUAL_FACTOR_AT_LEAST = 1.05

# Modified z-score beyond which a value counts as an outlier: B. Iglewicz, D. Hoaglin, How to Detect and
# Handle Outliers, ASQC 1993, page 12. 0.6745 makes the median deviation comparable to a standard deviation.
OUTLIER_SCORE = 3.5
NORMAL_MAD = 0.6745
OUTLIER_MINIMUM_VALUES = 7

# In smooth series tiny kinks score high; below a quarter of the neighbours' level nobody would look twice.
OUTLIER_LEVEL_SHARE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """One suspicious value and what it was held against."""

    kind: SuspicionKind
    """`einheit` (a factor of 10, 100 or 1000), `sprung` (a jump) or `ausreisser` (off its neighbours)."""
    place: int
    """Position of the suspicious value in the series, from 0."""
    value: float
    """The suspicious value."""
    others: tuple[int, ...]
    """Positions of what it was held against: one neighbour, or both for an outlier."""
    other_value: float
    """The neighbour's value, or the mean of both neighbours."""
    size: float
    """The factor of the unit (10, 100, 1000), the change in times the usual one (both as logarithms), or the
    modified z-score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """Two neighbouring known values, the suspicious one first."""

    place: int
    value: float
    other: int
    other_value: float

    @property
    def factor(self) -> float:
        """How many times the larger is the smaller; infinite from or to zero or across it."""
        small, large = sorted((abs(self.value), abs(self.other_value)))
        return math.inf if small == 0 or self.value * self.other_value < 0 else large / small


def suspicious_values(values: Sequence[float | None]) -> tuple[Suspicion, ...]:
    """The suspicions of a series in its order, at most one per value.

    Unit slips come first, then jumps, then outliers. What was held against a value already suspected is left
    out, so that one wrong value casts no suspicion on its neighbours.
    """
    found: dict[int, Suspicion] = {}
    for check in (unit_slips, jumps, outliers):
        suspected = frozenset(found)
        for suspicion in check(values):
            if suspected.isdisjoint((suspicion.place, *suspicion.others)):
                found.setdefault(suspicion.place, suspicion)
    return tuple(found[place] for place in sorted(found))


def unit_slips(values: Sequence[float | None]) -> Iterator[Suspicion]:
    """Neighbouring values (missing ones passed over) that differ by about ten, a hundred or a thousand times.

    Of the two, the one farther from the median of the series is the suspicious one.
    """
    for step in _steps(values):
        for factor in UNIT_FACTORS:
            if factor / UNIT_TOLERANCE <= step.factor <= factor * UNIT_TOLERANCE:
                yield _suspicion("einheit", step, factor)


def jumps(values: Sequence[float | None]) -> Iterator[Suspicion]:
    """Neighbouring values whose change at least doubles or halves and dwarfs the usual change of the series.

    Changes are compared as factors (by their logarithms), so that steady growth is no jump. The usual change
    is the median of the changes that do not touch the suspicious value; without two of them nothing is said.
    From or to zero no factor exists and nothing is said either.
    """
    steps = [step for step in _steps(values) if step.factor < math.inf]
    for step in steps:
        elsewhere = [
            math.log(other.factor) for other in steps if step.place not in (other.place, other.other)
        ]
        if len(elsewhere) < JUMP_MINIMUM_CHANGES or step.factor < JUMP_FACTOR:
            continue
        size = math.log(step.factor) / max(median(elsewhere), math.log(USUAL_FACTOR_AT_LEAST))
        if size >= JUMP_TIMES_USUAL:
            yield _suspicion("sprung", step, size)


def outliers(values: Sequence[float | None]) -> Iterator[Suspicion]:
    """Values off the mean of their two neighbours, measured by the median absolute deviation (MAD).

    Held against its neighbours a value is judged apart from the trend of its series. The first and the last
    have only one neighbour and are left to `jumps`. Says nothing about fewer than seven values, or when
    more than half of them lie exactly between their neighbours (the MAD is zero).
    """
    known = list(_known(values).items())
    if len(known) < OUTLIER_MINIMUM_VALUES:
        return
    triples = list(zip(known, known[1:], known[2:], strict=False))
    spread = median(abs(value - (left + right) / 2) for (_, left), (_, value), (_, right) in triples)
    for (before, left), (place, value), (after, right) in triples:
        mean = (left + right) / 2
        score = NORMAL_MAD * abs(value - mean) / spread if spread > 0 else 0.0
        if score > OUTLIER_SCORE and abs(value - mean) >= OUTLIER_LEVEL_SHARE * abs(mean):
            yield Suspicion(
                kind="ausreisser",
                place=place,
                value=value,
                others=(before, after),
                other_value=mean,
                size=score,
            )


def _steps(values: Sequence[float | None]) -> list[_Step]:
    known = list(_known(values).items())
    if not known:
        return []
    middle = median(value for _, value in known)
    return [_step(before, after, middle) for before, after in pairwise(known)]


def _step(before: tuple[int, float], after: tuple[int, float], middle: float) -> _Step:
    blamed, other = (before, after) if _far(before[1], middle) > _far(after[1], middle) else (after, before)
    return _Step(place=blamed[0], value=blamed[1], other=other[0], other_value=other[1])


def _far(value: float, middle: float) -> float:
    """Distance from the middle in magnitudes, so that a tenth is as far as tenfold."""
    if value * middle <= 0:
        return math.inf if value != middle else 0.0
    return abs(math.log(value / middle))


def _known(values: Sequence[float | None]) -> dict[int, float]:
    return {place: finite("value", value) for place, value in enumerate(values) if value is not None}


def _suspicion(kind: SuspicionKind, step: _Step, size: float) -> Suspicion:
    return Suspicion(
        kind=kind,
        place=step.place,
        value=step.value,
        others=(step.other,),
        other_value=step.other_value,
        size=size,
    )
