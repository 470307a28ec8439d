"""Measures: what was promised, and the append-only history of what was reported about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from lagebild.model.nouns import ID_KEY, Noun, key
from lagebild.model.sources import Evidence
from lagebild.model.values import Dated, Integer, Number, Text, YesNo

MeasureKind = Literal["massnahme", "instrument", "programm", "gremium"]
Assignment = Literal["quelle", "erschlossen", "keine"]
StrategyTie = Literal["ausdruecklich", "lsz-plan", "verwandtes-konzept", "grundlage", "thematisch"]
DateKind = Literal["ereignis", "veroeffentlichung", "berichtsstand", "erschlossen", "ohne-datum"]
Status = Literal[
    "idee", "empfohlen",
    "geplant", "beantragt", "bewilligt", "beschlossen",
    "gestartet", "laufend", "eingeschraenkt",
    "unterbrochen", "zurueckgestellt",
    "abgeschlossen", "beendet",
    "aufhebung-beantragt",
]  # fmt: skip
PlanKind = Literal["beginn", "zwischenziel", "fertigstellung"]
Certainty = Literal["belegt", "unsicher"]
Effect = Literal["sinken", "steigen", "neutral"]

MEASURE_KINDS: tuple[str, ...] = get_args(MeasureKind)
STRATEGY_TIES: tuple[str, ...] = get_args(StrategyTie)
STATUSES: tuple[str, ...] = get_args(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Noun):
    """Who is responsible from when to when."""

    actor: str = key("akteur", "Akteur", "Kennung aus akteure.yaml")
    start: Dated | None = key("von", "Von", default=None)
    end: Dated | None = key("bis", "Bis", default=None)
    assignment: Assignment | None = key(
        "zuordnung", "Zuordnung", "erschlossen: eigene Zuordnung", default=None
    )
    role: Text | None = key("rolle", "Rolle", default=None)
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Noun):
    """Money for a measure."""

    amount: Number | None = key("betrag", "Betrag", default=None)
    currency: Text | None = key("waehrung", "Währung", default=None)
    year: Dated | None = key("jahr", "Jahr", default=None)
    kind: Text | None = key("art", "Art", "zum Beispiel land, bund, esf, stadt", default=None)
    text: Text | None = key("text", "Text", default=None)
    evidence: Evidence | None = key("beleg", "Beleg", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLink(Noun):
    """An indicator that the measure is meant to move; never a claim that it did."""

    id: str = key("id", "Indikator", "Kennung des Indikators")
    direction: Effect | None = key("richtung", "Richtung", "Angenommene Richtung", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDate(Noun):
    """A date that was planned, taken from existing wording."""

    kind: PlanKind = key("art", "Art")
    planned: Dated = key("geplant", "Geplant")
    according_to: Integer = key("laut", "Laut", "Nummer des Eintrags im Verlauf, der den Termin nennt")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry(Noun):
    """One dated report on a measure. Entries are never edited; a correction is an entry of its own."""

    number: Integer = key("nr", "Nummer", "Fortlaufend, wird nie neu vergeben")
    when: Dated | None = key("datum", "Datum", "Fehlt nur bei datum_art: ohne-datum", default=None)
    date_kind: DateKind = key("datum_art", "Art des Datums")
    status: Status = key("status", "Status")
    text: Text = key("text", "Text", "Was berichtet wird, in eigenen Worten")
    wording: Text | None = key(
        "wortlaut", "Wortlaut", "Ausdruck der Quelle, auf den es ankommt", default=None
    )
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    certainty: Certainty = key("sicherheit", "Sicherheit")
    corrects: Integer | None = key(
        "berichtigt", "Berichtigt", "Nummer des berichtigten Eintrags", default=None
    )
    new_round: YesNo = key(
        "neue_runde", "Neue Runde", "ja: nach dem Abschluss beginnt es von vorn", default=False
    )
    reason: Text | None = key("grund", "Grund", "Warum ein Stand zurückgeht", default=None)
    checked: Dated | None = key(
        "geprueft", "Geprüft", "Tag, an dem die Quelle gegengelesen wurde", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Noun):
    """A measure, instrument, programme or body with its whole history."""

    id: str = field(metadata={"alias": ID_KEY})
    title: Text = key("titel", "Titel")
    short: Text | None = key("kurz", "Kurz", "Ein Satz: was es ist", default=None)
    kind: MeasureKind = key("typ", "Typ", "Kopfzahlen zählen nur typ: massnahme")
    fields: tuple[str, ...] = key("handlungsfelder", "Handlungsfelder", default=())
    assignment: Assignment = key("zuordnung", "Zuordnung", "Woher die Zuordnung zum Handlungsfeld stammt")
    tie: StrategyTie = key("strategiebezug", "Bezug zur Strategie")
    goals: tuple[str, ...] = key("ziele", "Ziele", "Kennungen aus ziele.yaml", default=())
    target_groups: tuple[Text, ...] = key("zielgruppen", "Zielgruppen", default=())
    territories: tuple[str, ...] = key("gebiete", "Gebiete", default=())
    responsible: tuple[Responsibility, ...] = key("zustaendig", "Zuständig", default=())
    partners: tuple[str, ...] = key("partner", "Partner", "Kennungen aus akteure.yaml", default=())
    funding: tuple[Funding, ...] = key("finanzierung", "Finanzierung", default=())
    indicators: tuple[IndicatorLink, ...] = key("indikatoren", "Indikatoren", default=())
    plan_dates: tuple[PlanDate, ...] = key("termine", "Termine", default=())
    history: tuple[StatusEntry, ...] = key("verlauf", "Verlauf")
    successor: str | None = key("nachfolger", "Nachfolger", "Maßnahme, in der sie aufging", default=None)
    note: Text | None = key("hinweis", "Hinweis", default=None)
    internal: Text | None = key("intern", "Intern", "Erscheint in keiner Ausgabe", default=None)

    @property
    def file(self) -> str:
        """Path of its file below the package root."""
        return f"data/massnahmen/{self.id}.yaml"

    def entry(self, number: int) -> StatusEntry | None:
        """The entry with that number."""
        return next((e for e in self.history if e.number == number), None)
