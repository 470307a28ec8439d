"""Who works on what with whom: all organisations as a table and a picture, and a small page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import network, responsibility
from lagebild.assessment.responsibility import Involvement, Lapse
from lagebild.charts import network as network_chart
from lagebild.model import Actor, Report
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._exhibit import Exhibit, exhibits_of
from lagebild.pages.page import Crumb, Figure, Link, Page, Templates, linker
from lagebild.wording import dates, measures

PATH = "akteure/"
SECTION = "strategie/"
_STRATEGY = Crumb(title="Strategie", path=SECTION)
Part = dict[str, Any]

KINDS = {
    "gremium": "Gremium", "amt": "Amt oder Dienststelle", "traeger": "Träger", "verein": "Verein",
    "land": "Land", "bund": "Bund", "kreis": "Landkreis", "netzwerk": "Netzwerk", "sonstige": "Sonstige",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """What the page of an organisation shows."""

    name: str
    lead: str
    facts: tuple[Part, ...]
    responsible: tuple[list[Part], ...]
    partner: tuple[Part, ...]
    decisions: tuple[Part, ...]
    changes: tuple[Part, ...]
    lapses: tuple[str, ...]
    note: str
    exhibits: tuple[Exhibit, ...]
    disputes: tuple[Dispute, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The network and one page for each organisation."""
    templates, report = Templates(), assessed.report
    yield _network_page(report, templates)
    lapses = responsibility.lapses(report, report.day)
    for ident, actor in report.actors.items():
        path = f"{PATH}{ident}/"
        view = actor_view(report, actor, linker(path), lapses)
        yield Page(
            path=path,
            title=actor.name,
            html=templates.fill("actor.html.jinja", path, view=view),
            section=SECTION,
            description=view.lead,
            edit="data/akteure.yaml",
            crumbs=(_STRATEGY, Crumb(title="Akteure", path=PATH)),
        )


def _network_page(report: Report, templates: Templates) -> Page:
    link = linker(PATH)
    number = measures.counted(len(report.actors), "Organisation", "Organisationen")
    lead = f"{number}: seit wann sie dabei sind, wofür sie zuständig waren und was sie beschlossen haben."
    figure = _figure(report)
    html = templates.fill(
        "actors.html.jinja", PATH, lead=lead, rows=tuple(_rows(report, link)), figure=figure
    )
    figures = (figure,) if figure else ()
    return Page(
        path=PATH,
        title="Akteure",
        html=html,
        section=SECTION,
        description=lead,
        figures=figures,
        crumbs=(_STRATEGY,),
    )


def _figure(report: Report) -> Figure | None:
    """Responsibilities only: partners and decisions would bury them, and stand in the table."""
    found = network.network(report)
    names = {node.key: node.title for node in found.nodes}
    ties = [
        network_chart.Tie(actor=names[e.source], target=names[e.target], inferred=e.inferred)
        for e in found.edges
        if e.kind == "zustaendig"
    ]
    if not ties:
        return None
    return Figure(
        ident="netzwerk",
        wide=network_chart.spec(ties, network_chart.SIZES.wide),
        narrow=network_chart.spec(ties, network_chart.SIZES.narrow),
        title="Wer wofür zuständig war oder ist",
        description="Alle Angaben des Bildes stehen in der Tabelle und auf den Seiten der Organisationen.",
    )


def _rows(report: Report, link: Link) -> Iterator[list[Part]]:
    taken = responsibility.involvements(report)
    for actor in sorted(report.actors.values(), key=lambda a: a.name.lower()):
        own = [one for one in taken if one.actor == actor.id]
        decided = sum(d.body == actor.id for d in report.decisions.values())
        lead = len({one.measure for one in own if one.part == "zustaendig"})
        joined = len({one.measure for one in own if one.part == "partner"})
        since, earliest = _since(actor, own)
        yield [
            {"text": actor.name, "url": link(f"{PATH}{actor.id}/")},
            {"text": KINDS.get(actor.kind or "", actor.kind or "")},
            {"text": since, "wert": earliest},
            {"text": str(lead), "wert": lead},
            {"text": str(joined), "wert": joined},
            {"text": str(decided), "wert": decided},
        ]


