"""`/daten/stand/<day>.json`: the board of a day.

`massnahmen` lists every entry of any `typ` that is on the board. `summen` counts `typ: massnahme` only, each
measure once, as the page does: every count stands beside the number it is counted of (`von`), and the number
itself beside what changed it since the board before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lagebild.assessment.board import HEADLINE_KIND, Denominator
from lagebild.exports._iso import iso
from lagebild.findings import Board, MeasureState
from lagebild.model import MEASURE_KINDS, Report


def board_json(report: Report, board: Board, *, denominator: Denominator | None = None) -> dict[str, Any]:
    """One board; with its denominator, what was added, merged and removed since the board before."""
    return {
        "tag": board.day.isoformat(),
        "massnahmen": [_row(state) for state in board.states.values()],
        "summen": totals(report, board, denominator),
    }


def _row(state: MeasureState) -> dict[str, Any]:
    return {
        "id": state.measure,
        "phase": state.phase,
        "phase_seit": iso(state.since),
        "stand_unklar": state.unclear,
        "termin": state.schedule.result,
    }


def totals(report: Report, board: Board, denominator: Denominator | None) -> dict[str, Any]:
    """The counts of a board with their denominators; `stand` are the classes of the board, `phase` the last
    reported phases whatever their age and evidence."""
    kinds: list[str] = [report.measures[ident].kind for ident in board.states]
    counted = [state for ident, state in board.states.items() if report.measures[ident].kind == HEADLINE_KIND]
    phases = [state.phase or "ohne-datum" for state in counted]
    summed: dict[str, Any] = {
        "gesamt": board.total,
        "nach_typ": _of({kind: kinds.count(kind) for kind in MEASURE_KINDS}, len(kinds)),
        "stand": _of(board.by_class, board.total),
        "phase": _of({phase: phases.count(phase) for phase in sorted(set(phases))}, board.total),
        "termin": _of(board.by_schedule, board.total),
        "strategiebezug": _of(board.by_tie, board.total),
        "handlungsfelder": {
            field or "ohne-handlungsfeld": _of(counts, board.field_totals[field])
            for field, counts in board.by_field.items()
        },
    }
    if denominator:
        summed["veraenderung"] = {
            "hinzugekommen": list(denominator.added),
            "aufgegangen": list(denominator.merged),
            "entfernt": list(denominator.removed),
        }
    return summed


def _of(counts: Mapping[str, int], whole: int) -> dict[str, Any]:
    return {"von": whole, "anzahl": dict(counts)}
