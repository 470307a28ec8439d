"""What kind of cell each column of the planner's tables holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lagebild.load import layout
from lagebild.load.cells import Cell, read_day, read_id, read_number, read_period, read_text
from lagebild.load.layout import Columns

Read = Callable[[str], Cell[Any]]

_DAYS = ("gueltig_von", "gueltig_bis")
_TEXTS = ("name", "hinweis", "anmerkung", "zeichen")


def columns_of(path: str, header: Sequence[str]) -> Columns | None:
    """The columns that a table may have, by its place in the package, else by its heading; None where
    unknown.
    """
    fixed = {
        layout.TERRITORIES: layout.TERRITORY_COLUMNS,
        layout.TERRITORY_KEYS: layout.KEY_COLUMNS,
        layout.UNITS: layout.UNIT_COLUMNS,
    }
    if path in fixed:
        return fixed[path]
    if layout.CODE_LIST_FILE.fullmatch(path):
        return layout.CODE_COLUMNS
    return layout.figure_columns(between(header)) if holds_figures(path, header) else None


def holds_figures(path: str, header: Sequence[str]) -> bool:
    """Whether a table is one of figures."""
    return bool(layout.FIGURES_FILE.fullmatch(path)) or {"gebiet", "zeit", "wert"} <= set(header)


def between(header: Sequence[str]) -> tuple[str, ...]:
    """The columns between `zeit` and `wert`: the breakdowns."""
    if "zeit" not in header or "wert" not in header:
        return ()
    return tuple(name for name in header[header.index("zeit") + 1 : header.index("wert")] if name.strip())


def readers(columns: Columns) -> Mapping[str, Read]:
    """Column → how a cell of it is read. Signs of figures are read with the signs of their source instead."""
    return {name: _reader(name, columns) for name in columns.all}


def _reader(name: str, columns: Columns) -> Read:
    if name in columns.numbers:
        return read_number
    if name in _DAYS:
        return read_day
    if name == "zeit":
        return read_period
    return read_text if name in _TEXTS else read_id
