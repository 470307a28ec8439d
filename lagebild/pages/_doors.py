"""Doors from a page to the file behind it: links into the web editor and to forms that know the page.

They need `repository` in `data/seite.yaml`. Without it, or where its host is unknown, reports go to the
contact page, and nothing leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lagebild.model import Indicator, Measure, Report, Site
from lagebild.pages._forge import Forge, forge
from lagebild.pages._patterns import indicator_pattern, measure_pattern
from lagebild.pages.page import Link, Page, Templates, linker

Row = dict[str, Any]
"""A link as the macros read it: `titel`, `url`."""

CONTACT = "ueber/kontakt/"
HANDBOOK = "mitmachen/"

_STRATEGY = "data/strategie/"
_LISTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "strategie/": (
        ("Ziele bearbeiten", f"{_STRATEGY}ziele.yaml"),
        ("Meilensteine bearbeiten", f"{_STRATEGY}meilensteine.yaml"),
        ("Förderung bearbeiten", f"{_STRATEGY}foerderperioden.yaml"),
        ("Zuständigkeiten bearbeiten", f"{_STRATEGY}zustaendigkeiten.yaml"),
    ),
    "strategie/stand/": (("Berichte bearbeiten", f"{_STRATEGY}berichte.yaml"),),
    "handlungsfelder/": (
        ("Handlungsfelder bearbeiten", f"{_STRATEGY}handlungsfelder.yaml"),
        ("Empfehlungen bearbeiten", f"{_STRATEGY}empfehlungen.yaml"),
    ),
    "akteure/": (("Akteure bearbeiten", "data/akteure.yaml"),),
    "gebiete/": (("Gebiete bearbeiten", "data/gebiete/gebiete.csv"),),
    "aenderungen/": (("Gründe für geänderte Zahlen bearbeiten", "data/revisionen.yaml"),),
}
"""Pages made of whole lists → the files of these lists."""
_MAY_BE_ABSENT: Mapping[str, str] = {
    f"{_STRATEGY}ziele.yaml": "goals",
    f"{_STRATEGY}meilensteine.yaml": "milestones",
    f"{_STRATEGY}foerderperioden.yaml": "funding_periods",
    f"{_STRATEGY}zustaendigkeiten.yaml": "responsibility_changes",
    f"{_STRATEGY}berichte.yaml": "reports",
    f"{_STRATEGY}empfehlungen.yaml": "recommendations",
    f"{_STRATEGY}beschluesse.yaml": "decisions",
    f"{_STRATEGY}ereignisse.yaml": "events",
    f"{_STRATEGY}konflikte.yaml": "conflicts",
    "data/glossar.yaml": "glossary",
    "data/revisionen.yaml": "revisions",
}
"""Files that a package may lack → what the report holds of them; an editor opens only what is there."""


def indicator_doors(site: Site, indicator: Indicator, link: Link) -> tuple[Row, ...]:
    """For the page of an indicator: its figures, its description, a report of an error."""
    editor = forge(site.repository)
    edits: tuple[Row, ...] = ()
    if editor:
        figures = f"{indicator.file.rpartition('/')[0]}/werte.csv"
        edits = (
            _door("Diese Zahlen bearbeiten", editor.edit(figures)),
            _door("Beschreibung bearbeiten", editor.edit(indicator.file)),
        )
    error = _error_address(site, indicator.title, f"indikatoren/{indicator.id}/", link)
    return (*edits, _door("Fehler zu dieser Seite melden", error))


def measure_doors(site: Site, measure: Measure, link: Link) -> tuple[Row, ...]:
    """For the page of a measure: a further entry of its history, a report of an error, evidence."""
    editor = forge(site.repository)
    edits = (_door("Neuen Eintrag schreiben", editor.edit(measure.file)),) if editor else ()
    path = f"massnahmen/{measure.id}/"
    return (
        *edits,
        _door("Fehler melden", _error_address(site, measure.title, path, link)),
        _door("Beleg nachreichen", _evidence_address(site, measure.title, path, link)),
    )


def _error_address(site: Site, title: str, path: str, link: Link) -> str:
    """Where an error on a page is reported: the forge's form that names the page, else the contact page."""
    editor = forge(site.repository)
    if editor is None:
        return link(CONTACT)
    return editor.report("fehler-melden", "Fehler: ", {"seite": _named(title, path)})


