"""How a territory stands: its last figure, the change, others beside it, the trend, the age, in short words.

Cells have the form that the macro `kennwerte` reads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lagebild.findings import ComparisonFinding, Freshness, IndicatorFindings, Series, TrendFinding
from lagebild.model import Indicator, Period, Report, Unit, When
from lagebild.wording import dates, numbers, units
from lagebild.wording import figures as words

Row = Mapping[str, Any]

OWN_WORDS = {"hoeher": "hier höher", "niedriger": "hier niedriger", "aehnlich": "hier ähnlich"}
"""Said of the territory of the page beside another one's figure."""
_SHORT_REASON = 90
"""Longer reasons stand in their own section; a cell has room for about four lines."""


def key_facts(report: Report, indicator: Indicator, findings: IndicatorFindings) -> tuple[Row, ...]:
    """The five cells below the title of an indicator's page."""
    main, unit = findings.main, report.unit_of(indicator)
    name = report.territories[report.site.main_territory].name
    return (
        _last(name, main, unit, findings),
        _change(main, unit),
        _comparison(report, unit, findings),
        _trend(own_trend(report, findings)),
        _age(findings.freshness),
    )


def own_trend(report: Report, findings: IndicatorFindings) -> TrendFinding | None:
    """The trend of the main territory."""
    return next((t for t in findings.trends if t.territory == report.site.main_territory), None)


def own_comparisons(report: Report, findings: IndicatorFindings) -> tuple[ComparisonFinding, ...]:
    """The comparisons of the main territory."""
    return tuple(c for c in findings.comparisons if c.territory == report.site.main_territory)


def _last(name: str, main: Series | None, unit: Unit, findings: IndicatorFindings) -> Row:
    if main is None and findings.headline_codes is None and findings.freshness.last_period:
        period = dates.period(Period.parse(findings.freshness.last_period))
        return {
            "name": "Letzter Wert",
            "wert": "nur aufgeschlüsselt",
            "wort": True,
            "zusatz": f"{name}, {period}",
        }
    if main is None or main.last is None or main.last.value is None:
        return {"name": "Letzter Wert", "wert": "kein Wert", "wort": True, "zusatz": f"für {name}"}
    value, symbol = main.last.value, numbers.with_symbol(main.last.value, unit)
    zusatz = f"{name}, {dates.period(main.last.period)}"
    if unit.symbol != "%":
        zusatz = f"{unit.name}; {zusatz}"
    short = symbol if unit.symbol in ("%", "€") else numbers.number(value, unit.decimals)
    return {"name": "Letzter Wert", "wert": short, "zusatz": zusatz}


def _change(main: Series | None, unit: Unit) -> Row:
    run = main.runs[-1] if main and main.runs else ()
    if len(run) < 2 or run[-1].value is None or run[-2].value is None:
        return {"name": "Veränderung", "wert": "nicht vergleichbar", "wort": True, "zusatz": _no_change(main)}
    return {
        "name": "Veränderung",
        "wert": numbers.signed(run[-1].value - run[-2].value, unit.decimals),
        "zusatz": f"{units.difference_name(unit)} gegenüber {dates.period(run[-2].period)}",
    }


_BREAK_WORDS = {
    "ausgabe": "Der Wert davor stammt aus einer anderen Ausgabe",
    "bruch": "Davor liegt ein Bruch in der Reihe",
    "luecke": "Davor fehlen Werte",
    "zeichen": "Davor fehlt ein Wert",
    "zeitvergleich": "Die Jahre lassen sich nicht vergleichen",
}


def _no_change(main: Series | None) -> str:
    if main is None or not main.runs:
        return "kein Wert"
    return _BREAK_WORDS[main.breaks[-1].kind] if main.breaks else "Es gibt nur einen Wert"


def _comparison(report: Report, unit: Unit, findings: IndicatorFindings) -> Row:
    own = own_comparisons(report, findings)
    by_result: dict[str, list[ComparisonFinding]] = defaultdict(list)
    for one in own:
        if one.reason is None:
            by_result[one.result].append(one)
    if not by_result:
        reasons = [c.reason for c in own if c.reason]
        return {"name": "Vergleich", "wert": "nicht möglich", "wort": True, "zusatz": _no_comparison(reasons)}
    name = f"Vergleich {dates.period(Period.parse(own[0].period))}"
    if len(by_result) == 1:
        result, found = next(iter(by_result.items()))
        word = words.comparison_word(result)
        return {
            "name": name,
            "wert": word,
            "wort": True,
            "zeichen": result,
            "zusatz": _values(report, unit, found),
        }
    parts = [
        f"{words.comparison_word(r)} als {_values(report, unit, found)}" for r, found in by_result.items()
    ]
    return {"name": name, "wert": "unterschiedlich", "wort": True, "zusatz": "; ".join(parts)}


def _no_comparison(reasons: Sequence[str]) -> str:
    if not reasons:
        return "kein Gebiet zum Vergleichen"
    return _shortened(reasons[0], "Warum, steht unter „Im Vergleich“")


def _values(report: Report, unit: Unit, found: Iterable[ComparisonFinding]) -> str:
    return ", ".join(
        f"{report.territories[c.other].name} {numbers.with_symbol(c.other_value, unit)}"
        for c in found
        if c.other_value is not None
    )


def _trend(trend: TrendFinding | None) -> Row:
    if trend is None:
        return {"name": "Trend", "wert": "nicht berechenbar", "wort": True, "zusatz": "keine Gesamtreihe"}
    row = {"name": "Trend", "wert": words.trend_word(trend.result), "wort": True}
    if trend.reason:
        return row | {"zusatz": _shortened(trend.reason, "Warum, steht unter „Trend und Ziel“")}
    sign = {"zeichen": trend.result} if trend.result in ("steigend", "fallend") else {}
    return row | sign | {"zusatz": f"{period_words(trend.start)} bis {period_words(trend.end)}"}


def _shortened(reason: str, instead: str) -> str:
    return reason if len(reason) <= _SHORT_REASON else instead


def period_words(text: str | None) -> str:
    """A period that is given as its text."""
    return dates.period(Period.parse(text)) if text else ""


def _age(freshness: Freshness) -> Row:
    word, _ = age_words(freshness)
    return {"name": "Aktualität", "wert": word, "wort": True, "zusatz": update_words(freshness)}


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
