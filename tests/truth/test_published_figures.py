"""Figures of the data against what others published, and figures that must not be shown at all."""

from __future__ import annotations

import pytest

from lagebild.model import Observation, Report


def figure(report: Report, indicator: str, territory: str, period: str, *codes: str) -> Observation:
    found = [
        o
        for o in report.figures[indicator]
        if (o.territory, o.period.text, o.breakdown) == (territory, period, codes)
    ]
    assert len(found) == 1, found
    return found[0]


# Zweiter Thüringer Sozialstrukturatlas: children under 15 with SGB II in 2017, as reported in May 2020.
# https://www.thueringen24.de/thueringen/article229163702/
@pytest.mark.parametrize(
    ("territory", "published"),
    [
        ("eisenach", 20.8),
        ("wartburgkreis-ohne-eisenach", 8.0),
        ("thueringen", 14.2),
        ("deutschland", 14.7),
        ("eichsfeld", 7.6),
    ],
)
def test_child_poverty_agrees_with_the_atlas_of_the_land(
    real: Report, territory: str, published: float
) -> None:
    shown = figure(real, "kinderarmut-sgb2-unter-15", territory, "2017").value
    assert shown == pytest.approx(published, abs=0.06)


# Regionaldatenbank Deutschland, table 13211-02-05-4: unemployed in Eisenach, yearly average.
@pytest.mark.parametrize(
    ("year", "published"),
    [("2012", 1963), ("2013", 2049), ("2014", 1847), ("2015", 1739), ("2016", 1692), ("2017", 1556),
     ("2018", 1454), ("2019", 1406)],
)  # fmt: skip
def test_two_publications_of_the_unemployed_agree(real: Report, year: str, published: int) -> None:
    assert figure(real, "arbeitslose", "eisenach", year).value == published
    assert figure(real, "arbeitslose-personengruppen", "eisenach", year, "insgesamt").value == published


def test_minimum_income_benefits_of_2020_are_the_two_official_counts(real: Report) -> None:
    """Regionaldatenbank 22811-01-01-4 and Destatis 12411-0018, both of 31 December 2020."""
    shown = figure(real, "mindestsicherungsquote", "eisenach", "2020")
    assert (shown.numerator, shown.denominator, shown.value) == (4038, 41970, 9.62)


def test_city_and_old_district_make_up_the_new_district(real: Report) -> None:
    """INKAR counts the district with the city for all years: the unemployed of both parts add up to it."""
    for year in range(1998, 2020):
        city, old, new = (
            figure(real, "arbeitslose", territory, str(year)).value or 0
            for territory in ("eisenach", "wartburgkreis-ohne-eisenach", "wartburgkreis")
        )
        # One person is missing in 2010 in the source itself.
        assert abs(city + old - new) <= (1 if year == 2010 else 0), year


# The source's own figures are implausible or do not fit their definition: they are told, not shown.
IMPLAUSIBLE = {
    ("grundsicherung-im-alter", "eisenach"): {str(year) for year in range(2008, 2020)},
    ("grundsicherung-im-alter", "wartburgkreis-ohne-eisenach"): {str(year) for year in range(2008, 2020)},
    ("bruttoverdienst", "wartburgkreis"): {"2018", "2019", "2020", "2021"},
    ("kosten-der-unterkunft", "schmalkalden-meiningen"): {"2008", "2009", "2010", "2011"},
    ("mindestsicherungsquote", "sonneberg"): {"2016"},
    ("schluesselzuweisungen", "thueringen"): {"2006"},
    ("schluesselzuweisungen", "suhl"): {"2006"},
}


def test_implausible_figures_are_withheld_with_their_reason(real: Report) -> None:
    withheld: dict[tuple[str, str], set[str]] = {}
    for indicator, rows in real.figures.items():
        for row in rows:
            if "unsicher" in row.signs:
                assert (row.value, bool(row.note)) == (None, True), (indicator, row)
                withheld.setdefault((indicator, row.territory), set()).add(row.period.text)
    assert withheld == IMPLAUSIBLE


def test_one_row_for_each_territory_period_and_group(real: Report) -> None:
    for indicator, rows in real.figures.items():
        keys = [(row.territory, row.period.text, row.breakdown) for row in rows]
        assert len(keys) == len(set(keys)), indicator
