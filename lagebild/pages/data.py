"""The entrance to the data: downloads, addresses for programs, licences, how to cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Report, Source
from lagebild.model.sources import NOT_STATED
from lagebild.pages.page import Link, Page, Templates, linker
from lagebild.wording import dates, grammar, measures, numbers

PATH = "daten/"
Part = dict[str, Any]

TABLE_FORMS = (("CSV", ".csv"), ("CSV für Excel", "-excel.csv"), ("Excel", ".xlsx"), ("JSON", ".json"))
"""Name and ending of each form of an indicator's figures and of the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """What the page shows."""

    lead: str
    whole: tuple[Part, ...]
    """Downloads of everything: {titel, url, zusatz}."""
    indicators: tuple[Part, ...]
    """{titel, url, dateien}."""
    boards: tuple[Part, ...]
    interfaces: tuple[Part, ...]
    """{adresse, url, text}; without `url` where the address has a part to fill in."""
    licences: tuple[Part, ...]
    licence_note: str
    citation: str
    checks: tuple[Part, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page."""
    view = data_view(assessed, linker(PATH))
    yield Page(
        path=PATH,
        title="Daten",
        html=Templates().fill("data.html.jinja", PATH, view=view),
        section=PATH,
        description=view.lead,
        keywords=(
            "Download",
            "Herunterladen",
            "CSV",
            "Excel",
            "JSON",
            "Schnittstelle",
            "API",
            "Open Data",
            "Lizenz",
        ),
    )


def data_view(assessed: Assessed, link: Link) -> DataView:
    """Every download with its address."""
    report = assessed.report
    licence_rows, licence_note = _licences(report)
    return DataView(
        lead=_lead(report),
        whole=tuple(_whole(report, link)),
        indicators=tuple(
            {
                "titel": i.title,
                "url": link(f"indikatoren/{i.id}/"),
                "dateien": _forms(f"daten/indikatoren/{i.id}", link),
            }
            for i in sorted(report.indicators.values(), key=lambda i: i.title.lower())
        ),
        boards=tuple(
            {"titel": dates.day(day), "url": link(f"daten/stand/{day.isoformat()}.json")}
            for day in sorted(assessed.boards, reverse=True)
        ),
        interfaces=tuple(_interfaces(link)),
        licences=licence_rows,
        licence_note=licence_note,
        citation=_citation(report),
        checks=tuple(_checks(link)),
    )


def _lead(report: Report) -> str:
    values = sum(len(rows) for rows in report.figures.values())
    parts = [
        measures.counted(len(report.indicators), "Indikator", "Indikatoren")
        + f" mit {numbers.number(values)} Werten",
        measures.counted(
            len(report.measures), "Maßnahme und anderer Eintrag", "Maßnahmen und andere Einträge"
        ),
        measures.counted(len(report.sources), "Quelle", "Quellen"),
    ]
    return f"Alles, was diese Seite zeigt, gibt es zum Herunterladen: {grammar.listed(parts)}."


def _whole(report: Report, link: Link) -> Iterator[Part]:
    yield {
        "titel": "Datenpaket (ZIP)",
        "url": link("daten/datenpaket.zip"),
        "zusatz": "alle Tabellen und Texte mit ihrer Beschreibung (datapackage.json, Frictionless Data)",
    }
    for name, ending in TABLE_FORMS:
        yield {"titel": f"Maßnahmen, {name}", "url": link(f"daten/massnahmen{ending}"), "zusatz": ""}


def _forms(stem: str, link: Link) -> list[Part]:
    return [{"titel": name, "url": link(f"{stem}{ending}")} for name, ending in TABLE_FORMS]


def _interfaces(link: Link) -> Iterator[Part]:
    for address, fixed, text in (
        ("daten/index.json", True, "Einstieg: Stand der Daten, Liste der Indikatoren"),
        ("daten/indikatoren/<Kennung>.json", False, "ein Indikator mit allem, was seine Seite sagt"),
        ("daten/massnahmen.json", True, "alle Maßnahmen mit Stand, Verlauf und Belegen"),
        ("daten/stand/<Tag>.json", False, "die Übersicht der Maßnahmen an einem Tag"),
        ("schema/<Art>.json", False, "JSON Schemas der Dateien, aus denen die Seite entsteht"),
        ("aenderungen/feed.xml", True, "was neu ist, als Feed (Atom)"),
    ):
        yield {"adresse": address, "url": link(address) if fixed else None, "text": text}


def _licences(report: Report) -> tuple[tuple[Part, ...], str]:
    """Licences of the sources of figures, by the number of figures; a note on all other documents."""
    cited = Counter(o.source for rows in report.figures.values() for o in rows)
    sources = [report.sources[s] for s in cited if s in report.sources]
    by_licence: dict[str, list[Source]] = {}
    for source in sources:
        by_licence.setdefault(source.licence or NOT_STATED, []).append(source)
    rows = [
        _licence(licence, own) for licence, own in sorted(by_licence.items(), key=lambda pair: -len(pair[1]))
    ]
    others = len(report.sources) - len(sources)
    note = ""
    if others:
        documents = measures.counted(others, "Dokument stammen", "Dokumenten stammen")
        note = f"Aus {documents} einzelne Tatsachen, keine Texte. Ihre Lizenz steht in der Liste der Quellen."
    return tuple(rows), note


def _licence(licence: str, sources: list[Source]) -> Part:
    return {
        "titel": licence,
        "url": next((s.licence_url for s in sources if s.licence_url), None),
        "anzahl": measures.counted(len(sources), "Quelle", "Quellen"),
        "herausgeber": "; ".join(dict.fromkeys(s.publisher or s.title for s in sources)),
    }


def _citation(report: Report) -> str:
    release = f"Fassung {report.releases[-1].version}, " if report.releases else ""
    return f"{report.site.title}: Daten. {release}Stand {dates.day(report.day)}."


def _checks(link: Link) -> Iterator[Part]:
    for title, path, text in (
        ("Quellen", "daten/quellen/", "woher jede Zahl und jede Meldung stammt"),
        (
            "Aktualität",
            "daten/aktualitaet/",
            "bis wann jede Zahlenreihe reicht und wann die nächste Zahl fällig ist",
        ),
        ("Prüfbericht", "daten/pruefbericht/", "was die Regeln in den Daten gefunden haben"),
        ("Methodik", "methodik/", "wie gerechnet, verglichen und bewertet wird"),
        ("Rechenbeispiele", "methodik/beispiele/", "jedes Verfahren an einem Beispiel"),
    ):
        yield {"titel": title, "url": link(path), "zusatz": text}
