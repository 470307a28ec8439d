"""All sources: title, publisher, address, licence, territorial status, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment.evidence import KINDS, kind_of
from lagebild.model import Report, Source
from lagebild.pages._origin import status_words
from lagebild.pages._source_use import Use, uses
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates
from lagebild.wording.measures import EVIDENCE_KINDS, counted

Row = Mapping[str, Any]

PATH = "daten/quellen/"
_TEMPLATES = Templates()
STATISTICS = "statistik"
"""Sources of figures stand first: they are what the indicators rest on."""
MEASURES = ("Maßnahme", "Maßnahmen")
_OTHERS = {
    "ereignis": ("Ereignis", "Ereignisse"),
    "beschluss": ("Beschluss", "Beschlüsse"),
    "empfehlung": ("Empfehlung", "Empfehlungen"),
    "meilenstein": ("Meilenstein", "Meilensteine"),
    "foerderperiode": ("Förderperiode", "Förderperioden"),
    "zustaendigkeit": ("Zuständigkeit", "Zuständigkeiten"),
    "handlungsfeld": ("Handlungsfeld", "Handlungsfelder"),
    "ziel": ("Ziel", "Ziele"),
    "bericht": ("Bericht", "Berichte"),
    "organisation": ("Organisation", "Organisationen"),
    "angabe": ("einzelne Angabe", "einzelne Angaben"),
    "begriff": ("Begriff", "Begriffe"),
    "widerspruch": ("Widerspruch", "Widersprüche"),
}
"""What else can rest on a source: one, several."""
_DATE_KINDS = {"erschlossen": "Datum erschlossen", "berichtsstand": "Stand des Berichts"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One source."""

    id: str
    title: str
    publisher: str
    url: str
    date: str
    retrieved: str
    licence: str
    licence_url: str
    status: str
    note: str
    used: tuple[Row, ...]
    """Indicators and measures that rest on it."""
    others: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sources of one kind."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page."""
    report = assessed.report
    groups = tuple(_groups(report, linker(PATH)))
    yield Page(
        path=PATH,
        title="Quellen",
        html=_TEMPLATES.fill("sources.html.jinja", PATH, groups=groups, total=len(report.sources)),
        section="daten/",
        description=f"{len(report.sources)} Quellen mit Herausgeber, Datum, Lizenz und Verwendung.",
        edit="data/quellen.yaml",
        crumbs=(Crumb(title="Daten", path="daten/"),),
    )


def _groups(report: Report, link: Link) -> Iterator[Group]:
    used = uses(report)
    of_kind: dict[str, list[Source]] = {STATISTICS: [], **{kind: [] for kind in KINDS}}
    for source in report.sources.values():
        use = used.get(source.id)
        of_kind[STATISTICS if use and use.indicators else kind_of(source)].append(source)
    titles = {STATISTICS: "Statistik", **EVIDENCE_KINDS}
    for kind, found in of_kind.items():
        if found:
            entries = tuple(_entry(report, s, used.get(s.id, Use()), link) for s in found)
            yield Group(id=f"art-{kind}", title=titles[kind], entries=entries)


def _entry(report: Report, source: Source, use: Use, link: Link) -> Entry:
    return Entry(
        id=source.id,
        title=source.title,
        publisher=source.publisher or "ohne Herausgeber",
        url=source.url or "",
        date=_date(source),
        retrieved=dates.when(source.retrieved) if source.retrieved else "",
        licence=source.licence or "nicht angegeben",
        licence_url=source.licence_url or "",
        status=status_words(source.territorial_status) if use.indicators else "",
        note=source.note or "",
        used=(
            *(
                {"titel": report.indicators[i].title, "url": link(f"indikatoren/{i}/")}
                for i in use.indicators
            ),
            *({"titel": report.measures[m].title, "url": link(f"massnahmen/{m}/")} for m in use.measures),
        ),
        others=", ".join(counted(number, *_OTHERS[kind]) for kind, number in use.others.items()),
        summary=_summary(use),
    )


def _summary(use: Use) -> str:
    parts = [
        counted(len(use.indicators), "Zahl", "Zahlen") if use.indicators else "",
        counted(len(use.measures), *MEASURES) if use.measures else "",
        *(counted(number, *_OTHERS[kind]) for kind, number in use.others.items()),
    ]
    return f"Verwendet: {', '.join(p for p in parts if p)}"


def _date(source: Source) -> str:
    if source.date is None:
        return "ohne Datum"
    kind = _DATE_KINDS.get(source.date_kind or "")
    return f"{dates.when(source.date)} ({kind})" if kind else dates.when(source.date)
