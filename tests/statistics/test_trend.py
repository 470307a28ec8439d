"""The recent trend equals Fingertips' published results and says why it cannot be computed."""

from __future__ import annotations

import csv
import math
from itertools import starmap
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lagebild.statistics import Interval, Trend, interval_trend, proportion_trend, rate_interval

ORACLE = list(csv.DictReader((Path(__file__).parent / "oracles" / "trend.csv").open(encoding="utf-8")))
OUTCOMES = {"increasing": "steigend", "decreasing": "fallend", "no_change": "nicht-nachweisbar"}
MIRRORED = {"steigend": "fallend", "fallend": "steigend", "nicht-nachweisbar": "nicht-nachweisbar"}

five_shares = st.lists(st.floats(min_value=0.01, max_value=0.99), min_size=5, max_size=5)
five_values = st.lists(st.integers(min_value=1, max_value=1000), min_size=5, max_size=5)


def _interval(lower: float, upper: float) -> Interval:
    return Interval(lower=lower, upper=upper, level=0.95, method="wilson")


def _published(row: dict[str, str]) -> Trend:
    column = {
        name: [float(number) for number in text.split()] for name, text in row.items() if name in NUMBERS
    }
    if row["method"] == "proportion_chi2":
        return proportion_trend(column["numerators"], column["denominators"])
    limits = zip(column["lower95"], column["upper95"], strict=True)
    return interval_trend(column["values"], list(starmap(_interval, limits)))


NUMBERS = ("numerators", "denominators", "values", "lower95", "upper95")


@pytest.mark.parametrize("row", ORACLE, ids=lambda row: row["oracle_id"])
def test_published_trends_are_reproduced(row: dict[str, str]) -> None:
    assert _published(row).outcome == OUTCOMES[row["expected_trend"]]


@pytest.mark.parametrize("row", [row for row in ORACLE if row["chi2"]], ids=lambda row: row["oracle_id"])
def test_published_test_statistics_are_reproduced(row: dict[str, str]) -> None:
    assert _published(row).statistic == pytest.approx(float(row["chi2"]), abs=0.005)


def test_integers_of_numpy_do_not_overflow() -> None:
    """Products of four counts of some ten thousand leave 64 bits; 978.284469 was computed in floats."""
    x, n = [22435, 22445, 21365, 20955, 19055], [65880, 67900, 68705, 69835, 70910]
    trend = proportion_trend(np.array(x, dtype=np.int32), np.array(n, dtype=np.int32))  # type: ignore[arg-type]
    assert trend.statistic == pytest.approx(978.284469, abs=1e-6)


@pytest.mark.parametrize(
    ("numerators", "denominators", "reason"),
    [
        ([5, 3, 1, 1], [6, 5, 5, 4], "zu-wenige-perioden"),
        ([], [], "zu-wenige-perioden"),
        ([5, 3, 1, 1, 2], [5, 5, 5, 4, 4], "zaehler-gleich-nenner"),
        ([5, 3, 0, 1, 2], [9, 9, 9, 9, 9], "zaehler-null"),
    ],
)
def test_what_cannot_be_computed_has_its_reason(
    numerators: list[float], denominators: list[float], reason: str
) -> None:
    trend = proportion_trend(numerators, denominators)
    assert (trend.outcome, trend.reason, trend.statistic) == ("nicht-berechenbar", reason, None)


def test_an_interval_without_width_carries_no_weight_and_no_trend() -> None:
    intervals = [_interval(value - 1, value + 1) for value in range(4)] + [_interval(4, 4)]
    assert interval_trend(range(5), intervals).reason == "intervall-ohne-breite"


def test_one_odd_year_makes_no_trend() -> None:
    """Far beyond chance, but without the last year the series is level."""
    trend = proportion_trend([200, 200, 200, 200, 400], [1000] * 5)
    assert trend.statistic is not None
    assert trend.statistic > 50
    assert (trend.steady, trend.outcome) == (False, "nicht-nachweisbar")


def test_small_numbers_hide_a_true_fall() -> None:
    """20, 19, 18, 17, 16 % of 100 persons are not told apart; of 100,000 they are."""
    shares = [20, 19, 18, 17, 16]
    assert proportion_trend(shares, [100] * 5).outcome == "nicht-nachweisbar"
    assert proportion_trend([share * 1000 for share in shares], [100_000] * 5).outcome == "fallend"


@pytest.mark.parametrize(
    ("numerators", "denominators", "message"),
    [
        ([11, 3, 1, 1, 2], [10, 5, 5, 4, 4], "above its denominator"),
        ([-1, 3, 1, 1, 2], [10, 5, 5, 4, 4], "negative"),
        ([1, 3, 1, 1, 2], [10, 0, 5, 4, 4], "greater than zero"),
        ([math.nan, 3, 1, 1, 2], [10, 5, 5, 4, 4], "finite"),
        ([1, 1, 1, 1, 1], [2, 2], "different length"),
        ([1] * 6, [2] * 6, "5 periods"),
    ],
)
def test_impossible_input_is_refused(
    numerators: list[float], denominators: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        proportion_trend(numerators, denominators)


def test_limits_that_changed_places_are_refused() -> None:
    with pytest.raises(ValueError, match="changed places"):
        interval_trend([1] * 5, [_interval(2, 0)] * 5)


@given(five_shares, st.integers(min_value=10, max_value=100_000))
def test_the_complement_has_the_opposite_trend(shares: list[float], n: int) -> None:
    x = [min(max(round(share * n), 1), n - 1) for share in shares]
    trend, other = proportion_trend(x, [n] * 5), proportion_trend([n - part for part in x], [n] * 5)
    assert other.outcome == MIRRORED[trend.outcome]
    assert other.statistic == pytest.approx(trend.statistic)


@given(five_values)
def test_time_reversed_the_trend_turns(values: list[int]) -> None:
    intervals = [rate_interval(value, 1000) for value in values]
    rates = [value / 1000 for value in values]
    trend, other = interval_trend(rates, intervals), interval_trend(rates[::-1], intervals[::-1])
    assert other.outcome == MIRRORED[trend.outcome]


@given(five_values, st.sampled_from([0.001, 100, 1000]))
def test_the_trend_does_not_depend_on_the_unit(values: list[int], factor: float) -> None:
    plain = interval_trend(values, [rate_interval(value, 1) for value in values])
    scaled = interval_trend(
        [value * factor for value in values], [rate_interval(value, 1, multiplier=factor) for value in values]
    )
    assert scaled.statistic == pytest.approx(plain.statistic, abs=1e-9)


@given(five_shares)
def test_more_persons_never_weaken_the_evidence(shares: list[float]) -> None:
    x = [min(max(round(share * 1000), 1), 999) for share in shares]
    assume(len(set(x)) > 1)
    small, large = proportion_trend(x, [1000] * 5), proportion_trend([7 * part for part in x], [7000] * 5)
    assert large.statistic == pytest.approx(7 * (small.statistic or 0), abs=1e-9)
