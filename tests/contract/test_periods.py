"""Which five periods make a trend window, read from the published JSON. All figures are invented."""

from __future__ import annotations

import pytest

from tests.contract.builder import indicator, published

FALLING = (200, 180, 160, 140, 120)
YEARS = range(2015, 2020)


def rows(periods: list[str], cases: tuple[int, ...] = FALLING, source: str = "amt-a") -> str:
    """Shares of 1000 persons, one per period."""
    shares = (f"{x / 10:g}".replace(".", ",") for x in cases)
    return "\n".join(
        f"adorf {period} {share} {x}/1000 @{source}"
        for period, share, x in zip(periods, shares, cases, strict=True)
    )


@pytest.mark.parametrize(
    ("periods", "keys"),
    [
        pytest.param([f"{y}" for y in YEARS], {}, id="years"),
        pytest.param([f"{y}-12-31" for y in YEARS], {"zeitbezug": "stichtag"}, id="key dates"),
        pytest.param(
            [f"31.12.{y}" for y in YEARS], {"zeitbezug": "stichtag"}, id="key dates as Excel writes"
        ),
        pytest.param(
            ["2015-06-30", "2016-07-01", "2017-06-30", "2018-06-29", "2019-07-02"],
            {"zeitbezug": "stichtag"},
            id="key dates that wander over the end of a month",
        ),
        pytest.param([f"{y}/{y + 1}" for y in YEARS], {"zeitbezug": "schuljahr"}, id="school years"),
        pytest.param(
            ["2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2", "2019-Q3"], {"zeitbezug": "quartal"}, id="quarters"
        ),
        pytest.param([f"{y}-Q4" for y in YEARS], {"zeitbezug": "quartal"}, id="one quarter of every year"),
        pytest.param(
            [f"{y}" for y in range(2010, 2020, 2)], {"rhythmus": "zweijaehrlich"}, id="every second year"
        ),
        pytest.param(
            [f"{y}" for y in range(2009, 2019, 2)], {"rhythmus": "unregelmaessig"}, id="irregular, but even"
        ),
    ],
)
def test_five_consecutive_periods_of_the_rhythm_make_a_trend(
    periods: list[str], keys: dict[str, str]
) -> None:
    [trend] = published(indicator("x", rows(periods), **keys))["indikatoren/x.json"]["trend"]
    assert (trend["ergebnis"], trend["methode"]) == ("fallend", "fingertips-chi2")
    # N (N Σxt - X Σnt)² / (X (N - X) (N Σnt² - (Σnt)²)) with Σx = 800, Σn = 5000, t = 1 … 5.
    assert trend["pruefgroesse"] == pytest.approx(29.761904761904763, rel=1e-12)


@pytest.mark.parametrize(
    ("periods", "keys"),
    [
        pytest.param(["2014", "2016", "2017", "2018", "2019"], {}, id="a year is missing"),
        pytest.param(["2008", "2012", "2014", "2016", "2018"], {"rhythmus": "zweijaehrlich"}, id="a round"),
        pytest.param([f"{y}" for y in range(2010, 2020, 2)], {}, id="every second year of a yearly series"),
        pytest.param(
            ["2018-Q2", "2018-Q4", "2019-Q1", "2019-Q2", "2019-Q3"], {"zeitbezug": "quartal"}, id="a quarter"
        ),
        pytest.param(
            ["2009", "2012", "2013", "2014", "2018"], {"rhythmus": "unregelmaessig"}, id="uneven distances"
        ),
        pytest.param([f"{y}" for y in YEARS], {"brueche": "[{ab: 2017, grund: Sample}]"}, id="a break"),
        pytest.param(
            [f"{y}/{y + 1}" for y in YEARS],
            {"zeitbezug": "schuljahr", "brueche": "[{ab: 2017, grund: Sample}]"},
            id="a break between school years",
        ),
        pytest.param([f"{y}" for y in YEARS], {"zeitvergleich": "{nein: Sample}"}, id="never over time"),
    ],
)
def test_whatever_ends_the_window_leaves_no_trend_but_a_reason(
    periods: list[str], keys: dict[str, str]
) -> None:
    [trend] = published(indicator("x", rows(periods), **keys))["indikatoren/x.json"]["trend"]
    assert (trend["ergebnis"], trend["pruefgroesse"]) == ("nicht-berechenbar", None)
    assert trend["grund"]


@pytest.mark.parametrize(
    ("last", "outcome"),
    [
        ("adorf 2020 - spaeter", "fallend"),
        ("adorf 2020 - nicht-sinnvoll", "fallend"),
        ("adorf 2020 - geheim", "nicht-berechenbar"),
        ("adorf 2020 11 110/1000 vorlaeufig", "fallend"),
        ("adorf 2020 11 110/1000 eingeschraenkt geschaetzt", "fallend"),
        ("adorf 2020 0 0/1000 nichts", "nicht-berechenbar"),
        ("adorf 2020 11 110/1000 @amt-a2", "fallend"),
        ("adorf 2020 11 110/1000 @amt-b", "nicht-berechenbar"),
    ],
)
def test_the_last_period_counts_with_its_sign_and_its_edition(last: str, outcome: str) -> None:
    table = f"{rows([f'{y}' for y in YEARS])}\n{last}"
    [trend] = published(indicator("x", table))["indikatoren/x.json"]["trend"]
    assert trend["ergebnis"] == outcome
