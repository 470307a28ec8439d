"""Who was responsible from when to when.

`von` and `bis` may be partial: responsibility begins with the first day of `von` and ends with the last of
`bis`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lagebild.assessment._state import state
from lagebild.assessment.record.events import events
from lagebild.assessment.record.status import CLOSED_PHASES
from lagebild.model import Actor, Measure, Report, Responsibility

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time from the first to the last day; None where that end is open or not known."""

    first: date | None
    last: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return (self.first or date.min) <= day <= (self.last or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One responsibility as a stretch of time."""

    responsibility: Responsibility
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """A current measure whose responsible body no longer is, or that nobody is responsible for any more."""

    measure: str
    responsibility: Responsibility | None
    """The responsibility that names the body; None where all have ended."""
    actor: str | None
    ended: date | None
    """Last day of the body, or of the last responsibility."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """An actor's part in a measure."""

    actor: str
    measure: str
    part: str
    """zustaendig | partner."""
    span: Span
    """As stated in the data."""
    first_reported: date | None
    """First day of the earliest dated entry of the measure."""
    inferred: bool
    """Whether the assignment is the editors' own."""

    @property
    def since(self) -> date | None:
        """Since when: as stated, else since the measure was first reported."""
        return self.span.first or self.first_reported


def span_of(responsibility: Responsibility) -> Span:
    """The time of a responsibility."""
    start, end = responsibility.start, responsibility.end
    return Span(first=start.first if start else None, last=end.last if end else None)


def responsible_on(measure: Measure, day: date) -> tuple[Responsibility, ...]:
    """Who was responsible for a measure on a day."""
    return tuple(one for one in measure.responsible if span_of(one).holds_on(day))


def timeline(measure: Measure) -> tuple[Term, ...]:
    """The responsibilities of a measure in the order of time."""
    terms = [Term(responsibility=one, span=span_of(one)) for one in measure.responsible]
    return tuple(sorted(terms, key=lambda term: (term.span.first or date.min, term.span.last or date.max)))


def gaps(measure: Measure, day: date) -> tuple[Span, ...]:
    """Stretches between the first report of a measure and the day in which nobody was responsible."""
    reached = first_reported(measure)
    if reached is None or not measure.responsible:
        return ()
    found: list[Span] = []
    for term in timeline(measure):
        if term.span.first and term.span.first > reached:
            found.append(Span(first=reached, last=min(term.span.first - _A_DAY, day)))
        if term.span.last is None:
            return tuple(gap for gap in found if gap.first and gap.first <= day)
        reached = max(reached, term.span.last + _A_DAY)
    if reached <= day:
        found.append(Span(first=reached, last=day))
    return tuple(gap for gap in found if gap.first and gap.first <= day)


def first_reported(measure: Measure) -> date | None:
    """First day of the earliest dated entry."""
    return min((entry.when.first for entry in events(measure) if entry.when), default=None)


def existed_on(actor: Actor, day: date) -> bool:
    """Whether a body existed on a day, as far as the data say."""
    return (actor.start is None or actor.start.first <= day) and (actor.end is None or day <= actor.end.last)


def lapses(report: Report, day: date) -> tuple[Lapse, ...]:
    """Measures that are current on a day while their responsible body no longer exists, or without any that
    still is responsible."""
    return tuple(
        lapse
        for measure in report.measures.values()
        if _is_current(measure, day, report.day)
        for lapse in _lapses_of(report, measure, day)
    )


def _is_current(measure: Measure, day: date, today: date) -> bool:
    standing = state(measure, day, today=today)
    return standing.listed and standing.phase not in CLOSED_PHASES


def _lapses_of(report: Report, measure: Measure, day: date) -> Iterator[Lapse]:
    holding = responsible_on(measure, day)
    for one in holding:
        actor = report.actors.get(one.actor)
        if actor and actor.end and actor.end.last < day:
            yield Lapse(measure=measure.id, responsibility=one, actor=actor.id, ended=actor.end.last)
    ends = [term.span.last for term in timeline(measure) if term.span.last and term.span.last < day]
    if ends and not holding:
        yield Lapse(measure=measure.id, responsibility=None, actor=None, ended=max(ends))


def involvements(report: Report) -> tuple[Involvement, ...]:
    """Every actor's part in every measure, in the order of the measures."""
    return tuple(one for measure in report.measures.values() for one in _of_measure(measure))


def _of_measure(measure: Measure) -> Iterable[Involvement]:
    first = first_reported(measure)
    for term in timeline(measure):
        yield Involvement(
            actor=term.responsibility.actor, measure=measure.id, part="zustaendig", span=term.span,
            first_reported=first, inferred=term.responsibility.assignment == "erschlossen",
        )  # fmt: skip
    for partner in measure.partners:
        yield Involvement(
            actor=partner, measure=measure.id, part="partner", span=Span(first=None, last=None),
            first_reported=first, inferred=False,
        )  # fmt: skip


def involvements_of(report: Report, actor: str) -> tuple[Involvement, ...]:
    """An actor's measures with since when, responsible ones first."""
    own = [one for one in involvements(report) if one.actor == actor]
    return tuple(sorted(own, key=lambda one: (one.part != "zustaendig", one.since or date.max, one.measure)))
