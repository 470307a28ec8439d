"""From a file that a planner has, to what it would change in the data: nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lagebild.intake import next_source
from lagebild.intake.assigning import Assigned, Assigning, missing_columns
from lagebild.intake.difference import Difference, difference
from lagebild.intake.grid import Grid, UnreadableError, read_grids
from lagebild.intake.mapping import ImportMapping, TableRule, indicator_of, path_of, read_mapping
from lagebild.intake.merging import merged
from lagebild.intake.own_form import own_indicators, read_own
from lagebild.intake.printed_times import read_time
from lagebild.intake.published import Published
from lagebild.intake.reading import read_published
from lagebild.intake.territories import Territories
from lagebild.intake.yaml_places import with_entry
from lagebild.model import Indicator, Place, Report, Source
from lagebild.problems import Problem, Severity, error, warning

SOURCES = "data/quellen.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the planner said on the command line."""

    indicator: str | None = None
    mapping: tuple[str, bytes] | None = None
    """Name and content of a mapping that lies elsewhere."""
    source: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a file would change in one indicator."""

    indicator: Indicator
    source: str
    difference: Difference
    assigned: Assigned | None
    """None for figures in our own form."""
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    """Path → content of every file that would be written."""

    @property
    def stops(self) -> bool:
        """Whether something keeps it from being written."""
        return any(p.severity is Severity.ERROR for p in self.problems)


class NoMappingError(Exception):
    """No mapping fits the file; it carries what the file holds, so that one can be written."""

    def __init__(self, published: tuple[Published, ...], problems: tuple[Problem, ...] = ()) -> None:
        super().__init__("Keine Zuordnung passt zu dieser Datei.")
        self.published = published
        self.problems = problems


class Importing:
    """One file held against a package."""

    def __init__(self, report: Report, files: Mapping[str, bytes], file: str, wish: Wish) -> None:
        self._report = report
        self._files = files
        self._file = file
        self._wish = wish
        self._read: dict[object, tuple[Published, ...]] = {}
        self.mapping_problems: tuple[Problem, ...] = ()
        """What is wrong with mappings that were asked."""

    def proposals(self, content: bytes) -> tuple[Proposal, ...]:
        """What the file would change, one proposal per indicator that it has figures for."""
        own = own_indicators(read_grids(content), self._report)
        if own:
            return tuple(self._own(own))
        rules, self.mapping_problems = self._rules()
        found: dict[str, list[Proposal]] = {}
        for indicator, rule in rules:
            if (proposal := self._official(content, indicator, rule)) is not None:
                found.setdefault(indicator.id, []).append(proposal)
        if not found:
            raise NoMappingError(self._published(content, ()), self.mapping_problems)
        return tuple(_likeliest(several) for several in found.values())

    def _rules(self) -> tuple[list[tuple[Indicator, TableRule]], tuple[Problem, ...]]:
        """Every rule of every mapping that is asked, with its indicator."""
        problems: list[Problem] = []
        found: list[tuple[Indicator, TableRule]] = []
        for ident, path, content in self._mappings():
            read = read_mapping(path, content)
            problems += read.problems
            indicator = self._report.indicators.get(ident)
            if read.mapping is not None and indicator is not None:
                found += [(indicator, rule) for rule in self._asked(read.mapping)]
        return found, tuple(problems)

    def _asked(self, mapping: ImportMapping) -> tuple[TableRule, ...]:
        """The rules of a mapping; only those of the source that the planner names, if it has any."""
        named = tuple(rule for rule in mapping.tables if rule.source == self._wish.source)
        return named or mapping.tables

    def _mappings(self) -> Iterator[tuple[str, str, bytes]]:
        wanted = self._wish.indicator
        if self._wish.mapping and wanted:
            yield wanted, *self._wish.mapping
            return
        for path in sorted(self._files):
            ident = indicator_of(path)
            if ident and wanted in (None, ident):
                yield ident, path, self._files[path]

    def _official(self, content: bytes, indicator: Indicator, rule: TableRule) -> Proposal | None:
        tables = self._published(content, rule.territories)
        named = rule.source == self._wish.source
        published = next(
            (one for one in tables if rule.has_columns(one) and (named or rule.recognises(one, self._file))),
            None,
        )
        if published is None:
            return None
        source, fresh = self._source(rule, published)
        assigning = Assigning(self._report, indicator, rule, file=self._file, source=source)
        assigned = assigning.assign(published, time=self._wish.time)
        problems = [*assigned.problems, *self._lacking(indicator, rule, published, source)]
        change = difference(self._report.figures.get(indicator.id, ()), assigned.figures, whole_rows=False)
        files = self._written(indicator, change)
        if fresh and source and files:
            files[SOURCES] = with_entry(self._files[SOURCES], source)
        return Proposal(
            indicator=indicator,
            source=source.id if source else rule.source,
            difference=change,
            assigned=assigned,
            problems=tuple(problems),
            files=files,
        )

    def _published(self, content: bytes, own: tuple[tuple[str, str], ...]) -> tuple[Published, ...]:
        """The tables of the file; `own` are territories that only a mapping knows."""
        if own not in self._read:
            self._read[own] = read_published(content, Territories(self._report, dict(own)))
        return self._read[own]

    def _source(self, rule: TableRule, published: Published) -> tuple[Source | None, bool]:
        """The source of the figures, and whether it is a new entry."""
        times = [read_time(f.time) for f in published.figures]
        ident = self._wish.source or next_source.source_id(rule.source, times)
        if known := self._report.sources.get(ident):
            return known, False
        model = self._report.sources.get(rule.source_like or "")
        return (next_source.like(model, ident, published.status), True) if model else (None, False)

    def _lacking(
        self, indicator: Indicator, rule: TableRule, published: Published, source: Source | None
    ) -> Iterator[Problem]:
        place = Place(file=path_of(indicator.id))
        if source is None:
            yield error(
                "quelle-unbekannt",
                place,
                f"Die Quelle „{self._wish.source or rule.source}“ steht nicht in quellen.yaml.",
                "Tragen Sie die Quelle ein, nennen Sie eine andere mit --quelle, oder nennen Sie "
                "in import.yaml unter "
                "„quelle_wie“ eine ähnliche.",
            )
        for heading in missing_columns([published], rule):
            yield warning(
                "spalte-fehlt",
                place,
                f"Die Spalte „{heading}“ fehlt in der Datei; ihre Werte bleiben, wie sie sind.",
                "Heißt sie nun anders, ergänzen Sie in import.yaml die neue Schreibweise: [alt, neu].",
            )

    def _own(self, own: tuple[tuple[Grid, tuple[Indicator, ...]], ...]) -> Iterator[Proposal]:
        for grid, fitting in own:
            indicator = self._chosen(fitting)
            read = read_own(self._file, grid, indicator, self._report)
            known = self._report.figures.get(indicator.id, ())
            change = difference(known, read.figures, whole_rows=True)
            yield Proposal(
                indicator=indicator,
                source="",
                difference=change,
                assigned=None,
                problems=read.problems,
                files=self._written(indicator, change) if read.are_usable else {},
            )

    def _chosen(self, fitting: tuple[Indicator, ...]) -> Indicator:
        """The indicator of a table in our form: as asked, else by the file's name, else the only one that
        fits.
        """
        wanted = self._wish.indicator
        if wanted:
            if wanted not in self._report.indicators:
                raise UnreadableError(f"Den Indikator „{wanted}“ gibt es nicht.")
            return self._report.indicators[wanted]
        named = [i for i in fitting if i.id in self._file]
        best = max(named, key=lambda i: len(i.id), default=None)
        if best is None and len(fitting) == 1:
            best = fitting[0]
        if best is None:
            raise UnreadableError("Nennen Sie den Indikator, zu dem die Werte gehören: --indikator KENNUNG.")
        return best

    def _written(self, indicator: Indicator, change: Difference) -> dict[str, bytes]:
        if not change.changes_anything:
            return {}
        return {indicator.table: merged(self._report, indicator, self._files.get(indicator.table), change)}


def _likeliest(several: list[Proposal]) -> Proposal:
    """Of several sources that a file may be: the only one without contradictions, else none without being
    named.
    """
    sound = [p for p in several if not p.stops]
    if len(sound) == 1 or len(several) == 1:
        return (sound or several)[0]
    names = " oder ".join(f"--quelle {p.source}" for p in sound or several)
    place = Place(file=path_of(several[0].indicator.id))
    message = "Die Datei kann zu mehreren Quellen gehören, und ihre Werte unterscheiden sich je nach Ausgabe."
    unclear = error("quelle-unklar", place, message, f"Nennen Sie die Quelle: {names}.")
    return replace((sound or several)[0], problems=(unclear,), files={})
