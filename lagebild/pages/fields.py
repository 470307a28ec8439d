"""The fields of action: each as the chain from situation to goals, measures, evidence and effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import evidence
from lagebild.assessment.board import HEADLINE_KIND
from lagebild.findings import IndicatorFindings
from lagebild.model import MEASURE_KINDS, STRATEGY_TIES, ActionField, Goal, Indicator, Measure, Report
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._exhibit import Exhibit, exhibit, exhibits, exhibits_of
from lagebild.pages._key_sentence import KeySentence, key_sentence
from lagebild.pages._related import measure_rows
from lagebild.pages.page import Link, Page, Templates, linker
from lagebild.wording import dates, figures, measures

PATH = "handlungsfelder/"
CONTACT = "ueber/kontakt/#beleg"
MOST_KEY_SENTENCES = 4
"""More than four sentences with charts are no overview; the other indicators follow as a list."""
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal, a recommendation or a single figure with its sources."""

    text: str
    exhibits: tuple[Exhibit, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """What the page of a field shows."""

    title: str
    lead: str
    note: str | None
    chain: tuple[Part, ...]
    key_sentences: tuple[KeySentence, ...]
    other_indicators: tuple[Part, ...]
    goals: tuple[Aim, ...]
    goal_gap: Part | None
    general_goals: tuple[Aim, ...]
    measures: tuple[Part, ...]
    measures_lead: str
    own_placing: bool
    others: str
    recommendations: tuple[Aim, ...]
    changed: tuple[Part, ...]
    changed_lead: str
    proof_title: str
    proof: tuple[list[Part], ...]
    proof_note: str
    effect: str
    context: tuple[Aim, ...]
    disputes: tuple[Dispute, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The overview of the fields and one page for each."""
    templates = Templates()
    yield _overview(assessed, templates)
    for ident, field in assessed.report.fields.items():
        path = f"{PATH}{ident}/"
        view = field_view(assessed, field, linker(path))
        yield Page(
            path=path,
            title=field.title,
            html=templates.fill("fields.html.jinja", path, view=view),
            section=PATH,
            description=view.lead,
            edit="data/strategie/handlungsfelder.yaml",
            figures=tuple(k.figure for k in view.key_sentences if k.figure),
        )


def _overview(assessed: Assessed, templates: Templates) -> Page:
    report, link = assessed.report, linker(PATH)
    rows = [
        {
            "titel": field.title,
            "url": link(f"{PATH}{field.id}/"),
            "kurz": field.short,
            "glieder": _chain(assessed, field),
        }
        for field in report.fields.values()
    ]
    lead = f"Die Strategie hat {measures.counted(len(rows), 'Handlungsfeld', 'Handlungsfelder')}. Für jedes zeigt "
    lead += "eine Kette, wie weit sich der Weg von der Lage bis zur Wirkung belegen lässt."
    return Page(
        path=PATH,
        title="Handlungsfelder",
        html=templates.fill("fields_overview.html.jinja", PATH, rows=rows, lead=lead),
        section=PATH,
        description=lead,
    )


def field_view(assessed: Assessed, field: ActionField, link: Link) -> FieldView:
    """Everything about a field, worded and linked."""
    report = assessed.report
    own = _measures(report, field)
    indicators = _indicators(assessed, field)
    main = [pair for pair in indicators if pair[1].main and pair[1].main.last][:MOST_KEY_SENTENCES]
    shown = {indicator.id for indicator, _ in main}
    goals = [g for g in report.goals.values() if g.field == field.id]
    changed_lead, changed = _changed(assessed, own, link)
    proof_title, proof, proof_note = _proof(report, own)
    return FieldView(
        title=field.title,
        lead=_lead(report, field),
        note=field.note,
        chain=_chain(assessed, field),
        key_sentences=tuple(key_sentence(report, i, f, link) for i, f in main),
        other_indicators=tuple(_listed(report, i, f, link) for i, f in indicators if i.id not in shown),
        goals=tuple(_goal(report, g, link) for g in goals if g.text),
        goal_gap=_goal_gap(report, goals, link),
        general_goals=tuple(_goal(report, g, link) for g in report.goals.values() if g.field is None and g.text),
        measures=measure_rows(assessed, own, link),
        measures_lead=_measures_lead(own),
        own_placing=any(m.assignment == "erschlossen" for m in own),
        others=_others(report, field),
        recommendations=tuple(_recommendations(report, field, own, link)),
        changed=changed,
        changed_lead=changed_lead,
        proof_title=proof_title,
        proof=proof,
        proof_note=proof_note,
        effect=_effect(assessed, field),
        context=tuple(_context(report, field, link)),
        disputes=disputes_of(report, (field.id,), link),
    )


def _lead(report: Report, field: ActionField) -> str:
    ordinals = ("erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte")
    place, whole = list(report.fields).index(field.id), len(report.fields)
    which = ordinals[place] if place < len(ordinals) else f"{place + 1}."
    said = f"Das {which} von {whole} Handlungsfeldern der Strategie. Die Kette zeigt, wie weit sich der Weg von der "
    return f"{said}Lage bis zur Wirkung belegen lässt."


def _measures(report: Report, field: ActionField) -> tuple[Measure, ...]:
    """The measures of a field, the most firmly tied first."""
    own = [m for m in report.measures.values() if m.kind == HEADLINE_KIND and field.id in m.fields]
    return tuple(sorted(own, key=lambda m: (STRATEGY_TIES.index(m.tie), m.title.lower())))


def _indicators(assessed: Assessed, field: ActionField) -> list[tuple[Indicator, IndicatorFindings]]:
    """The indicators of a field: those of the start page first, then those with the latest figures."""
    report = assessed.report
    own = [(i, assessed.indicators[i.id]) for i in report.indicators.values() if field.id in i.fields]

    def order(pair: tuple[Indicator, IndicatorFindings]) -> tuple[bool, bool, int]:
        last = pair[1].main.last if pair[1].main else None
        return (pair[0].id not in report.site.key_indicators, last is None, -last.period.last.year if last else 0)

    return sorted(own, key=order)


def _listed(report: Report, indicator: Indicator, findings: IndicatorFindings, link: Link) -> Part:
    text = figures.message(report, indicator, findings)
    return {"titel": indicator.title, "url": link(f"indikatoren/{indicator.id}/"), "zusatz": measures.sentence(text)}


def _chain(assessed: Assessed, field: ActionField) -> tuple[Part, ...]:
    """The five nodes; a node is filled where it is evidenced, a link solid where the step itself is."""
    report = assessed.report
    own = _measures(report, field)
    goals = [g for g in report.goals.values() if g.field == field.id]
    published = any(g.text for g in goals)
    rated = _rated(assessed, field)
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
        {"titel": "Wirkung", "id": "wirkung", "verbunden": False, "stand": "teils" if rated else "fehlt",
         "text": f"{measures.counted(rated, 'Ziel', 'Ziele')} bewertet" if rated else "nicht bewertbar"},
    )  # fmt: skip


def _how_much(part: int, whole: int, *, some: bool) -> str:
    if whole and part == whole:
        return "belegt"
    return "teils" if some else "fehlt"


def _situation(assessed: Assessed, field: ActionField) -> Part:
    last = [f.main.last.period for _, f in _indicators(assessed, field) if f.main and f.main.last]
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
    inferred = sum(m.assignment == "erschlossen" for m in own)
    how = "Zuordnung erschlossen" if inferred == len(own) else f"{inferred} Zuordnungen erschlossen"
    return f"{len(own)} erfasst, {how}" if inferred else f"{len(own)} erfasst"


def _rated(assessed: Assessed, field: ActionField) -> int:
    """Targets of the field's indicators that could be rated."""
    return sum(t.rating != "nicht-bewertbar" for _, f in _indicators(assessed, field) for t in f.targets)


def _goal(report: Report, goal: Goal, link: Link) -> Aim:
    return Aim(text=goal.text or "", exhibits=exhibits_of(report, goal.sources, link), note=goal.note)


def _goal_gap(report: Report, goals: Sequence[Goal], link: Link) -> Part | None:
    missing = next((g for g in goals if not g.text), None)
    if any(g.text for g in goals):
        return None
    head = "Wortlaut nicht gefunden." if missing else "Kein Ziel gefunden."
    reason = (missing and missing.note) or "Für dieses Handlungsfeld nennt keine ausgewertete Quelle ein Ziel."
    return {"kopf": head, "text": f"{reason} Ohne Ziel keine Bewertung.", "url": link(CONTACT), "link": "Wortlaut nachreichen"}


def _measures_lead(own: Sequence[Measure]) -> str:
    named = sum(m.tie == "ausdruecklich" for m in own)
    said = measures.counted(len(own), "Maßnahme", "Maßnahmen")
    return f"{said}, davon {named} in Quellen zur Strategie genannt." if own else "Keine Maßnahme erfasst."


def _others(report: Report, field: ActionField) -> str:
    kinds = [m.kind for m in report.measures.values() if m.kind != HEADLINE_KIND and field.id in m.fields]
    if not kinds:
        return ""
    names = " und ".join(measures.KINDS[k][1] for k in MEASURE_KINDS if k in kinds)
    return f"Dazu {measures.counted(len(kinds), 'weiterer Eintrag', 'weitere Einträge')}: {names}."


def _recommendations(report: Report, field: ActionField, own: Sequence[Measure], link: Link) -> Iterator[Aim]:
    idents = {m.id for m in own}
    for one in report.recommendations.values():
        if one.field == field.id or idents & set(one.measures):
            when = dates.when(one.when) if one.when else "ohne Datum"
            note = ". ".join(filter(None, (when, one.note)))
            yield Aim(text=measures.sentence(one.text), exhibits=exhibits(report, one.evidence, link), note=note)


def _changed(assessed: Assessed, own: Sequence[Measure], link: Link) -> tuple[str, tuple[Part, ...]]:
    """Reports on the field's measures since the last published report on the strategy's work."""
    report = assessed.report
    published = [r for r in report.reports.values() if r.when and r.when.last <= report.day]
    if not published:
        return "", ()
    last = max(published, key=lambda r: (r.when.last, r.id))  # type: ignore[union-attr]
    assert last.when
    since = last.when.last
    entries = [(e, m) for m in own for e in m.history if e.when and e.when.first > since]
    entries.sort(key=lambda pair: (pair[0].when.last, pair[1].id), reverse=True)  # type: ignore[union-attr]
    lead = f"Seit dem letzten Bericht ({last.title}, {dates.when(last.when)}): "
    lead += measures.counted(len(entries), "neue Meldung", "neue Meldungen") if entries else "keine neue Meldung."
    return lead, tuple(
        {"datum": dates.when(e.when), "art": measures.DATE_KINDS[e.date_kind], "titel": m.title,
         "url": link(f"massnahmen/{m.id}/#meldung-{e.number}"), "text": measures.sentence(e.text),
         "quelle": measures.STATUSES[e.status]}
        for e, m in entries if e.when
    )  # fmt: skip


def _proof(report: Report, own: Sequence[Measure]) -> tuple[str, tuple[list[Part], ...], str]:
    entries = [e for m in own for e in m.history]
    found = {x.source.id: x.kind for e in entries for x in evidence.exhibits(report, e)}
    kinds = list(found.values())
    rows = tuple(
        [{"text": measures.EVIDENCE_KINDS[k]}, {"text": str(kinds.count(k)), "wert": kinds.count(k)}]
        for k in evidence.KINDS if k in kinds
    )  # fmt: skip
    title = f"{measures.counted(len(entries), 'Meldung', 'Meldungen')} zu "
    title += measures.counted(len(own), "Maßnahme", "Maßnahmen")
    sure = sum(e.certainty == "belegt" and bool(e.evidence) for e in entries)
    note = f"{measures.of(sure, len(entries))} Meldungen sind belegt"
    note += f", {len(entries) - sure} sind unsicher." if sure < len(entries) else "."
    dated = [e for e in entries if e.when]
    if dated:
        last = max(dated, key=lambda e: e.when.last)  # type: ignore[union-attr]
        kind = f" ({measures.DATE_KINDS[last.date_kind]})" if measures.DATE_KINDS[last.date_kind] else ""
        note += f" Die jüngste ist datiert auf: {dates.when(last.when)}{kind}."  # type: ignore[arg-type]
    return title, rows, note


def _effect(assessed: Assessed, field: ActionField) -> str:
    rated = _rated(assessed, field)
    if rated:
        return f"{measures.counted(rated, 'Ziel', 'Ziele')} zu diesen Zahlen sind bewertet. Dass sich eine Zahl verändert, sagt nicht, warum."
    return (
        "Zu den Zahlen oben ist kein Ziel mit Wert und Frist gefunden, und die erfassten Daten enthalten keine "
        "Untersuchung der Wirkung. Dass sich eine Zahl verändert, sagt nicht, warum."
    )


def _context(report: Report, field: ActionField, link: Link) -> Iterator[Aim]:
    for one in report.context:
        if field.id in one.belongs_to and one.source in report.sources:
            yield Aim(
                text=measures.sentence(one.statement),
                exhibits=(exhibit(report.sources[one.source], link, one.spot),),
                note=one.definition,
            )
