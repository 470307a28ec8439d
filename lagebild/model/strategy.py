"""The strategy: fields of action, goals, decisions, milestones, and what the sources disagree on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lagebild.model.measures import Assignment, DateKind
from lagebild.model.nouns import Noun, key
from lagebild.model.sources import Evidence, OneOrMany
from lagebild.model.values import Dated, Integer, Number, Text

GoalState = Literal["veroeffentlicht", "wortlaut-nicht-gefunden"]
ReportKind = Literal["lebenslagen", "umsetzung"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionField(Noun):
    """A Handlungsfeld of the strategy."""

    id: str = key("id", "Kennung")
    title: Text = key("titel", "Titel")
    order: Integer = key("reihenfolge", "Reihenfolge", default=0)
    short: Text | None = key("kurz", "Kurz", default=None)
    plain: Text | None = key("einfach", "Einfach", default=None)
    sources: tuple[str, ...] = key("quellen", "Quellen", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Noun):
    """A goal of the strategy, or the plain statement that its wording was not found."""

    id: str = key("id", "Kennung")
    field: str | None = key("handlungsfeld", "Handlungsfeld", "Fehlt bei allgemeinen Zielen", default=None)
    text: Text | None = key("text", "Text", default=None)
    decision: str | None = key("beschluss", "Beschluss", "Kennung aus beschluesse.yaml", default=None)
    state: GoalState = key("stand", "Stand")
    sources: tuple[str, ...] = key("quellen", "Quellen", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Noun):
    """A recommendation that a report or body has made."""

    id: str = key("id", "Kennung")
    field: str | None = key("handlungsfeld", "Handlungsfeld", default=None)
    text: Text = key("text", "Text")
    actor: str | None = key("von", "Von", "Wer empfiehlt", default=None)
    when: Dated | None = key("datum", "Datum", default=None)
    date_kind: DateKind | None = key("datum_art", "Art des Datums", default=None)
    measures: tuple[str, ...] = key("massnahmen", "Maßnahmen", default=())
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Noun):
    """Something that happened on the way of the strategy."""

    id: str = key("id", "Kennung")
    when: Dated | None = key("datum", "Datum", default=None)
    date_kind: DateKind = key("datum_art", "Art des Datums", default="ereignis")
    kind: Text | None = key("art", "Art", default=None)
    title: Text = key("titel", "Titel")
    text: Text | None = key("text", "Text", default=None)
    body: str | None = key("gremium", "Gremium", default=None)
    decision: str | None = key("beschluss", "Beschluss", default=None)
    paper: Text | None = key("vorlage", "Vorlage", default=None)
    result: Text | None = key("ergebnis", "Ergebnis", default=None)
    measures: tuple[str, ...] = key("massnahmen", "Maßnahmen", default=())
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyMilestone(Noun):
    """A milestone: what was to be reached by when, and what was."""

    id: str | None = key("id", "Kennung", default=None)
    title: Text | None = key("titel", "Titel", default=None)
    planned_text: Text | None = key("soll", "Soll", default=None)
    actual_text: Text | None = key("ist", "Ist", default=None)
    planned: Dated | None = key("geplant", "Geplant", default=None)
    actual: Dated | None = key("erreicht", "Erreicht", default=None)
    deviation: Text | None = key("abweichung", "Abweichung", default=None)
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Noun):
    """A decision of a body, with the number of its paper (Vorlage)."""

    id: str = key("id", "Kennung")
    paper: Text | None = key("vorlage", "Vorlage", default=None)
    body: str | None = key("gremium", "Gremium", default=None)
    when: Dated | None = key("datum", "Datum", default=None)
    date_kind: DateKind | None = key("datum_art", "Art des Datums", default=None)
    subject: Text = key("gegenstand", "Gegenstand")
    result: Text | None = key("ergebnis", "Ergebnis", default=None)
    votes: Text | None = key("stimmen", "Stimmen", default=None)
    measures: tuple[str, ...] = key("massnahmen", "Maßnahmen", default=())
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingPeriod(Noun):
    """A period in which a programme paid."""

    id: str | None = key("id", "Kennung", default=None)
    title: Text = key("titel", "Titel")
    programme: Text | None = key("programm", "Programm", default=None)
    funder: Text | None = key("geber", "Geber", default=None)
    start: Dated | None = key("von", "Von", default=None)
    end: Dated | None = key("bis", "Bis", default=None)
    amount: Number | None = key("betrag", "Betrag", default=None)
    currency: Text | None = key("waehrung", "Währung", default=None)
    text: Text | None = key("text", "Text", default=None)
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityChange(Noun):
    """A task that passed from one body to another."""

    id: str | None = key("id", "Kennung", default=None)
    task: Text = key("aufgabe", "Aufgabe")
    when: Dated | None = key("datum", "Datum", default=None)
    date_kind: DateKind | None = key("datum_art", "Art des Datums", default=None)
    before: str | None = key("von", "Von", "Wer bis dahin zuständig war", default=None)
    after: str | None = key("an", "An", "Wer danach zuständig ist", default=None)
    assignment: Assignment | None = key("zuordnung", "Zuordnung", default=None)
    text: Text | None = key("text", "Text", default=None)
    evidence: tuple[Evidence, ...] = key("belege", "Belege", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Noun):
    """What one source says in a conflict."""

    text: Text = key("text", "Angabe")
    source: str = key("quelle", "Quelle")
    spot: Text | None = key("fundstelle", "Fundstelle", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Noun):
    """A question on which sources disagree, what is used and why."""

    id: str | None = key("id", "Kennung", default=None)
    question: Text = key("frage", "Frage")
    statements: tuple[Statement, ...] = key("angaben", "Angaben")
    used: Text | None = key("verwendet", "Verwendet", default=None)
    reason: Text | None = key("grund", "Grund", default=None)
    belongs_to: OneOrMany = key("gehoert_zu", "Gehört zu", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReport(Noun):
    """A report to the council: on living conditions (lebenslagen) or on the measures (umsetzung)."""

    id: str = key("id", "Kennung")
    title: Text = key("titel", "Titel")
    span: Text | None = key("zeitraum", "Zeitraum", default=None)
    kind: ReportKind = key("art", "Art")
    when: Dated | None = key("datum", "Datum", default=None)
    date_kind: DateKind | None = key("datum_art", "Art des Datums", default=None)
    sources: tuple[str, ...] = key("quellen", "Quellen", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Noun):
    """A published version of the data."""

    version: Text = key("version", "Version")
    when: Dated = key("datum", "Datum")
    commit: Text | None = key("commit", "Commit", default=None)
    title: Text | None = key("titel", "Titel", default=None)
    notes: Text | None = key("hinweise", "Hinweise", default=None)
    checksum: Text | None = key("pruefsumme", "Prüfsumme", default=None)
