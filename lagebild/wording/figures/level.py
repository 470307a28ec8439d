"""How high: the latest figure, how old it is, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.findings import IndicatorFindings, Point
from lagebild.model import Indicator, Period, Report
from lagebild.wording import dates, territories
from lagebild.wording.figures._subject import group, lacking, last_point, level, only_parts, place
from lagebild.wording.figures._words import TOLD_WITH_THE_FIGURE
from lagebild.wording.grammar import sentence
from lagebild.wording.numbers import number


def age(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """A figure older than three years says so before anything else."""
    fresh = findings.freshness
    if fresh.older_than_three_years and fresh.last_period:
        until = dates.accusative(Period.parse(fresh.last_period))
        yield (
            f"Die letzte Zahl für {territories.accusative(place(report))} ist mehr als drei Jahre alt: "
            f"Sie gilt für {until}."
        )
    if fresh.discontinued:
        yield "Die Reihe wird nicht fortgeführt."


def latest(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """The latest figure of the headline series, or that there is none."""
    point = last_point(findings)
    if point:
        yield sentence(_figure(report, indicator, findings, point))
        yield from _reservation(point)
    elif findings.headline_codes is None:
        yield "Eine einzelne Hauptzahl hat diese Statistik nicht; die Werte stehen in der Tabelle."
    elif only_parts(findings):
        yield "Einen Wert für das ganze Gebiet hat diese Statistik nicht; die Werte stehen in der Tabelle."
    else:
        yield sentence(lacking(report, findings))
        yield from _elsewhere(report, indicator, findings)


def _figure(report: Report, indicator: Indicator, findings: IndicatorFindings, point: Point) -> str:
    when, where = dates.in_period(point.period), territories.within(place(report))
    part = group(report, indicator, findings)
    what = f"der Wert ({part})" if part else "der Wert"
    sign = point.observation.sign
    if sign == "nichts":
        return f"{when} war {what} {where} genau null"
    if sign == "weniger-als-halb":
        return f"{when} lag {what} {where} unter der Hälfte der kleinsten angegebenen Einheit, aber über null"
    assert point.value is not None  # Series.last has a value
    counts = _counts(report, indicator, point)
    return f"{when} lag {what} {where} bei {level(point.value, report, indicator)}{counts}"


def _counts(report: Report, indicator: Indicator, point: Point) -> str:
    x, n = point.observation.numerator, point.observation.denominator
    if x is None or n is None or report.unit_of(indicator).kind != "anteil":
        return ""
    if not (x.is_integer() and n.is_integer()):
        return ""
    return f" ({number(x)} von {number(n)})"


def _reservation(point: Point) -> Iterator[str]:
    if point.observation.sign == "eingeschraenkt":
        yield "Sein Aussagewert ist eingeschränkt."
    yield from (text for mark, text in TOLD_WITH_THE_FIGURE.items() if mark in point.observation.signs)


def _elsewhere(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    for ident in indicator.comparators:
        series = findings.headline(ident)
        point = series.last if series else None
        if point and point.value is not None:
            when, where = dates.in_period(point.period), territories.within(report.territories[ident])
            yield sentence(f"{when} lag der Wert {where} bei {level(point.value, report, indicator)}")
