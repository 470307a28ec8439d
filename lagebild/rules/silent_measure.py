"""A measure that is said to be running, and of which nothing was reported for twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lagebild.assessment.measure import state
from lagebild.assessment.record.events import events
from lagebild.model import Measure, Report
from lagebild.problems import Problem, warning

RULE = "lange-ohne-meldung"

_MONTHS = 12


def check(report: Report) -> Iterator[Problem]:
    """Measures in progress whose latest report ended more than twelve months ago."""
    for measure in report.measures.values():
        if state(measure, report.day, today=report.day).phase != "in-umsetzung" or _misdated(measure, report):
            continue
        dated = [(entry.when.last, entry.when.text, entry) for entry in events(measure) if entry.when]
        ended, text, latest = max(dated, key=lambda one: one[0])
        if months := _months_since(ended, report.day):
            yield warning(
                RULE,
                latest.origin.at("datum"),
                f"Die Maßnahme gilt als laufend, gemeldet wurde aber seit {months} Monaten nichts mehr.",
                "Fragen Sie nach, und ergänzen Sie einen Eintrag mit dem heutigen Stand, zum Beispiel "
                "status: laufend oder status: beendet.",
                text,
            )


def _misdated(measure: Measure, report: Report) -> bool:
    """Whether an entry lacks its date or lies in the future, which is reported elsewhere."""
    return any(
        entry.when.first > report.day if entry.when else entry.date_kind != "ohne-datum"
        for entry in measure.history
    )


def _months_since(day: date, today: date) -> int:
    """Full months, as far as more than twelve have passed; otherwise 0."""
    months = 12 * (today.year - day.year) + today.month - day.month
    over = months > _MONTHS or (months == _MONTHS and today.day > day.day)
    return months - (today.day < day.day) if over else 0
