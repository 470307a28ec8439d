"""What stands on and beside a chart or a table."""

from __future__ import annotations

from collections.abc import Iterable

from lagebild.findings import IndicatorFindings
from lagebild.model import MARKS, SIGNS, Indicator, Observation, Report
from lagebild.wording import dates, territories
from lagebild.wording.figures._subject import name, place
from lagebild.wording.grammar import sentence
from lagebild.wording.numbers import MARK_CHARACTERS, SIGN_CHARACTERS, SIGN_WORDS

_BRACKETS = "( )"
_UNKNOWN_OR_SECRET = "Zahlenwert unbekannt oder geheim zu halten"


def chart_title(report: Report, indicator: Indicator, findings: IndicatorFindings) -> str:
    """What the chart shows, where, from when to when."""
    title = f"{name(report, indicator, findings)} {territories.within(place(report))}"
    points = [point for run in findings.main.runs for point in run] if findings.main else []
    if not points:
        return title
    first, last = points[0].period, points[-1].period
    span = dates.period(first) if first == last else f"{dates.period(first)} bis {dates.period(last)}"
    return f"{title}, {span}"


def chart_subtitle(report: Report, indicator: Indicator) -> str:
    """What is measured, and in which unit."""
    unit = report.unit_of(indicator)
    measured = (indicator.short or indicator.title).rstrip(".")
    return f"{measured}; Angaben in {unit.name}" if unit.symbol in ("%", "€") else f"{measured} ({unit.name})"


def sign_legend(observations: Iterable[Observation]) -> tuple[tuple[str, str], ...]:
    """Every sign and mark that a table shows, with its meaning; only the ones used."""
    used = {sign for observation in observations for sign in observation.signs}
    legend: dict[str, str] = {}
    for sign in (*SIGNS, *MARKS):
        if sign in used:
            character = SIGN_CHARACTERS.get(sign) or MARK_CHARACTERS.get(sign) or _BRACKETS
            legend[character] = _UNKNOWN_OR_SECRET if character in legend else SIGN_WORDS[sign]
    return tuple(legend.items())


def territorial_status_sentence(report: Report, indicator: Indicator) -> str:
    """To which territorial status the sources count: one statement, or one per source."""
    used = dict.fromkeys(o.source for o in report.figures.get(indicator.id, ()))
    sources = [report.sources[ident] for ident in used if ident in report.sources]
    stated = {source.title: _status(source.territorial_status) for source in sources}
    different = list(dict.fromkeys(stated.values()))
    if len(different) <= 1:
        return sentence(f"Gebietsstand: {different[0] if different else _status(None)}")
    return sentence("Gebietsstand: " + "; ".join(f"{status} ({title})" for title, status in stated.items()))


def _status(status: str | None) -> str:
    if status is None:
        return "nicht angegeben"
    if status == "jeweils":
        return "Gebiet des jeweiligen Jahres"
    return dates.written(status)
