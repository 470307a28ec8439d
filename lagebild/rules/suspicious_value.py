"""Values that look wrong beside their neighbours: slips of the unit, jumps, outliers.

A warning proves nothing; it names both values so that somebody looks. Neighbours are figures of one unbroken
run: one edition, no break, no gap. Slips of the unit (a factor of about 10, 100 or 1000) are told for every
series. Jumps and outliers are told for the main territory and for those it is compared with: hundreds of
ordinary ups and downs of small districts would hide the one that matters. Small counts jump by chance, so
that both values of a jump must be at least `ENOUGH_CASES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.assessment.figures.series import series_of
from lagebild.findings import Point, Series
from lagebild.model import Indicator, Report, Table, Unit
from lagebild.problems import Problem, warning
from lagebild.statistics import Suspicion, suspicious_values
from lagebild.wording.numbers import number

RULE = "auffaelliger-wert"

ENOUGH_CASES = 20
"""Below this a count doubles or halves by chance (Poisson: 20 ± 9 in 95 of 100 cases)."""


def check(report: Report) -> Iterator[Problem]:
    """Figures that somebody should look at again."""
    for indicator in report.indicators.values():
        table, unit = report.tables.get(indicator.table), report.units.get(indicator.unit)
        if table is None or unit is None:
            continue
        for series in series_of(report, indicator).values():
            for run in series.runs:
                yield from _of_run(report, indicator, series, run)


def _of_run(report: Report, indicator: Indicator, series: Series, run: Sequence[Point]) -> Iterator[Problem]:
    table, unit = report.tables[indicator.table], report.units[indicator.unit]
    watched = series.territory in (report.site.main_territory, *indicator.comparators)
    for found in suspicious_values([point.value for point in run]):
        if found.kind != "einheit" and not watched:
            continue
        few = unit.kind == "anzahl" and min(abs(found.value), abs(found.other_value)) < ENOUGH_CASES
        if few and found.kind != "einheit":
            continue
        yield _problem(found, run, table, unit)


def _problem(found: Suspicion, run: Sequence[Point], table: Table, unit: Unit) -> Problem:
    point = run[found.place]
    place = table.place(point.observation.row, "wert")
    text = table.cell(point.observation.row, "wert")
    others = [run[other] for other in found.others]
    beside = " und ".join(f"{table.cell(o.observation.row, 'wert')} ({o.period.text})" for o in others)
    if found.kind == "einheit":
        message = f"Der Wert {text} ist rund {found.size:.0f}-mal so {_size(found)} wie {beside}."
        remedy = (
            "Prüfen Sie Komma und Einheit, zum Beispiel Personen statt Tausend oder Anteil statt Prozent."
        )
    elif found.kind == "sprung":
        factor = number(max(found.value, found.other_value) / min(found.value, found.other_value), 1)
        message = (
            f"Der Wert {text} weicht von {beside} um das {factor}-Fache ab, sonst ändert sich die Reihe kaum."
        )
        remedy = "Prüfen Sie den Wert; hat sich die Zählung geändert, tragen Sie den Bruch bei brueche ein."
    else:
        message = f"Der Wert {text} liegt weit neben seinen Nachbarn {beside}."
        remedy = "Prüfen Sie den Wert an der Quelle; stimmt er, nennen Sie in „anmerkung“ den Grund."
    return warning(RULE, place, message, remedy, text)


def _size(found: Suspicion) -> str:
    return "groß" if abs(found.value) > abs(found.other_value) else "klein"
