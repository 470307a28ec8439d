"""The worked examples say what their own formulas give: every number is worked out again here."""

from __future__ import annotations

import re
from math import sqrt
from pathlib import Path

import pytest
from scipy.stats import chi2, norm

from lagebild.assessed import Assessed
from lagebild.model import Report
from lagebild.pages import method

Z = float(norm.ppf(0.975))
EXAMPLES = {example.ident: example for example in method.examples()}
METHODS = Path(__file__).parents[2] / "docs" / "methodik" / "index.md"


def numbers_of(text: str) -> list[float]:
    """The decimal numbers of a German text."""
    return [float(found.replace("−", "-").replace(",", ".")) for found in re.findall(r"[−+]?\d+,\d+", text)]


def steps(ident: str) -> list[float]:
    """The decimal numbers of an example's steps."""
    return numbers_of(" ".join(EXAMPLES[ident].steps))


def test_wilson_limits_follow_from_the_formula() -> None:
    x, n = method.PART, method.WHOLE
    root = Z * sqrt(Z**2 + 4 * x * (1 - x / n))
    limits = [100 * (2 * x + Z**2 + sign * root) / (2 * (n + Z**2)) for sign in (-1, 1)]
    assert steps("wilson") == pytest.approx(limits, abs=0.005)


def test_poisson_limits_follow_from_the_quantiles() -> None:
    x = method.FEW
    limits = [chi2.ppf(0.025, 2 * x) / 2, chi2.ppf(0.975, 2 * x + 2) / 2]
    rates = [limit / method.PEOPLE * 1000 for limit in limits]
    assert steps("poisson") == pytest.approx([*limits, *rates], abs=0.005)


def test_byar_limits_follow_from_the_formula() -> None:
    x, y = method.MANY, method.MANY + 1
    limits = [
        x * (1 - 1 / (9 * x) - Z / (3 * sqrt(x))) ** 3,
        y * (1 - 1 / (9 * y) + Z / (3 * sqrt(y))) ** 3,
    ]
    rates = [limit / method.PEOPLE * 1000 for limit in limits]
    assert steps("byar") == pytest.approx([*limits, *rates], abs=0.005)


def test_chi_squared_follows_from_the_sums() -> None:
    x, n, t = method.TREND_PARTS, method.TREND_WHOLES, range(1, 6)
    whole, part = sum(n), sum(x)
    xt = sum(a * b for a, b in zip(x, t, strict=True))
    nt = sum(a * b for a, b in zip(n, t, strict=True))
    ntt = sum(a * b**2 for a, b in zip(n, t, strict=True))
    expected = whole * (whole * xt - part * nt) ** 2 / (part * (whole - part) * (whole * ntt - nt**2))
    assert steps("trend-chi2")[0] == pytest.approx(expected, abs=0.005)
    assert (expected > 9.5495) == ("fallend" in EXAMPLES["trend-chi2"].result)


def test_the_symbol_follows_from_the_extended_development() -> None:
    first, last = method.AIM_VALUES[0], method.AIM_VALUES[-1]
    yearly = (last - first) / (method.AIM_YEARS[-1] - method.AIM_YEARS[0])
    projection = last + yearly * (2030 - method.AIM_YEARS[-1])
    missed = (12 - projection) / (12 - last)
    found = steps("wettersymbol")
    assert found[0] == pytest.approx(yearly, abs=0.005)
    assert found[2] == pytest.approx(projection, abs=0.05)
    assert found[-1] == pytest.approx(100 * missed, abs=0.05)
    expected = (
        "wird erreicht" if missed < 0.05 else "knapp verfehlt" if missed <= 0.2 else "deutlich verfehlt"
    )
    assert expected in EXAMPLES["wettersymbol"].result


def test_comparisons_follow_from_the_interval() -> None:
    low, high = steps("wilson")
    for value, step in zip(method.BENCHMARKS, EXAMPLES["vergleich"].steps, strict=True):
        expected = "höher" if low > value else "niedriger" if high < value else "ähnlich"
        assert step.endswith(f"{expected}.")


def test_the_rank_counts_smaller_values_and_names_missing_ones() -> None:
    known = [value for value in method.TOWNS.values() if value is not None]
    own = method.TOWNS[method.RANKED]
    smaller = sum(value < own for value in known if own is not None)
    assert f"Rang {1 + smaller} von {len(known)}" in EXAMPLES["rangfolge"].result
    assert "Stadt E" in EXAMPLES["rangfolge"].result


def test_halves_are_rounded_away_from_zero_and_no_zero_has_a_sign() -> None:
    assert EXAMPLES["runden"].steps == (
        "15,25 wird 15,3.",
        "7,34 wird 7,3.",
        "−0,04 wird 0,0.",
    )


def test_rounded_parts_may_miss_their_total() -> None:
    assert "zusammen 100,0" in EXAMPLES["runden"].result
    assert EXAMPLES["runden"].result.endswith("zusammen 99,9.")


def test_every_example_leads_to_its_place_in_the_methods() -> None:
    anchors = set(re.findall(r"\{#([\w-]+)\}", METHODS.read_text(encoding="utf-8")))
    assert {example.section for example in EXAMPLES.values()} <= anchors


def test_the_methods_lead_to_the_examples() -> None:
    assert "beispiele/index.md" in METHODS.read_text(encoding="utf-8")


def test_the_page_calls_its_numbers_invented(sample: Report) -> None:
    assessed = Assessed(report=sample, indicators={}, states={}, boards={})
    html = next(method.pages(assessed)).html
    assert "erfunden" in html
    assert all(f'id="{ident}"' in html for ident in EXAMPLES)
