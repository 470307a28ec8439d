"""The last figure of an indicator for a territory, ready for lists and tables."""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.pages import _standing
from lagebild.wording import dates, numbers

TOTAL = "insgesamt"
"""The code of a breakdown that stands for all of its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A figure with its period; words in its place where there is none."""

    figure: str
    """The bare figure, as tables write it; `–` without one."""
    text: str
    """With its unit: `15,3 %`, `1234 Personen`, `kein Wert`."""
    short: str
    """With its unit's sign where that is short, else bare: `15,3 %`, `1234`, `kein Wert`."""
    unit: str
    """The unit in words where `short` does not carry it."""
    period: str
    value: float | None
    """Unrounded, for sorting."""


def latest(
    report: Report, indicator: Indicator, findings: IndicatorFindings, territory: str | None = None
) -> Latest:
    """The last figure of the headline series, of the main territory unless another is named."""
    series = findings.headline(territory or report.site.main_territory)
    if series is None or series.last is None or series.last.value is None:
        return _none(findings)
    unit, value = report.unit_of(indicator), series.last.value
    short = unit.symbol in ("%", "€")
    return Latest(
        figure=numbers.figure(series.last.observation, unit),
        text=numbers.with_symbol(value, unit) if short else numbers.with_name(value, unit),
        short=numbers.with_symbol(value, unit) if short else numbers.number(value, unit.decimals),
        unit="" if unit.symbol == "%" else unit.name,
        period=", ".join((dates.period(series.last.period), *numbers.mark_words(series.last.observation))),
        value=value,
    )


def _none(findings: IndicatorFindings) -> Latest:
    if findings.headline_codes is None and findings.freshness.last_period:
        period = _standing.period_words(findings.freshness.last_period)
        return _worded("nur aufgeschlüsselt", period)
    return _worded("kein Wert", "–")


def _worded(text: str, period: str) -> Latest:
    return Latest(figure="–", text=text, short=text, unit="", period=period, value=None)


def headline_group(report: Report, indicator: Indicator) -> str:
    """Which group the headline series is about (`weiblich`, `unter 3 Jahre`); empty for the total."""
    names = [
        report.code_lists[merkmal][code].name
        for merkmal, code in indicator.main_series or ()
        if code != TOTAL and code in report.code_lists.get(merkmal, {})
    ]
    return ", ".join(names)
