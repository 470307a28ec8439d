"""The state of a measure on a day: phase, schedule and staleness, three things from one history."""

from __future__ import annotations

import calendar
from datetime import date

from lagebild.assessment.record._step import Step
from lagebild.assessment.record.events import corrections, counting, events, latest, latest_end
from lagebild.assessment.record.schedule import Plan, schedule
from lagebild.assessment.record.status import CLOSED_PHASES, steps
from lagebild.findings import MeasureState
from lagebild.model import Measure

STALE_AFTER_MONTHS = 24
"""An open measure of which nothing dated was reported for longer counts as unclear (format of the data)."""


def state(measure: Measure, day: date, *, today: date) -> MeasureState:
    """The state on a day; `today` is the report's own day, on which undated plans count as well."""
    order = events(measure)
    taken = steps(counting(order, day))
    dated = any(entry.when for entry in order)
    listed = bool(taken) or not dated
    standing = taken[-1] if taken else None
    reported = latest(order, day)
    return MeasureState(
        measure=measure.id,
        day=day,
        listed=listed,
        phase=standing.phase if standing else None,
        since=standing.since if standing else None,
        unclear=standing is not None and _is_open(standing) and is_stale(latest_end(order, day), day),
        schedule=schedule(_plans(measure), order, taken, day, today=today),
        last_reported=reported,
        unevidenced=standing is not None and standing.phase is not None and not standing.evidenced,
        repeal_requested=standing is not None and standing.entry.status == "aufhebung-beantragt",
    )


def steps_on(measure: Measure, day: date) -> tuple[Step, ...]:
    """Entry by entry, what the measure's history made of it up to a day."""
    return steps(counting(events(measure), day))


def _is_open(standing: Step) -> bool:
    return standing.phase is not None and standing.phase not in CLOSED_PHASES


def is_stale(reported_until: date | None, day: date) -> bool:
    """Whether the latest dated report ended more than 24 months before the day."""
    return reported_until is not None and _months_later(reported_until, STALE_AFTER_MONTHS) < day


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _plans(measure: Measure) -> tuple[Plan, ...]:
    """The plan dates with the entries that name them; one that names no entry of the measure is left out."""
    holding = corrections(measure)
    entries = {entry.number: holding.get(entry.number, entry) for entry in measure.history}
    return tuple(
        Plan(promise=plan, named_by=entries[plan.according_to])
        for plan in measure.plan_dates
        if plan.according_to in entries
    )
