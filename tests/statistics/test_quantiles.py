"""Map classes equal those of the Robert Koch-Institut; equal values share a class."""

from __future__ import annotations

import csv
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import class_limits, quantile_classes

ORACLE = list(csv.DictReader((Path(__file__).parent / "oracles" / "classes.csv").open(encoding="utf-8")))

some_values = st.lists(st.integers(min_value=-1000, max_value=1000), min_size=1, max_size=60)
some_classes = st.integers(min_value=2, max_value=10)


@pytest.mark.parametrize(("classes", "column"), [(5, "quintile"), (10, "decile")])
def test_published_classes_are_reproduced(classes: int, column: str) -> None:
    """All 400 districts of 2015."""
    scores = [float(row["score"]) for row in ORACLE]
    assert quantile_classes(scores, classes) == tuple(int(row[column]) for row in ORACLE)


def test_limits_run_from_the_lowest_to_the_highest_value() -> None:
    assert class_limits([3, 1, 2], 2) == pytest.approx((1, 2, 3))


@pytest.mark.parametrize(("values", "classes"), [([], 5), ([1, 2], 1)])
def test_nothing_cannot_be_classed(values: list[float], classes: int) -> None:
    with pytest.raises(ValueError, match="cannot be put"):
        class_limits(values, classes)


def test_classes_need_numbers() -> None:
    with pytest.raises(ValueError, match="finite"):
        quantile_classes([1, math.nan], 2)


@given(some_values, some_classes)
def test_higher_values_are_never_in_a_lower_class(values: list[int], classes: int) -> None:
    found = sorted(zip(values, quantile_classes(values, classes), strict=True))
    assert all(low[1] <= high[1] for low, high in pairwise(found))


@given(some_values, some_classes)
def test_equal_values_share_a_class(values: list[int], classes: int) -> None:
    found = quantile_classes(values, classes)
    assert len(set(zip(values, found, strict=True))) == len(set(values))


@given(some_values, some_classes)
def test_classes_are_numbered_from_one(values: list[int], classes: int) -> None:
    assert set(quantile_classes(values, classes)) <= set(range(1, classes + 1))
