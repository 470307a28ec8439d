"""Figures with their unit in every case and number; the forms are those of the list of units."""

from __future__ import annotations

import pytest

from lagebild.model import Unit
from lagebild.wording import units


def unit(name: str, decimals: int) -> Unit:
    """A unit of which only name and decimals matter."""
    return Unit(code="sample", name=name, symbol="", decimals=decimals, gender="f", kind="index", factor=1)


@pytest.mark.parametrize(
    ("name", "decimals", "value", "nominative", "dative"),
    [
        ("Prozent", 1, 15.34, "15,3 Prozent", "15,3 Prozent"),
        ("Prozent", 0, 1, "1 Prozent", "1 Prozent"),
        ("Personen je 1000 Einwohner", 1, 1, "1,0 Personen je 1000 Einwohner",
         "1,0 Personen je 1000 Einwohner"),
        ("Haushalte je 1000 Haushalte", 1, 8.4, "8,4 Haushalte je 1000 Haushalte",
         "8,4 Haushalten je 1000 Haushalte"),
        ("Ärztinnen und Ärzte je 10 000 Einwohner", 1, 16.2, "16,2 Ärztinnen und Ärzte je 10 000 Einwohner",
         "16,2 Ärztinnen und Ärzten je 10 000 Einwohner"),
        ("Verfahren je 1000 Erwachsene", 2, 0.76, "0,76 Verfahren je 1000 Erwachsene",
         "0,76 Verfahren je 1000 Erwachsene"),
        ("Plätze je Fachkraft", 1, 7.7, "7,7 Plätze je Fachkraft", "7,7 Plätzen je Fachkraft"),
        ("Einwohner je Quadratkilometer", 0, 407, "407 Einwohner je Quadratkilometer",
         "407 Einwohnern je Quadratkilometer"),
        ("Personen", 0, 42370, "42\u202f370 Personen", "42\u202f370 Personen"),
        ("Personen", 0, 1, "1 Person", "1 Person"),
        ("Pässe", 0, 65, "65 Pässe", "65 Pässen"),
        ("Pässe", 0, 1, "1 Pass", "1 Pass"),
        ("Euro je Einwohner und Monat", 0, 1500, "1500 Euro je Einwohner und Monat",
         "1500 Euro je Einwohner und Monat"),
        ("Indexpunkte", 2, 0.753, "0,75 Indexpunkte", "0,75 Indexpunkten"),
        ("von 5 Stufen", 0, 4, "4 von 5 Stufen", "4 von 5 Stufen"),
        ("Zaubertränke", 0, 1, "1 (Einheit: Zaubertränke)", "1 (Einheit: Zaubertränke)"),
    ],
)  # fmt: skip
def test_units_take_case_and_number(
    name: str, decimals: int, value: float, nominative: str, dative: str
) -> None:
    one = unit(name, decimals)
    assert units.nominative(value, one).replace("\u00a0", " ") == nominative
    assert units.dative(value, one).replace("\u00a0", " ") == dative


@pytest.mark.parametrize(
    ("name", "decimals", "value", "written"),
    [
        ("Prozent", 1, -0.68, "0,7 Prozentpunkte"),
        ("Prozent", 0, 1, "1 Prozentpunkt"),
        ("Prozent", 1, 1, "1,0 Prozentpunkte"),
        ("Personen", 0, -120, "120 Personen"),
    ],
)
def test_shares_differ_by_percentage_points(name: str, decimals: int, value: float, written: str) -> None:
    assert units.difference(value, unit(name, decimals)).replace("\u00a0", " ") == written


def test_every_unit_of_the_data_has_a_form_in_both_cases(real: object) -> None:
    """A name whose ending is not known would stand in the wrong case without anyone noticing."""
    for one in real.units.values():  # type: ignore[attr-defined]
        head = one.name.partition(" je ")[0]
        known = head.startswith("von ") or head in ("Prozent", "Euro") or head.split(" ")[-1][-1] in "enlr"
        assert known, one.name
        assert "Einheit:" not in units.nominative(1, one), one.name
