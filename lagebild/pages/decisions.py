"""Decisions and events: what was decided when by whom, and everything that happened on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Decision, Event, Report, When
from lagebild.pages._actor_name import actor_name
from lagebild.pages._dispute import disputes_of
from lagebild.pages._exhibit import Exhibit, exhibits
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates, measures

DECISIONS_PATH = "strategie/beschluesse/"
EVENTS_PATH = "strategie/ereignisse/"
SECTION = "strategie/"
Part = dict[str, Any]

EVENT_KINDS = {
    "auszeichnung": "Auszeichnung", "befragung": "Befragung", "bericht": "Bericht", "beschluss": "Beschluss",
    "foerderung": "Förderung", "gebietsreform": "Gebietsreform", "gesetz": "Gesetz",
    "organisation": "Organisation", "produkt": "Ergebnis", "satzung": "Satzung", "umsetzung": "Umsetzung",
    "veranstaltung": "Veranstaltung", "veroeffentlichung": "Veröffentlichung", "vorlage": "Vorlage",
    "wahl": "Wahl",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A decision or an event."""

    ident: str
    when: str
    date_kind: str
    title: str
    facts: tuple[str, ...]
    """Body, number of the paper, result, votes: what is known of them."""
    text: str
    note: str
    exhibits: tuple[Exhibit, ...]
    measures: tuple[Part, ...]
    more: Part | None
    """Link to the decision behind an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What happened in one year, newest first."""

    title: str
    ident: str
    happenings: tuple[Happening, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The decisions and the events."""
    templates, report = Templates(), assessed.report
    link = linker(DECISIONS_PATH)
    decided = [(d.when, _decision(report, d, link)) for d in report.decisions.values()]
    yield _page(
        templates,
        DECISIONS_PATH,
        title="Beschlüsse",
        lead=f"{_total(decided, 'Beschluss', 'Beschlüsse')}, mit Vorlage und Ergebnis, soweit zu finden.",
        years=tuple(_years(decided)),
        disputes=disputes_of(report, report.decisions, link),
        edit="data/strategie/beschluesse.yaml",
    )
    link = linker(EVENTS_PATH)
    happened = [(e.when, _event(report, e, link)) for e in report.events.values()]
    yield _page(
        templates,
        EVENTS_PATH,
        title="Ereignisse",
        lead=f"{_total(happened, 'Ereignis', 'Ereignisse')} auf dem Weg der Strategie, jedes mit Quelle.",
        years=tuple(_years(happened)),
        disputes=disputes_of(report, report.events, link),
        edit="data/strategie/ereignisse.yaml",
    )


def _page(templates: Templates, path: str, *, title: str, edit: str, lead: str, **view: Any) -> Page:
    html = templates.fill("decisions.html.jinja", path, title=title, lead=lead, **view)
    crumbs = (Crumb(title="Strategie", path=SECTION),)
    return Page(
        path=path, title=title, html=html, section=SECTION, description=lead, edit=edit, crumbs=crumbs
    )


def _total(found: list[tuple[When | None, Happening]], one: str, many: str) -> str:
    years = sorted({when.first.year for when, _ in found if when})
    said = measures.counted(len(found), one, many)
    return f"{said} von {years[0]} bis {years[-1]}" if len(years) > 1 else said


def _years(found: Iterable[tuple[When | None, Happening]]) -> Iterator[Year]:
    """Grouped by the year in which they began; the undated last."""
    ordered = sorted(found, key=lambda pair: pair[0].last if pair[0] else date.min, reverse=True)
    groups: dict[str, list[Happening]] = {}
    for when, happening in ordered:
        groups.setdefault(str(when.last.year) if when else "ohne Datum", []).append(happening)
    for title, happenings in groups.items():
        yield Year(title=title, ident=f"jahr-{title.replace(' ', '-').lower()}", happenings=tuple(happenings))


def _decision(report: Report, decision: Decision, link: Link) -> Happening:
    return Happening(
        ident=decision.id,
        when=dates.when(decision.when) if decision.when else "ohne Datum",
        date_kind=measures.DATE_KINDS[decision.date_kind] if decision.date_kind else "",
        title=decision.subject,
        facts=tuple(
            filter(
                None,
                (
                    actor_name(report, decision.body),
                    f"Vorlage {decision.paper}" if decision.paper else "",
                    f"Ergebnis: {decision.result}" if decision.result else "",
                    f"Stimmen: {decision.votes}" if decision.votes else "",
                ),
            )
        ),
        text="",
        note=measures.sentence(decision.note) if decision.note else "",
        exhibits=exhibits(report, decision.evidence, link),
        measures=_measures(report, decision.measures, link),
        more=None,
    )


def _event(report: Report, event: Event, link: Link) -> Happening:
    known = report.decisions.get(event.decision or "")
    return Happening(
        ident=event.id,
        when=dates.when(event.when) if event.when else "ohne Datum",
        date_kind=measures.DATE_KINDS[event.date_kind],
        title=event.title,
        facts=tuple(
            filter(
                None,
                (
                    EVENT_KINDS.get(event.kind or "", event.kind or ""),
                    actor_name(report, event.body),
                    f"Vorlage {event.paper}" if event.paper else "",
                    f"Ergebnis: {event.result}" if event.result else "",
                ),
            )
        ),
        text=measures.sentence(event.text) if event.text else "",
        note=measures.sentence(event.note) if event.note else "",
        exhibits=exhibits(report, event.evidence, link),
        measures=_measures(report, event.measures, link),
        more={"titel": "Zum Beschluss", "url": link(f"{DECISIONS_PATH}#{known.id}")} if known else None,
    )


def _measures(report: Report, idents: Iterable[str], link: Link) -> tuple[Part, ...]:
    known = (report.measures[i] for i in idents if i in report.measures)
    return tuple({"titel": m.title, "url": link(f"massnahmen/{m.id}/")} for m in known)
