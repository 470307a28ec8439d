"""Figures in our own form: a filled-in template, or a table that a spreadsheet saved, as CSV or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.intake.columns import between
from lagebild.intake.grid import Grid
from lagebild.intake.tidy import tidy
from lagebild.load.layout import figure_columns
from lagebild.load.rows import FigureColumns, read_figures
from lagebild.load.tables import read_table
from lagebild.model import Indicator, Observation, Report
from lagebild.problems import Problem, Severity

CONTROL = "kontrolle"
"""The column of a template in which formulas watch the row; it is not read."""
_TOLD_TWICE = "gebiet_name"
"""A column of our downloads that repeats what the id says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigures:
    """Figures that were read from our own form."""

    indicator: Indicator
    figures: tuple[Observation, ...]
    problems: tuple[Problem, ...]

    @property
    def are_usable(self) -> bool:
        """Whether every row could be read."""
        return not any(p.severity is Severity.ERROR for p in self.problems)


def own_indicators(grids: Sequence[Grid], report: Report) -> tuple[tuple[Grid, tuple[Indicator, ...]], ...]:
    """Sheets in our own form, with the indicators that have just these breakdowns."""
    found = []
    for grid in grids:
        header = _header(grid)
        if {"gebiet", "zeit", "wert"} <= set(header):
            parts = tuple(b for b in between(header) if b != _TOLD_TWICE)
            fitting = [i for i in report.indicators.values() if tuple(b.id for b in i.breakdowns) == parts]
            found.append((grid, tuple(fitting)))
    return tuple(found)


def read_own(file: str, grid: Grid, indicator: Indicator, report: Report) -> OwnFigures:
    """Read one sheet as figures of an indicator; what spreadsheets do to cells is tidied first."""
    content = _as_csv(grid)
    tidied = tidy(indicator.table, content, report.sources)
    columns = figure_columns(tuple(b.id for b in indicator.breakdowns))
    table = read_table(file, tidied.after, columns)
    if table.table is None:
        return OwnFigures(indicator=indicator, figures=(), problems=table.problems)
    known = FigureColumns(breakdowns=tuple(b.id for b in indicator.breakdowns), sources=report.sources)
    rows = read_figures(table.table, known)
    problems = (*table.problems, *rows.problems)
    return OwnFigures(indicator=indicator, figures=tuple(rows.nouns), problems=tuple(dict.fromkeys(problems)))


def _header(grid: Grid) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in grid.rows[0]) if grid.rows else ()


def _as_csv(grid: Grid) -> bytes:
    """The sheet as a table of ours: without the columns that only explain, without rows that nobody filled
    in.
    """
    header = _header(grid)
    kept = [n for n, name in enumerate(header) if name and name not in (CONTROL, _TOLD_TWICE)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([row[n] for n in kept] for row in _filled(grid, kept))
    return ("\ufeff" + out.getvalue()).encode()


def _filled(grid: Grid, kept: Sequence[int]) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(grid.rows):
        if number == 0 or any(row[n] for n in kept):
            yield row
