"""The recent trend of a series: the test of Fingertips on the last five periods, or why there is none."""

from __future__ import annotations

from itertools import pairwise

from lagebild.assessment.figures.series import wandering
from lagebild.findings import Change, Point, Series, TrendFinding
from lagebild.model import Indicator, Unit
from lagebild.statistics import Trend, describe_change, interval_trend, proportion_trend
from lagebild.wording.dates import period as written
from lagebild.wording.reasons import NO_COUNTS, NO_INTERVAL

WINDOW = 5
"""Fingertips tests the last five periods, never more and never fewer."""

# Signs after the last value that only say "not yet" or "no such thing": the window ends before them.
_PASSED_OVER = ("spaeter", "nicht-sinnvoll")

_REASONS = {
    "zu-wenige-perioden": "weniger als fünf aufeinanderfolgende Werte",
    "zaehler-null": "in einem Zeitraum ist der Zähler null",
    "zaehler-gleich-nenner": "in einem Zeitraum ist der Zähler gleich dem Nenner",
    "intervall-ohne-breite": "in einem Zeitraum hat das Intervall keine Breite",
}


def trend_of(indicator: Indicator, unit: Unit, series: Series) -> TrendFinding:
    """The trend of a series at its last period."""
    window = series.runs[-1][-WINDOW:] if series.runs else ()
    reason = _obstacle(indicator, unit, series, window)
    if reason is None:
        return _finding(series, window, _test(unit, window))
    return TrendFinding(
        territory=series.territory,
        breakdown=series.breakdown,
        result="nicht-berechenbar",
        method=None,
        reason=reason,
        start=None,
        end=None,
        statistic=None,
        change=change_in_last_run(series),
    )


def _obstacle(indicator: Indicator, unit: Unit, series: Series, window: tuple[Point, ...]) -> str | None:
    if not indicator.over_time.allowed:
        return indicator.over_time.reason
    if not window:
        return "kein Wert"
    if hidden := _hidden_after(series, window[-1]):
        return hidden
    if len(window) < WINDOW:
        return _too_short(series)
    if _uneven(window):
        return "die letzten fünf Werte liegen nicht in gleichen Abständen"
    if any(point.interval is None for point in window):
        return NO_COUNTS if unit.kind in ("anteil", "rate", "anzahl") else NO_INTERVAL
    return None


def _uneven(window: tuple[Point, ...]) -> bool:
    """Whether an irregular series skips: the test counts periods, whatever lies between them."""
    steps = [after.period.index - before.period.index for before, after in pairwise(window)]
    return max(steps) - min(steps) > wandering(min(steps))


def _hidden_after(series: Series, last: Point) -> str | None:
    words = {"geheim": "geheim", "unsicher": "nicht sicher genug", "unbekannt": "unbekannt"}
    for point in series.points:
        sign = point.observation.sign
        if point.period > last.period and point.value is None and sign not in _PASSED_OVER:
            return f"der Wert für {written(point.period)} ist {words.get(sign or '', 'nicht angegeben')}"
    return None


def _too_short(series: Series) -> str:
    if not series.breaks:
        return _REASONS["zu-wenige-perioden"]
    parted = series.breaks[-1]
    why = {
        "ausgabe": "davor stammen die Werte aus einer anderen Ausgabe",
        "bruch": f"davor liegt ein Bruch in der Reihe (ab {written(parted.after)})",
        "luecke": "davor fehlen Werte",
        "zeichen": f"davor fehlt ein Wert ({parted.reason})",
    }.get(parted.kind, parted.reason)
    return f"weniger als fünf vergleichbare Werte in Folge; {why}"


def _test(unit: Unit, window: tuple[Point, ...]) -> Trend:
    if unit.kind == "anteil":
        numerators = [x for p in window if (x := p.observation.numerator) is not None]
        denominators = [n for p in window if (n := p.observation.denominator) is not None]
        return proportion_trend(numerators, denominators)
    return interval_trend(
        [p.value for p in window if p.value is not None],
        [p.interval for p in window if p.interval],
    )


def _finding(series: Series, window: tuple[Point, ...], test: Trend) -> TrendFinding:
    return TrendFinding(
        territory=series.territory,
        breakdown=series.breakdown,
        result=test.outcome,
        method=test.method,
        reason=_REASONS[test.reason] if test.reason else None,
        start=window[0].period.text,
        end=window[-1].period.text,
        statistic=test.statistic,
        change=change_in_last_run(series),
    )


def change_in_last_run(series: Series) -> Change | None:
    """The descriptive change over the last run, if it has at least two points."""
    if not series.runs or len(series.runs[-1]) < 2:
        return None
    return change_between(series.runs[-1][0], series.runs[-1][-1])


def change_between(start: Point, end: Point) -> Change | None:
    """The descriptive change between two points of one run."""
    if start.value is None or end.value is None:
        return None
    described = describe_change(start.value, end.value, years=end.period.index - start.period.index)
    return Change(start=start, end=end, absolute=described.difference, relative=described.percent)
