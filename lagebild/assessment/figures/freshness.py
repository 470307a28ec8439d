"""How old the figures of an indicator are, against the day the site speaks of."""

from __future__ import annotations

from datetime import date

from lagebild.findings import Freshness, Series
from lagebild.model import Indicator, Report

# Three years: official municipal figures usually appear within two; what is older must say so first.
OLD_AFTER_YEARS = 3


def freshness_of(report: Report, indicator: Indicator, series: Series | None) -> Freshness:
    """Last period with a figure of the main territory, next update, and whether that is overdue."""
    last = series.last if series else None
    due = indicator.next_update
    return Freshness(
        last_period=last.period.text if last else None,
        next_update=due.text if due else None,
        overdue=bool(due and due.last < report.day),
        older_than_three_years=bool(last and _is_old(report.day, last.period.last)),
        discontinued=indicator.rhythm == "eingestellt",
    )


def _is_old(day: date, last: date) -> bool:
    """Whether more than three calendar years lie between the period's last day and the day of the site."""
    return (day.year - OLD_AFTER_YEARS, day.month, day.day) > (last.year, last.month, last.day)
