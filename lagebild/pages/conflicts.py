"""Every question on which sources disagree: both statements, both sources, what is used and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Conflict, Report
from lagebild.pages._dispute import dispute
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import measures

PATH = "strategie/konflikte/"
SECTION = "strategie/"


def pages(assessed: Assessed) -> Iterator[Page]:
    """The list of the conflicts."""
    report, link = assessed.report, linker(PATH)
    rows = [
        {"konflikt": dispute(report, c, link), "orte": tuple(_places(report, c, link))}
        for c in report.conflicts
    ]
    number = measures.counted(len(rows), "Frage", "Fragen")
    lead = f"Bei {number} sagen die Quellen Verschiedenes. "
    lead += "Hier stehen alle Angaben, was diese Seite verwendet und warum."
    yield Page(
        path=PATH,
        title="Wo Quellen sich widersprechen",
        html=Templates().fill("conflicts.html.jinja", PATH, rows=rows, lead=lead),
        section=SECTION,
        description=lead,
        edit="data/strategie/konflikte.yaml",
        crumbs=(Crumb(title="Strategie", path=SECTION),),
    )


def _places(report: Report, conflict: Conflict, link: Link) -> Iterator[dict[str, Any]]:
    """Where the conflict matters."""
    for ident in conflict.belongs_to:
        if ident in report.measures:
            yield {"titel": report.measures[ident].title, "url": link(f"massnahmen/{ident}/")}
        elif ident in report.indicators:
            yield {"titel": report.indicators[ident].title, "url": link(f"indikatoren/{ident}/")}
        elif ident in report.fields:
            yield {"titel": report.fields[ident].title, "url": link(f"handlungsfelder/{ident}/")}
        elif ident in report.decisions:
            yield {"titel": report.decisions[ident].subject, "url": link(f"strategie/beschluesse/#{ident}")}
        elif ident in report.events:
            yield {"titel": report.events[ident].title, "url": link(f"strategie/ereignisse/#{ident}")}
        elif ident in report.actors:
            yield {"titel": report.actors[ident].name, "url": link(f"akteure/{ident}/")}
