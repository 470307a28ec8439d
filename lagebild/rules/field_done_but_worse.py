"""All measures of a field are done, and its situation still got worse."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.assessment import indicators
from lagebild.assessment.measure import state
from lagebild.assessment.record.status import CLOSED_PHASES
from lagebild.findings import Series
from lagebild.model import ActionField, Indicator, Report
from lagebild.problems import Problem, warning
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
    """Between which periods the headline figure of the main territory got worse, as described by its last
    run."""
    if (
        indicator.direction == "neutral"
        or indicator.unit not in report.units
        or not indicator.over_time.allowed
    ):
        return None
    main = indicators.assess(report, indicator.id).main
    return _described(main, indicator) if main and main.runs else None


def _described(main: Series, indicator: Indicator) -> str | None:
    first, last = main.runs[-1][0], main.runs[-1][-1]
    if first.value is None or last.value is None or first.value == last.value:
        return None
    wrong = "steigen" if indicator.direction == "sinken" else "sinken"
    moved = "steigen" if last.value > first.value else "sinken"
    return (
        f"„{indicator.title}“ von {period(first.period)} bis {period(last.period)}"
        if moved == wrong
        else None
    )
