"""From rows of text to figures, territories, keys, units and codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lagebild.load.cells import Cell, Signs, read_day, read_id, read_number, read_period, read_signs
from lagebild.load.reading import Reading
from lagebild.model import (
    KEY_KINDS,
    SIGNS,
    SIGNS_FOR_ZERO,
    TERRITORY_KINDS,
    Code,
    Observation,
    Source,
    Table,
    Territory,
    TerritoryKey,
    Unit,
    When,
)
from lagebild.model.indicators import GENDERS, UNIT_KINDS
from lagebild.problems import Problem


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table says, as nouns in the order of its rows."""

    nouns: tuple[Any, ...] = ()
    problems: tuple[Problem, ...] = ()
    complete: bool = True
    """Whether every row could be used."""


def _each(table: Table, read: Callable[[Reading, int], Any]) -> Rows:
    reading = Reading(table)
    nouns = [(row, read(reading, row)) for row in range(len(table.rows))]
    good = tuple(noun for row, noun in nouns if row not in reading.broken_rows)
    return Rows(good, tuple(reading.problems()), not reading.broken_rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureColumns:
    """What reading figures needs to know beside the table."""

    breakdowns: tuple[str, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)


def read_figures(table: Table, known: FigureColumns) -> Rows:
    """The observations of a `werte.csv`."""
    return _each(table, lambda reading, row: _observation(reading, row, known))


def _observation(reading: Reading, row: int, known: FigureColumns) -> Observation | None:
    territory = reading.id(row, "gebiet")
    period = reading.cell(row, "zeit", read_period)
    if period.value is None and not period.refused:
        reading.empty(row, "zeit")
    breakdown = tuple(reading.id(row, name) for name in known.breakdowns)
    source = reading.needed(row, "quelle")
    own = known.sources[source].signs if source in known.sources else ()
    value = reading.cell(row, "wert", lambda text: read_number(text, own))
    signs = (*value.signs, *_signs(reading, row, own))
    numerator = reading.cell(row, "zaehler", read_number).value
    denominator = reading.cell(row, "nenner", read_number).value
    note = reading.text(row, "anmerkung")
    if row in reading.broken_rows or period.value is None:
        return None
    return Observation(
        territory=territory,
        period=period.value,
        breakdown=breakdown,
        value=_value(value, signs),
        numerator=numerator,
        denominator=denominator,
        signs=signs,
        source=source,
        note=note,
        row=row,
    )


def _value(cell: Cell[float], signs: tuple[str, ...]) -> float | None:
    """The signs for nothing and for less than half of the unit shown mean the value 0."""
    if cell.value is None and any(sign in SIGNS_FOR_ZERO for sign in signs):
        return 0.0
    return cell.value


def _signs(reading: Reading, row: int, own: Signs) -> tuple[str, ...]:
    cell = reading.cell(row, "zeichen", lambda text: read_signs(text, own))
    words = cell.value or ()
    if len([word for word in words if word in SIGNS]) > 1:
        reading.fault(
            row,
            "zeichen",
            "zeichen-mehrere",
            "Die Zelle nennt mehr als ein Zeichen.",
            "Behalten Sie eines davon; Vermerke wie vorlaeufig dürfen daneben stehen.",
        )
    return words


def read_territories(table: Table) -> Rows:
    """The territories of `gebiete.csv`."""
    return _each(table, _territory)


def _territory(reading: Reading, row: int) -> Territory:
    return Territory(
        id=reading.id(row, "id"),
        name=reading.needed(row, "name"),
        kind=reading.choice(row, "typ", TERRITORY_KINDS),
        parent=reading.cell(row, "uebergeordnet", read_id).value,
        valid_from=_first_day(reading, row),
        valid_to=_last_day(reading, row),
        note=reading.text(row, "hinweis"),
        row=row,
    )


def read_territory_keys(table: Table) -> Rows:
    """The official keys of `schluessel.csv`."""
    return _each(table, _territory_key)


def _territory_key(reading: Reading, row: int) -> TerritoryKey:
    return TerritoryKey(
        territory=reading.id(row, "gebiet"),
        kind=reading.choice(row, "art", KEY_KINDS),
        key=reading.id(row, "schluessel"),
        valid_from=_first_day(reading, row),
        valid_to=_last_day(reading, row),
        row=row,
    )


def _first_day(reading: Reading, row: int) -> date | None:
    when: When | None = reading.cell(row, "gueltig_von", read_day).value
    return when.first if when else None


def _last_day(reading: Reading, row: int) -> date | None:
    when: When | None = reading.cell(row, "gueltig_bis", read_day).value
    return when.last if when else None


def read_units(table: Table) -> Rows:
    """The units of `einheiten.csv`."""
    return _each(table, _unit)


def _unit(reading: Reading, row: int) -> Unit:
    return Unit(
        code=reading.id(row, "code"),
        name=reading.needed(row, "name"),
        symbol=reading.text(row, "zeichen"),
        decimals=reading.whole(row, "nachkommastellen"),
        gender=reading.choice(row, "genus", GENDERS),
        kind=reading.choice(row, "art", UNIT_KINDS),
        factor=_factor(reading, row),
        row=row,
    )


def _factor(reading: Reading, row: int) -> float:
    """What numerator by denominator is multiplied with; sums of money and index numbers have none."""
    value = reading.cell(row, "faktor", read_number).value
    return 1.0 if value is None else value


def read_codes(table: Table) -> Rows:
    """The codes of one breakdown."""
    return _each(table, _code)


def _code(reading: Reading, row: int) -> Code:
    return Code(
        code=reading.id(row, "code"),
        name=reading.needed(row, "name"),
        part_of=reading.cell(row, "teil_von", read_id).value,
        order=reading.whole(row, "reihenfolge"),
        row=row,
    )
