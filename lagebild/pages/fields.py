"""The fields of action: each as the chain from situation to goals, measures, evidence and effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment.board import HEADLINE_KIND
from lagebild.findings import IndicatorFindings
from lagebild.model import MEASURE_KINDS, ActionField, Goal, Indicator, Measure, Report
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._exhibit import Exhibit, exhibit, exhibits, exhibits_of
from lagebild.pages._field_chain import chain, indicators_of, measures_of
from lagebild.pages._field_proof import News, Proof, effect, news, proof, ratings
from lagebild.pages._key_sentence import KeySentence, key_sentence
from lagebild.pages._related import measure_rows
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import figures, measures

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
    measures: tuple[Mapping[str, Any], ...]
    measures_lead: str
    own_placing: bool
    others: str
    recommendations: tuple[Aim, ...]
    news: News | None
    proof: Proof
    ratings: tuple[Part, ...]
    effect: str
    context: tuple[Aim, ...]
    disputes: tuple[Dispute, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The overview of the fields and one page for each."""
    templates = Templates()
    yield _overview(assessed, templates)
    for place, (ident, field) in enumerate(assessed.report.fields.items(), start=1):
        path = f"{PATH}{ident}/"
        view = field_view(assessed, field, linker(path))
        yield Page(
            path=path,
            title=field.title,
            html=templates.fill("fields.html.jinja", path, view=view),
            section=PATH,
            description=view.lead,
            edit="data/strategie/handlungsfelder.yaml",
            crumbs=(
                Crumb(title="Handlungsfelder", path=PATH),
                Crumb(title=measures.of(place, len(assessed.report.fields))),
            ),
            figures=tuple(k.figure for k in view.key_sentences if k.figure),
        )


def _overview(assessed: Assessed, templates: Templates) -> Page:
    report, link = assessed.report, linker(PATH)
    rows = [
        {
            "titel": field.title,
            "url": link(f"{PATH}{field.id}/"),
            "kurz": field.short,
            "glieder": chain(assessed, field),
        }
        for field in report.fields.values()
    ]
    lead = f"Die Strategie hat {measures.counted(len(rows), 'Handlungsfeld', 'Handlungsfelder')}. "
    lead += "Für jedes zeigt eine Kette, wie weit sich der Weg von der Lage bis zur Wirkung belegen lässt."
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
    own = measures_of(report, field)
    found = indicators_of(assessed, field)
    main = [pair for pair in found if pair[1].main and pair[1].main.last][:MOST_KEY_SENTENCES]
    shown = {indicator.id for indicator, _ in main}
    goals = [g for g in report.goals.values() if g.field == field.id]
    return FieldView(
        title=field.title,
        lead=_lead(report, field),
        note=field.note,
        chain=chain(assessed, field),
        key_sentences=tuple(key_sentence(report, i, f, link) for i, f in main),
        other_indicators=tuple(_listed(report, i, f, link) for i, f in found if i.id not in shown),
        goals=tuple(_goal(report, g, link) for g in goals if g.text),
        goal_gap=_goal_gap(report, goals, link),
        general_goals=tuple(
            _goal(report, g, link) for g in report.goals.values() if g.field is None and g.text
        ),
        measures=measure_rows(assessed, own, link),
        measures_lead=_measures_lead(own),
        own_placing=any(m.assignment == "erschlossen" for m in own),
        others=_others(report, field),
        recommendations=tuple(_recommendations(report, field, own, link)),
        news=news(assessed, own, link),
        proof=proof(report, own),
        ratings=ratings(assessed, field, link),
        effect=effect(assessed, field),
        context=tuple(_context(report, field, link)),
        disputes=disputes_of(report, (field.id,), link),
    )


def _lead(report: Report, field: ActionField) -> str:
    ordinals = (
        "erste",
        "zweite",
        "dritte",
        "vierte",
        "fünfte",
        "sechste",
        "siebte",
        "achte",
        "neunte",
        "zehnte",
    )
    place, whole = list(report.fields).index(field.id), len(report.fields)
    which = ordinals[place] if place < len(ordinals) else f"{place + 1}."
    said = f"Das {which} von {whole} Handlungsfeldern der Strategie. "
    return f"{said}Die Kette zeigt, wie weit sich der Weg von der Lage bis zur Wirkung belegen lässt."


def _listed(report: Report, indicator: Indicator, findings: IndicatorFindings, link: Link) -> Part:
    text = figures.message(report, indicator, findings)
    for separator in (": ", " – "):
        text = text.removeprefix(f"{indicator.title}{separator}")
    return {
        "titel": indicator.title,
        "url": link(f"indikatoren/{indicator.id}/"),
        "zusatz": measures.sentence(text),
    }


def _goal(report: Report, goal: Goal, link: Link) -> Aim:
    return Aim(text=goal.text or "", exhibits=exhibits_of(report, goal.sources, link), note=goal.note)


def _goal_gap(report: Report, goals: Sequence[Goal], link: Link) -> Part | None:
    missing = next((g for g in goals if not g.text), None)
    if any(g.text for g in goals):
        return None
    head = "Wortlaut nicht gefunden." if missing else "Kein Ziel gefunden."
    reason = (
        missing and missing.note
    ) or "Für dieses Handlungsfeld nennt keine ausgewertete Quelle ein Ziel."
    return {
        "kopf": head,
        "text": f"{reason} Ohne Ziel keine Bewertung.",
        "url": link(CONTACT),
        "link": "Wortlaut nachreichen",
    }


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
            note = ". ".join(filter(None, (measures.dated(one.when, one.date_kind), one.note)))
            yield Aim(
                text=measures.sentence(one.text), exhibits=exhibits(report, one.evidence, link), note=note
            )


def _context(report: Report, field: ActionField, link: Link) -> Iterator[Aim]:
    for one in report.context:
        if field.id in one.belongs_to and one.source in report.sources:
            yield Aim(
                text=measures.sentence(one.statement),
                exhibits=(exhibit(report.sources[one.source], link, one.spot),),
                note=one.definition,
            )
