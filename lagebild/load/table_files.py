"""CSV files of a package → territories, keys, units, codes and figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lagebild.load import layout
from lagebild.load.encoding import decode
from lagebild.load.headers import DELIMITER
from lagebild.load.package import Package
from lagebild.load.rows import FigureColumns, Rows, read_codes, read_figures
from lagebild.load.secrecy import may_be_secret, without_values
from lagebild.load.table_schemas import columns_between
from lagebild.load.tables import read_table
from lagebild.model import Code, Indicator, Observation, Source, Table
from lagebild.problems import Problem, error

ReadRows = Callable[[Table], Rows]


def read_nouns(package: Package, path: str, columns: layout.Columns, read: ReadRows) -> tuple[Any, ...]:
    """The nouns of a table in the order of its rows."""
    table = _table(package, path, columns)
    if table is None:
        return ()
    rows = read(table)
    package.note(rows.problems, unread="" if rows.complete else path)
    return rows.nouns


def read_by_key(
    package: Package, path: str, columns: layout.Columns, read: ReadRows, *, key: str
) -> dict[str, Any]:
    """The nouns of a table under their ids, which no two rows may share."""
    found: dict[str, Any] = {}
    for noun in read_nouns(package, path, columns, read):
        if (ident := getattr(noun, key)) in found:
            package.note([_doubled(package.tables[path], key, noun, found[ident])])
        else:
            found[ident] = noun
    return found


def _doubled(table: Table, key: str, noun: Any, first: Any) -> Problem:
    ident = getattr(noun, key)
    message = f"„{ident}“ gibt es schon (Zelle {table.place(first.row, key).cell})."
    remedy = "Löschen Sie eine der beiden Zeilen."
    return error("kennung-doppelt", table.place(noun.row, key), message, remedy, ident)


def read_code_lists(package: Package) -> dict[str, dict[str, Code]]:
    """The codes of every breakdown."""
    return {
        ident: read_by_key(package, path, layout.CODE_COLUMNS, read_codes, key="code")
        for path, ident in package.matching(layout.CODE_LIST_FILE)
        if path != layout.UNITS
    }


def read_all_figures(
    package: Package, indicators: Mapping[str, Indicator], sources: Mapping[str, Source]
) -> dict[str, tuple[Observation, ...]]:
    """The figures of every table; a definition without table, or a table without definition, is an error."""
    tables = {ident: path for path, ident in package.matching(layout.FIGURES_FILE)}
    for indicator in indicators.values():
        if indicator.id not in tables:
            package.absent(indicator.table, f"Zum Indikator „{indicator.id}“ fehlt die Tabelle mit Werten.")
    for ident in tables:
        path = f"data/indikatoren/{ident}/indikator.yaml"
        if path not in package.files:
            package.absent(path, f"Zur Tabelle „{ident}/werte.csv“ fehlt die Beschreibung des Indikators.")
    return {ident: _figures(package, path, indicators.get(ident), sources) for ident, path in tables.items()}


def _figures(
    package: Package, path: str, indicator: Indicator | None, sources: Mapping[str, Source]
) -> tuple[Observation, ...]:
    breakdowns = _breakdowns(package, path, indicator)
    table = _table(package, path, layout.figure_columns(breakdowns))
    if table is None:
        return ()
    rows = read_figures(table, FigureColumns(breakdowns=breakdowns, sources=sources))
    package.note(without_values(rows.problems) if may_be_secret(indicator) else rows.problems)
    return rows.nouns


def _breakdowns(package: Package, path: str, indicator: Indicator | None) -> tuple[str, ...]:
    """As the indicator declares them; where it cannot be read, as the table's own header suggests."""
    if indicator is not None:
        return tuple(breakdown.id for breakdown in indicator.breakdowns)
    first = (decode(path, package.files[path]).text or "").splitlines()[:1]
    return tuple(columns_between(first[0].split(DELIMITER))) if first else ()


def _table(package: Package, path: str, columns: layout.Columns) -> Table | None:
    if path not in package.files:
        return None
    read = read_table(path, package.files[path], columns)
    package.note(read.problems, unread="" if read.complete else path)
    if read.table is not None:
        package.tables[path] = read.table
    return read.table
