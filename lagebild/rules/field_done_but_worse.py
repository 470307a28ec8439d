"""All measures of a field are done, and its situation still got worse."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.assessment.figures.series import headline_codes
from lagebild.assessment.measure import state
from lagebild.assessment.record.status import CLOSED_PHASES
from lagebild.findings import Series
from lagebild.model import ActionField, Indicator, Report
from lagebild.problems import Problem, warning
from lagebild.rules._series import bare_series
from lagebild.wording.dates import period

RULE = "feld-erledigt"


def check(report: Report) -> Iterator[Problem]:
    """Fields without an open measure whose indicators moved against the desired direction."""
    for field in report.fields.values():
        if not _all_done(report, field):
            continue
        for indicator in report.indicators.values():
            if (
                field.id in indicator.fields
                and indicator.kind == "lage"
                and (span := _worse(report, indicator))
            ):
                yield warning(
                    RULE,
                    field.origin.at("id"),
                    f"Alle Maßnahmen im Handlungsfeld „{field.title}“ sind erledigt, die Lage wurde aber "
                    f"schlechter: {span}.",
                    "Prüfen Sie, ob Maßnahmen fehlen, und sprechen Sie es im nächsten Bericht an.",
                    field.id,
                )


def _all_done(report: Report, field: ActionField) -> bool:
    phases = [
        state(measure, report.day, today=report.day).phase
        for measure in report.measures.values()
        if measure.kind == "massnahme" and field.id in measure.fields
    ]
    return "abgeschlossen" in phases and all(phase in CLOSED_PHASES for phase in phases)


def _worse(report: Report, indicator: Indicator) -> str | None:
    """Between which periods the headline figure of the main territory got worse, in its last unbroken run."""
    if indicator.direction == "neutral" or not indicator.over_time.allowed:
        return None
    wanted = (report.site.main_territory, headline_codes(indicator))
    for series in bare_series(report, indicator):
        if (series.territory, series.breakdown) == wanted and series.runs:
            return _described(series, indicator)
    return None


def _described(main: Series, indicator: Indicator) -> str | None:
    first, last = main.runs[-1][0], main.runs[-1][-1]
    change = (last.value or 0) - (first.value or 0)
    if change == 0 or (change < 0) == (indicator.direction == "sinken"):
        return None
    return f"„{indicator.title}“ von {period(first.period)} bis {period(last.period)}"
