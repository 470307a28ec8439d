"""The main territory beside others: an overview, and one page per field of action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.assessed import Assessed
from lagebild.model import ActionField
from lagebild.pages._comparison_table import ComparisonTable, comparison_table, reported_territories
from lagebild.pages.page import Crumb, Link, Page, Templates, linker

PATH = "vergleich/"
SECTION = "indikatoren/"
_TEMPLATES = Templates()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template shows: the table of one field, or of all."""

    title: str
    lead: str
    table: ComparisonTable | None
    fields: tuple[tuple[str, str], ...]
    """Title and address of the pages of the fields."""
    territories: tuple[tuple[str, str], ...]
    """Name and address of the profiles of other territories."""
    territory: str


def pages(assessed: Assessed) -> Iterator[Page]:
    """The overview of all fields, then each field."""
    yield _page(assessed, PATH, None)
    for field in assessed.report.fields.values():
        yield _page(assessed, f"{PATH}{field.id}/", field)


def _page(assessed: Assessed, path: str, field: ActionField | None) -> Page:
    view = _view(assessed, field, linker(path))
    return Page(
        path=path,
        title=view.title,
        html=_TEMPLATES.fill("comparison.html.jinja", path, view=view),
        section=SECTION,
        description=view.lead,
        crumbs=(Crumb(title="Lage", path=SECTION), *([Crumb(title="Vergleich", path=PATH)] if field else [])),
    )


def _view(assessed: Assessed, field: ActionField | None, link: Link) -> View:
    report = assessed.report
    main = report.territories[report.site.main_territory]
    subject = field.title if field else "alle Handlungsfelder"
    profiles = reported_territories(report, assessed)
    return View(
        title=f"{main.name} im Vergleich: {subject}",
        lead="Der jeweils letzte Wert, verglichen im selben Zeitraum und in derselben Ausgabe.",
        table=comparison_table(assessed, main.id, link, fields=(field.id,) if field else None),
        fields=tuple((f.title, link(f"{PATH}{f.id}/")) for f in report.fields.values()),
        territories=tuple(
            (report.territories[t].name, link(f"gebiete/{t}/")) for t in profiles if t != main.id
        ),
        territory=main.name,
    )