def _evidence_address(site: Site, title: str, path: str, link: Link) -> str:
    """Where evidence for something on a page is handed in."""
    editor = forge(site.repository)
    if editor is None:
        return link(f"{CONTACT}#beleg")
    return editor.report("beleg-nachreichen", "Beleg: ", {"wofuer": _named(title, path)})


def blank_forms(site: Site) -> Mapping[str, str]:
    """The forms for an error and for evidence without any answer; empty where no forge is known."""
    editor = forge(site.repository)
    if editor is None:
        return {}
    return {
        "error": editor.report("fehler-melden", "Fehler: ", {}),
        "evidence": editor.report("beleg-nachreichen", "Beleg: ", {}),
    }


def foot(report: Report, page: Page) -> str:
    """The doors below a page as HTML; empty where it places them itself, or no forge is known."""
    editor = forge(report.site.repository)
    if editor is None or _places_its_own(page):
        return ""
    shown = [*_edits(report, editor, page), *_common(report.site, page)]
    return Templates().fill("_tueren.jinja", page.path, doors=shown)


def hand_written_foot(repository: str | None, *, source: str, path: str, title: str) -> str:
    """The same below a page that stands as Markdown under `docs/`; `source` is its path there."""
    editor = forge(repository)
    if editor is None:
        return ""
    doors = (
        _door("Diese Seite bearbeiten", editor.edit(f"docs/{source}")),
        _door("Fehler melden", editor.report("fehler-melden", "Fehler: ", {"seite": _named(title, path)})),
    )
    return Templates().fill("_tueren.jinja", path, doors=doors)


def _places_its_own(page: Page) -> bool:
    own = ("data/indikatoren/", "data/massnahmen/")
    return bool(page.edit and page.edit.startswith(own))


def _edits(report: Report, editor: Forge, page: Page) -> Iterator[Row]:
    if page.path == "massnahmen/":
        yield _door("Neue Maßnahme anlegen", _new_measure(report, editor))
        yield _door("Neue Maßnahme nur melden", editor.report("neue-massnahme", "Neue Maßnahme: ", {}))
    if page.path == "indikatoren/":
        yield _door("Neuen Indikator anlegen", _new_indicator(report, editor))
        yield _door(
            "Neuen Indikator nur vorschlagen", editor.report("neuer-indikator", "Neuer Indikator: ", {})
        )
    own = (("Diese Angaben berichtigen", page.edit),) if page.edit else ()
    for title, file in (*own, *_LISTS.get(page.path, ())):
        if file not in _MAY_BE_ABSENT or getattr(report, _MAY_BE_ABSENT[file]):
            yield _door(title, editor.edit(file))


def _common(site: Site, page: Page) -> Iterator[Row]:
    link = linker(page.path)
    yield _door("Fehler melden", _error_address(site, page.title, page.path, link))
    yield _door("So geht es: Mitmachen", link(HANDBOOK))


def _new_measure(report: Report, editor: Forge) -> str:
    return editor.create("data/massnahmen", "kennung-der-massnahme.yaml", measure_pattern(report))


def _new_indicator(report: Report, editor: Forge) -> str:
    return editor.create(
        "data/indikatoren", "kennung-des-indikators/indikator.yaml", indicator_pattern(report)
    )


def _named(title: str, path: str) -> str:
    """A page as a report names it: its path says which is meant, whatever host the site is published at."""
    return f"{title} (…/{path})"


def _door(title: str, address: str) -> Row:
    return {"titel": title, "url": address}
