"""How sure anyone can be: the interval, or plainly that chance could not be examined."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.wording.figures._subject import bare, last_point, level
from lagebild.wording.numbers import NBSP, number
from lagebild.wording.reasons import NO_COUNTS


def chance(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """The range of the latest figure, or why there is none."""
    point = last_point(findings)
    if point is None:
        return
    if point.interval:
        low = bare(point.interval.lower, report, indicator)
        high = level(point.interval.upper, report, indicator)
        sure = number(point.interval.level * 100)
        yield f"Der Unsicherheitsbereich ({sure}{NBSP}%) reicht von {low} bis {high}."
        yield "Er beschreibt den Zufall im Geschehen, nicht Fehler beim Zählen."
    elif report.unit_of(indicator).kind in ("anteil", "rate"):
        yield (
            "Zähler und Nenner sind nicht veröffentlicht; ob Unterschiede und Veränderungen mehr als Zufall "
            "sind, lässt sich nicht prüfen."
        )
        own = [trend for trend in findings.trends if trend.territory == point.observation.territory]
        if any(trend.reason == NO_COUNTS for trend in own):
            yield "Ein Trend wird deshalb nicht berechnet."
