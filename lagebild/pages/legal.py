"""The legal pages: imprint, data protection, accessibility. What only the publisher knows stands in
`seite.yaml`.

The engine states what holds for every site it makes: what its pages do and do not do. Which law binds a
publisher is not its to say; the laws named here are those of the federation and the Union.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Site
from lagebild.pages._publisher_facts import PLAIN, Stated, Wanted, stated
from lagebild.pages.page import Link, Page, Templates, linker

SECTION = "ueber/"
CONTACT = "ueber/kontakt/"
Part = dict[str, Any]

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
    """What a legal page shows."""

    title: str
    lead: str
    stated: Stated
    gaps_note: str
    sections: tuple[Part, ...]
    """What holds for every site of this engine: {titel, id, punkte}."""
    links: tuple[Part, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The three pages."""
    templates, site = Templates(), assessed.report.site
    for path, view in (
        ("ueber/impressum/", _imprint(site, linker("ueber/impressum/"))),
        ("ueber/datenschutz/", _privacy(site, linker("ueber/datenschutz/"))),
        ("ueber/barrierefreiheit/", _accessibility(site, linker("ueber/barrierefreiheit/"))),
    ):
        yield Page(
            path=path,
            title=view.title,
            html=templates.fill("legal.html.jinja", path, view=view),
            section=SECTION,
            description=view.lead,
            edit="data/seite.yaml",
        )


def _imprint(site: Site, link: Link) -> LegalView:
    given = dict(site.imprint)
    # The publisher is named once in seite.yaml; a plain text there is a name.
    publisher = {"name" if key == PLAIN else key: text for key, text in site.publisher}
    portal = site.transparency_portal
    return LegalView(
        title="Impressum",
        lead="Wer diese Seite herausgibt und für den Inhalt verantwortlich ist.",
        stated=stated("impressum", tuple((publisher | given).items()), IMPRINT),
        gaps_note=(
            "Welche dieser Angaben Pflicht sind, hängt davon ab, wer die Seite herausgibt. Je nach Fall "
            "kommen "
            "Aufsichtsbehörde, Register und Umsatzsteuer-Identifikationsnummer dazu."
        ),
        sections=(
            {
                "titel": "Daten und Texte",
                "id": "rechte",
                "punkte": (
                    "Jede Zahl nennt ihre Quelle und deren Lizenz. Die Lizenzen gelten auch hier.",
                    "Die Software hinter der Seite steht unter der MIT-Lizenz.",
                ),
            },
        ),
        links=(
            {"titel": "Kontakt", "url": link(CONTACT)},
            {"titel": "Quellen und Lizenzen", "url": link("daten/quellen/")},
            *(
                [{"titel": "Transparenzportal", "url": portal}]
                if portal and portal.startswith("https://")
                else []
            ),
        ),
    )


