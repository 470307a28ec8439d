"""A CSV file as its bytes stand: every cell with the text that was typed for it, so that nothing else
changes.

Cells that nobody touches are written back letter by letter, with their quotes and line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_NEEDS_QUOTES = re.compile(r'[;"\r\n]')


@dataclass(frozen=True, slots=True)
class Typed:
    """One cell: what it says and how it is typed."""

    text: str
    raw: str

    @classmethod
    def of(cls, text: str) -> Typed:
        """The cell as it is typed with semicolons between cells."""
        return cls(text, f'"{text.replace(chr(34), chr(34) * 2)}"' if _NEEDS_QUOTES.search(text) else text)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table."""

    cells: tuple[Typed, ...]
    end: str
    """The line end behind it; empty for a last line without one."""
    line: int
    """Line in the file on which it begins, counted from 1."""
    number: int
    """Row as a spreadsheet shows it, counted from 1."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What the cells say."""
        return tuple(cell.text for cell in self.cells)

    @property
    def is_blank(self) -> bool:
        """Whether no cell says anything."""
        return not any(cell.text.strip() for cell in self.cells)

    def with_cells(self, cells: Iterable[Typed]) -> Record:
        """The row with other cells."""
        return replace(self, cells=tuple(cells))


def records(text: str, delimiter: str = ";") -> list[Record] | None:
    """The rows of a table; None where quotes do not fit and nobody can say where a cell ends."""
    cell = re.compile(rf'"(?:[^"]|"")*"|[^"{delimiter}\r\n][^{delimiter}\r\n]*|')
    stop = re.compile(rf"{re.escape(delimiter)}|\r\n|\r|\n|\Z")
    found: list[Record] = []
    position, line = 0, 1
    while position < len(text):
        cells, end, start = [], delimiter, position
        while end == delimiter:
            raw = cell.match(text, position)
            behind = raw and stop.match(text, raw.end())
            if raw is None or behind is None:
                return None
            cells.append(Typed(_said(raw[0]), raw[0]))
            end, position = behind[0], behind.end()
        found.append(Record(tuple(cells), end, line, len(found) + 1))
        line += len(re.findall(r"\r\n|\r|\n", text[start:position]))
    return found


def _said(raw: str) -> str:
    return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw


def written(rows: Sequence[Record]) -> str:
    """The rows as text, semicolons between cells."""
    return "".join(";".join(cell.raw for cell in row.cells) + row.end for row in rows)
