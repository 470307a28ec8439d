"""One measure: its state on a day, and its history entry by entry as a page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lagebild.assessment._state import is_stale, state, steps_on
from lagebild.assessment.record._step import Step
from lagebild.assessment.record.events import corrections, events
from lagebild.model import Measure, StatusEntry

__all__ = ["Told", "is_stale", "state", "steps_on", "told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry as a page shows it."""

    entry: StatusEntry
    corrected_by: StatusEntry | None
    """The entry that holds in its place; the corrected one stays visible, struck through."""
    step: Step | None
    """What the entry made of the measure; None where it is corrected, undated or does not count yet."""


def told(measure: Measure, day: date) -> tuple[Told, ...]:
    """Every entry in the order of events; a corrected one stands before the one that holds in its place."""
    holding = corrections(measure)
    made = {step.entry.number: step for step in steps_on(measure, day)}
    rows: list[Told] = []
    for holds in events(measure):
        struck = [e for e in measure.history if holding.get(e.number) == holds]
        rows += [Told(entry=entry, corrected_by=holds, step=None) for entry in struck]
        rows.append(Told(entry=holds, corrected_by=None, step=made.get(holds.number)))
    return tuple(rows)
