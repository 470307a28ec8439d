"""The cells of a table, one row after the other, in their canonical form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.intake.columns import Read
from lagebild.intake.csv_text import Record, Typed
from lagebild.intake.tidied import Change
from lagebild.load.cells import Cell, Note, Signs, read_number, read_signs
from lagebild.model import SIGNS, Place, Source, column_letter
from lagebild.problems import Problem, Severity, error

_VALUE, _SIGN, _SOURCE = "wert", "zeichen", "quelle"


class TidyRows:
    """Tidies rows and gathers what was done and what was left."""

    def __init__(
        self, file: str, header: Sequence[str], read: Mapping[str, Read], sources: Mapping[str, Source] | None
    ) -> None:
        self._file = file
        self._header = header
        self._read = read
        self._sources = sources
        """None for tables that hold no figures."""
        self.changes: list[Change] = []
        self.left: list[Problem] = []

    def row(self, record: Record) -> Record:
        """The row in its canonical form; rows that do not fit the heading stay as they are."""
        if len(record.cells) != len(self._header):
            message = f"Die Zeile hat {len(record.cells)} Zellen, die Kopfzeile {len(self._header)}."
            remedy = (
                "Ergänzen Sie fehlende Semikolons am Ende oder setzen Sie Text mit "
                "Semikolon in Anführungszeichen."
            )
            self.left.append(error("zeile-laenge", Place(file=self._file, line=record.line), message, remedy))
            return record
        cells = dict(zip(self._header, record.cells, strict=True))
        signs = self._signs_of(cells)
        tidied = {
            name: self._cell(record, name, cell, signs)
            for name, cell in cells.items()
            if name not in (_VALUE, _SIGN)
        }
        tidied |= self._value_and_sign(record, cells, signs)
        return record.with_cells(tidied[name] for name in self._header)

    def _signs_of(self, cells: Mapping[str, Typed]) -> Signs:
        source = (self._sources or {}).get(cells[_SOURCE].text.strip()) if _SOURCE in cells else None
        return source.signs if source else ()

    def _cell(self, record: Record, name: str, typed: Typed, signs: Signs) -> Typed:
        read = self._read[name](typed.text)
        if read.signs:
            # Only the figure itself has a column for its sign.
            self._leave(record, name, typed, read)
            return typed
        return self._as_read(record, name, typed, read)

    def _as_read(self, record: Record, name: str, typed: Typed, read: Cell[Any]) -> Typed:
        if read.refused or (read.notes and read.canonical == typed.text):
            self._leave(record, name, typed, read)
            return typed
        if read.canonical == typed.text:
            return typed
        note = read.notes[0] if read.notes else None
        self._changed(record, name, typed.text, read.canonical, note)
        return Typed.of(read.canonical)

    def _value_and_sign(self, record: Record, cells: Mapping[str, Typed], signs: Signs) -> dict[str, Typed]:
        """A sign that stands in place of a number, or beside it, moves to its own column as a word."""
        if self._sources is None or _VALUE not in cells:
            return {
                name: self._cell(record, name, cells[name], signs)
                for name in (_VALUE, _SIGN)
                if name in cells
            }
        value = read_number(cells[_VALUE].text, signs)
        if _SIGN not in cells:
            return {_VALUE: self._cell(record, _VALUE, cells[_VALUE], signs)}
        sign = read_signs(cells[_SIGN].text, signs)
        words = tuple(dict.fromkeys((*value.signs, *(sign.value or ()))))
        if value.refused or sign.refused or len([w for w in words if w in SIGNS]) > 1:
            return self._undecided(record, cells, value, sign)
        kept_sign = Cell(words, " ".join(words), sign.notes or value.notes)
        return {
            _VALUE: self._as_read(record, _VALUE, cells[_VALUE], value),
            _SIGN: self._as_read(record, _SIGN, cells[_SIGN], kept_sign)
            if words or cells[_SIGN].text
            else cells[_SIGN],
        }

    def _undecided(
        self, record: Record, cells: Mapping[str, Typed], value: Cell[Any], sign: Cell[Any]
    ) -> dict[str, Typed]:
        """Value and sign belong together: where one is not certain, both stay."""
        for name, read in ((_VALUE, value), (_SIGN, sign)):
            if read.refused:
                self._leave(record, name, cells[name], read)
        if not (value.refused or sign.refused):
            message = f"„{cells[_VALUE].text}“ und „{cells[_SIGN].text}“ nennen zwei verschiedene Zeichen."
            remedy = "Behalten Sie das Zeichen, das in der Quelle steht."
            self.left.append(
                error("zeichen-mehrere", self._place(record, _SIGN), message, remedy, cells[_SIGN].text)
            )
        return {_VALUE: cells[_VALUE], _SIGN: cells[_SIGN]}

    def _changed(self, record: Record, name: str, before: str, after: str, note: Note | None) -> None:
        what = note.message if note else ""
        self.changes.append(Change(place=self._place(record, name), what=what, before=before, after=after))

    def _leave(self, record: Record, name: str, typed: Typed, read: Cell[Any]) -> None:
        for note in read.notes:
            if read.refused or note.severity == Severity.ERROR:
                place = self._place(record, name)
                self.left.append(error(note.rule, place, note.message, note.remedy, typed.text or None))

    def _place(self, record: Record, name: str) -> Place:
        column = self._header.index(name) + 1
        cell = f"{column_letter(column)}{record.number}"
        return Place(file=self._file, line=record.line, column=column, cell=cell, field=name)
