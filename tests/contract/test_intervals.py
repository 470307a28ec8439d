"""Intervals of units of every kind, read from the published JSON. Figures without a source are invented."""

from __future__ import annotations

import pytest

from tests.contract.builder import MINIMAL, indicator, published

UNITS = {
    "data/codelisten/einheiten.csv": f"{MINIMAL['data/codelisten/einheiten.csv']}"
    "tausend;Tausend;Tsd.;1;n;anzahl;1000\nanteil;Anteil;;4;m;anteil;1\n"
}


def interval(row: str, unit: str) -> dict[str, object] | None:
    """The interval of a single figure."""
    content = published(UNITS, indicator("x", f"adorf 2019 {row}", einheit=unit))
    return content["indikatoren/x.json"]["werte"][0]["intervall"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("row", "unit", "lower", "upper", "method"),
    [
        # PHEindicatormethods, testdata_Byars_Wilson.xlsx and testdata_Proportions.xlsx
        ("0,65 65/100", "anteil", 0.5525444329688797, 0.7363575175690247, "wilson"),
        ("0,445 0,445/1", "anteil", 0.04381744772058822, 0.9334621276979156, "wilson"),
        ("79,83799108951 9856/12345", "prozent", 79.1210175290907, 80.53640073614909, "wilson"),
        ("0,1028 7776456/7564336677", "prozent", 0.10273201001641094, 0.10287644578977231, "wilson"),
        ("65", "personen", 50.163187710459454, 82.84913854593984, "byar"),
        ("1045 1045/", "personen", 982.5932018073325, 1110.33121298565, "byar"),
        # Garwood 1936: 0 events give 0 to -ln 0.025; 9 of 3000 and 10 of 3000 stand on either side of Byar.
        ("0 nichts", "personen", 0.0, 3.6888794541139363, "poisson-exakt"),
        ("3 9/3000", "je-1000", 4.115373097378334 / 3, 17.084803451419166 / 3, "poisson-exakt"),
        # The numerator tells how many events a figure in thousands stands for.
        ("1,045 1045/", "tausend", 0.9825932018073325, 1.11033121298565, "byar"),
        # Less than half of what is shown, with its cases: 3 of 10000.
        ("0 3/10000 weniger-als-halb", "prozent", 0.010203219941781009, 0.08817357722363799, "wilson"),
    ],
)
def test_an_interval_is_that_of_the_source(
    row: str, unit: str, lower: float, upper: float, method: str
) -> None:
    found = interval(row, unit)
    assert found is not None
    assert found["untere"] == pytest.approx(lower, rel=1e-9)
    assert found["obere"] == pytest.approx(upper, rel=1e-9)
    assert (found["niveau"], found["methode"]) == (0.95, method)


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("15,3", "prozent"),
        ("5 5/", "prozent"),
        ("5 /100", "prozent"),
        ("- 5/100 unsicher", "prozent"),
        ("5 500/100", "euro"),
        ("0,5", "punkte"),
        ("12,5", "tausend"),
        ("0 weniger-als-halb", "personen"),
    ],
)
def test_no_interval_is_invented(row: str, unit: str) -> None:
    assert interval(row, unit) is None
