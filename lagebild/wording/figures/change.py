"""Where it is going: the change within one unbroken stretch, its extremes, and what a test says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.findings import Change, IndicatorFindings, Point, TrendFinding
from lagebild.model import Indicator, Period, Report, Unit
from lagebild.wording import dates, units
from lagebild.wording.figures._subject import bare, last_point
from lagebild.wording.grammar import listed, sentence
from lagebild.wording.numbers import NBSP, number, rounded
from lagebild.wording.reasons import NO_COUNTS

# Two values have a change but no peak worth telling.
_SHORTEST_WITH_EXTREMES = 3
# More often than this the times at which an extreme was reached say nothing.
_MOST_TIMES = 3


def development(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """Change, extremes and trend of the last stretch of comparable figures."""
    if last_point(findings) is None or findings.main is None:
        return
    if not indicator.over_time.allowed:
        yield sentence(f"Werte verschiedener Zeiten werden nicht verglichen: {indicator.over_time.reason}")
        return
    trend = trend_of(findings)
    if trend and trend.change:
        yield _change(report, indicator, trend.change)
        yield from _extremes(report, indicator, findings.main.runs[-1])
    # That there are no counts to test with is said once, with the uncertainty.
    if trend and trend.reason != NO_COUNTS:
        yield from _trend(trend)


def trend_of(findings: IndicatorFindings) -> TrendFinding | None:
    """The trend of the headline series of the main territory."""
    own = findings.main.territory if findings.main else None
    return next((trend for trend in findings.trends if trend.territory == own), None)


def _change(report: Report, indicator: Indicator, change: Change) -> str:
    unit = report.unit_of(indicator)
    assert change.start.value is not None  # assessment makes changes of points with values
    assert change.end.value is not None
    span = dates.from_to(change.start.period, change.end.period)
    shown = [rounded(v, unit.decimals) for v in (change.start.value, change.end.value)]
    if shown[0] == shown[1]:
        before, after = dates.in_period(change.start.period), dates.in_period(change.end.period)
        level = number(change.end.value, unit.decimals)
        return sentence(f"{after} war der Wert so hoch wie {before}: {level}")
    verb = "stieg" if shown[1] > shown[0] else "sank"
    start, end = (number(value, unit.decimals) for value in (change.start.value, change.end.value))
    level = f"{end}{NBSP}Prozent" if units.is_percent(unit) else end
    # Rounded figures may differ by another amount than the figures themselves; the reader would recalculate.
    exact = rounded(abs(change.absolute), unit.decimals) == abs(shown[1] - shown[0])
    aside = "" if exact else " (vor dem Runden gerechnet)"
    return sentence(
        f"{span} {verb} der Wert von {start} auf {level}, also um {_difference(change, unit)}{aside}"
    )


def _difference(change: Change, unit: Unit) -> str:
    """Percentage points for shares in per cent; otherwise the number, and the change in per cent."""
    if units.is_percent(unit):
        return units.difference(change.absolute, unit)
    absolute = number(abs(change.absolute), unit.decimals)
    if change.relative is None or unit.kind == "index":
        return absolute
    return f"{absolute} oder {number(abs(change.relative), 1)}{NBSP}Prozent"


def _extremes(report: Report, indicator: Indicator, run: Sequence[Point]) -> Iterator[str]:
    values = [p.value for p in run if p.value is not None]
    shown = {rounded(value, report.unit_of(indicator).decimals) for value in values}
    if len(values) < _SHORTEST_WITH_EXTREMES or len(shown) == 1:
        return
    high, low = (_reached(run, extreme) for extreme in (max(values), min(values)))
    yield (
        f"Am höchsten war er {high} ({bare(max(values), report, indicator)}), "
        f"am niedrigsten {low} ({bare(min(values), report, indicator)})."
    )


def _reached(run: Sequence[Point], value: float) -> str:
    times = [dates.in_period(p.period) for p in run if p.value == value]
    return listed(times) if len(times) <= _MOST_TIMES else f"zuletzt {times[-1]}"


def _trend(trend: TrendFinding) -> Iterator[str]:
    if trend.result == "nicht-berechenbar" or trend.start is None or trend.end is None:
        yield sentence(f"Ein Trend lässt sich nicht berechnen: {trend.reason}")
        return
    window = dates.from_to(Period.parse(trend.start), Period.parse(trend.end))
    if trend.result == "nicht-nachweisbar":
        yield sentence(f"{window} ist weder ein Anstieg noch ein Rückgang nachweisbar")
        yield "Das heißt nicht, dass sich nichts geändert hat."
    else:
        word = "Anstieg" if trend.result == "steigend" else "Rückgang"
        yield sentence(f"{window} ist ein {word} nachweisbar: Er ist mehr als Zufall")
