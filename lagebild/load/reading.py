"""The cells of one table as they are read, and what was odd about them.

Notes are gathered, so that one cause (a whole column with decimal points) gives one message with its first
cell and the number of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from lagebild.load.cells import Cell, Note, read_id, read_number, read_text
from lagebild.model import Place, Table
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

    def id(self, row: int, column: str) -> str:
        """An id or code that must not be empty."""
        return self.needed(row, column, read_id)

    def needed(self, row: int, column: str, read: Callable[[str], Cell[str]] = read_text) -> str:
        """A text cell that must not be empty."""
        cell = self.cell(row, column, read)
        if not cell.value and not cell.refused:
            self.empty(row, column)
        return cell.value or ""

    def empty(self, row: int, column: str) -> None:
        """Note that a cell must not be empty; the row is not used."""
        self.broken_rows.add(row)
        note = Note(
            Severity.ERROR,
            "angabe-fehlt",
            "leer",
            f"Die Zelle „{column}“ ist leer.",
            "Ergänzen Sie die Angabe.",
        )
        self._noted.setdefault((column, note.rule, note.kind), []).append((row, "", note))

    def choice(self, row: int, column: str, allowed: Sequence[str]) -> str:
        """A cell that holds one of a few words."""
        word = self.id(row, column)
        if word and word not in allowed:
            self.fault(
                row,
                column,
                "wert-unbekannt",
                f"„{word}“ ist kein möglicher Wert für „{column}“.",
                did_you_mean(word, allowed),
            )
        return word

    def number(self, row: int, column: str) -> float | None:
        """A number cell that must not be empty."""
        cell = self.cell(row, column, read_number)
        if cell.value is None and not cell.refused:
            self.empty(row, column)
        return cell.value

    def whole(self, row: int, column: str) -> int:
        """A whole number; an empty cell counts as 0."""
        value = self.cell(row, column, read_number).value or 0.0
        if value != int(value):
            self.fault(
                row,
                column,
                "zahl-form",
                f"„{self.raw(row, column)}“ ist keine ganze Zahl.",
                "Schreiben Sie eine ganze Zahl.",
            )
        return int(value)

    def fault(self, row: int, column: str, rule: str, message: str, remedy: str) -> None:
        """Note an error of its own; the row is not used."""
        self.broken_rows.add(row)
        self._faults.append(
            error(rule, self.table.place(row, column), message, remedy, self.raw(row, column))
        )

    def problems(self) -> Iterator[Problem]:
        """What was noted, with many cells of one cause as one message."""
        yield from self._faults
        for (column, _, _), found in self._noted.items():
            shown = found if len(found) < _MANY else found[:1]
            for row, raw, note in shown:
                place = self.table.place(row, column)
                yield _problem(
                    place, raw, note, () if len(found) < _MANY else self._others(found[1:], column)
                )

    def _others(self, found: Sequence[tuple[int, str, Note]], column: str) -> tuple[str, str, int]:
        cells = [self.table.place(row, column).cell or "" for row, _, _ in found]
        return cells[0], cells[-1], len(cells)


def _problem(place: Place, raw: str, note: Note, others: tuple[str, str, int] | tuple[()]) -> Problem:
    message = note.message
    if others:
        message += f" Ebenso {others[2]} weitere Zellen dieser Spalte ({others[0]} bis {others[1]})."
    return Problem(
        severity=note.severity,
        rule=note.rule,
        place=place,
        value=raw or None,
        message=message,
        remedy=note.remedy,
    )
