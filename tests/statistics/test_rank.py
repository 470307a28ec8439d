"""Rank 1 is the lowest; ties share a place, missing ones are named, overlap makes a rank meaningless."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import Interval, rank_among

VALUES = {"musterstadt": 12.0, "beispielhausen": 9.0, "neudorf": 12.0, "altdorf": None, "bergheim": 20.0}


def _interval(lower: float, upper: float) -> Interval:
    return Interval(lower=lower, upper=upper, level=0.95, method="wilson")


def _around(values: dict[str, float], width: float) -> dict[str, Interval]:
    return {name: _interval(value - width, value + width) for name, value in values.items()}


@pytest.mark.parametrize(
    ("territory", "position", "tied"),
    [
        ("beispielhausen", 1, ()),
        ("musterstadt", 2, ("neudorf",)),
        ("neudorf", 2, ("musterstadt",)),
        ("bergheim", 4, ()),
    ],
)
def test_ties_share_the_best_place(territory: str, position: int, tied: tuple[str, ...]) -> None:
    rank = rank_among(VALUES, territory)
    assert (rank.position, rank.of, rank.tied_with, rank.missing) == (position, 4, tied, ("altdorf",))


def test_without_intervals_nobody_knows_what_a_rank_means() -> None:
    assert rank_among(VALUES, "musterstadt").meaningful is None


@pytest.mark.parametrize(
    ("width", "overlapping", "meaningful"),
    [(0.4, (), True), (0.5, ("b", "d"), True), (1, ("a", "b", "d", "e"), False)],
)
def test_a_rank_means_nothing_where_most_intervals_overlap(
    width: float, overlapping: tuple[str, ...], meaningful: bool
) -> None:
    """Values 1, 2, 3, 4, 5: the one in the middle overlaps two of four others, or all of them."""
    values = {name: float(place) for place, name in enumerate("abcde", start=1)}
    rank = rank_among(values, "c", intervals=_around(values, width))
    assert (rank.overlapping, rank.meaningful) == (overlapping, meaningful)


def test_only_territories_with_an_interval_are_held_against_it() -> None:
    intervals = {"musterstadt": _interval(11, 13), "bergheim": _interval(18, 22)}
    assert rank_among(VALUES, "musterstadt", intervals=intervals).meaningful is True


@pytest.mark.parametrize("territory", ["altdorf", "unbekannt"])
def test_who_has_no_value_has_no_rank(territory: str) -> None:
    with pytest.raises(ValueError, match=territory):
        rank_among(VALUES, territory)


def test_ranks_need_numbers() -> None:
    with pytest.raises(ValueError, match="b must be a finite number"):
        rank_among({"a": 1, "b": math.nan}, "a")


# Figures have at most 15 digits; beyond that two whole numbers may be one float.
@given(st.lists(st.integers(-(10**15), 10**15), min_size=1, max_size=30, unique=True))
def test_ranks_of_different_values_are_a_permutation(values: list[int]) -> None:
    named = {str(value): value for value in values}
    assert sorted(rank_among(named, name).position for name in named) == list(range(1, len(values) + 1))


@given(st.lists(st.integers(min_value=0, max_value=5), min_size=1, max_size=30))
def test_a_rank_does_not_depend_on_the_order_of_the_table(values: list[int]) -> None:
    named = {str(place): value for place, value in enumerate(values)}
    turned = dict(reversed(named.items()))
    assert all(rank_among(named, name).position == rank_among(turned, name).position for name in named)
