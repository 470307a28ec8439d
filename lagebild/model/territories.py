"""Territories and their official keys in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

TerritoryKind = Literal["sozialraum", "stadtteil", "stadt", "gemeinde", "kreis", "land", "bund"]
KeyKind = Literal["ags", "ars", "nuts"]
TERRITORY_KINDS: tuple[str, ...] = get_args(TerritoryKind)
KEY_KINDS: tuple[str, ...] = get_args(KeyKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A constant piece of land with a name. When the land changes, it is another territory."""

    id: str
    name: str
    kind: str
    """One of `TERRITORY_KINDS`."""
    parent: str | None = None
    """Id of the territory that contains it."""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    row: int = 0
    """Index of its row in `gebiete.csv`, counted from 0."""

    def exists_on(self, day: date) -> bool:
        """Whether the territory existed on that day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryKey:
    """An official key of a territory for as long as it was valid."""

    territory: str
    kind: str
    """One of `KEY_KINDS`."""
    key: str
    valid_from: date | None = None
    valid_to: date | None = None
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """One GeoJSON file: the outlines of territories as of one day."""

    file: str
    name: str
    valid_on: date | None
    """The day whose boundaries the file shows, from its name or its member `gebietsstand`."""
    attribution: str
    licence: str
    features: Mapping[str, Mapping[str, Any]]
    """Territory id → GeoJSON geometry in WGS 84."""
