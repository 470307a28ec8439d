"""The register of measures, and the same entries as one plain table with every particular."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import responsibility
from lagebild.assessment.board import HEADLINE_KIND
from lagebild.model import MEASURE_KINDS, STRATEGY_TIES, Measure, Report
from lagebild.pages._catalogue import catalogue_sentence
from lagebild.pages._register_row import choices, register_rows
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates, measures

PATH = "massnahmen/"
TABLE_PATH = "massnahmen/tabelle/"
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """What the register shows."""

    lead: str
    total: int
    filters: tuple[Part, ...]
    groups: tuple[Part, ...]
    others: tuple[Part, ...]
    others_total: int
    links: tuple[Part, ...]
    own_placing: str
    footnote: str


def pages(assessed: Assessed) -> Iterator[Page]:
    """The register and its table."""
    templates = Templates()
    view = register_view(assessed, linker(PATH))
    yield Page(
        path=PATH,
        title="Maßnahmen",
        html=templates.fill("register.html.jinja", PATH, view=view),
        section=PATH,
        description=view.lead,
    )
    rows = tuple(_table(assessed, linker(TABLE_PATH)))
    yield Page(
        path=TABLE_PATH,
        title="Alle Einträge als Tabelle",
        html=templates.fill("register_table.html.jinja", TABLE_PATH, rows=rows, columns=_COLUMNS),
        section=PATH,
        description="Alle Maßnahmen, Instrumente, Programme und Gremien mit ihren Angaben, sortierbar.",
        crumbs=(Crumb(title="Maßnahmen", path=PATH),),
    )


def register_view(assessed: Assessed, link: Link) -> RegisterView:
    """Measures by their tie to the strategy, then the entries that headline counts leave out."""
    report = assessed.report
    counted = _sorted(m for m in report.measures.values() if m.kind == HEADLINE_KIND)
    others = _sorted(m for m in report.measures.values() if m.kind != HEADLINE_KIND)
    return RegisterView(
        lead=_lead(report, len(counted)),
        total=len(counted),
        filters=choices(assessed, (*counted, *others)),
        groups=tuple(_groups(assessed, counted, link)),
        others=tuple(_others(assessed, others, link)),
        others_total=len(others),
        links=tuple(_links(report, others, link)),
        own_placing=_own_placing(counted),
        footnote=_footnote(report),
    )


def _sorted(found: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(sorted(found, key=lambda m: m.title.lower()))


def _lead(report: Report, total: int) -> str:
    said = f"{measures.counted(total, 'Maßnahme', 'Maßnahmen')}, die öffentliche Quellen nennen."
    catalogue = catalogue_sentence(report)
    return f"{said} {catalogue} Die Liste ist deshalb nicht vollständig." if catalogue else said


def _groups(assessed: Assessed, counted: tuple[Measure, ...], link: Link) -> Iterator[Part]:
    for tie in STRATEGY_TIES:
        own = [m for m in counted if m.tie == tie]
        if own:
            yield {"titel": measures.TIES[tie], "zeilen": register_rows(assessed, own, link)}


def _others(assessed: Assessed, others: tuple[Measure, ...], link: Link) -> Iterator[Part]:
    for kind in MEASURE_KINDS:
        own = [m for m in others if m.kind == kind]
        if own:
            yield {"titel": measures.KINDS[kind][1], "zeilen": register_rows(assessed, own, link)}


def _links(report: Report, others: tuple[Measure, ...], link: Link) -> Iterator[Part]:
    yield {"titel": "Alle Angaben als Tabelle", "url": link(TABLE_PATH)}
    for name, ending in (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json")):
        yield {"titel": name, "url": link(f"daten/massnahmen.{ending}")}
    if others:
        kinds = [measures.KINDS[k][1] for k in MEASURE_KINDS if any(m.kind == k for m in others)]
        entries = measures.counted(len(others), "weiterer Eintrag", "weitere Einträge")
        yield {"titel": f"{entries}: {', '.join(kinds)}", "url": "#weitere"}


def _own_placing(counted: tuple[Measure, ...]) -> str:
    own = sum(m.assignment == "erschlossen" for m in counted)
    if own == len(counted):
        return "Handlungsfelder: eigene Zuordnung."
    return f"Handlungsfelder: bei {measures.of(own, len(counted))} eigene Zuordnung." if own else ""


def _footnote(report: Report) -> str:
    return (
        f"Stand am {dates.day(report.day)}. „Stand unklar“: noch offen, aber die letzte datierte Meldung ist "
        "älter als 24 Monate. „+ 1“ heißt: ein weiteres Handlungsfeld."
    )


_COLUMNS = (
    "Titel", "Stand", "Zuletzt gemeldet", "Termin", "Zuständig heute", "Felder und Zielgruppen",
    "Art und Bezug",
)  # fmt: skip


def _table(assessed: Assessed, link: Link) -> Iterator[list[Part]]:
    report = assessed.report
    for measure in _sorted(report.measures.values()):
        state = assessed.states[measure.id]
        last = state.last_reported
        day = last.when.last if last and last.when else ""
        holding = responsibility.responsible_on(measure, report.day)
        fields = [report.fields[f].title for f in measure.fields if f in report.fields]
        names = [report.actors[one.actor].name for one in holding if one.actor in report.actors]
        yield [
            {"text": measure.title, "url": link(f"massnahmen/{measure.id}/")},
            {"text": measures.BOARD_CLASSES[state.board_class], "phase": state.board_class},
            {"text": measures.last_reported(last) if last else "", "wert": day},
            {"text": measures.SCHEDULES[state.schedule.result]},
            {"text": ", ".join(names) or "nicht bekannt"},
            {"text": "; ".join((*fields, *measure.target_groups))},
            {"text": f"{measures.KINDS[measure.kind][0]}, {measures.TIES[measure.tie]}"},
        ]
