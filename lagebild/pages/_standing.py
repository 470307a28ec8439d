"""What was found about the main territory, picked out and put into short words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lagebild.findings import ComparisonFinding, Freshness, IndicatorFindings, TrendFinding
from lagebild.model import Indicator, Period, Report, Unit, When
from lagebild.wording import dates, numbers, units
from lagebild.wording import figures as words

Row = Mapping[str, Any]


def own_trend(report: Report, findings: IndicatorFindings) -> TrendFinding | None:
    """The trend of the main territory."""
    return next((t for t in findings.trends if t.territory == report.site.main_territory), None)


def own_comparisons(report: Report, findings: IndicatorFindings) -> tuple[ComparisonFinding, ...]:
    """The comparisons of the main territory."""
    return tuple(c for c in findings.comparisons if c.territory == report.site.main_territory)


def age_words(freshness: Freshness) -> tuple[str, str]:
    """How old figures are, in a word, and its code for sorting and filtering."""
    if freshness.last_period is None:
        return "kein Wert", "ohne-wert"
    if freshness.overdue:
        return "überfällig", "ueberfaellig"
    if freshness.older_than_three_years:
        return "älter als drei Jahre", "alt"
    return "jünger als drei Jahre", "jung"


def update_words(freshness: Freshness) -> str:
    """When the next figure is expected."""
    if freshness.discontinued:
        return "Die Reihe wird nicht fortgeführt"
    if freshness.next_update is None:
        return "nächster Wert: kein Termin bekannt"
    return f"nächster Wert: {when_words(freshness.next_update)}"


def when_words(text: str) -> str:
    """A partial date in words."""
    return dates.when(When.parse(text))


_METHODS = {
    "fingertips-chi2": "Chi-Quadrat-Test auf Trend über fünf Zeiträume",
    "fingertips-regression": "gewichtete Regression über fünf Zeiträume",
}


def trend_row(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Row:
    """The trend with its reason or its method, and the plain change over the last comparable stretch."""
    trend = own_trend(report, findings)
    if trend is None:
        return {
            "wort": words.trend_word("nicht-berechenbar"),
            "zeichen": "",
            "grund": "keine Gesamtreihe",
            "saetze": (),
        }
    return {
        "wort": words.trend_word(trend.result),
        "zeichen": trend.result if trend.result in ("steigend", "fallend") else "",
        "grund": trend.reason or "",
        "saetze": tuple(_trend_sentences(report.unit_of(indicator), trend)),
    }


def _trend_sentences(unit: Unit, trend: TrendFinding) -> Iterator[str]:
    if trend.method and trend.statistic is not None:
        span = f"{period_words(trend.start)} bis {period_words(trend.end)}"
        yield f"{_METHODS[trend.method]}, {span}; Prüfgröße {numbers.number(trend.statistic, 2)}."
    if trend.change and trend.change.start.value is not None and trend.change.end.value is not None:
        start, end = trend.change.start, trend.change.end
        yield (
            f"Ohne Prüfung, nur beschrieben: {dates.period(start.period)} "
            f"{units.nominative(trend.change.start.value, unit)}, {dates.period(end.period)} "
            f"{units.nominative(trend.change.end.value, unit)}, ein Unterschied von "
            f"{units.difference(trend.change.absolute, unit)}."
        )


def period_words(text: str | None) -> str:
    """A period that is given as its text."""
    return dates.period(Period.parse(text)) if text else ""
