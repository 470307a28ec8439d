"""Counts are not negative, nothing is divided by zero, and a part is not larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures

RULE = "anzahl-unmoeglich"


def check(report: Report) -> Iterator[Problem]:
    """Figures whose numerator, denominator or count cannot be."""
    for figure in figures(report):
        yield from _negative(figure)
        one = figure.observation
        if one.denominator == 0:
            yield error(
                RULE,
                figure.at("nenner"),
                "Der Nenner ist 0; ein Anteil von nichts ist nicht definiert.",
                "Leeren Sie Wert, Zähler und Nenner und schreiben Sie in „zeichen“ nicht-sinnvoll.",
                "0",
            )
        elif _part_exceeds_whole(figure):
            yield error(
                RULE,
                figure.at("zaehler"),
                f"Der Zähler {figure.text('zaehler')} ist größer als der Nenner {figure.text('nenner')}.",
                "Prüfen Sie, ob die beiden Spalten vertauscht sind oder eine Ziffer fehlt.",
                figure.text("zaehler"),
            )


def _part_exceeds_whole(figure: Figure) -> bool:
    one = figure.observation
    if (
        figure.unit is None
        or figure.unit.kind != "anteil"
        or one.numerator is None
        or one.denominator is None
    ):
        return False
    return one.numerator > one.denominator > 0


def _negative(figure: Figure) -> Iterator[Problem]:
    one = figure.observation
    for column, value in (("zaehler", one.numerator), ("nenner", one.denominator), ("wert", one.value)):
        if value is not None and value < 0 and (column != "wert" or _never_negative(figure)):
            yield error(
                RULE,
                figure.at(column),
                f"Die Anzahl {figure.text(column)} ist negativ.",
                "Löschen Sie das Minus, oder prüfen Sie die Quelle.",
                figure.text(column),
            )


def _never_negative(figure: Figure) -> bool:
    """Counts, shares and rates, unless the bounds allow it (a balance of arrivals and departures is a
    count)."""
    bounds = figure.indicator.bounds
    if bounds is not None and bounds.low is not None:
        return False
    return figure.unit is not None and figure.unit.kind in ("anzahl", "anteil", "rate")
