"""Values that look wrong beside their neighbours: slips of the unit, jumps, outliers.

A warning proves nothing; it names both values so that somebody looks. Neighbours are figures of one unbroken
run: one edition, no break, no gap. Slips of the unit (a factor of about 10, 100 or 1000) are told for every
series, across breaks and editions too. Jumps and outliers are told for the main territory and for those it is
compared with: hundreds of ordinary ups and downs of small districts would hide the one that matters. Small
counts jump by chance, so that both values of a jump must be at least `ENOUGH_CASES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.findings import Point, Series
from lagebild.model import Report, Table, Unit
from lagebild.problems import Problem, warning
from lagebild.rules._series import bare_series
from lagebild.statistics import Suspicion, suspicious_values, unit_slips
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
        watched = (report.site.main_territory, *indicator.comparators)
        for series in bare_series(report, indicator):
            for found, points in _suspicions(series, unit, watched=series.territory in watched):
                yield _problem(found, points, table)


def _suspicions(series: Series, unit: Unit, *, watched: bool) -> Iterator[tuple[Suspicion, Sequence[Point]]]:
    """What is told of a series, with the points that the suspicion counts in."""
    known = [point for point in series.points if point.value is not None]
    slips = {found.place: found for found in unit_slips([point.value for point in known])}
    blamed = [known[place] for place in slips]
    for found in slips.values():
        yield found, known
    for run in series.runs if watched else ():
        for found in suspicious_values([point.value for point in run]):
            few = unit.kind == "anzahl" and min(abs(found.value), abs(found.other_value)) < ENOUGH_CASES
            if found.kind != "einheit" and not few and run[found.place] not in blamed:
                yield found, run


def _problem(found: Suspicion, run: Sequence[Point], table: Table) -> Problem:
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
