"""Change is described in points, in percent and per year; peaks name every time they were reached."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import describe_change, low, peak

numbers = st.floats(min_value=-1e6, max_value=1e6)


@pytest.mark.parametrize(
    ("before", "after", "years", "difference", "percent", "per_year"),
    [
        (20, 15, 5, -5, -25, -1),
        (10, 12, 4, 2, 20, 0.5),
        (0, 3, 1, 3, None, 3),
        (-4, -2, 2, 2, None, 1),
        (7, 7, 3, 0, 0, 0),
    ],
)
def test_change_is_told_in_every_unit(
    before: float, after: float, years: float, difference: float, percent: float | None, per_year: float
) -> None:
    change = describe_change(before, after, years=years)
    assert (change.difference, change.percent, change.per_year) == (difference, percent, per_year)


@pytest.mark.parametrize(
    ("before", "after", "years"), [(1, 2, 0), (1, 2, -1), (math.nan, 2, 1), (1, math.inf, 1)]
)
def test_change_needs_two_figures_and_time_between(before: float, after: float, years: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        describe_change(before, after, years=years)


def test_peak_and_low_name_all_their_times() -> None:
    times, values = [2015, 2016, 2017, 2018, 2020], [12, 15, 11, 15, 13]
    assert (peak(times, values).value, peak(times, values).times, peak(times, values).years_since) == (
        15,
        (2016, 2018),
        2,
    )
    assert (low(times, values).value, low(times, values).times, low(times, values).years_since) == (
        11,
        (2017,),
        3,
    )


@pytest.mark.parametrize(
    ("times", "values", "message"),
    [
        ([], [], "without values"),
        ([2019], [1, 2], "different length"),
        ([2019, 2018], [1, 2], "ascend"),
        ([2018, 2018], [1, 2], "ascend"),
        ([2018, 2019], [1, math.nan], "finite"),
    ],
)
def test_a_series_out_of_order_has_no_peak(times: list[float], values: list[float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        peak(times, values)


@given(st.lists(numbers, min_size=1))
def test_every_value_lies_between_low_and_peak(values: list[float]) -> None:
    times = list(range(len(values)))
    assert all(low(times, values).value <= value <= peak(times, values).value for value in values)


@given(numbers, numbers)
def test_back_and_forth_cancels(before: float, after: float) -> None:
    forth, back = describe_change(before, after, years=1), describe_change(after, before, years=1)
    assert forth.difference == -back.difference
