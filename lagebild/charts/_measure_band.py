"""A measure as stretches of time: planned dates, reported states and responsibilities from its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from lagebild.findings import MeasureState
from lagebild.model import Actor, Measure, StatusEntry, When
from lagebild.wording import dates
from lagebild.wording.measures import STATUSES

NO_REPORT = "keine Meldung"
_CLASSES: Mapping[str, str] = {
    "idee": "proposed", "empfohlen": "proposed",
    "geplant": "prepared", "beantragt": "prepared", "bewilligt": "prepared", "beschlossen": "prepared",
    "gestartet": "running", "laufend": "running", "eingeschraenkt": "running", "abgeschlossen": "running",
    "unterbrochen": "resting", "zurueckgestellt": "resting", "beendet": "resting",
}  # fmt: skip
"""Status → how its box is drawn; `aufhebung-beantragt` changes nothing that is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A planned date."""

    at: float
    """Middle of the planned interval, in years."""
    decided: bool
    """Filled diamond; hollow where it was only recommended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a row."""

    start: float
    end: float
    kind: str
    """proposed | prepared | running | resting | silent; for responsibilities `known` or `inferred`."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The three rows of a measure."""

    plans: tuple[Plan, ...]
    reported: tuple[Span, ...]
    responsible: tuple[Span, ...]
    today: float
    plan_words: str = ""
    """The plan that decides, and what it replaced."""


def view(measure: Measure, state: MeasureState, actors: Mapping[str, Actor]) -> TimelineView | None:
    """The dated part of a measure's history; None where nothing is dated."""
    today = place(state.day)
    reported = tuple(_joined(_reported(measure, state, today)))
    plans = tuple(_plan(measure, p.planned, p.according_to) for p in measure.plan_dates)
    if not reported and not plans:
        return None
    first = min([s.start for s in reported] + [p.at for p in plans])
    responsible = tuple(
        Span(
            start=place(r.start.first) if r.start else first, end=place(r.end.last) if r.end else today,
            kind="known" if r.assignment in (None, "quelle") else "inferred",
            words=actors[r.actor].name if r.actor in actors else r.actor,
        )
        for r in measure.responsible
    )  # fmt: skip
    return TimelineView(
        plans=plans,
        reported=reported,
        responsible=responsible,
        today=today,
        plan_words=_plan_words(measure, plans),
    )


def place(day: date) -> float:
    """A day on the axis, in years."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if _leap(day.year) else 365)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _plan(measure: Measure, planned: When, according_to: int) -> Plan:
    entry = measure.entry(according_to)
    return Plan(
        at=(place(planned.first) + place(planned.last)) / 2,
        decided=entry is not None and _CLASSES.get(entry.status) != "proposed",
    )


def _plan_words(measure: Measure, plans: tuple[Plan, ...]) -> str:
    if not plans:
        return ""
    *earlier, last = (dates.when(p.planned) for p in measure.plan_dates)
    if not earlier:
        return last
    before = "zuvor" if plans[-2].decided else "zuvor empfohlen"
    return f"{last}, {before}: {earlier[-1]}"


_LEAST = 1 / 12
"""A report of a single day is drawn a month long, so that it can be seen before the silence after it."""


def _reported(measure: Measure, state: MeasureState, today: float) -> Iterator[Span]:
    entries = _dated(measure)
    if not entries:
        return
    last = entries[-1].when
    starts = [place(e.when.first) for e in entries if e.when]
    silent_from = min(today, max(place(last.last), starts[-1] + _LEAST)) if last and state.unclear else today
    for entry, start, end in zip(entries, starts, [*starts[1:], silent_from], strict=True):
        if end > start:
            yield Span(start=start, end=end, kind=_CLASSES[entry.status], words=STATUSES[entry.status])
    if silent_from < today:
        yield Span(start=silent_from, end=today, kind="silent", words=NO_REPORT)


def lanes(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """Spans parted into rows in which none overlaps another."""
    rows: list[list[Span]] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end, s.words)):
        free = next((row for row in rows if row[-1].end <= span.start + _TOUCH), None)
        if free is None:
            rows.append([span])
        else:
            free.append(span)
    return tuple(map(tuple, rows))


_TOUCH = 2 / 365
"""One ends on a day, the next begins on the day after."""


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans that say the same one after the other become one."""
    for _, group in groupby(spans, key=lambda span: (span.kind, span.words)):
        same = list(group)
        yield replace(same[0], end=same[-1].end)


def _dated(measure: Measure) -> list[StatusEntry]:
    """Dated entries in order of their days, those that a later entry corrects left out."""
    corrected = {e.corrects for e in measure.history if e.corrects is not None}
    kept = [e for e in measure.history if e.when and e.number not in corrected and e.status in _CLASSES]
    return sorted(kept, key=lambda e: (e.when.first if e.when else date.max, e.number))
