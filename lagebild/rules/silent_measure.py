"""A measure that is said to be running, and of which nothing was reported for twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lagebild.assessment.measure import state
from lagebild.model import Report
from lagebild.problems import Problem, warning

RULE = "lange-ohne-meldung"

_MONTHS = 12


def check(report: Report) -> Iterator[Problem]:
    """Measures in progress whose latest report ended more than twelve months ago."""
    for measure in report.measures.values():
        standing = state(measure, report.day, today=report.day)
        latest = standing.last_reported
        if standing.phase != "in-umsetzung" or latest is None or latest.when is None:
            continue
        if months := _months_since(latest.when.last, report.day):
            yield warning(
                RULE,
                latest.origin.at("datum"),
                f"Die Maßnahme gilt als laufend, gemeldet wurde aber seit {months} Monaten nichts mehr.",
                "Fragen Sie nach, und ergänzen Sie einen Eintrag mit dem heutigen Stand, zum Beispiel "
                "status: laufend oder "
                "status: beendet.",
                latest.when.text,
            )


def _months_since(day: date, today: date) -> int:
    """Full months, as far as more than twelve have passed; otherwise 0."""
    months = 12 * (today.year - day.year) + today.month - day.month
    over = months > _MONTHS or (months == _MONTHS and today.day > day.day)
    return months - (today.day < day.day) if over else 0
