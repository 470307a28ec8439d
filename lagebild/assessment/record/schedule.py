"""How a measure stands to its plan dates on a day.

A plan is known once the entry that names it counts; a plan from an undated entry only on the report's own
day. Completion decides where it is planned, else the beginning, which any report of a start or of something
later meets. The last plan known before the event decides; the first is shown beside it.

Two dates of different precision are compared only as far as they bear it: nothing is called late or on time
that could be either. A date of a report or a publication says by when something was so, not when it happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lagebild.assessment.record._step import Step
from lagebild.findings import ScheduleFinding
from lagebild.model import PlanDate, StatusEntry

DECIDING_KINDS = ("fertigstellung", "beginn")
"""The kinds of plan that decide, in the order in which they do."""
_MET_BY = {
    "fertigstellung": ("abgeschlossen",),
    # An interruption shows that there was something to interrupt; an end does not show that it ever began.
    "beginn": ("gestartet", "laufend", "eingeschraenkt", "unterbrochen", "abgeschlossen"),
}
_REPORTED_DATES = ("berichtsstand", "veroeffentlichung")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan date and the entry that names it, as it holds today."""

    promise: PlanDate
    named_by: StatusEntry

    def known_on(self, day: date, today: date) -> bool:
        """Whether the plan counts on a day."""
        return self.named_by.when.last <= day if self.named_by.when else day == today


def schedule(
    plans: Sequence[Plan], order: Sequence[StatusEntry], steps: Sequence[Step], day: date, *, today: date
) -> ScheduleFinding:
    """The finding for a day, from all plans of a measure, its entries in the order of events, and the steps
    that count on that day."""
    known = [
        plan for entry in order for plan in plans if plan.named_by == entry and plan.known_on(day, today)
    ]
    deciding, steps = _of_last_round(known, steps)
    if not deciding:
        return ScheduleFinding(result="kein-termin", first=None, last=None, met_by=None)
    kind, first = deciding[0].promise.kind, deciding[0].promise
    if met := _met(kind, steps):
        last = _last_before(deciding, met, order)
        return ScheduleFinding(result=_judged(last, met, steps), first=first, last=last, met_by=met)
    last = deciding[-1].promise
    # Undated entries can show on the report's own day that something was done, but not when.
    undated = [entry for entry in order if not entry.when] if day == today else []
    unproven = _unproven(kind, steps, undated)
    result = "nicht-entscheidbar" if unproven else _awaited(first, last, steps, day)
    return ScheduleFinding(result=result, first=first, last=last, met_by=unproven)


def _of_last_round(known: Sequence[Plan], steps: Sequence[Step]) -> tuple[list[Plan], list[Step]]:
    """The plans that decide, of the last round that has any, with the steps of that round: a promise that was
    kept or given up is not measured again by what comes later."""
    rounds = {step.entry.number: step.round for step in steps}
    current = steps[-1].round if steps else 0
    placed = [(plan, rounds.get(plan.named_by.number, current)) for plan in known]
    last = max((number for plan, number in placed if plan.promise.kind in DECIDING_KINDS), default=current)
    of_round = [plan for plan, number in placed if number == last]
    by_kind = ([plan for plan in of_round if plan.promise.kind == kind] for kind in DECIDING_KINDS)
    deciding: list[Plan] = next((plans for plans in by_kind if plans), [])
    return deciding, [step for step in steps if step.round == last]


def _met(kind: str, steps: Sequence[Step]) -> StatusEntry | None:
    """The entry that meets a plan of that kind; an unevidenced completion never counts as done."""
    entries = [step.entry for step in steps if step.entry.status in _MET_BY[kind]]
    return next((entry for entry in entries if entry.evidence or kind != "fertigstellung"), None)


def _unproven(kind: str, steps: Sequence[Step], undated: Sequence[StatusEntry]) -> StatusEntry | None:
    """An entry that says it was done but neither proves it nor says when."""
    entries = [*(step.entry for step in steps), *undated]
    return next((entry for entry in entries if entry.status in _MET_BY[kind]), None)


def _last_before(plans: Sequence[Plan], met: StatusEntry, order: Sequence[StatusEntry]) -> PlanDate:
    """The last plan known before the event; where it was planned only afterwards, the first plan."""
    before = order[: order.index(met)]
    earlier = [plan for plan in plans if plan.named_by in before]
    return (earlier[-1] if earlier else plans[0]).promise


def _judged(plan: PlanDate, met: StatusEntry, steps: Sequence[Step]) -> str:
    first, last = _happened(met, steps)
    if last <= plan.planned.last:
        return "fristgerecht"
    return "verspaetet" if first > plan.planned.last else "nicht-entscheidbar"


def _happened(met: StatusEntry, steps: Sequence[Step]) -> tuple[date, date]:
    """Between which days it happened, at the earliest and at the latest."""
    assert met.when is not None  # steps come from dated entries
    if met.date_kind not in _REPORTED_DATES:
        return met.when.first, met.when.last
    before = [step.entry for step in steps[: [step.entry for step in steps].index(met)]]
    return max((entry.when.first for entry in before if entry.when), default=date.min), met.when.last


def _awaited(first: PlanDate, last: PlanDate, steps: Sequence[Step], day: date) -> str:
    """What holds as long as nothing has met the plan."""
    standing = steps[-1] if steps else None
    passed = last.planned.last < day
    if standing and (standing.phase == "beendet" or (passed and standing.shelved)):
        return "entfallen"
    if passed:
        return "ueberfaellig"
    return "verschoben" if last.planned.first > first.planned.last else "steht-aus"
