"""A unit shows a sensible number of decimals, and its factor multiplies."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "einheit-form"

MOST_DECIMALS = 6
"""No official figure is published more precisely."""


def check(report: Report) -> Iterator[Problem]:
    """Units with an impossible number of decimals or factor."""
    table = report.tables.get("data/codelisten/einheiten.csv")
    for unit in report.units.values() if table else ():
        if table and not 0 <= unit.decimals <= MOST_DECIMALS:
            yield error(
                RULE,
                table.place(unit.row, "nachkommastellen"),
                f"{unit.decimals} Nachkommastellen kann die Einheit „{unit.code}“ nicht haben.",
                f"Schreiben Sie eine ganze Zahl von 0 bis {MOST_DECIMALS}, zum Beispiel 1.",
                str(unit.decimals),
            )
        if table and unit.factor <= 0:
            yield error(
                RULE,
                table.place(unit.row, "faktor"),
                f"Der Faktor der Einheit „{unit.code}“ ist nicht größer als 0.",
                "Schreiben Sie, womit Zähler durch Nenner malgenommen wird, zum Beispiel 100 für Prozent.",
                table.cell(unit.row, "faktor"),
            )
