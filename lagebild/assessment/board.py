"""The board: all measures on a day, and how their number came about.

Headline counts take `typ: massnahme` only, each measure once; the rows of the fields overlap and do not add
up. What is unclear, undated or without evidence is a class of its own, never hidden in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lagebild.assessment._state import state
from lagebild.assessment.record.events import events
from lagebild.findings import BOARD_CLASSES, Board, IndicatorFindings, MeasureState
from lagebild.model import STRATEGY_TIES, Measure, Report

HEADLINE_KIND = "massnahme"
"""The kind of entry that headline counts take."""
SCHEDULE_CLASSES = (
    "kein-termin", "steht-aus", "verschoben", "ueberfaellig", "fristgerecht", "verspaetet",
    "nicht-entscheidbar", "entfallen",
)  # fmt: skip
"""How a measure can stand to its plan, in the order in which boards show it."""
NO_FIELD = ""
"""The key of measures that belong to no field."""


def board(report: Report, day: date, *, findings: Mapping[str, IndicatorFindings] | None = None) -> Board:
    """The board of a day; ratings are counted where the findings of the indicators are given."""
    states = {ident: state(measure, day, today=report.day) for ident, measure in report.measures.items()}
    listed = {ident: one for ident, one in states.items() if one.listed}
    counted = headline(report, listed)
    by_field = {
        field: _counts(
            (one.board_class for one in counted.values() if field in _fields(report, one)), BOARD_CLASSES
        )
        for field in (*report.fields, NO_FIELD)
    }
    return Board(
        day=day,
        states=listed,
        total=len(counted),
        by_class=_counts((one.board_class for one in counted.values()), BOARD_CLASSES),
        by_tie=_counts((report.measures[ident].tie for ident in counted), STRATEGY_TIES),
        by_schedule=_counts((one.schedule.result for one in counted.values()), SCHEDULE_CLASSES),
        by_field=by_field,
        field_totals={field: sum(counts.values()) for field, counts in by_field.items()},
        ratings=_ratings(report, findings) if findings is not None else {},
    )


def headline(report: Report, states: Mapping[str, MeasureState]) -> dict[str, MeasureState]:
    """The states that headline counts take."""
    return {ident: one for ident, one in states.items() if report.measures[ident].kind == HEADLINE_KIND}


def _fields(report: Report, one: MeasureState) -> tuple[str, ...]:
    """The fields of a measure; the key of no field where none of them is known."""
    return tuple(f for f in report.measures[one.measure].fields if f in report.fields) or (NO_FIELD,)


def _counts(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    """How often each value occurs, every value of the order included."""
    counted = Counter(values)
    return {value: counted[value] for value in order}


def _ratings(report: Report, findings: Mapping[str, IndicatorFindings]) -> dict[str, dict[str, int]]:
    """Field → rating → count; an indicator without a decided target counts as nicht-bewertbar."""
    counted: dict[str, Counter[str]] = {field: Counter() for field in report.fields}
    for ident, indicator in report.indicators.items():
        targets = findings[ident].targets if ident in findings else ()
        for field in indicator.fields:
            if field in counted:
                counted[field].update([target.rating for target in targets] or ["nicht-bewertbar"])
    return {field: dict(ratings) for field, ratings in counted.items()}


def board_days(report: Report) -> tuple[date, ...]:
    """The days that have a board: the report's day, every year's end since the first dated entry and the day
    of every published report, none later than the report's day."""
    ends = [e.when.last for measure in report.measures.values() for e in events(measure) if e.when]
    years = range(min(ends).year, report.day.year + 1) if ends else range(0)
    days = {report.day, *(date(year, 12, 31) for year in years)}
    days |= {published.when.last for published in report.reports.values() if published.when}
    return tuple(sorted(day for day in days if day <= report.day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Denominator:
    """How many measures a board counts, and what changed since the board before."""

    day: date
    total: int
    added: tuple[str, ...]
    """Ids of measures that are on this board and were not on the one before."""
    merged: tuple[str, ...]
    """Ids of measures that have gone into another since; they stay counted, in their last phase."""
    removed: tuple[str, ...]
    """Ids of measures that are no longer on the board."""


def denominators(report: Report, days: Iterable[date] | None = None) -> tuple[Denominator, ...]:
    """The history of the denominator. Deleted files show only in `history.compare`."""
    rows: list[Denominator] = []
    before: dict[str, MeasureState] = {}
    merged_before: set[str] = set()
    for day in days if days is not None else board_days(report):
        states = {ident: state(measure, day, today=report.day) for ident, measure in report.measures.items()}
        listed = headline(report, {ident: one for ident, one in states.items() if one.listed})
        merged = {ident for ident in listed if merged_on(report.measures[ident], day, today=report.day)}
        rows.append(
            Denominator(
                day=day,
                total=len(listed),
                added=tuple(ident for ident in listed if ident not in before),
                merged=tuple(ident for ident in listed if ident in merged - merged_before),
                removed=tuple(ident for ident in before if ident not in listed),
            )
        )
        before, merged_before = listed, merged
    return tuple(rows)


def merged_on(measure: Measure, day: date, *, today: date) -> bool:
    """Whether a measure has gone into its successor by a day: from its end on, or, where no end is dated, on
    the report's own day only."""
    if measure.successor is None:
        return False
    return day == today or state(measure, day, today=today).phase in ("beendet", "abgeschlossen")
