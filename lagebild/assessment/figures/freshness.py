"""How old the figures of an indicator are, against the day the site speaks of."""

from __future__ import annotations

from lagebild.findings import Freshness, Series
from lagebild.model import Indicator, Report

# Three years: official municipal figures usually appear within two; what is older must say so first.
OLD_AFTER_YEARS = 3


def freshness_of(report: Report, indicator: Indicator, series: Series | None) -> Freshness:
    """Last period with a figure of the main territory, next update, and whether that is overdue."""
    last = series.last if series else None
    due = indicator.next_update
    years = _years_since(report, last.period.last.toordinal()) if last else 0.0
    return Freshness(
        last_period=last.period.text if last else None,
        next_update=due.text if due else None,
        overdue=bool(due and due.last < report.day),
        older_than_three_years=years > OLD_AFTER_YEARS,
        discontinued=indicator.rhythm == "eingestellt",
    )


def _years_since(report: Report, ordinal: int) -> float:
    # The mean length of a Gregorian year; only the comparison with whole years matters.
    return (report.day.toordinal() - ordinal) / 365.2425
