"""Distance to a target: how far, how much of the way is done, how long is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lagebild.statistics._numbers import finite

_SIGN = {"steigen": 1, "sinken": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """Where a figure stands against its target."""

    difference: float
    """Figure minus target, in the unit of the figure; negative is below the target."""
    remaining: float
    """What is still missing, in the unit of the figure; 0 once the target is met."""
    share: float | None
    """Part of the way done since the start, 1 for all of it. Negative when the figure has moved away, above 1
    when it has passed the target; None without a start, or when the start had already met the target."""
    years_left: float | None
    """Years from the figure to the target year; negative once it has passed, None without a target year."""
    needed_per_year: float | None
    """Signed change per year that would just meet the target; None when it is met or no time is left."""


def distance_to_target(
    value: float,
    target: float,
    *,
    direction: Literal["sinken", "steigen"],
    start: float | None = None,
    years_left: float | None = None,
) -> Distance:
    """Measure the distance from `value` to `target`.

    `start` is the figure when the target was set. The share of the way hides setbacks; show it only beside
    the figures themselves.

    Raises ValueError for numbers that are not finite or an unknown direction.
    """
    now, goal = finite("value", value), finite("target", target)
    sign = _sign(direction)
    remaining = max(0.0, sign * (goal - now))
    open_years = years_left is not None and years_left > 0 and remaining > 0
    return Distance(
        difference=now - goal,
        remaining=remaining,
        share=_share(now, goal, start, sign),
        years_left=years_left,
        needed_per_year=sign * remaining / years_left if open_years and years_left else None,
    )


def _share(now: float, goal: float, start: float | None, sign: int) -> float | None:
    if start is None or sign * (goal - finite("start", start)) <= 0:
        return None
    return (now - start) / (goal - start)


def _sign(direction: str) -> int:
    if direction not in _SIGN:
        raise ValueError(f"a target has the direction sinken or steigen, not {direction!r}")
    return _SIGN[direction]