def _since(actor: Actor, own: list[Involvement]) -> tuple[str, str]:
    """Since when an organisation takes part: as stated, else since the first report of what it works on."""
    if actor.start:
        return dates.span(actor.start, actor.end), actor.start.first.isoformat()
    days = [one.since for one in own if one.since]
    if not days:
        return dates.span(None, actor.end) or "nicht bekannt", ""
    first = min(days)
    return f"{first.year} (erste Meldung)", first.isoformat()


def actor_view(report: Report, actor: Actor, link: Link, lapses: Sequence[Lapse]) -> ActorView:
    """Everything about an organisation, worded and linked."""
    own = responsibility.involvements_of(report, actor.id)
    return ActorView(
        name=actor.name,
        lead=measures.sentence(actor.role) if actor.role else KINDS.get(actor.kind or "", ""),
        facts=tuple(_facts(report, actor, link)),
        responsible=tuple(_responsible(report, actor, link)),
        partner=tuple(_linked(report, one.measure, link) for one in own if one.part == "partner"),
        decisions=tuple(_decisions(report, actor, link)),
        changes=tuple(_changes(report, actor)),
        lapses=tuple(report.measures[one.measure].title for one in lapses if one.actor == actor.id),
        note=actor.note or "",
        exhibits=exhibits_of(report, actor.sources, link),
        disputes=disputes_of(report, (actor.id,), link),
    )


INFERRED = "Beginn und Ende sind teils erschlossen, nicht unmittelbar belegt."
"""The list of bodies does not tell days that a source names from those that were inferred."""


def _facts(report: Report, actor: Actor, link: Link) -> Iterator[Part]:
    yield {"name": "Art", "werte": [{"text": KINDS.get(actor.kind or "", actor.kind or "nicht bekannt")}]}
    span = dates.span(actor.start, actor.end)
    known = [{"text": span}, {"text": INFERRED}] if span else [{"text": "Anfang und Ende nicht bekannt"}]
    yield {"name": "Bestand", "werte": known}
    before = [a for a in report.actors.values() if actor.id in a.successor]
    after = [report.actors[s] for s in actor.successor if s in report.actors]
    above = [a for a in report.actors.values() if a.id == actor.parent]
    below = [a for a in report.actors.values() if a.parent == actor.id]
    for name, found in (
        ("Vorgänger", before),
        ("Nachfolger", after),
        ("Gehört zu", above),
        ("Dazu gehört", below),
    ):
        if found:
            yield {"name": name, "werte": [{"text": a.name, "url": link(f"{PATH}{a.id}/")} for a in found]}


def _responsible(report: Report, actor: Actor, link: Link) -> Iterator[list[Part]]:
    """What the organisation was responsible for, with its time as precise as it is known."""
    for measure in report.measures.values():
        for one in measure.responsible:
            if one.actor == actor.id:
                label = "eigene-zuordnung" if one.assignment == "erschlossen" else None
                span = dates.span(one.start, one.end) or "ohne Zeitangabe"
                first = one.start.first.isoformat() if one.start else ""
                yield [
                    {"text": measure.title, "url": link(f"massnahmen/{measure.id}/")},
                    {"text": span, "etikett": label, "wert": first},
                ]


def _linked(report: Report, measure: str, link: Link) -> Part:
    return {"titel": report.measures[measure].title, "url": link(f"massnahmen/{measure}/")}


def _decisions(report: Report, actor: Actor, link: Link) -> Iterator[Part]:
    for one in report.decisions.values():
        if one.body == actor.id:
            yield {
                "titel": f"{measures.dated(one.when, one.date_kind)}: {one.subject}",
                "url": link(f"strategie/beschluesse/#{one.id}"),
            }


def _changes(report: Report, actor: Actor) -> Iterator[Part]:
    """Tasks that came to the organisation or left it."""
    for one in report.responsibility_changes:
        if actor.id in (one.before, one.after):
            when = measures.at(one.when)
            other = report.actors.get((one.before if one.after == actor.id else one.after) or "")
            way = "übernommen" if one.after == actor.id else "abgegeben"
            partner = f" ({'von' if one.after == actor.id else 'an'}: {other.name})" if other else ""
            yield {"text": measures.sentence(f"{one.task}: {when} {way}{partner}"),
                   "label": "erschlossen" if one.assignment == "erschlossen" else None}  # fmt: skip
