"""From rows of text to figures, territories, keys, units and codes.

Cells are read one by one; what is odd about them is gathered, so that one cause (a whole column with decimal
points) gives one message with its first cell and the number of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from lagebild.load.cells import Cell, Note, Signs, read_day, read_number, read_period, read_signs, read_text
from lagebild.model import (
    KEY_KINDS,
    SIGNS,
    SIGNS_FOR_ZERO,
    TERRITORY_KINDS,
    Code,
    Observation,
    Place,
    Source,
    Table,
    Territory,
    TerritoryKey,
    Unit,
    When,
)
from lagebild.model.indicators import GENDERS, UNIT_KINDS
from lagebild.problems import Problem, Severity, did_you_mean, error

# From here on the cells of a column are one message, not many.
_MANY = 4

ValueT = TypeVar("ValueT")


class Reading:
    """The cells of one table as they are read, and what was noted about them."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._index = {name: number for number, name in enumerate(table.header)}
        self._noted: dict[tuple[str, str, str], list[tuple[int, str, Note]]] = {}
        self._faults: list[Problem] = []
        self.broken_rows: set[int] = set()

    def raw(self, row: int, column: str) -> str:
        """The text of a cell; empty where the table has no such column."""
        index = self._index.get(column)
        return "" if index is None else self.table.rows[row].cells[index]

    def cell(self, row: int, column: str, read: Callable[[str], Cell[ValueT]]) -> Cell[ValueT]:
        """Read a cell and keep what was noted about it."""
        raw = self.raw(row, column)
        cell = read(raw)
        for note in cell.notes:
            self._noted.setdefault((column, note.rule, note.kind), []).append((row, raw, note))
        if cell.refused:
            self.broken_rows.add(row)
        return cell

    def text(self, row: int, column: str) -> str:
        """A text cell; empty where it is empty or was refused."""
        return self.cell(row, column, read_text).value or ""

    def needed(self, row: int, column: str) -> str:
        """A text cell that must not be empty."""
        cell = self.cell(row, column, read_text)
        if not cell.value and not cell.refused:
            self._empty(row, column)
        return cell.value or ""

    def _empty(self, row: int, column: str) -> None:
        self.broken_rows.add(row)
        note = Note(Severity.ERROR, "angabe-fehlt", "leer", f"Die Zelle „{column}“ ist leer.", "Ergänzen Sie die Angabe.")
        self._noted.setdefault((column, note.rule, note.kind), []).append((row, "", note))

    def choice(self, row: int, column: str, allowed: Sequence[str]) -> str:
        """A cell that holds one of a few words."""
        word = self.needed(row, column)
        if word and word not in allowed:
            self.fault(row, column, "wert-unbekannt", f"„{word}“ ist kein möglicher Wert für „{column}“.",
                       did_you_mean(word, allowed))  # fmt: skip
        return word

    def number(self, row: int, column: str) -> float | None:
        """A number cell that must not be empty."""
        cell = self.cell(row, column, read_number)
        if cell.value is None and not cell.refused:
            self._empty(row, column)
        return cell.value

    def whole(self, row: int, column: str) -> int:
        """A whole number; an empty cell counts as 0."""
        value = self.cell(row, column, read_number).value or 0.0
        if value != int(value):
            self.fault(row, column, "zahl-form", f"„{self.raw(row, column)}“ ist keine ganze Zahl.",
                       "Schreiben Sie eine ganze Zahl.")  # fmt: skip
        return int(value)

    def fault(self, row: int, column: str, rule: str, message: str, remedy: str) -> None:
        """Note an error of its own; the row is not used."""
        self.broken_rows.add(row)
        self._faults.append(error(rule, self.table.place(row, column), message, remedy, self.raw(row, column)))

    def problems(self) -> Iterator[Problem]:
        """What was noted, with many cells of one cause as one message."""
        yield from self._faults
        for (column, _, _), found in self._noted.items():
            shown = found if len(found) < _MANY else found[:1]
            for row, raw, note in shown:
                place = self.table.place(row, column)
                yield _problem(place, raw, note, () if len(found) < _MANY else self._others(found[1:], column))

    def _others(self, found: Sequence[tuple[int, str, Note]], column: str) -> tuple[str, str, int]:
        cells = [self.table.place(row, column).cell or "" for row, _, _ in found]
        return cells[0], cells[-1], len(cells)


