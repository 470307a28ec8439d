"""Territories: the list, and the profile of each with its keys, its history and every headline figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Measure, Report, Territory, TerritoryKey
from lagebild.pages import _related
from lagebild.pages._comparison_table import ComparisonTable, comparison_table, reported_territories
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates
from lagebild.wording.measures import counted

Row = Mapping[str, Any]

PATH = "gebiete/"
_TEMPLATES = Templates()
_LAGE = Crumb(title="Lage", path="indikatoren/")
KINDS = {
    "bund": ("Bund", "Bund"),
    "land": ("Land", "Länder"),
    "kreis": ("Landkreis", "Landkreise"),
    "stadt": ("Stadt", "Städte"),
    "gemeinde": ("Gemeinde", "Gemeinden"),
    "stadtteil": ("Stadtteil", "Stadtteile"),
    "sozialraum": ("Sozialraum", "Sozialräume"),
}
"""Kind of territory: one, several."""
_ORDER = ("stadt", "gemeinde", "sozialraum", "stadtteil", "kreis", "land", "bund")
KEYS = {
    "ags": "Amtlicher Gemeindeschlüssel",
    "ars": "Regionalschlüssel",
    "nuts": "NUTS-Code der Europäischen Union",
}
_SINGLE_FIGURES = 12
"""More single figures than this would be a list without order; they stand with their fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the page of a territory shows."""

    name: str
    lead: str
    note: str
    keys: tuple[tuple[Row, ...], ...]
    parents: tuple[Row, ...]
    parts: tuple[Row, ...]
    table: ComparisonTable | None
    measures: tuple[Row, ...]
    measure_count: str
    context: tuple[Row, ...]
    disputes: tuple[Dispute, ...]
    downloads: str
    comparison_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The territories of one kind in the list."""

    id: str
    title: str
    rows: tuple[tuple[Row, ...], ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The list, then every territory."""
    groups = tuple(_groups(assessed, linker(PATH)))
    yield Page(
        path=PATH,
        title="Gebiete",
        html=_TEMPLATES.fill("territories.html.jinja", PATH, groups=groups),
        section="indikatoren/",
        description="Alle Gebiete, für die es Zahlen oder Maßnahmen gibt.",
        crumbs=(_LAGE,),
    )
    for territory in assessed.report.territories.values():
        yield _page(assessed, territory)


def _page(assessed: Assessed, territory: Territory) -> Page:
    path = f"{PATH}{territory.id}/"
    view = _profile(assessed, territory, linker(path))
    return Page(
        path=path,
        title=territory.name,
        html=_TEMPLATES.fill("territory.html.jinja", path, view=view),
        section="indikatoren/",
        description=view.lead,
        edit="data/gebiete/gebiete.csv",
        crumbs=(_LAGE, Crumb(title="Gebiete", path=PATH)),
    )


def _groups(assessed: Assessed, link: Link) -> Iterator[Group]:
    report = assessed.report
    with_figures = set(reported_territories(report, assessed))
    for kind in _ORDER:
        found = [t for t in report.territories.values() if t.kind == kind]
        if found:
            rows = tuple(_row(report, t, t.id in with_figures, link) for t in found)
            yield Group(id=kind, title=KINDS[kind][1], rows=rows)


def _row(report: Report, territory: Territory, figures: bool, link: Link) -> tuple[Row, ...]:
    parent = report.territories.get(territory.parent or "")
    here = len(_measures(report, territory))
    return (
        {"text": territory.name, "url": link(f"{PATH}{territory.id}/")},
        {"text": parent.name if parent else "–"},
        {"text": "ja" if figures else "keine"},
        {"text": str(here) if here else "keine", "wert": here},
    )


def _profile(assessed: Assessed, territory: Territory, link: Link) -> Profile:
    report = assessed.report
    measures = _measures(report, territory)
    return Profile(
        name=territory.name,
        lead=_lead(report, territory),
        note=territory.note,
        keys=tuple(_key(k) for k in report.territory_keys if k.territory == territory.id),
        parents=_links(report, [territory.parent] if territory.parent else [], link),
        parts=_links(report, [t.id for t in report.territories.values() if t.parent == territory.id], link),
        table=comparison_table(assessed, territory.id, link),
        measures=_related.measure_rows(assessed, measures, link),
        measure_count=counted(len(measures), "Eintrag", "Einträge"),
        context=_single_figures(report, territory, link),
        disputes=disputes_of(report, (territory.id,), link),
        downloads=link("daten/"),
        comparison_url=link("vergleich/"),
    )


def _measures(report: Report, territory: Territory) -> tuple[Measure, ...]:
    return tuple(m for m in report.measures.values() if territory.id in m.territories)


def _lead(report: Report, territory: Territory) -> str:
    parent = report.territories.get(territory.parent or "")
    belongs = f", gehört zu: {parent.name}" if parent else ""
    return f"{KINDS[territory.kind][0]}{belongs}. {_existence(territory)}".strip()


def _existence(territory: Territory) -> str:
    start, end = territory.valid_from, territory.valid_to
    if start and end:
        return f"Das Gebiet bestand vom {dates.day(start)} bis zum {dates.day(end)}."
    if end:
        return f"Das Gebiet bestand bis zum {dates.day(end)}."
    return f"Das Gebiet besteht seit dem {dates.day(start)}." if start else ""


def _key(key: TerritoryKey) -> tuple[Row, ...]:
    return (
        {"text": hyphenated(KEYS[key.kind])},
        {"text": key.key},
        {"text": _day(key.valid_from)},
        {"text": _day(key.valid_to)},
    )


def _day(value: date | None) -> str:
    return dates.day(value) if value else "–"


def _links(report: Report, idents: list[str], link: Link) -> tuple[Row, ...]:
    return tuple(
        {"titel": report.territories[t].name, "url": link(f"{PATH}{t}/")}
        for t in idents
        if t in report.territories
    )


def _single_figures(report: Report, territory: Territory, link: Link) -> tuple[Row, ...]:
    found = _related.context_of_territory(report, territory.id, link)
    return found if len(found) <= _SINGLE_FIGURES else ()
