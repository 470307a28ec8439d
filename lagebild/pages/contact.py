"""How to report a mistake, hand in evidence or name a barrier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lagebild.assessed import Assessed
from lagebild.model import Site
from lagebild.pages._doors import CONTACT, blank_forms
from lagebild.pages._publisher_facts import PLAIN, Stated, Wanted, stated
from lagebild.pages.page import Page, Templates

PATH = CONTACT
SECTION = "ueber/"
WANTED = (
    Wanted(key="e-mail", title="E-Mail", why="damit Leserinnen und Leser schreiben können"),
    Wanted(key="anschrift", title="Anschrift", why="für Post", optional=True),
    Wanted(key="telefon", title="Telefon", why="für Rückfragen", optional=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """What the page shows."""

    lead: str
    publisher: str
    stated: Stated
    reachable: bool
    """Whether any way to write is known."""
    repository: str | None
    forms: Mapping[str, str]
    """Addresses of the forms for an `error` and for `evidence`; empty where the repository offers none."""


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page."""
    view = contact_view(assessed.report.site)
    yield Page(
        path=PATH,
        title="Kontakt",
        html=Templates().fill("contact.html.jinja", PATH, view=view),
        section=SECTION,
        description=view.lead,
        edit="data/seite.yaml",
        keywords=("Fehler melden", "Beleg nachreichen", "Barriere melden", "E-Mail", "Adresse"),
    )


def contact_view(site: Site) -> ContactView:
    """The publisher's contact, and the public repository if there is one."""
    known = stated("kontakt", site.contact, WANTED)
    address = site.repository
    return ContactView(
        lead="Fehler gefunden, Beleg gefunden, etwas nicht lesbar? Jeder Hinweis hilft.",
        publisher=dict(site.publisher).get(PLAIN) or dict(site.publisher).get("name", ""),
        stated=known,
        reachable=bool(known.text or known.facts),
        forms=blank_forms(site),
        repository=address if address and address.startswith("https://") else None,
    )
