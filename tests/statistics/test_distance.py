"""Distance to a target: the raw gap, what is missing, the share of the way, the time left."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import distance_to_target

numbers = st.integers(min_value=-10_000, max_value=10_000)


@pytest.mark.parametrize(
    ("value", "target", "direction", "difference", "remaining"),
    [
        (15, 12, "sinken", 3, 3),
        (11, 12, "sinken", -1, 0),
        (12, 12, "sinken", 0, 0),
        (40, 50, "steigen", -10, 10),
    ],
)
def test_what_is_missing_depends_on_the_direction(
    value: float, target: float, direction: str, difference: float, remaining: float
) -> None:
    distance = distance_to_target(value, target, direction=direction)  # type: ignore[arg-type]
    assert (distance.difference, distance.remaining) == (difference, remaining)


@pytest.mark.parametrize(
    ("start", "share"),
    [(20, 0.625), (15, 0), (14, -0.5), (12, None), (10, None), (None, None)],
)
def test_the_share_of_the_way_needs_a_start_before_the_target(
    start: float | None, share: float | None
) -> None:
    assert distance_to_target(15, 12, direction="sinken", start=start).share == share


@pytest.mark.parametrize(
    ("value", "years_left", "needed"),
    [(15, 6, -0.5), (15, 0, None), (15, -2, None), (11, 6, None), (15, None, None)],
)
def test_the_needed_change_exists_only_with_time_and_way_left(
    value: float, years_left: float | None, needed: float | None
) -> None:
    distance = distance_to_target(value, 12, direction="sinken", years_left=years_left)
    assert (distance.needed_per_year, distance.years_left) == (needed, years_left)


def test_a_target_needs_a_direction() -> None:
    with pytest.raises(ValueError, match="neutral"):
        distance_to_target(1, 2, direction="neutral")  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "target", "start"), [(math.nan, 1, 1), (1, math.inf, 1), (1, 2, math.nan)])
def test_distances_need_numbers(value: float, target: float, start: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        distance_to_target(value, target, direction="sinken", start=start)


@given(numbers, numbers, numbers)
def test_who_has_gone_all_the_way_lacks_nothing(value: int, target: int, start: int) -> None:
    distance = distance_to_target(value, target, direction="steigen", start=start)
    if distance.share is not None:
        assert (distance.share >= 1) == (distance.remaining == 0)
