"""A file that someone downloaded or sent, as rows of text: CSV of any origin, or a sheet of a workbook.

Numbers of a workbook arrive with decimal comma and without noise of binary fractions; merged cells carry
their text in every cell that they cover, so that headings stand above each of their columns.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from lagebild.intake.decoding import read_text
from lagebild.load.encoding import INVISIBLE
from lagebild.model import column_letter

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF"
# A table of all districts and forty years stays far below; more is a trap or the wrong file.
_MAX_UNPACKED = 300_000_000
_MAX_CELLS = 5_000_000
# Rows that tell by which character the cells are separated.
_SAMPLE_ROWS = 200
# What a spreadsheet keeps of a number; beyond are traces of binary fractions.
_DIGITS = 15


class UnreadableError(Exception):
    """The file is none that can be read; message and remedy are German sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of text."""

    name: str
    """The sheet; empty for a CSV file."""
    rows: tuple[tuple[str, ...], ...]
    """All of the same length, cells without surrounding blanks."""
    typed_numbers: bool = False
    """Whether numbers came as numbers, so that their form is certain."""
    has_merged: bool = False
    """Whether merged cells told which columns a heading covers."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def cell(self, row: int, column: int) -> str:
        """How people call a cell: `Daten!C17`."""
        sheet = f"{self.name}!" if self.name else ""
        return f"{sheet}{column_letter(column + 1)}{row + 1}"


def read_grids(content: bytes) -> tuple[Grid, ...]:
    """Every table that the file holds: one for CSV, one per visible sheet of a workbook."""
    if content.startswith(_OLD_EXCEL):
        raise UnreadableError(
            "Die Datei ist im alten Excel-Format (.xls). Öffnen Sie sie in Excel oder "
            "LibreOffice und speichern Sie "
            "sie als „Excel-Arbeitsmappe (.xlsx)“."
        )
    if content.startswith(_PDF):
        raise UnreadableError("Die Datei ist ein PDF. Laden Sie die Tabelle als CSV oder XLSX herunter.")
    if content.startswith(_ZIP):
        return tuple(_sheets(content))
    if content.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise UnreadableError(
            "Die Datei ist eine Webseite, keine Tabelle. Laden Sie die Tabelle auf der Seite als "
            "CSV herunter."
        )
    return (_csv(content),)


def _csv(content: bytes) -> Grid:
    read = read_text(content)
    if read is None or "\0" in read.text:
        raise UnreadableError(
            "Die Datei ist keine Tabelle, die sich lesen lässt. Erwartet wird CSV oder XLSX."
        )
    text = read.text
    if not text.strip():
        raise UnreadableError("Die Datei ist leer.")
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error:
        raise UnreadableError(
            "Die Anführungszeichen in der Datei passen nicht zueinander. Laden Sie die Tabelle neu herunter."
        ) from None
    return Grid(name="", rows=_even(rows))


def _delimiter(text: str) -> str:
    """The character by which most rows fall into the same number of cells; semicolons first."""
    best, best_score = ";", 0
    for candidate in (";", "\t", ",", "|"):
        try:
            rows = list(_first(csv.reader(io.StringIO(text, newline=""), delimiter=candidate)))
        except csv.Error:
            continue
        counts = Counter(len(row) for row in rows if len(row) > 1)
        score = max((cells * number for cells, number in counts.items()), default=0)
        if score > best_score * (1 if best == candidate else 1.2):
            best, best_score = candidate, score
    return best


def _first(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for _, row in zip(range(_SAMPLE_ROWS), rows, strict=False):
        yield row


def _even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(_clean(cell) for cell in row) + ("",) * (width - len(row)) for row in rows)


def _clean(text: str) -> str:
    """Without blanks around it, hard blanks included, and without marks that nobody sees."""
    return INVISIBLE.sub("", text.replace("_x000D_", "")).strip() if text else ""


def _sheets(content: bytes) -> Iterator[Grid]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            too_large = sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED
        if "[Content_Types].xml" not in names:
            raise UnreadableError(
                "Die Datei ist ein Archiv, aber keine Excel-Arbeitsmappe. Entpacken Sie es "
                "zuerst, oder speichern Sie "
                "eine OpenDocument-Tabelle (.ods) als .xlsx."
            )
        if too_large:
            raise UnreadableError(
                "Die Arbeitsmappe ist zu groß. Speichern Sie nur das Blatt mit der Tabelle."
            )
        # data_only: the results that the spreadsheet stored, not its formulas.
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
    ):
        raise UnreadableError(
            "Die Arbeitsmappe ist beschädigt oder mit einem Kennwort geschützt. Speichern Sie "
            "sie neu als .xlsx."
        ) from None
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            yield _sheet(sheet)


def _sheet(sheet: Any) -> Grid:
    if sheet.max_row * sheet.max_column > _MAX_CELLS:
        raise UnreadableError(
            f"Das Blatt „{sheet.title}“ ist zu groß. Speichern Sie nur den Bereich mit der Tabelle."
        )
    rows = [[_said(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row - 1, area.max_row):
            for column in range(area.min_col - 1, area.max_col):
                rows[row][column] = rows[area.min_row - 1][area.min_col - 1]
    while rows and not any(rows[-1]):
        rows.pop()
    return Grid(
        name=sheet.title, rows=_even(rows), typed_numbers=True, has_merged=bool(sheet.merged_cells.ranges)
    )


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def number_text(value: float) -> str:
    """A number with decimal comma as a spreadsheet shows it in full: 16,94 and never 16,940000000000001."""
    text = format(value, f".{_DIGITS}g")
    if "e" in text or "n" in text:
        return text
    return text.replace(".", ",")
