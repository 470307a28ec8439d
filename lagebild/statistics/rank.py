"""The rank of one territory among comparable ones, and whether it means anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lagebild.statistics._numbers import Bounds, finite, ordered

# A rank is kept back when the territory cannot be told apart from more than half of the others: any place in
# the wide middle would then be as good as the one it happens to hold.
OVERLAP_LIMIT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """The place of a territory, counted from the lowest value."""

    position: int
    """1 is the lowest value; territories with the same value share the best place (1, 2, 2, 4)."""
    of: int
    """Number of territories with a value, this one included."""
    tied_with: tuple[str, ...]
    """Other territories with exactly the same value."""
    missing: tuple[str, ...]
    """Territories that belong to the comparison but have no value."""
    overlapping: tuple[str, ...]
    """Other territories whose interval overlaps this one's; those without an interval cannot be told."""
    meaningful: bool | None
    """False when intervals overlap so far that the place says nothing; None when no intervals are known."""


def rank_among(
    values: Mapping[str, float | None], territory: str, *, intervals: Mapping[str, Bounds] | None = None
) -> Rank:
    """Rank `territory` among `values` of the same time, unit, definition and edition.

    `None` stands for a missing value. A rank is not meaningful if the territory's interval overlaps those of
    more than half of the others that have one; limits that touch overlap.

    Raises ValueError when the territory itself has no value.
    """
    own = values.get(territory)
    if own is None:
        raise ValueError(f"{territory!r} has no value and so no rank")
    own = finite(territory, own)
    others = {name: finite(name, v) for name, v in values.items() if v is not None and name != territory}
    overlapping, meaningful = _overlap(territory, others, intervals or {})
    return Rank(
        position=1 + sum(value < own for value in others.values()),
        of=1 + len(others),
        tied_with=tuple(name for name, value in others.items() if value == own),
        missing=tuple(name for name, value in values.items() if value is None),
        overlapping=overlapping,
        meaningful=meaningful,
    )


def _overlap(
    territory: str, others: Mapping[str, float], intervals: Mapping[str, Bounds]
) -> tuple[tuple[str, ...], bool | None]:
    known = [name for name in others if name in intervals]
    if territory not in intervals or not known:
        return (), None
    lower, upper = ordered(territory, intervals[territory])
    limits = {name: ordered(name, intervals[name]) for name in known}
    overlapping = tuple(name for name, (low, high) in limits.items() if low <= upper and lower <= high)
    return overlapping, len(overlapping) <= OVERLAP_LIMIT * len(known)
