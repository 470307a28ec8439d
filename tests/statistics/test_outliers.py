"""Suspicious values are named with the value they were held against; honest series are left alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import Suspicion, jumps, outliers, suspicious_values, unit_slips


def _told(found: tuple[Suspicion, ...]) -> list[tuple[str, float, float]]:
    return [(suspicion.kind, suspicion.value, suspicion.other_value) for suspicion in found]


@pytest.mark.parametrize(
    ("values", "value", "other", "factor"),
    [
        ((12.1, 12.4, 123.0, 12.2), 123.0, 12.4, 10),
        ((12.1, 12.4, 1.23, 12.2), 1.23, 12.4, 10),
        ((0.121, 12.4, 12.3), 0.121, 12.4, 100),
        ((41.2, 42.0, 41800, 41.0), 41800, 42.0, 1000),
        ((12.1, None, 123.0, 12.0), 123.0, 12.1, 10),
    ],
)
def test_a_slip_of_the_unit_names_both_values(
    values: tuple[float | None, ...], value: float, other: float, factor: float
) -> None:
    (suspicion,) = suspicious_values(values)
    assert (suspicion.kind, suspicion.value, suspicion.other_value) == ("einheit", value, other)
    assert suspicion.size == factor


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((12.1, 12.4, 36.0, 12.2, 12.0), [("sprung", 36.0, 12.4)]),
        ((10, 10, 10, 10, 30), [("sprung", 30, 10)]),
        ((10, 11, 10, 4.6, 10), [("sprung", 4.6, 10)]),
    ],
)
def test_a_jump_dwarfs_the_usual_change(
    values: tuple[float, ...], told: list[tuple[str, float, float]]
) -> None:
    assert [entry for entry in _told(suspicious_values(values)) if entry[0] == "sprung"] == told


def test_an_outlier_is_off_both_its_neighbours() -> None:
    found = suspicious_values((10, 10.5, 11, 11.2, 16, 12, 12.6, 13, 13.3, 13.9, 14.2))
    assert _told(found) == [("ausreisser", 16, pytest.approx(11.6))]


@pytest.mark.parametrize(
    "values",
    [
        (),
        (5,),
        (5, None, None),
        (1, 2, 4, 8, 16, 32, 64),
        (20, 18, 16, 14, 12, 10, 8, 6),
        (12.1, 12.4, 11.9, 12.2, 12.0, 12.8),
        (0, 0, 1, 0, 2, 0),
        (7, 7, 7, 7, 7, 7, 7),
    ],
)
def test_honest_series_are_left_alone(values: tuple[float | None, ...]) -> None:
    assert suspicious_values(values) == ()


def test_one_wrong_value_casts_no_suspicion_on_its_neighbours() -> None:
    found = suspicious_values((12.1, 12.4, 11.9, 1220, 12.0, 12.8, 12.2, 12.5))
    assert _told(found) == [("einheit", 1220, 11.9)]


def test_a_changed_unit_from_one_year_on_is_found_once() -> None:
    assert len(suspicious_values((12.1, 12.4, 11.9, 1220, 1200, 1280))) == 1


@pytest.mark.parametrize("check", [unit_slips, jumps, outliers])
def test_checks_need_numbers(check: object) -> None:
    with pytest.raises(ValueError, match="finite"):
        list(check([math.nan] * 9))  # type: ignore[operator]


@given(st.lists(st.none() | st.integers(min_value=1, max_value=10**6), max_size=20))
def test_every_suspicion_names_a_value_of_the_series_once(values: list[int | None]) -> None:
    found = suspicious_values(values)
    assert all(values[suspicion.place] == suspicion.value for suspicion in found)
    assert len({suspicion.place for suspicion in found}) == len(found)


@given(st.lists(st.integers(min_value=1, max_value=1000), min_size=3, max_size=12), st.integers(1, 8))
def test_suspicion_does_not_depend_on_the_unit(values: list[int], power: int) -> None:
    """Scaled by powers of two, which change no digit of a float."""
    scaled = suspicious_values([value * 2.0**power for value in values])
    assert [(s.kind, s.place) for s in scaled] == [(s.kind, s.place) for s in suspicious_values(values)]
