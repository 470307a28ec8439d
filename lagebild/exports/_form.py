"""A workbook to fill in: drop-downs from lists, a heading that stays in view, notes in German, formulas
that watch.

LibreOffice loses frozen panes in a headless conversion; drop-downs, notes and the hidden lists survive.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import Any

import xlsxwriter

from lagebild.exports._cells import Cell

LISTS = "Listen"
# What spreadsheets allow: a drop-down's title and text, and a note's text for reading without scrolling.
_TITLE, _TEXT = 32, 255
_NO_STOP = "information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a form."""

    name: str
    note: str
    """What belongs here, shown beside the heading."""
    choices: tuple[str, ...] = ()
    several: bool = False
    """Whether a cell may hold several of the choices."""
    number: bool = False
    bounds: tuple[float, float] | None = None
    width: int = 18
    formula: str = ""
    """A formula with `{row}`; its cells are protected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a form."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Cell]] = ()
    """Column name → what stands there already."""
    room: int = 200
    """Empty rows to fill in."""
    results: Sequence[str] = field(default_factory=tuple)
    """What the formula says of each filled row."""


_FORM = "1"
"""Changes whenever this module writes the same sheets with other bytes."""


def workbook_key(sheets: Sequence[Sheet], hints: Sequence[str], *, title: str, day: date) -> str:
    """Under which a cache keeps the form: the hash of all that decides its bytes."""
    decides = f"{_FORM}|{version('xlsxwriter')}|{title}|{day}|{sheets}|{hints}"
    return f"{hashlib.sha256(decides.encode()).hexdigest()}.xlsx"


def workbook(sheets: Sequence[Sheet], hints: Sequence[str], *, title: str, day: date) -> bytes:
    """The form as bytes; the same content gives the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # A clock would change the bytes of every build.
    created = datetime.combine(day, datetime.min.time(), UTC)
    book.set_properties({"title": title, "created": created})
    lists = _Lists()
    formats = {
        "head": book.add_format({"bold": True, "bg_color": "#E8EDF2", "border": 1}),
        "text": book.add_format({"num_format": "@", "locked": False}),
        "number": book.add_format({"locked": False}),
        "formula": book.add_format({"font_color": "#5A6672"}),
    }
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, formats, lists)
    _hints(book.add_worksheet("Hinweise"), hints)
    lists.write(book.add_worksheet(LISTS))
    book.close()
    return out.getvalue()


class _Lists:
    """The hidden sheet with everything that drop-downs offer; literal lists may have 255 characters only."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], int] = {}

    def reference(self, choices: tuple[str, ...]) -> str:
        column = self._columns.setdefault(choices, len(self._columns))
        letter = xlsxwriter.utility.xl_col_to_name(column)
        return f"={LISTS}!${letter}$1:${letter}${len(choices)}"

    def write(self, sheet: Any) -> None:
        for choices, column in self._columns.items():
            sheet.write_column(0, column, choices)
        sheet.hide()


def _write(sheet: Any, form: Sheet, formats: Mapping[str, Any], lists: _Lists) -> None:
    last = len(form.rows) + form.room
    for number, column in enumerate(form.columns):
        kind = "formula" if column.formula else "number" if column.number else "text"
        sheet.set_column(number, number, column.width, formats[kind])
        sheet.write_string(0, number, column.name, formats["head"])
        sheet.write_comment(0, number, column.note, {"x_scale": 2, "y_scale": 1.4, "author": ""})
        if rule := _rule(column, lists):
            sheet.data_validation(1, number, last, number, rule)
        _cells(sheet, form, number, last, formats[kind])
    sheet.freeze_panes(1, 2)
    allowed = (
        "insert_rows",
        "delete_rows",
        "sort",
        "autofilter",
        "format_cells",
        "format_columns",
        "format_rows",
    )
    sheet.protect("", dict.fromkeys(allowed, True))


def _cells(sheet: Any, form: Sheet, number: int, last: int, style: Any) -> None:
    column = form.columns[number]
    if column.formula:
        for row in range(1, last + 1):
            result = form.results[row - 1] if row <= len(form.results) else ""
            sheet.write_formula(row, number, column.formula.format(row=row + 1), style, result)
        return
    for row, cells in enumerate(form.rows, 1):
        cell = cells.get(column.name)
        if isinstance(cell, float):
            sheet.write_number(row, number, cell, style)
        elif cell:
            sheet.write_string(row, number, cell, style)


def _rule(column: Column, lists: _Lists) -> dict[str, Any] | None:
    shown = {"input_title": column.name[:_TITLE], "input_message": column.note[:_TEXT]}
    if column.choices:
        rule: dict[str, Any] = {"validate": "list", "source": lists.reference(column.choices), **shown}
        if column.several:
            return rule | {
                "error_type": _NO_STOP,
                "error_title": "Bitte prüfen",
                "error_message": "Mehrere Angaben trennt ein Semikolon oder, bei Zeichen, ein Leerzeichen.",
            }
        return rule | {
            "error_title": "Nicht in der Liste",
            "error_message": "Bitte wählen Sie einen Eintrag der Liste.",
        }
    if column.number:
        low, high = column.bounds or (-1e15, 1e15)
        message = (
            "Hier steht nur eine Zahl mit Dezimalkomma. Zeichen wie – oder . stehen als Wort in „zeichen“."
        )
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": low,
            "maximum": high,
            "error_title": "Keine passende Zahl",
            "error_message": message,
            **shown,
        }
    return None


def _hints(sheet: Any, hints: Sequence[str]) -> None:
    sheet.set_column(0, 0, 110)
    for row, text in enumerate(hints):
        sheet.write_string(row, 0, text)
    sheet.protect()