def _privacy(site: Site, link: Link) -> LegalView:
    return LegalView(
        title="Datenschutz",
        lead="Diese Seite fragt nichts ab, zählt keine Besuche und setzt keine Cookies.",
        stated=stated("datenschutz", site.privacy, PRIVACY),
        gaps_note="Das kann nur angeben, wer die Seite betreibt.",
        sections=(
            {
                "titel": "Was die Seite tut und was nicht",
                "id": "technik",
                "punkte": (
                    "Keine Cookies, keine Zählung der Besuche, keine Anmeldung, keine Formulare, die etwas "
                    "absenden.",
                    "Schriften, Bilder und Programme kommen von derselben Adresse wie die Seite. Ihr Browser "
                    "fragt "
                    "beim Lesen keine andere Stelle. Eine Vorgabe in jeder Seite (Content Security Policy) "
                    "verbietet "
                    "ihm das.",
                    "Die Suche läuft in Ihrem Browser. Was Sie suchen, wird nicht übertragen.",
                    "Wählen Sie die helle oder die dunkle Darstellung, merkt sich Ihr Browser das in seinem "
                    "eigenen "
                    "Speicher. Sie können es dort löschen.",
                    "Links zu Quellen führen auf fremde Seiten. Für sie gelten deren Regeln.",
                ),
            },
            {
                "titel": "Was beim Abruf anfällt",
                "id": "abruf",
                "punkte": (
                    "Um eine Seite auszuliefern, verarbeitet der Server die IP-Adresse, die Zeit und die "
                    "aufgerufene "
                    "Adresse. Ob er das protokolliert, wozu und wie lange, gibt der Betreiber an.",
                ),
            },
            {
                "titel": "Ihre Rechte",
                "id": "rechte",
                "punkte": (
                    "Werden Daten über Sie verarbeitet, haben Sie nach der Datenschutz-Grundverordnung das "
                    "Recht auf "
                    "Auskunft (Art. 15), Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung (Art. 18) "
                    "und "
                    "Widerspruch (Art. 21). Sie können sich bei einer Aufsichtsbehörde beschweren (Art. 77).",
                ),
            },
            {
                "titel": "Menschen in den Daten",
                "id": "menschen",
                "punkte": (
                    "Die Seite zeigt Statistiken über Gruppen, keine Angaben über einzelne Menschen. Sie "
                    "nennt Ämter, "
                    "Gremien, Träger und Vereine.",
                ),
            },
        ),
        links=(
            {"titel": "Impressum", "url": link("ueber/impressum/")},
            {"titel": "Kontakt", "url": link(CONTACT)},
        ),
    )


def _accessibility(site: Site, link: Link) -> LegalView:
    return LegalView(
        title="Barrierefreiheit",
        lead="Alle sollen diese Seite lesen und bedienen können. Hier steht, wie weit das erreicht ist.",
        stated=stated("barrierefreiheit", site.accessibility, ACCESSIBILITY),
        gaps_note=(
            "Diese Teile verlangt die Mustererklärung der Europäischen Union (Durchführungsbeschluss "
            "2018/1523) von "
            "öffentlichen Stellen. Ohne sie ist diese Seite noch keine Erklärung zur Barrierefreiheit."
        ),
        sections=(
            {
                "titel": "Maßstab",
                "id": "massstab",
                "punkte": (
                    "Maßstab ist die europäische Norm EN 301 549 in der Fassung 3.2.1. Für Internetseiten "
                    "verlangt sie "
                    "die Kriterien der WCAG 2.1 auf den Stufen A und AA.",
                ),
            },
            {
                "titel": "Was dafür eingebaut ist",
                "id": "eingebaut",
                "punkte": (
                    "Alle Inhalte sind ohne JavaScript da. Die Seite lässt sich mit der Tastatur bedienen.",
                    "Jedes Diagramm hat einen Namen und eine Beschreibung in Worten. Seine Zahlen stehen "
                    "auch in einer "
                    "Tabelle.",
                    "Keine Angabe steckt allein in einer Farbe: Form, Wort und Farbe gehören zusammen.",
                    "Die Kontraste der Farben werden bei jeder Änderung nachgerechnet, hell und dunkel.",
                    "Die Texte sind kurz. Fachwörter erklärt das Glossar.",
                ),
            },
            {
                "titel": "Eine Barriere gefunden?",
                "id": "melden",
                "punkte": (
                    "Schreiben Sie bitte, auf welcher Seite es hakt und womit Sie lesen: Browser, "
                    "Vorleseprogramm, "
                    "Vergrößerung, Tastatur. Antwortet die Stelle nicht oder hilft die Antwort nicht, können "
                    "Sie sich "
                    "an die Durchsetzungsstelle wenden.",
                ),
            },
        ),
        links=(
            {"titel": "Barriere melden", "url": link(f"{CONTACT}#barriere")},
            {"titel": "Leichte Sprache", "url": link("ueber/leichte-sprache/")},
            {"titel": "Glossar", "url": link("glossar/")},
        ),
    )
