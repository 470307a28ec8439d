"""Single sections of the indicator page: editions in the table, the ranking and its map, the key facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import Report
from lagebild.pages._key_facts import key_facts
from lagebild.pages._map import map_of, sheets
from lagebild.pages._ranking import Ranking, ranking
from lagebild.pages._value_table import value_table

CHILD_POVERTY = "kinderarmut-sgb2-unter-15"
BENEFITS = "sgb2-quote"


@pytest.fixture(scope="module")
def real_assessed(real: Report) -> Assessed:
    return assess(real)


def test_a_new_edition_is_a_row_before_the_first_period_that_it_covers(real_assessed: Assessed) -> None:
    """The edition 03/2024 names no value for 2020; its sign stands below the edition's row, not above it."""
    report = real_assessed.report
    table = value_table(report, report.indicators[CHILD_POVERTY], real_assessed.indicators[CHILD_POVERTY])
    assert table
    order = [row.get("kopf") or row["ausgabe"].split(":")[0] for row in table.rows]
    assert order == ["Eisenach", "2016", "2017", "2018", "2019", "Andere Ausgabe", "2020", "2021", "2022"]


def test_the_legend_explains_exactly_the_signs_that_are_shown(real_assessed: Assessed) -> None:
    report = real_assessed.report
    for ident, findings in real_assessed.indicators.items():
        table = value_table(report, report.indicators[ident], findings)
        if table is None:
            continue
        cells = [cell for row in table.rows for cell in row.get("zellen", ())]
        bare = {c["text"] for c in cells if c.get("wort") and c["text"] in (".", "/", "x", "…", "0")}
        letters = {letter for c in cells for letter in (c.get("zeichen") or "").split()}
        explained = {row["zeichen"] for row in table.legend} - {"–", "( )"}
        assert explained == bare | letters, ident


def test_a_ranking_stays_within_one_edition_and_one_period(real_assessed: Assessed) -> None:
    report = real_assessed.report
    for ident, findings in real_assessed.indicators.items():
        found = ranking(report, report.indicators[ident], findings)
        if isinstance(found, Ranking):
            assert len({p.edition for p in found.points.values()}) == 1, ident
            assert {p.period for p in found.points.values()} == {found.period}, ident


def test_without_comparable_figures_the_reason_stands_in_place_of_a_ranking(real_assessed: Assessed) -> None:
    report = real_assessed.report
    found = ranking(report, report.indicators["arbeitslose"], real_assessed.indicators["arbeitslose"])
    assert found == report.indicators["arbeitslose"].between_territories.reason


def test_a_map_shows_the_boundaries_of_the_figures_day_and_every_value_in_its_legend(
    real_assessed: Assessed,
) -> None:
    """Figures of the status of 2019 lie in the boundaries before the reform, although newer ones exist."""
    report = real_assessed.report
    found = ranking(report, report.indicators[BENEFITS], real_assessed.indicators[BENEFITS])
    assert isinstance(found, Ranking)
    drawn = map_of(report, sheets(report), found, report.unit_of(report.indicators[BENEFITS]), "Titel")
    assert drawn
    assert drawn.note.startswith("Grenzen vom 1.\u00a0Januar 2021.")
    assert [row["nr"] for row in drawn.classes] == [1, 2, 3, 4, 5]


def test_a_territory_outside_every_boundary_set_gets_no_map(real_assessed: Assessed) -> None:
    report = replace(real_assessed.report, boundaries=())
    found = ranking(report, report.indicators[BENEFITS], real_assessed.indicators[BENEFITS])
    assert isinstance(found, Ranking)
    assert map_of(report, sheets(report), found, report.unit_of(report.indicators[BENEFITS]), "Titel") is None


@pytest.mark.parametrize(
    ("ident", "name", "shown"),
    [
        (CHILD_POVERTY, "Letzter Wert", "15,3\u00a0%"),
        (CHILD_POVERTY, "Veränderung", "−0,7"),
        (CHILD_POVERTY, "Vergleich 2022", "höher"),
        (CHILD_POVERTY, "Trend", "nicht berechenbar"),
        (CHILD_POVERTY, "Aktualität", "älter als drei Jahre"),
        ("kita-betreuungsquote", "Vergleich 2019", "unterschiedlich"),
        ("grundsicherung-im-alter", "Letzter Wert", "kein Wert"),
        ("bevoelkerung", "Letzter Wert", "nur aufgeschlüsselt"),
        ("gisd", "Veränderung", "nicht vergleichbar"),
        ("haushaltseinkommen", "Letzter Wert", "1701\u00a0€"),
    ],
)
def test_key_facts_say_what_was_found_or_why_not(
    real_assessed: Assessed, ident: str, name: str, shown: str
) -> None:
    report = real_assessed.report
    facts = key_facts(report, report.indicators[ident], real_assessed.indicators[ident])
    assert {fact["name"]: fact["wert"] for fact in facts}[name] == shown
