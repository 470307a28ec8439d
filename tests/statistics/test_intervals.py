"""Intervals equal the published ones, contain their figure and refuse what cannot be."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import (
    Interval,
    byar_interval,
    count_interval,
    exact_poisson_interval,
    proportion_interval,
    rate_interval,
)

ORACLE = list(csv.DictReader((Path(__file__).parent / "oracles" / "intervals.csv").open(encoding="utf-8")))
TOLERANCE = 1e-9

wholes = st.integers(min_value=1, max_value=10_000_000)
shares = st.floats(min_value=0, max_value=1)


def _published(row: dict[str, str]) -> Interval:
    level = float(row["confidence"])
    if row["method"] == "Byars":
        return byar_interval(float(row["numerator"]), level=level)
    return proportion_interval(
        float(row["numerator"]),
        float(row["denominator"]),
        multiplier=float(row["multiplier"]),
        level=level,
    )


@pytest.mark.parametrize("row", ORACLE, ids=lambda row: row["oracle_id"])
def test_published_limits_are_reproduced(row: dict[str, str]) -> None:
    interval = _published(row)
    assert interval.lower == pytest.approx(float(row["expected_lower"]), rel=TOLERANCE)
    assert interval.upper == pytest.approx(float(row["expected_upper"]), rel=TOLERANCE)


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    [(65, 100, 0.552544, 0.736358), (0, 20, 0, 0.161125), (20, 20, 0.838875, 1)],
)
def test_wilson_at_hand_computed_places(
    numerator: float, denominator: float, lower: float, upper: float
) -> None:
    interval = proportion_interval(numerator, denominator)
    assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=5e-7)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    # Garwood's limits as printed in textbooks, e.g. E. L. Crow, R. S. Gardner, Biometrika 46 (1959), 441-453.
    [(0, 0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (9, 4.115, 17.085)],
)
def test_counts_below_ten_have_exact_limits(count: float, lower: float, upper: float) -> None:
    interval = count_interval(count)
    assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=5e-4)


@pytest.mark.parametrize(
    ("count", "method"), [(0, "poisson-exakt"), (9.9, "poisson-exakt"), (10, "byar"), (5000, "byar")]
)
def test_the_method_changes_at_ten_events(count: float, method: str) -> None:
    assert count_interval(count).method == method


def test_a_rate_has_the_limits_of_its_count_per_denominator() -> None:
    """Five events among 100 persons, per 100: 1.62 to 11.67 (PHEindicatormethods)."""
    interval = rate_interval(5, 100, multiplier=100)
    assert (interval.lower, interval.upper) == pytest.approx((1.62349, 11.66833), abs=5e-6)


def test_a_rate_may_count_more_events_than_persons() -> None:
    assert rate_interval(150, 100).upper > 1.5


@pytest.mark.parametrize(
    ("numerator", "denominator", "message"),
    [
        (11, 10, "above the denominator"),
        (-1, 10, "must not be negative"),
        (1, 0, "greater than zero"),
        (1, -5, "greater than zero"),
        (math.nan, 10, "finite"),
        (1, math.inf, "finite"),
    ],
)
def test_impossible_proportions_are_refused(numerator: float, denominator: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        proportion_interval(numerator, denominator)


@pytest.mark.parametrize("count", [-1, math.nan, math.inf])
def test_impossible_counts_are_refused(count: float) -> None:
    with pytest.raises(ValueError, match="count"):
        count_interval(count)


def test_a_rate_without_persons_is_refused() -> None:
    with pytest.raises(ValueError, match="denominator"):
        rate_interval(3, 0)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_share(level: float) -> None:
    with pytest.raises(ValueError, match="level"):
        proportion_interval(1, 2, level=level)


@given(wholes, shares)
def test_wilson_contains_its_proportion_and_stays_between_nothing_and_all(whole: int, share: float) -> None:
    part = math.floor(whole * share)
    interval = proportion_interval(part, whole)
    assert 0 <= interval.lower <= part / whole <= interval.upper <= 1


@given(wholes, shares)
def test_wilson_mirrors_the_complement(whole: int, share: float) -> None:
    part = math.floor(whole * share)
    interval, other = proportion_interval(part, whole), proportion_interval(whole - part, whole)
    assert interval.lower == pytest.approx(1 - other.upper, abs=1e-9)


@given(st.integers(min_value=0, max_value=10_000_000))
def test_a_count_lies_in_its_interval(count: int) -> None:
    interval = count_interval(count)
    assert 0 <= interval.lower <= count < interval.upper


@given(st.integers(min_value=1, max_value=1000), st.integers(min_value=2, max_value=100))
def test_more_persons_make_the_interval_narrower(part: int, times: int) -> None:
    small, large = proportion_interval(part, 2 * part), proportion_interval(part * times, 2 * part * times)
    assert large.upper - large.lower < small.upper - small.lower


@given(wholes, shares)
def test_a_higher_level_makes_the_interval_wider(whole: int, share: float) -> None:
    part = math.floor(whole * share)
    usual, strict = proportion_interval(part, whole), proportion_interval(part, whole, level=0.998)
    assert strict.upper - strict.lower > usual.upper - usual.lower


@given(st.integers(min_value=10, max_value=100_000))
def test_byar_stays_close_to_the_exact_limits(count: int) -> None:
    """Within half a percent from ten events on."""
    byar, exact = byar_interval(count), exact_poisson_interval(count)
    assert (byar.lower, byar.upper) == pytest.approx((exact.lower, exact.upper), rel=5e-3)
