"""The chain of a field: situation, goals, measures, evidence, effect, and how far each is evidenced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment.board import HEADLINE_KIND
from lagebild.findings import IndicatorFindings
from lagebild.model import STRATEGY_TIES, ActionField, Goal, Indicator, Measure, Report
from lagebild.wording import measures

Part = dict[str, Any]


def measures_of(report: Report, field: ActionField) -> tuple[Measure, ...]:
    """The measures of a field, the most firmly tied first."""
    own = [m for m in report.measures.values() if m.kind == HEADLINE_KIND and field.id in m.fields]
    return tuple(sorted(own, key=lambda m: (STRATEGY_TIES.index(m.tie), m.title.lower())))


def indicators_of(assessed: Assessed, field: ActionField) -> list[tuple[Indicator, IndicatorFindings]]:
    """The indicators of a field: those of the start page first, then those with a wanted direction and the
    latest figures."""
    report = assessed.report
    own = [(i, assessed.indicators[i.id]) for i in report.indicators.values() if field.id in i.fields]

    def order(pair: tuple[Indicator, IndicatorFindings]) -> tuple[bool, bool, bool, int]:
        last = pair[1].main.last if pair[1].main else None
        return (
            pair[0].id not in report.site.key_indicators,
            last is None,
            pair[0].direction == "neutral",
            -last.period.last.year if last else 0,
        )

    return sorted(own, key=order)


def chain(assessed: Assessed, field: ActionField) -> tuple[Part, ...]:
    """The five nodes; a node is filled where it is evidenced, a link solid where the step itself is."""
    report = assessed.report
    own = measures_of(report, field)
    goals = [g for g in report.goals.values() if g.field == field.id]
    published = any(g.text for g in goals)
    ratings = rated(assessed, field)
    entries = [e for m in own for e in m.history]
    proven = [e for e in entries if e.evidence]
    sources = {e.source for entry in proven for e in entry.evidence}
    return (
        {"titel": "Lage", "id": "lage", "verbunden": False} | _situation(assessed, field),
        {"titel": "Ziele", "id": "ziele", "verbunden": any(m.goals for m in own),
         "stand": "belegt" if published else "fehlt", "text": _goals_said(report, goals)},
        {"titel": "Maßnahmen", "id": "massnahmen", "verbunden": bool(proven), "text": _measures_said(own),
         "stand": _how_much(sum(m.assignment == "quelle" for m in own), len(own), some=bool(own))},
        {"titel": "Belege", "id": "belege", "verbunden": False,
         "stand": _how_much(len(proven), len(entries), some=bool(proven)),
         "text": f"{measures.counted(len(entries), 'Meldung', 'Meldungen')} aus "
                 f"{measures.counted(len(sources), 'Quelle', 'Quellen')}" if entries else "keine Meldung"},
        {"titel": "Wirkung", "id": "wirkung", "verbunden": False, "stand": "teils" if ratings else "fehlt",
         "text": f"{measures.counted(ratings, 'Ziel', 'Ziele')} bewertet" if ratings else "nicht bewertbar"},
    )  # fmt: skip


def _how_much(part: int, whole: int, *, some: bool) -> str:
    if whole and part == whole:
        return "belegt"
    return "teils" if some else "fehlt"


def _situation(assessed: Assessed, field: ActionField) -> Part:
    last = [f.main.last.period for _, f in indicators_of(assessed, field) if f.main and f.main.last]
    if not last:
        return {"stand": "fehlt", "text": "keine Zahlen gefunden"}
    name = assessed.report.territories[assessed.report.site.main_territory].name
    return {"stand": "belegt", "text": f"Zahlen für {name} bis {max(last).last.year}"}


def _goals_said(report: Report, goals: Sequence[Goal]) -> str:
    if any(g.text for g in goals):
        return measures.counted(sum(bool(g.text) for g in goals), "Ziel", "Ziele")
    decided = any(g.decision in report.decisions for g in goals)
    return "beschlossen, Wortlaut nicht gefunden" if decided else "keine gefunden"


def _measures_said(own: Sequence[Measure]) -> str:
    if not own:
        return "keine erfasst"
    named = sum(m.tie == "ausdruecklich" for m in own)
    tied = f"{named} davon" if named else "nicht"
    said = f"{len(own)} erfasst, {tied} in Quellen zur Strategie genannt"
    inferred = sum(m.assignment == "erschlossen" for m in own)
    how = "eigene Zuordnung" if inferred == len(own) else f"{inferred} eigene Zuordnungen"
    return f"{said}, {how}" if inferred else said


def rated(assessed: Assessed, field: ActionField) -> int:
    """Targets of the field's indicators that could be rated."""
    return sum(t.rating != "nicht-bewertbar" for _, f in indicators_of(assessed, field) for t in f.targets)
