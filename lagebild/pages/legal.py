"""The legal pages: imprint, data protection, accessibility. What only the publisher knows stands in
`seite.yaml`.

The templates state what holds for every site of this engine: what its pages do and do not do. Which law binds
a publisher is not the engine's to say; the laws named here are those of the federation and the Union.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.assessed import Assessed
from lagebild.model import Site
from lagebild.pages._publisher_facts import PLAIN, Stated, Wanted, stated
from lagebild.pages.page import Page, Templates

SECTION = "ueber/"

IMPRINT = (
    Wanted(key="name", title="Herausgeber", why="§ 5 Abs. 1 Nr. 1 DDG"),
    Wanted(key="anschrift", title="Anschrift", why="§ 5 Abs. 1 Nr. 1 DDG"),
    Wanted(key="vertretung", title="Vertreten durch", why="§ 5 Abs. 1 Nr. 1 DDG, bei juristischen Personen"),
    Wanted(key="e-mail", title="E-Mail", why="§ 5 Abs. 1 Nr. 2 DDG"),
    Wanted(key="telefon", title="Telefon", why="§ 5 Abs. 1 Nr. 2 DDG, für den schnellen Kontakt"),
    Wanted(
        key="verantwortlich",
        title="Verantwortlich für den Inhalt",
        why="§ 18 Abs. 2 MStV: Name und Anschrift einer Person",
    ),
    Wanted(key="aufsichtsbehoerde", title="Aufsichtsbehörde", why="§ 5 Abs. 1 Nr. 3 DDG", optional=True),
    Wanted(key="register", title="Register und Nummer", why="§ 5 Abs. 1 Nr. 4 DDG", optional=True),
    Wanted(
        key="umsatzsteuer_id",
        title="Umsatzsteuer-Identifikationsnummer",
        why="§ 5 Abs. 1 Nr. 6 DDG",
        optional=True,
    ),
)
"""The facts of § 5 of the German act on digital services and § 18 (2) of the treaty on media."""

PRIVACY = (
    Wanted(key="verantwortlich", title="Verantwortliche Stelle", why="Art. 13 Abs. 1 Buchst. a DSGVO"),
    Wanted(
        key="datenschutzbeauftragte",
        title="Datenschutzbeauftragte oder Datenschutzbeauftragter",
        why="Art. 13 Abs. 1 Buchst. b DSGVO",
    ),
    Wanted(
        key="protokolle",
        title="Was der Server protokolliert, wozu und auf welcher Grundlage",
        why="Art. 13 Abs. 1 Buchst. c DSGVO",
    ),
    Wanted(key="empfaenger", title="Wer die Seite ausliefert", why="Art. 13 Abs. 1 Buchst. e DSGVO"),
    Wanted(key="speicherdauer", title="Wie lange gespeichert wird", why="Art. 13 Abs. 2 Buchst. a DSGVO"),
    Wanted(key="aufsichtsbehoerde", title="Aufsichtsbehörde", why="Art. 13 Abs. 2 Buchst. d DSGVO"),
)
"""The facts of Article 13 of the General Data Protection Regulation that depend on the operator."""

ACCESSIBILITY = (
    Wanted(key="rechtsgrundlage", title="Rechtsgrundlage", why="welches Gesetz für die Stelle gilt"),
    Wanted(key="geltung", title="Geltungsbereich", why="für welche Adresse die Erklärung gilt"),
    Wanted(key="stand", title="Stand der Vereinbarkeit", why="vollständig, teilweise oder nicht vereinbar"),
    Wanted(
        key="nicht_barrierefrei",
        title="Nicht barrierefreie Inhalte",
        why="jeder mit seinem Grund; auch „keine bekannt“",
    ),
    Wanted(key="methode", title="Wie geprüft wurde", why="Selbstbewertung oder Prüfung durch Dritte"),
    Wanted(key="erstellt", title="Erstellt am", why="Tag der Erklärung"),
    Wanted(key="geprueft", title="Zuletzt überprüft am", why="Tag der letzten Überprüfung"),
    Wanted(key="kontakt", title="Barrieren melden an", why="Stelle und Adresse"),
    Wanted(
        key="durchsetzung", title="Durchsetzungsstelle", why="Name, Adresse und Weg der zuständigen Stelle"
    ),
)
"""The parts of the model statement: Commission Implementing Decision (EU) 2018/1523, Annex."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalView:
    """What a legal page shows beside its general part, which stands in its template."""

    title: str
    lead: str
    stated: Stated
    portal: str | None = None
    """Address of the transparency portal that the publisher also serves."""


def pages(assessed: Assessed) -> Iterator[Page]:
    """The three pages."""
    templates, site = Templates(), assessed.report.site
    for name, view in (
        ("impressum", imprint(site)),
        ("datenschutz", privacy(site)),
        ("barrierefreiheit", accessibility(site)),
    ):
        path = f"{SECTION}{name}/"
        yield Page(
            path=path,
            title=view.title,
            html=templates.fill(f"legal_{name}.html.jinja", path, view=view),
            section=SECTION,
            description=view.lead,
            edit="data/seite.yaml",
        )


def imprint(site: Site) -> LegalView:
    """The publisher, named once in `seite.yaml`; a plain text there is a name."""
    publisher = {"name" if key == PLAIN else key: text for key, text in site.publisher}
    portal = site.transparency_portal or ""
    return LegalView(
        title="Impressum",
        lead="Wer diese Seite herausgibt und für den Inhalt verantwortlich ist.",
        stated=stated("impressum", tuple((publisher | dict(site.imprint)).items()), IMPRINT),
        portal=portal if portal.startswith("https://") else None,
    )


def privacy(site: Site) -> LegalView:
    """What the operator says about data protection."""
    return LegalView(
        title="Datenschutz",
        lead="Diese Seite fragt nichts ab, zählt keine Besuche und setzt keine Cookies.",
        stated=stated("datenschutz", site.privacy, PRIVACY),
    )


def accessibility(site: Site) -> LegalView:
    """The publisher's statement on accessibility."""
    return LegalView(
        title="Barrierefreiheit",
        lead="Alle sollen diese Seite lesen und bedienen können. Hier steht, wie weit das erreicht ist.",
        stated=stated("barrierefreiheit", site.accessibility, ACCESSIBILITY),
    )
