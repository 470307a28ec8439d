"""What a comparison of two Reports holds: each change with both values and its place on the later side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lagebild.findings import MeasureState
from lagebild.model import Measure, Observation, Place, Report, Revision, StatusEntry

ADDED = "neu"
REMOVED = "entfernt"
CHANGED = "geaendert"
_FIGURE_COLUMNS = ("wert", "zaehler", "nenner", "zeichen")
"""Columns that are the figure; the rest says where it comes from."""


def kind_of_change(before: object | None, after: object | None) -> str:
    """neu | entfernt | geaendert, from what was and what is."""
    if before is None:
        return ADDED
    return REMOVED if after is None else CHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a thing."""

    key: str
    """The key as the planner writes it."""
    title: str
    """Its title for readers."""
    before: Any
    after: Any
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """One figure, by territory, period and breakdown."""

    indicator: str
    before: Observation | None
    after: Observation | None
    columns: tuple[str, ...]
    """Columns that differ: wert, zaehler, nenner, zeichen, quelle, anmerkung."""
    place: Place
    reason: Revision | None
    """The revision that was added with the change and covers it."""

    @property
    def kind(self) -> str:
        """neu | entfernt | geaendert."""
        return kind_of_change(self.before, self.after)

    @property
    def figure(self) -> Observation:
        """The figure as it stands, or as it stood before it was removed."""
        figure = self.after or self.before
        assert figure is not None
        return figure

    @property
    def difference(self) -> float | None:
        """After minus before, in the indicator's unit; percentage points for shares."""
        if not (self.before and self.after) or self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def unexplained(self) -> bool:
        """Whether a published figure changed or vanished without a reason; filling a gap needs none."""
        had_figure = self.before is not None and self.before.value is not None
        touched = self.kind == REMOVED or any(column in _FIGURE_COLUMNS for column in self.columns)
        return had_figure and touched and self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One status entry of a measure, by its number."""

    measure: str
    before: StatusEntry | None
    after: StatusEntry | None
    fields: tuple[FieldChange, ...]
    place: Place

    @property
    def kind(self) -> str:
        """neu | entfernt | geaendert; a correction is a new entry whose `corrects` names another."""
        return kind_of_change(self.before, self.after)

    @property
    def number(self) -> int:
        """The number of the entry."""
        entry = self.after or self.before
        assert entry is not None
        return entry.number


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """One measure: its entries one by one, everything else as fields."""

    id: str
    before: Measure | None
    after: Measure | None
    fields: tuple[FieldChange, ...]
    """`termine`, `zustaendig`, `strategiebezug` and all other keys but `verlauf`."""
    entries: tuple[EntryChange, ...]
    reordered: bool
    """Whether entries that both sides have stand in another order."""
    place: Place

    @property
    def kind(self) -> str:
        """neu | entfernt | geaendert."""
        return kind_of_change(self.before, self.after)

    @property
    def measure(self) -> Measure:
        """The measure as it stands, or as it stood before it was removed."""
        measure = self.after or self.before
        assert measure is not None
        return measure


@dataclass(frozen=True, slots=True, kw_only=True)
class NounChange:
    """Anything else that a planner writes down: definitions, decisions, sources, words, territories."""

    sort: str
    """Which kind of thing, in German: indikator, beschluss, quelle, akteur, gebiet …"""
    id: str
    title: str
    before: Any
    after: Any
    fields: tuple[FieldChange, ...]
    place: Place

    @property
    def kind(self) -> str:
        """neu | entfernt | geaendert."""
        return kind_of_change(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """What the board says of a measure."""

    measure: str
    aspect: str
    """stand (the class of the board) | phase | termin."""
    before: MeasureState
    after: MeasureState
    by_time: bool
    """Whether the measure itself is unchanged and only the days differ."""

    @property
    def values(self) -> tuple[str | None, str | None]:
        """The codes before and after."""
        return self._value(self.before), self._value(self.after)

    def _value(self, state: MeasureState) -> str | None:
        if self.aspect == "termin":
            return state.schedule.result
        return state.phase if self.aspect == "phase" else state.board_class


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChange:
    """A count of the board, with its denominators."""

    group: str
    """gesamt | stand | termin | strategiebezug | handlungsfeld."""
    code: str
    """Which class; for fields `field/class`; empty for the total."""
    before: int
    after: int
    before_of: int
    after_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """What is said about an indicator."""

    indicator: str
    sort: str
    """trend | vergleich | bewertung | rang."""
    subject: tuple[str, ...]
    """What it is about: the territory, then the breakdown codes, the other territory or the target."""
    before: str | None
    """The codes of the published JSON; None where nothing was said."""
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """What the page of an indicator says in words."""

    indicator: str
    gone: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that changed from one Report to another."""

    before: Report
    after: Report
    figures: tuple[FigureChange, ...]
    measures: tuple[MeasureChange, ...]
    nouns: tuple[NounChange, ...]
    states: tuple[StateChange, ...]
    counts: tuple[CountChange, ...]
    findings: tuple[FindingChange, ...]
    sentences: tuple[SentenceChange, ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any(self.parts())

    def parts(self) -> Iterable[tuple[Any, ...]]:
        """The changes, kind by kind."""
        return (
            self.figures, self.measures, self.nouns, self.states, self.counts, self.findings, self.sentences
        )  # fmt: skip

    def of_sort(self, sort: str) -> tuple[NounChange, ...]:
        """The changes of one kind of thing."""
        return tuple(change for change in self.nouns if change.sort == sort)