def _problem(place: Place, raw: str, note: Note, others: tuple[str, str, int] | tuple[()]) -> Problem:
    message = note.message
    if others:
        message += f" Ebenso {others[2]} weitere Zellen dieser Spalte ({others[0]} bis {others[1]})."
    return Problem(
        severity=note.severity, rule=note.rule, place=place, value=raw or None, message=message, remedy=note.remedy
    )  # fmt: skip


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


# ------------------------------------------------------------------------------------------------------- figures


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureColumns:
    """What reading figures needs to know beside the table."""

    breakdowns: tuple[str, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)


def read_figures(table: Table, known: FigureColumns) -> Rows:
    """The observations of a `werte.csv`."""
    return _each(table, lambda reading, row: _observation(reading, row, known))


def _observation(reading: Reading, row: int, known: FigureColumns) -> Observation | None:
    territory = reading.needed(row, "gebiet")
    period = reading.cell(row, "zeit", read_period)
    if period.value is None and not period.refused:
        reading._empty(row, "zeit")
    breakdown = tuple(reading.needed(row, name) for name in known.breakdowns)
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
        territory=territory, period=period.value, breakdown=breakdown, value=_value(value, signs),
        numerator=numerator, denominator=denominator, signs=signs, source=source, note=note, row=row,
    )  # fmt: skip


def _value(cell: Cell[float], signs: tuple[str, ...]) -> float | None:
    """The signs for nothing and for less than half of the unit shown mean the value 0."""
    if cell.value is None and any(sign in SIGNS_FOR_ZERO for sign in signs):
        return 0.0
    return cell.value


def _signs(reading: Reading, row: int, own: Signs) -> tuple[str, ...]:
    cell = reading.cell(row, "zeichen", lambda text: read_signs(text, own))
    words = cell.value or ()
    if len([word for word in words if word in SIGNS]) > 1:
        reading.fault(row, "zeichen", "zeichen-mehrere", "Die Zelle nennt mehr als ein Zeichen.",
                      "Behalten Sie eines davon; Vermerke wie vorlaeufig dürfen daneben stehen.")  # fmt: skip
    return words


# ------------------------------------------------------------------------------------- territories, units and codes


def read_territories(table: Table) -> Rows:
    """The territories of `gebiete.csv`."""
    return _each(table, _territory)


def _territory(reading: Reading, row: int) -> Territory:
    return Territory(
        id=reading.needed(row, "id"), name=reading.needed(row, "name"),
        kind=reading.choice(row, "typ", TERRITORY_KINDS), parent=reading.text(row, "uebergeordnet") or None,
        valid_from=_first_day(reading, row), valid_to=_last_day(reading, row), note=reading.text(row, "hinweis"), row=row,
    )  # fmt: skip


def read_territory_keys(table: Table) -> Rows:
    """The official keys of `schluessel.csv`."""
    return _each(table, _territory_key)


def _territory_key(reading: Reading, row: int) -> TerritoryKey:
    return TerritoryKey(
        territory=reading.needed(row, "gebiet"), kind=reading.choice(row, "art", KEY_KINDS),
        key=reading.needed(row, "schluessel"), valid_from=_first_day(reading, row), valid_to=_last_day(reading, row),
        row=row,
    )  # fmt: skip


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
        code=reading.needed(row, "code"), name=reading.needed(row, "name"), symbol=reading.text(row, "zeichen"),
        decimals=reading.whole(row, "nachkommastellen"), gender=reading.choice(row, "genus", GENDERS),
        kind=reading.choice(row, "art", UNIT_KINDS), factor=_factor(reading, row), row=row,
    )  # fmt: skip


def _factor(reading: Reading, row: int) -> float:
    """What numerator by denominator is multiplied with; sums of money and index numbers have none."""
    value = reading.cell(row, "faktor", read_number).value
    return 1.0 if value is None else value


def read_codes(table: Table) -> Rows:
    """The codes of one breakdown."""
    return _each(table, _code)


def _code(reading: Reading, row: int) -> Code:
    return Code(
        code=reading.needed(row, "code"), name=reading.needed(row, "name"),
        part_of=reading.text(row, "teil_von") or None, order=reading.whole(row, "reihenfolge"), row=row,
    )  # fmt: skip
