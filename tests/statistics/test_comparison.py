"""A benchmark inside the interval is similar; only outside it is higher, lower, better, worse."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.statistics import (
    Interval,
    Polarity,
    compare_interval,
    compare_values,
    judge,
    proportion_interval,
)

ORACLES = Path(__file__).parent / "oracles"
COMPARISONS = list(csv.DictReader((ORACLES / "comparison.csv").open(encoding="utf-8")))
FUNNEL = list(csv.DictReader((ORACLES / "funnel.csv").open(encoding="utf-8")))
POLARITY: dict[str, Polarity] = {"low_is_good": "sinken", "high_is_good": "steigen", "none": "neutral"}
JUDGEMENT = {"better": "besser", "worse": "schlechter", "similar": "gleich"}
NEUTRAL = {"higher": "hoeher", "lower": "niedriger", "similar": "aehnlich"}

numbers = st.floats(min_value=-1e6, max_value=1e6)


def _interval(lower: float, upper: float) -> Interval:
    return Interval(lower=lower, upper=upper, level=0.95, method="wilson")


@pytest.mark.parametrize("row", COMPARISONS, ids=lambda row: row["oracle_id"])
def test_published_comparisons_are_reproduced(row: dict[str, str]) -> None:
    outcome = compare_interval(
        _interval(float(row["lower95"]), float(row["upper95"])), float(row["benchmark"])
    )
    polarity = POLARITY[row["polarity"]]
    if polarity == "neutral":
        assert (outcome, judge(outcome, polarity)) == (NEUTRAL[row["expected_outcome"]], "ohne-wertung")
    else:
        assert judge(outcome, polarity) == JUDGEMENT[row["expected_outcome"]]


@pytest.mark.parametrize("row", FUNNEL, ids=lambda row: row["oracle_id"])
def test_published_funnel_labels_are_reproduced(row: dict[str, str]) -> None:
    """A funnel plot holds the pooled average against each area's interval at 95 and 99.8 percent."""
    benchmark = float(row["benchmark_pooled"])
    usual, strict = (
        compare_interval(
            proportion_interval(float(row["numerator"]), float(row["denominator"]), level=level), benchmark
        )
        for level in (0.95, 0.998)
    )
    side = {"hoeher": "High", "niedriger": "Low", "aehnlich": "Not significant"}[usual]
    strength = "" if usual == "aehnlich" else " (0.025)" if strict == "aehnlich" else " (0.001)"
    assert side + strength == row["expected_significance"]


@pytest.mark.parametrize(
    ("benchmark", "outcome"), [(1, "aehnlich"), (2, "aehnlich"), (2.1, "niedriger"), (0.9, "hoeher")]
)
def test_a_benchmark_on_a_limit_is_similar(benchmark: float, outcome: str) -> None:
    assert compare_interval(_interval(1, 2), benchmark) == outcome


@pytest.mark.parametrize(
    ("value", "benchmark", "decimals", "outcome"),
    [
        (12.34, 12.26, 1, "aehnlich"),
        (12.35, 12.34, 1, "hoeher"),
        (0.15, 0.2, 1, "aehnlich"),
        (-0.15, -0.2, 1, "aehnlich"),
        (1049, 1050, 0, "niedriger"),
        (5, 4, 0, "hoeher"),
    ],
)
def test_published_figures_are_compared_as_shown(
    value: float, benchmark: float, decimals: int, outcome: str
) -> None:
    assert compare_values(value, benchmark, decimals=decimals) == outcome


@pytest.mark.parametrize(
    ("outcome", "polarity", "judgement"),
    [
        ("hoeher", "sinken", "schlechter"),
        ("hoeher", "steigen", "besser"),
        ("niedriger", "sinken", "besser"),
        ("niedriger", "steigen", "schlechter"),
        ("aehnlich", "sinken", "gleich"),
        ("hoeher", "neutral", "ohne-wertung"),
        ("aehnlich", "neutral", "ohne-wertung"),
        ("nicht-vergleichbar", "sinken", "ohne-wertung"),
    ],
)
def test_only_a_direction_makes_higher_good_or_bad(outcome: str, polarity: str, judgement: str) -> None:
    assert judge(outcome, polarity) == judgement  # type: ignore[arg-type]


@pytest.mark.parametrize(("lower", "upper", "benchmark"), [(2, 1, 1), (math.nan, 1, 1), (0, 1, math.nan)])
def test_impossible_comparisons_are_refused(lower: float, upper: float, benchmark: float) -> None:
    with pytest.raises(ValueError, match=r"changed places|finite"):
        compare_interval(_interval(lower, upper), benchmark)


@given(numbers, numbers, numbers)
def test_mirrored_figures_have_the_mirrored_outcome(a: float, b: float, benchmark: float) -> None:
    lower, upper = sorted((a, b))
    mirrored = {"hoeher": "niedriger", "niedriger": "hoeher", "aehnlich": "aehnlich"}
    outcome = compare_interval(_interval(lower, upper), benchmark)
    assert compare_interval(_interval(-upper, -lower), -benchmark) == mirrored[outcome]


@given(numbers, st.integers(min_value=0, max_value=3))
def test_a_figure_is_similar_to_itself(value: float, decimals: int) -> None:
    assert compare_values(value, value, decimals=decimals) == "aehnlich"
