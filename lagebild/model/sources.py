"""Where facts come from: sources, evidence, actors, context figures, revisions, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from lagebild.model.nouns import Noun, key
from lagebild.model.values import Dated, Number, Text

RevisionKind = Literal["neue-ausgabe", "berichtigung", "definition", "gebietsstand"]
SourceDateKind = Literal["ereignis", "veroeffentlichung", "berichtsstand", "erschlossen", "ohne-datum"]
NOT_STATED = "nicht angegeben"
"""What a source says of its licence when it says nothing."""


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


OneOrMany = Annotated[
    tuple[str, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


def _text_mapping(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((k, v) for k, v in value.items() if k != "@")
    return value


TextMapping = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(_text_mapping),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string"}}),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Noun):
    """What proves a statement: a source and the spot in it."""

    source: str = key("quelle", "Quelle", "Kennung aus quellen.yaml")
    spot: Text | None = key("fundstelle", "Fundstelle", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Noun):
    """A document, a page or an edition of statistics."""

    id: str = key("id", "Kennung")
    title: Text = key("titel", "Titel")
    publisher: Text | None = key("herausgeber", "Herausgeber", default=None)
    url: Text | None = key("url", "Adresse", default=None)
    kind: Text | None = key("art", "Art", default=None)
    date: Dated | None = key("datum", "Datum", default=None)
    date_kind: SourceDateKind | None = key("datum_art", "Art des Datums", default=None)
    retrieved: Dated | None = key("abgerufen", "Abgerufen", default=None)
    licence: Text | None = key(
        "lizenz", "Lizenz", "„nicht angegeben“, wenn die Quelle nichts sagt", default=None
    )
    licence_url: Text | None = key("lizenz_url", "Adresse der Lizenz", default=None)
    edition: Text | None = key("reihe", "Reihe", "Nur innerhalb einer Reihe wird verglichen", default=None)
    territorial_status: Text | None = key(
        "gebietsstand", "Gebietsstand", "`jeweils` oder der Tag, auf den umgerechnet wurde", default=None
    )
    signs: TextMapping = key("zeichen", "Zeichen", "Zeichen dieser Quelle und ihr Wort", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)

    @property
    def series(self) -> str:
        """What figures of this source may be compared with: its edition, else the source itself."""
        return self.edition or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Noun):
    """An organisation, office or body; never a private person."""

    id: str = key("id", "Kennung")
    name: Text = key("name", "Name")
    kind: Text | None = key("art", "Art", "gremium, amt, traeger, verein, land, bund …", default=None)
    role: Text | None = key("rolle", "Rolle", default=None)
    start: Dated | None = key("von", "Von", default=None)
    end: Dated | None = key("bis", "Bis", default=None)
    parent: str | None = key("uebergeordnet", "Übergeordnet", default=None)
    successor: OneOrMany = key("nachfolger", "Nachfolger", default=())
    sources: tuple[str, ...] = key("quellen", "Quellen", default=())
    note: Text | None = key("hinweis", "Hinweis", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextFigure(Noun):
    """A single sourced figure that belongs to no series."""

    id: str | None = key("id", "Kennung", default=None)
    statement: Text = key("aussage", "Aussage")
    value: Number | None = key("wert", "Wert", default=None)
    unit: Text | None = key("einheit", "Einheit", default=None)
    territory: str | None = key("gebiet", "Gebiet", default=None)
    period: Text | None = key("zeit", "Zeit", default=None)
    definition: Text | None = key("definition", "Definition", default=None)
    source: str = key("quelle", "Quelle")
    spot: Text | None = key("fundstelle", "Fundstelle", default=None)
    belongs_to: OneOrMany = key(
        "gehoert_zu", "Gehört zu", "Handlungsfeld, Maßnahme oder Indikator", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Noun):
    """Why figures that were published before have changed."""

    indicator: str = key("indikator", "Indikator")
    territories: tuple[str, ...] = key("gebiete", "Gebiete", default=())
    periods: tuple[Text, ...] = key("zeiten", "Zeiten", default=())
    kind: RevisionKind = key("art", "Art")
    reason: Text = key("grund", "Grund")
    date: Dated = key("datum", "Datum")
    source: str | None = key("quelle", "Quelle", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Noun):
    """A word of the site and what it means."""

    word: Text = key("begriff", "Begriff")
    explanation: Text = key("erklaerung", "Erklärung")
    defined_by: Text | None = key("definiert_von", "Definiert von", default=None)
    source: str | None = key("quelle", "Quelle", default=None)
    synonyms: tuple[Text, ...] = key("synonyme", "Synonyme", default=())
