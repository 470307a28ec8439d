"""Status codes and phases, and how a history of entries becomes a phase.

The last entry in the order of events decides, with four exceptions. A proposal never lowers what is being
prepared. Neither proposal nor preparation lowers what is running or interrupted; after a shelving or an end
they open a new round. What was completed opens again only when it is reported as started or running, or with
an entry that declares a new round, because things are sometimes done before they are decided. An application
for repeal changes nothing until it is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lagebild.assessment.record._step import Step
from lagebild.model import StatusEntry

PHASES: Mapping[str, str | None] = {
    "idee": "vorgeschlagen",
    "empfohlen": "vorgeschlagen",
    "geplant": "vorbereitet",
    "beantragt": "vorbereitet",
    "bewilligt": "vorbereitet",
    "beschlossen": "vorbereitet",
    "gestartet": "in-umsetzung",
    "laufend": "in-umsetzung",
    "eingeschraenkt": "in-umsetzung",
    "unterbrochen": "ruht",
    "zurueckgestellt": "ruht",
    "abgeschlossen": "abgeschlossen",
    "beendet": "beendet",
    "aufhebung-beantragt": None,
}
"""Status code → phase; None changes nothing."""

EARLY_PHASES = ("vorgeschlagen", "vorbereitet")
"""Phases of proposals and preparation."""
CLOSED_PHASES = ("abgeschlossen", "beendet")
"""Phases in which nothing more is expected; all others are open."""
_REOPENING = ("gestartet", "laufend")


def steps(entries: Iterable[StatusEntry]) -> tuple[Step, ...]:
    """What each entry made of the measure; the entries are those that count, in the order of events."""
    taken: list[Step] = []
    for entry in entries:
        taken.append(_next(taken[-1] if taken else None, entry))
    return tuple(taken)


def _next(before: Step | None, entry: StatusEntry) -> Step:
    effective = takes_effect(before, entry)
    if not effective:
        return Step(
            entry=entry, effective=False,
            phase=before.phase if before else None, began=before.began if before else None,
            decided=before.decided if before else None, evidenced=before.evidenced if before else False,
            round=before.round if before else 0,
        )  # fmt: skip
    phase = PHASES[entry.status]
    reopened = before is not None and _reopens(before, entry)
    same = before is not None and before.phase == phase and not reopened
    return Step(
        entry=entry, effective=True, phase=phase, decided=entry,
        began=before.began if before and same else entry,
        evidenced=bool(entry.evidence) or bool(before and same and before.evidenced),
        round=(before.round if before else 0) + reopened,
    )  # fmt: skip


def takes_effect(before: Step | None, entry: StatusEntry) -> bool:
    """Whether an entry begins or confirms a phase, given the standing before it."""
    phase = PHASES[entry.status]
    if phase is None:
        return False
    if before is None or before.phase is None or before.phase == "beendet" or before.shelved:
        return True
    if before.phase == "abgeschlossen":
        return phase in CLOSED_PHASES or entry.status in _REOPENING or entry.new_round
    if before.phase == "vorbereitet":
        return phase != "vorgeschlagen"
    return before.phase == "vorgeschlagen" or phase not in EARLY_PHASES


def _reopens(before: Step, entry: StatusEntry) -> bool:
    return before.phase in CLOSED_PHASES and (PHASES[entry.status] not in CLOSED_PHASES or entry.new_round)
