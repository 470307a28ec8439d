"""The site as its publisher describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from lagebild.model.nouns import Noun, key
from lagebild.model.values import Text


def _facts(value: Any) -> Any:
    if isinstance(value, str):
        return (("text", value),)
    if isinstance(value, dict):
        return tuple((k, v) for k, v in value.items() if k != "@" and v is not None)
    return value


Facts = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(_facts),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
    ),
]
"""A text, or a mapping of headings to texts; a plain text stands under the heading `text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Noun):
    """What happens to gaps that only the publisher can fill."""

    gaps: Literal["hinweis", "fehler"] = key(
        "luecken", "Lücken", "hinweis: Seite erscheint mit sichtbarer Lücke; fehler: sie erscheint nicht",
        default="hinweis",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Noun):
    """Publisher, contact, legal details and switches, from `data/seite.yaml`."""

    title: Text = key("titel", "Titel")
    subtitle: Text | None = key("untertitel", "Untertitel", default=None)
    publisher: Facts = key("herausgeber", "Herausgeber", default=())
    contact: Facts = key("kontakt", "Kontakt", default=())
    imprint: Facts = key("impressum", "Impressum", default=())
    privacy: Facts = key("datenschutz", "Datenschutz", default=())
    accessibility: Facts = key("barrierefreiheit", "Barrierefreiheit", default=())
    transparency_portal: Text | None = key("transparenzportal", "Transparenzportal", default=None)
    banner: Text | None = key(
        "hinweis_banner", "Hinweis im Banner", "Was die Seite ist und nicht ist", default=None
    )
    main_territory: str = key("hauptgebiet", "Hauptgebiet")
    key_indicators: tuple[str, ...] = key(
        "kennzahlen", "Kennzahlen", "Indikatoren der Startseite", default=()
    )
    repository: Text | None = key("repository", "Repository", default=None)
    publication: Publication = key("veroeffentlichung", "Veröffentlichung", default=Publication())
