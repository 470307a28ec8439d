"""The validation report: what the rules find in the published data, for everyone to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild import rules
from lagebild.assessed import Assessed
from lagebild.pages.page import Link, Page, Templates, linker
from lagebild.problems import Problem, Severity, spot
from lagebild.wording import measures

PATH = "daten/pruefbericht/"
SECTION = "daten/"
Part = dict[str, Any]

TITLES: Mapping[str, str] = {
    "abgeschlossen-ohne-nachweis": "Abgeschlossen ohne Datum oder Beleg",
    "anzahl-unmoeglich": "Unmögliche Anzahl",
    "auffaelliger-wert": "Wert liegt weit neben seinen Nachbarn",
    "beleg-fehlt": "Meldung ohne Beleg",
    "datum-art": "Datum und seine Art passen nicht zusammen",
    "datum-zukunft": "Datum liegt in der Zukunft",
    "einheit-form": "Angaben zu einer Einheit",
    "eintrag-nummer": "Nummern der Meldungen",
    "feld-erledigt": "Alles erledigt, die Lage aber schlechter",
    "fristgerecht-widerspruch": "Fristgerecht, aber nach dem Termin",
    "gebiet-zeit": "Wert außerhalb der Zeit, in der es das Gebiet gab",
    "geld-widerspruch": "Beträge passen nicht zusammen",
    "hauptreihe": "Hauptreihe fehlt oder passt nicht",
    "kennung-doppelt": "Kennung doppelt vergeben",
    "kennung-form": "Form einer Kennung",
    "kennung-unbekannt": "Kennung, die es nicht gibt",
    "kleine-zahl": "Zu kleine Zahl",
    "kreis": "Verweis im Kreis",
    "lange-ohne-meldung": "Seit zwölf Monaten keine Meldung",
    "lizenz-fehlt": "Lizenz fehlt",
    "luecke-herausgeber": "Angaben der herausgebenden Stelle fehlen",
    "massnahme-ohne-feld": "Maßnahme ohne Handlungsfeld",
    "personenbezug": "Möglicher Bezug auf eine Person",
    "phase-zurueck": "Stand geht ohne Grund zurück",
    "quelle-form": "Angaben zu einer Quelle",
    "quote-und-zaehler": "Quote passt nicht zu Zähler und Nenner",
    "schluessel-form": "Form eines amtlichen Schlüssels",
    "schluessel-statt-gebiet": "Amtlicher Schlüssel anstelle des Gebiets",
    "schluessel-ueberschneidung": "Amtliche Schlüssel überschneiden sich",
    "schluessel-ungueltig": "Amtlicher Schlüssel galt nicht",
    "teile-und-summe": "Teile ergeben nicht die Summe",
    "text-wiederholt": "Derselbe Text in zwei Berichten",
    "verlauf-reihenfolge": "Reihenfolge der Meldungen",
    "verlauf-leer": "Maßnahme ohne Meldung",
    "vorlage-unbekannt": "Beschluss fehlt in der Liste",
    "wert-ausserhalb": "Wert außerhalb der möglichen Grenzen",
    "wert-fehlt": "Leere Zelle ohne Zeichen",
    "zeichen-und-wert": "Zeichen und Wert schließen sich aus",
    "zeile-doppelt": "Zeile doppelt",
    "zeit-gemischt": "Verschiedene Arten von Zeiträumen",
    "zeitraum-verkehrt": "Ende vor dem Anfang",
    "ziel-allein": "Ziel ohne Maßnahme oder Zahl",
    "ziel-ohne-text": "Ziel ohne Wortlaut",
    "ziel-unvollstaendig": "Ziel unvollständig",
    "zustaendigkeit-zeit": "Keine zuständige Stelle für den Tag eingetragen",
}
"""Rule → what it looks for, in words for everyone."""
_WORDS = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.NOTICE: "Hinweis"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule found."""

    title: str
    ident: str
    severity: str
    items: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationView:
    """What the report shows."""

    lead: str
    rows: tuple[list[Part], ...]
    findings: tuple[Part, ...]
    clean: tuple[str, ...]
    """What the rules that found nothing look for."""


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one report."""
    found = rules.check(assessed.report) if assessed.problems is None else assessed.problems
    view = validation_view(found, linker(PATH))
    yield Page(
        path=PATH,
        title="Prüfbericht",
        html=Templates().fill("validation.html.jinja", PATH, view=view),
        section=SECTION,
        description=view.lead,
        keywords=("Prüfung", "Qualität", "Fehler", "Warnungen", "Validierung"),
    )


def validation_view(problems: Iterable[Problem], link: Link) -> ValidationView:
    """Problems by rule, the most important and the most frequent first."""
    found = findings(problems)
    return ValidationView(
        lead=_lead(found),
        rows=tuple(_row(one) for one in found),
        findings=tuple(_listed(one) for one in found),
        clean=tuple(sorted(_clean(found))),
    )


def findings(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """The problems of each rule and severity."""
    grouped: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in sorted(problems, key=lambda p: p.order):
        grouped.setdefault((problem.severity, problem.rule), []).append(problem)
    order = sorted(grouped, key=lambda key: (key[0], -len(grouped[key]), key[1]))
    return tuple(
        Finding(
            title=TITLES.get(rule, rule),
            ident=f"{rule}-{severity.german}",
            severity=_WORDS[severity],
            items=tuple(grouped[severity, rule]),
        )
        for severity, rule in order
    )


def _lead(found: Iterable[Finding]) -> str:
    counts = {word: sum(len(f.items) for f in found if f.severity == word) for word in _COUNTED}
    said = [measures.counted(n, *_COUNTED[word]) for word, n in counts.items() if n]
    if not counts["Fehler"]:
        said.insert(0, "Keine Fehler")
    return f"{measures.counted(len(rules.RULES), 'Regel', 'Regeln')} prüfen die Daten. {', '.join(said)}."


def _row(finding: Finding) -> list[Part]:
    number = len(finding.items)
    return [
        {"text": finding.title, "url": f"#{finding.ident}"},
        {"text": finding.severity},
        {"text": str(number), "wert": number},
    ]


def _listed(finding: Finding) -> Part:
    remedies = {p.remedy for p in finding.items if p.remedy}
    shared = remedies.pop() if len(remedies) == 1 else ""
    one, many = _COUNTED[finding.severity]
    return {
        "titel": finding.title,
        "id": finding.ident,
        "anzahl": measures.counted(len(finding.items), one, many),
        "abhilfe": shared,
        "stellen": [
            {"ort": spot(p.place), "text": p.message, "abhilfe": "" if shared else p.remedy}
            for p in finding.items
        ],
    }


_COUNTED = {
    "Fehler": ("Fehler", "Fehler"),
    "Warnung": ("Warnung", "Warnungen"),
    "Hinweis": ("Hinweis", "Hinweise"),
}


def _clean(found: Iterable[Finding]) -> list[str]:
    hit = {f.title for f in found}
    return [TITLES.get(rule.RULE, rule.RULE) for rule in rules.RULES if TITLES.get(rule.RULE) not in hit]
