"""The Report: everything that is in `data/`, on one day, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lagebild.model.indicators import Code, Indicator, Observation, Unit
from lagebild.model.measures import Measure
from lagebild.model.places import Place
from lagebild.model.site import Site
from lagebild.model.sources import Actor, ContextFigure, Revision, Source, Term
from lagebild.model.strategy import (
    ActionField,
    Conflict,
    Decision,
    Event,
    FundingPeriod,
    Goal,
    PublishedReport,
    Recommendation,
    Release,
    ResponsibilityChange,
    StrategyMilestone,
)
from lagebild.model.territories import Boundaries, Territory, TerritoryKey

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def column_letter(number: int) -> str:
    """The heading a spreadsheet gives to a column, counted from 1: 3 → C, 28 → AB."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = _LETTERS[rest] + letters
    return letters


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One record of a CSV file, cells as text."""

    line: int
    """Line in the file on which the record begins, counted from 1."""
    number: int
    """Row as a spreadsheet shows it, counted from 1; parts from `line` after cells with line breaks."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV file as text: what rules on form look at."""

    file: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def place(self, row: int, column: str | None = None) -> Place:
        """The place of a cell: `row` is the index in `rows`, `column` a heading."""
        record = self.rows[row]
        if column is None or column not in self.header:
            return Place(file=self.file, line=record.line)
        number = self.header.index(column) + 1
        return Place(
            file=self.file, line=record.line, column=number, cell=f"{column_letter(number)}{record.number}",
            field=column,
        )  # fmt: skip

    def cell(self, row: int, column: str) -> str:
        """The text of a cell; empty where the row is too short or the column is absent."""
        if column not in self.header:
            return ""
        cells = self.rows[row].cells
        index = self.header.index(column)
        return cells[index] if index < len(cells) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that is known on `day`. All mappings keep the order of their files."""

    day: date
    """The day the site speaks of: build date, never the clock."""
    commit: str = ""
    """Commit the data was read from, if any."""
    site: Site
    territories: Mapping[str, Territory] = field(default_factory=dict)
    territory_keys: tuple[TerritoryKey, ...] = ()
    boundaries: tuple[Boundaries, ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)
    code_lists: Mapping[str, Mapping[str, Code]] = field(default_factory=dict)
    """Breakdown id → code → its name and place."""
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    figures: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    """Indicator id → its observations in file order."""
    measures: Mapping[str, Measure] = field(default_factory=dict)
    fields: Mapping[str, ActionField] = field(default_factory=dict)
    """Sorted by `reihenfolge`."""
    goals: Mapping[str, Goal] = field(default_factory=dict)
    recommendations: Mapping[str, Recommendation] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    milestones: tuple[StrategyMilestone, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    funding_periods: tuple[FundingPeriod, ...] = ()
    responsibility_changes: tuple[ResponsibilityChange, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reports: Mapping[str, PublishedReport] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    context: tuple[ContextFigure, ...] = ()
    revisions: tuple[Revision, ...] = ()
    glossary: tuple[Term, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    """Path → the CSV file as text."""
    catalogue: Mapping[str, Any] | None = None
    """`datapackage.json` as it stands in the package; None where it is absent or unreadable."""
    unread: frozenset[str] = frozenset()
    """Paths that exist but could not be read: what they define counts as known, so that one broken file
    does not make every reference to it an error."""

    def source_of(self, observation: Observation) -> Source | None:
        """The source of a figure."""
        return self.sources.get(observation.source)

    def unit_of(self, indicator: Indicator) -> Unit:
        """The unit of an indicator; a report without problems has it."""
        return self.units[indicator.unit]
