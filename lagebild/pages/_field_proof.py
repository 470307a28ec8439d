"""What the reports on a field's measures rest on, what is new in them, and what can be said of an effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import evidence
from lagebild.model import ActionField, Measure, PublishedReport, Report, StatusEntry, When
from lagebild.pages._field_chain import indicators_of, rated
from lagebild.pages.page import Link
from lagebild.wording import dates, figures, measures

Part = dict[str, Any]
_NO_REASON = "Dass sich eine Zahl verändert, sagt nicht, warum."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How many reports from how many sources of which kind."""

    title: str
    rows: tuple[list[Part], ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What was reported since the last published report."""

    lead: str
    rows: tuple[Part, ...]


def proof(report: Report, own: Sequence[Measure]) -> Proof:
    """The evidence of all reports on the measures, each source once."""
    entries = [e for m in own for e in m.history]
    kinds = list({x.source.id: x.kind for e in entries for x in evidence.exhibits(report, e)}.values())
    reports = measures.counted(len(entries), "Meldung", "Meldungen")
    return Proof(
        title=f"{reports} zu {measures.counted(len(own), 'Maßnahme', 'Maßnahmen')}",
        rows=tuple(_row(kind, kinds.count(kind)) for kind in evidence.KINDS if kind in kinds),
        note=" ".join(filter(None, (_sure(entries), _youngest(entries)))),
    )


def _row(kind: str, number: int) -> list[Part]:
    return [{"text": measures.EVIDENCE_KINDS[kind]}, {"text": str(number), "wert": number}]


def _sure(entries: Sequence[StatusEntry]) -> str:
    sure = sum(e.certainty == "belegt" and bool(e.evidence) for e in entries)
    rest = f", {len(entries) - sure} unsicher" if sure < len(entries) else ""
    return f"{measures.of(sure, len(entries))} Meldungen belegt{rest}."


def _youngest(entries: Iterable[StatusEntry]) -> str:
    dated: list[tuple[When, StatusEntry]] = [(e.when, e) for e in entries if e.when]
    if not dated:
        return ""
    when, entry = max(dated, key=lambda pair: pair[0].last)
    return f"Datum der jüngsten: {measures.dated(when, entry.date_kind)}."


def news(assessed: Assessed, own: Sequence[Measure], link: Link) -> News | None:
    """Reports on the measures since the last published report; None where none was published."""
    report = assessed.report
    published = [(r.when, r) for r in report.reports.values() if r.when and r.when.last <= report.day]
    if not published:
        return None
    since, last = max(published, key=lambda pair: (pair[0].last, pair[1].id))
    found = [(e.when, e, m) for m in own for e in m.history if e.when and e.when.first > since.last]
    found.sort(key=lambda one: (one[0].last, one[2].id), reverse=True)
    return News(
        lead=_lead(last, since, len(found)), rows=tuple(_reported(when, e, m, link) for when, e, m in found)
    )


def _lead(last: PublishedReport, since: When, number: int) -> str:
    said = measures.counted(number, "neue Meldung", "neue Meldungen") if number else "keine neue Meldung"
    return f"Seit dem letzten Bericht ({last.title}, {_since(last, since)}): {said}."


def _since(last: PublishedReport, since: When) -> str:
    """The report's date; one that was inferred says so."""
    inferred = ", Datum erschlossen" if last.date_kind == "erschlossen" else ""
    return f"{dates.when(since)}{inferred}"


def _reported(when: When, entry: StatusEntry, measure: Measure, link: Link) -> Part:
    return {
        "datum": dates.when(when),
        "art": measures.DATE_KINDS[entry.date_kind],
        "titel": measure.title,
        "url": link(f"massnahmen/{measure.id}/#meldung-{entry.number}"),
        "text": measures.sentence(entry.text),
        "quelle": measures.STATUSES[entry.status],
    }


def ratings(assessed: Assessed, field: ActionField, link: Link) -> tuple[Part, ...]:
    """Every target of the field's indicators for the main territory, with its symbol and word."""
    report = assessed.report
    return tuple(
        {
            "titel": indicator.title,
            "url": link(f"indikatoren/{indicator.id}/#trend"),
            "ziel": figures.target_words(report, indicator, one.target),
            "bewertung": one.rating,
            "wort": figures.rating_explained(indicator, one),
        }
        for indicator, findings in indicators_of(assessed, field)
        for one in findings.targets
        if one.territory == report.site.main_territory
    )


def effect(assessed: Assessed, field: ActionField) -> str:
    """What can be said of an effect: never more than that a goal was rated."""
    number = rated(assessed, field)
    if number:
        return f"{measures.counted(number, 'Ziel', 'Ziele')} zu diesen Zahlen bewertet. {_NO_REASON}"
    return (
        "Zu den Zahlen oben ist kein Ziel mit Wert und Frist gefunden, und die erfassten Daten enthalten "
        f"keine Untersuchung der Wirkung. {_NO_REASON}"
    )
