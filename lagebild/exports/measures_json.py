"""`/daten/massnahmen.json`: every measure with its state and its history, for anyone to derive it again."""

from __future__ import annotations

from typing import Any

from lagebild.exports._iso import iso
from lagebild.findings import MeasureState
from lagebild.model import Measure, PlanDate, Responsibility, StatusEntry, When


def measure_json(measure: Measure, state: MeasureState) -> dict[str, Any]:
    """One measure; `termine` stands only where a date was planned."""
    entry = {
        "id": measure.id,
        "titel": measure.title,
        "typ": measure.kind,
        "handlungsfelder": list(measure.fields),
        "strategiebezug": measure.tie,
        "phase": state.phase,
        "phase_seit": iso(state.since),
        "stand_unklar": state.unclear,
        "termin": state.schedule.result,
        "zuletzt_gemeldet": _last_reported(state.last_reported),
        "verlauf": [_entry(one) for one in measure.history],
        "zustaendig": [_responsibility(one) for one in measure.responsible],
    }
    if measure.plan_dates:
        entry["termine"] = [_plan(plan) for plan in measure.plan_dates]
    return entry


def _text(when: When | None) -> str | None:
    return when.text if when else None


def _last_reported(entry: StatusEntry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {"status": entry.status, "datum": _text(entry.when), "datum_art": entry.date_kind}


def _entry(entry: StatusEntry) -> dict[str, Any]:
    """One entry; `berichtigt` and `neue_runde` stand only where they are said."""
    shown: dict[str, Any] = {
        "nr": entry.number,
        "datum": _text(entry.when),
        "datum_von": iso(entry.when.first) if entry.when else None,
        "datum_bis": iso(entry.when.last) if entry.when else None,
        "datum_art": entry.date_kind,
        "status": entry.status,
        "text": entry.text,
        "belege": [{"quelle": one.source, "fundstelle": one.spot} for one in entry.evidence],
        "sicherheit": entry.certainty,
    }
    if entry.corrects is not None:
        shown["berichtigt"] = entry.corrects
    if entry.new_round:
        shown["neue_runde"] = True
    return shown


def _responsibility(one: Responsibility) -> dict[str, Any]:
    return {"akteur": one.actor, "von": _text(one.start), "bis": _text(one.end), "zuordnung": one.assignment}


def _plan(plan: PlanDate) -> dict[str, Any]:
    return {"art": plan.kind, "geplant": plan.planned.text, "laut": plan.according_to}
