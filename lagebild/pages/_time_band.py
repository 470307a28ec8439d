"""The time band of a measure: plan, reports and responsibility on one axis of time.

Places are shares of the width, from 0 at the axis' first day to 1 at the day of the report. Keys are those of
the macro `zeitband`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

from lagebild.assessment import measure as measures_on
from lagebild.assessment import responsibility
from lagebild.assessment.record.status import CLOSED_PHASES
from lagebild.model import Measure, Report
from lagebild.wording import dates, measures

_BARS = {
    "vorgeschlagen": "vorbereitet",
    "vorbereitet": "vorbereitet",
    "in-umsetzung": "lief",
    "abgeschlossen": "lief",
    "ruht": "ruht",
    "beendet": "ruht",
}
# More labels than this would touch each other on a phone of 360 px.
_MOST_YEARS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBand:
    """What the macro draws."""

    years: tuple[dict[str, Any], ...]
    plan: tuple[dict[str, Any], ...]
    reported: tuple[dict[str, Any], ...]
    responsible: tuple[dict[str, Any], ...]
    description: str
    legend: str


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def at(self, day: date) -> float:
        """The place of a day."""
        share = (day - self.first).days / ((self.last - self.first).days or 1)
        return round(min(max(share, 0.0), 1.0), 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A time in which a measure was reported in one phase, or not at all."""

    first: date
    last: date
    bar: str
    word: str


def time_band(report: Report, measure: Measure) -> TimeBand | None:
    """The band; None where nothing is dated."""
    stretches = tuple(_merged(_stretches(measure, report.day)))
    if not stretches:
        return None
    begins = [stretches[0].first, *(plan.planned.first for plan in measure.plan_dates)]
    axis = _Axis(date(min(begins).year, 1, 1), report.day)
    return TimeBand(
        years=tuple(_years(axis)),
        plan=_plan(measure, axis),
        reported=tuple(
            {"von": axis.at(s.first), "bis": axis.at(s.last), "art": s.bar, "text": s.word} for s in stretches
        ),
        responsible=tuple(_responsible(report, measure, axis)),
        description=f"Plan, gemeldeter Stand und Zuständigkeit von {axis.first.year} bis {axis.last.year}. "
        "Alle Angaben stehen unten im Verlauf.",
        legend=_legend(measure, stretches),
    )


def _merged(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Stretches of one bar and word that follow each other are one."""
    for _, same in groupby(stretches, key=lambda s: (s.bar, s.word)):
        run = list(same)
        yield replace(run[0], last=run[-1].last)


def _stretches(measure: Measure, day: date) -> Iterator[_Stretch]:
    """Reports last until the next one; a silence longer than the limit of staleness shows as a gap."""
    steps = [step for step in measures_on.steps_on(measure, day) if step.entry.when and step.phase]
    for place, step in enumerate(steps):
        assert step.entry.when
        assert step.phase
        first, reported_until = step.entry.when.first, step.entry.when.last
        after = steps[place + 1].entry.when if place + 1 < len(steps) else None
        until = max(after.first, first) if after else day
        silent = step.phase not in CLOSED_PHASES and measures_on.is_stale(reported_until, until)
        word = measures.STATUSES[(step.decided or step.entry).status]
        end = min(reported_until, until) if silent else until
        yield _Stretch(first=first, last=end, bar=_BARS[step.phase], word=word)
        if silent:
            yield _Stretch(
                first=end + timedelta(days=1), last=until, bar="ohne-meldung", word="keine Meldung"
            )


def _years(axis: _Axis) -> Iterator[dict[str, Any]]:
    years = range(axis.first.year, axis.last.year + 1)
    step = -(-len(years) // _MOST_YEARS)
    for year in years[::step]:
        yield {"x": axis.at(date(year, 1, 1)), "text": str(year)}


def _plan(measure: Measure, axis: _Axis) -> tuple[dict[str, Any], ...]:
    plans = sorted(measure.plan_dates, key=lambda one: one.planned.last)
    decided = {e.number for e in measure.history if e.status not in ("idee", "empfohlen")}
    shown: list[dict[str, Any]] = [
        {"x": axis.at(one.planned.last), "beschlossen": one.according_to in decided} for one in plans
    ]
    if shown:
        before = ", zuvor " + dates.when(plans[-2].planned) if len(plans) > 1 else ""
        shown[-1] |= {"text": measures.plan(plans[-1]) + before, "kurz": measures.plan(plans[-1])}
    return tuple(shown)


def _responsible(report: Report, measure: Measure, axis: _Axis) -> Iterator[dict[str, Any]]:
    """One frame for each time in which the same bodies were responsible."""
    terms = responsibility.timeline(measure)
    edges = {axis.first, axis.last + timedelta(days=1)}
    for term in terms:
        edges |= {d for d in (term.span.first, _after(term.span.last)) if d and axis.first <= d <= axis.last}
    ordered = sorted(edges)
    for first, after in pairwise(ordered):
        holding = responsibility.responsible_on(measure, first)
        if holding:
            names = [report.actors[one.actor].name for one in holding if one.actor in report.actors]
            yield {
                "von": axis.at(first), "bis": axis.at(after), "text": " und ".join(names),
                "erschlossen": any(one.assignment == "erschlossen" for one in holding),
            }  # fmt: skip


def _after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


def _legend(measure: Measure, stretches: Sequence[_Stretch]) -> str:
    parts = []
    if any(one.assignment == "erschlossen" for one in measure.responsible):
        parts.append("Gestrichelter Rahmen: erschlossen, nicht unmittelbar belegt.")
    if any(s.bar == "ohne-meldung" for s in stretches):
        parts.append("Schraffur: keine Meldung.")
    if any(plan.according_to for plan in measure.plan_dates):
        parts.append("Raute: Termin, ausgefüllt, wenn er über eine Empfehlung hinausging.")
    return " ".join(parts)
