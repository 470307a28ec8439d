"""Trends and ratings that others published, fed in as data packages and read from the JSON.

Trends: ukhsa-collaboration/fingertips-open, WhenUsingTrendMarkerCalculator.cs. Ratings: the report of 2022 on
the indicators of the German sustainability strategy, with the figures of DnsTestEnvironment/dns-data (commit
7de43d6, dl-de/by-2-0).
"""

from __future__ import annotations

import pytest

from tests.contract.builder import indicator, published


def written(value: float) -> str:
    """With a decimal comma and no more digits than the format allows."""
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")


@pytest.mark.parametrize(
    ("numerators", "denominators", "outcome", "statistic"),
    [
        ([621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121], "fallend", 20.11508),
        ([2157, 2090, 2194, 2134.81, 2094], [3454, 3195, 3256, 3152, 3062], "steigend", 30.010453),
        ([8116, 8145, 8222, 8506, 8728], [91530, 91773, 92088, 92238, 92665.89], "steigend", 23.554101),
        ([5405, 5500, 5435, 5480, 5315], [18095, 18170, 18005, 17890, 17860], "nicht-nachweisbar", 0.01795),
        ([22435, 22445, 21365, 20955, 19055], [65880, 67900, 68705, 69835, 70910], "fallend", 978.284469),
    ],
)
def test_a_recent_trend_is_the_one_of_fingertips(
    numerators: list[float], denominators: list[float], outcome: str, statistic: float
) -> None:
    rows = "\n".join(
        f"adorf {2015 + i} {written(100 * x / n)} {written(x)}/{written(n)}"
        for i, (x, n) in enumerate(zip(numerators, denominators, strict=True))
    )
    [trend] = published(indicator("x", rows))["indikatoren/x.json"]["trend"]
    assert (trend["ergebnis"], trend["methode"]) == (outcome, "fingertips-chi2")
    assert (trend["von"], trend["bis"]) == ("2015", "2019")
    assert trend["pruefgroesse"] == pytest.approx(statistic, abs=1e-5)


@pytest.mark.parametrize(
    ("direction", "target", "last_year", "values", "symbol"),
    [
        ("sinken", "erreichen, wert: 13, bis: 2030", 2016, [16.1, 16.6, 16.4, 15.9, 15.6, 15.8], "bewoelkt"),
        (
            "sinken",
            "erreichen, wert: 55, bis: 2030",
            2016,
            [88.216, 87.81, 86.6, 83.507, 82.848, 80.139],
            "leicht-bewoelkt",
        ),
        ("sinken", "erreichen, wert: 30, bis: 2030", 2020, [66, 62, 58, 56, 52, 54], "sonne"),
        ("sinken", "erreichen, wert: 13, bis: 2030", 2015, [14.5, 16.1, 16.6, 16.4, 15.9, 15.6], "gewitter"),
        ("steigen", "erreichen, wert: 34, bis: 2030", 2019, [5.9, 7.6, 8.7, 8.4, 7.4, 7.9], "bewoelkt"),
        ("steigen", "erreichen, wert: 50, bis: 2030", 2021, [20.4, 23.7, 24.2, 32.1, 35.6, 40.2], "sonne"),
        ("steigen", "halten, wert: 3", 2020, [2.88, 2.88, 2.99, 3.05, 3.11, 3.09], "sonne"),
        ("steigen", "halten, wert: 100", 2020, [81, 81.8, 83.1, 82.7, 84.2, 84.1], "bewoelkt"),
        ("sinken", "halten, wert: 10", 2015, [22, 22, 23, 22, 22, 22], "gewitter"),
        ("sinken", "richtung", 2017, [99.396, 98.792, 99.849, 97.885, 100.755, 99.396], "bewoelkt"),
        ("sinken", "richtung", 2016, [100.906, 99.396, 98.792, 99.849, 97.885, 100.755], "leicht-bewoelkt"),
        ("steigen", "richtung", 2019, [31, 15.7, 59.8, 68, 63, 63.5], "sonne"),
        ("steigen", "richtung", 2015, [20, 12, 24.9, 36.3, 31, 15.7], "gewitter"),
    ],
)
def test_a_rating_without_a_test_of_chance_is_the_published_symbol(
    direction: str, target: str, last_year: int, values: list[float], symbol: str
) -> None:
    rows = "\n".join(f"adorf {last_year - 5 + i} {written(value)}" for i, value in enumerate(values))
    parts = indicator("x", rows, einheit="punkte", richtung=direction, ziele=f"[{{art: {target}}}]")
    [rated] = published(parts)["indikatoren/x.json"]["ziele"]
    assert (rated["bewertung"], rated["bewertung_ohne_pruefung"]) == (symbol, symbol)
    assert (rated["nachweisbar"], rated["grund"]) == (None, None)
    ahead = "bis: " in target
    yearly = (values[-1] - values[0]) / 5
    expected = values[-1] + yearly * (2030 - last_year) if ahead else None
    assert rated["projektion"] == (pytest.approx(expected, rel=1e-9) if ahead else None)
