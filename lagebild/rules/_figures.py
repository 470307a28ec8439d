"""A figure beside everything a rule asks of it: its indicator, its unit and its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import Indicator, Observation, Place, Report, Table, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a `werte.csv`."""

    observation: Observation
    table: Table
    indicator: Indicator
    unit: Unit | None
    """None where the indicator names a unit that does not exist."""

    def at(self, column: str) -> Place:
        """The cell of a column."""
        return self.table.place(self.observation.row, column)

    def text(self, column: str) -> str:
        """What stands in the cell of a column."""
        return self.table.cell(self.observation.row, column)


def figures_of(report: Report, indicator: Indicator) -> Iterator[Figure]:
    """The figures of one indicator in the order of its table."""
    table = report.tables.get(indicator.table)
    unit = report.units.get(indicator.unit)
    if table is not None:
        for observation in report.figures.get(indicator.id, ()):
            yield Figure(observation, table, indicator, unit)


def figures(report: Report) -> Iterator[Figure]:
    """The figures of every indicator that could be read."""
    for indicator in report.indicators.values():
        yield from figures_of(report, indicator)
