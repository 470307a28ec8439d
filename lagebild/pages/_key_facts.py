"""The five short answers below the title of an indicator: how much, changed, compared, going where, how old.

Cells have the form that the macro `kennwerte` reads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lagebild.findings import ComparisonFinding, Freshness, IndicatorFindings, Series, TrendFinding
from lagebild.model import Indicator, Period, Report, Unit
from lagebild.pages._standing import age_words, own_comparisons, own_trend, period_words, update_words
from lagebild.wording import dates, numbers, units
from lagebild.wording import figures as words

Row = Mapping[str, Any]

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
    marked = numbers.mark_words(main.last.observation)
    zusatz = ", ".join((name, dates.period(main.last.period), *marked))
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


def _age(freshness: Freshness) -> Row:
    word, _ = age_words(freshness)
    return {"name": "Aktualität", "wert": word, "wort": True, "zusatz": update_words(freshness)}
