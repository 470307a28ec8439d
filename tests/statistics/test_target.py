"""Progress equals the symbols Destatis published; chance, short series and single values are told."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import (
    Aim,
    Progress,
    Rating,
    next_target_year,
    rate_progress,
    weakest_bound,
    worst_rating,
)

ORACLE = list(csv.DictReader((Path(__file__).parent / "oracles" / "progress.csv").open(encoding="utf-8")))
KINDS = {"target_year": "erreichen", "constant_target": "halten", "direction_only": "richtung"}
SYMBOLS = {
    "sun": "sonne",
    "slightly_cloudy": "leicht-bewoelkt",
    "cloudy": "bewoelkt",
    "thunderstorm": "gewitter",
}
BEST_FIRST: list[Rating] = ["sonne", "leicht-bewoelkt", "bewoelkt", "gewitter"]

six_values = st.lists(st.integers(min_value=-1000, max_value=1000), min_size=6, max_size=6)
targets = st.integers(min_value=-1000, max_value=1000)


def _number(text: str) -> float | None:
    return float(text) if text not in ("", "-") else None


def _published(row: dict[str, str]) -> Progress:
    aim = Aim(
        kind=KINDS[row["rule"]],  # type: ignore[arg-type]
        direction="steigen" if row["direction"] == "up" else "sinken",
        value=_number(row["target_value"]),
        year=_number(row["target_year"]) if row["rule"] == "target_year" else None,
    )
    years = [int(year) for year in row["years"].split()]
    return rate_progress(years, [_number(value) for value in row["values"].split()], aim)


def _reach(
    *values: float | None, value: float = 0, year: float = 2030, provable: bool | None = None
) -> Progress:
    """Values until 2020, one a year, that are to sink to `value` by `year`."""
    aim = Aim(kind="erreichen", direction="sinken", value=value, year=year)
    return rate_progress(range(2021 - len(values), 2021), values, aim, provable=provable)


def _keep(*values: float, limit: float) -> Progress:
    aim = Aim(kind="halten", direction="sinken", value=limit)
    return rate_progress(range(2021 - len(values), 2021), values, aim)


def _head(*values: float) -> Progress:
    return rate_progress(range(2021 - len(values), 2021), values, Aim(kind="richtung", direction="sinken"))


@pytest.mark.parametrize("row", ORACLE, ids=lambda row: row["oracle_id"])
def test_published_symbols_are_reproduced(row: dict[str, str]) -> None:
    assert _published(row).rating == SYMBOLS[row["published_symbol"]]


@pytest.mark.parametrize(
    ("last", "target", "rating"),
    # From 150 in 2015 to 100 in 2020: 10 less a year, 0 in 2030. The gap is 100 minus the target.
    [
        (100, 0, "sonne"),
        (100, -5, "sonne"),
        (100, -5.3, "leicht-bewoelkt"),
        (100, -25, "leicht-bewoelkt"),
        (100, -25.1, "bewoelkt"),
        (150, 0, "gewitter"),
        (160, 0, "gewitter"),
    ],
)
def test_what_the_extended_development_misses_decides(last: float, target: float, rating: str) -> None:
    assert _reach(150, 120, 130, 90, 115, last, value=target).rating == rating


@pytest.mark.parametrize(("first", "last", "target"), [(10, 7.2, 0.2), (10, 7.4, 0.9), (10, 8.1, 4.1)])
def test_a_miss_on_the_limit_is_slightly_cloudy_in_spite_of_binary_fractions(
    first: float, last: float, target: float
) -> None:
    """7.2 - 0.56 * 10 = 1.6 misses 0.2 by a fifth of the gap of 7; floats say 0.2000000000000001."""
    assert _reach(first, 9, 9, 9, 9, last, value=target).rating == "leicht-bewoelkt"


@pytest.mark.parametrize(
    ("values", "limit", "rating"),
    [
        ((9, 9, 9, 9, 9, 8), 10, "sonne"),
        ((9, 9, 9, 9, 9, 9), 10, "sonne"),
        ((10, 10, 10, 10, 10, 10), 10, "sonne"),
        ((8, 9, 9, 9, 9, 9), 10, "leicht-bewoelkt"),
        ((14, 9, 9, 9, 9, 12), 10, "bewoelkt"),
        ((12, 9, 9, 9, 9, 12), 10, "gewitter"),
        ((11, 9, 9, 9, 9, 12), 10, "gewitter"),
    ],
)
def test_a_limit_to_keep_looks_at_the_last_value_first(
    values: tuple[float, ...], limit: float, rating: str
) -> None:
    assert _keep(*values, limit=limit).rating == rating


@pytest.mark.parametrize(
    ("values", "rating"),
    [
        ((9, 8, 8, 8, 8, 7), "sonne"),
        ((9, 8, 8, 8, 7, 8), "leicht-bewoelkt"),
        ((9, 8, 8, 8, 8, 8), "leicht-bewoelkt"),
        ((7, 8, 8, 8, 9, 8), "bewoelkt"),
        ((8, 8, 8, 8, 9, 8), "bewoelkt"),
        ((7, 8, 8, 8, 8, 9), "gewitter"),
        ((8, 8, 8, 8, 8, 8), "gewitter"),
    ],
)
def test_a_direction_looks_at_the_mean_change_first(values: tuple[float, ...], rating: str) -> None:
    assert _head(*values).rating == rating


@pytest.mark.parametrize("year", [2020, 2018])
def test_a_target_whose_year_is_reached_or_past_is_one_to_keep(year: float) -> None:
    progress = _reach(15, 14, 13, 12, 11, 10, value=9, year=year)
    assert (progress.read_as, progress.rating, progress.projection) == ("halten", "bewoelkt", None)


def test_a_target_met_before_its_year_is_one_to_keep() -> None:
    progress = _reach(15, 14, 13, 12, 11, 10, value=10)
    assert (progress.read_as, progress.rating, progress.missed_share) == ("halten", "sonne", None)


def test_the_projection_extends_the_mean_change() -> None:
    progress = _reach(20, 15, 19, 18, 14, 17.5, value=12)
    assert (progress.yearly_change, progress.projection) == (-0.5, 12.5)
    assert progress.missed_share == pytest.approx(0.5 / 5.5)


def test_only_the_last_six_values_count() -> None:
    assert _reach(1, 1, 1, 16, 15, 14, 13, 12, 11) == _reach(16, 15, 14, 13, 12, 11)


@pytest.mark.parametrize(
    ("values", "rating"),
    [((13, 12, 11, 10), "sonne"), ((12, 11, 10), "nicht-bewertbar"), ((), "nicht-bewertbar")],
)
def test_four_values_are_the_least(values: tuple[float, ...], rating: str) -> None:
    progress = _reach(*values)
    assert (progress.rating, progress.points) == (rating, len(values))
    assert progress.reason == (None if len(values) == 4 else "zu-wenige-werte")


def test_missing_values_are_passed_over() -> None:
    """The mean change uses the time that lies between: 5 less in 5 years, not in 4 steps."""
    progress = _reach(15, None, 13, 12, 11, 10)
    assert (progress.points, progress.yearly_change) == (5, -1)


def test_a_biennial_series_is_read_per_year() -> None:
    aim = Aim(kind="erreichen", direction="sinken", value=10, year=2030)
    progress = rate_progress([2010, 2012, 2014, 2016, 2018, 2020], [30, 28, 26, 24, 22, 20], aim)
    assert (progress.yearly_change, progress.projection, progress.rating) == (-1, 10, "sonne")


@pytest.mark.parametrize(
    ("provable", "rating", "reason"),
    [(True, "sonne", None), (None, "sonne", None), (False, "nicht-bewertbar", "nicht-nachweisbar")],
)
def test_what_chance_may_have_done_is_not_rated(
    provable: bool | None, rating: str, reason: str | None
) -> None:
    progress = _reach(15, 14, 13, 12, 11, 10, provable=provable)
    assert (progress.rating, progress.reason, progress.provable) == (rating, reason, provable)
    assert progress.rating_without_test == "sonne"


@pytest.mark.parametrize(
    ("values", "unstable"),
    [
        ((15, 14, 13, 12, 11, 10), False),
        ((13, 14, 13, 12, 14, 10), True),
        ((16, 10, 10, 10, 10, 10), True),
        ((10, 11, 12, 13, 14, 15), False),
        ((14, 13, 14, 10), False),
    ],
)
def test_a_rating_that_hangs_on_one_value_is_unstable(values: tuple[float, ...], unstable: bool) -> None:
    assert _reach(*values).unstable == unstable


@pytest.mark.parametrize(
    ("ratings", "worst"),
    [
        (["sonne", "bewoelkt", "leicht-bewoelkt"], "bewoelkt"),
        (["sonne"], "sonne"),
        (["sonne", "nicht-bewertbar"], "nicht-bewertbar"),
        (["gewitter", "nicht-bewertbar"], "gewitter"),
        (["nicht-bewertbar"], "nicht-bewertbar"),
    ],
)
def test_of_several_targets_the_worst_decides(ratings: list[Rating], worst: str) -> None:
    assert worst_rating(ratings) == worst


def test_there_is_no_worst_of_none() -> None:
    with pytest.raises(ValueError, match="none"):
        worst_rating([])


def test_an_interval_as_target_demands_its_weakest_bound() -> None:
    assert (weakest_bound(10, 12, "sinken"), weakest_bound(10, 12, "steigen")) == (12, 10)


@pytest.mark.parametrize(("now", "year"), [(2019, 2020), (2020, 2020), (2021, 2030), (2031, None)])
def test_of_several_target_years_the_next_decides(now: float, year: float | None) -> None:
    assert next_target_year([2030, 2020, 2025.5 + 10], now) == (year if now < 2031 else 2035.5)


@pytest.mark.parametrize(
    ("aim", "message"),
    [
        ({"kind": "erreichen", "direction": "sinken", "year": 2030}, "value None"),
        ({"kind": "erreichen", "direction": "sinken", "value": 3}, "year None"),
        ({"kind": "halten", "direction": "sinken", "value": 3, "year": 2030}, "year 2030"),
        ({"kind": "richtung", "direction": "sinken", "value": 3}, "value 3"),
        ({"kind": "richtung", "direction": "neutral"}, "neutral"),
    ],
)
def test_an_aim_is_whole(aim: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Aim(**aim)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("times", "values", "message"),
    [
        ([2018, 2017], [1, 2], "ascend"),
        ([2017], [1, 2], "different length"),
        ([2017, 2018], [1, math.nan], "finite"),
    ],
)
def test_impossible_series_are_refused(times: list[float], values: list[float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rate_progress(times, values, Aim(kind="richtung", direction="sinken"))


@given(six_values, targets)
def test_the_mirrored_target_has_the_same_rating(values: list[int], target: int) -> None:
    down = Aim(kind="erreichen", direction="sinken", value=target, year=2030)
    up = Aim(kind="erreichen", direction="steigen", value=-target, year=2030)
    years = range(2015, 2021)
    assert rate_progress(years, values, down).rating == rate_progress(years, [-v for v in values], up).rating


@given(six_values, targets, st.sampled_from([2, 10, 1000]))
def test_the_rating_does_not_depend_on_the_unit(values: list[int], target: int, factor: int) -> None:
    scaled = _reach(*(value * factor for value in values), value=target * factor)
    assert scaled.rating == _reach(*values, value=target).rating


@given(six_values, targets, st.integers(min_value=1, max_value=500))
def test_an_easier_target_is_never_rated_worse(values: list[int], target: int, easier: int) -> None:
    """As long as both are still ahead: a target already met is judged by another rule."""
    hard, easy = _reach(*values, value=target), _reach(*values, value=target + easier)
    if hard.read_as == easy.read_as == "erreichen":
        assert BEST_FIRST.index(easy.rating) <= BEST_FIRST.index(hard.rating)


@given(six_values, targets)
def test_without_a_test_the_rating_is_the_published_symbol(values: list[int], target: int) -> None:
    progress = _reach(*values, value=target)
    assert progress.rating == progress.rating_without_test
