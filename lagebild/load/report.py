"""From the bytes of a data package to the Report, with every problem that reading meets.

Nothing stops at the first problem: a file that cannot be read is remembered in `Report.unread`, and
everything else is loaded, so that all problems show at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.load import layout
from lagebild.load.boundaries import read_boundaries
from lagebild.load.catalogue import REFRESH, catalogue_problems
from lagebild.load.encoding import decode
from lagebild.load.headers import DELIMITER
from lagebild.load.inventory import missing_files, unknown_files
from lagebild.load.layout import ListFile
from lagebild.load.nouns import read_noun
from lagebild.load.rows import (
    FigureColumns,
    Rows,
    read_codes,
    read_figures,
    read_territories,
    read_territory_keys,
    read_units,
)
from lagebild.load.table_schemas import columns_between
from lagebild.load.tables import read_table
from lagebild.load.yaml_events import YamlFile, read_yaml
from lagebild.model import (
    ID_KEY,
    Boundaries,
    Code,
    Indicator,
    Measure,
    Noun,
    Observation,
    Place,
    Report,
    Site,
    Source,
    Table,
)
from lagebild.problems import Problem, error, notice, warning


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data package says."""

    report: Report | None
    """None only if `seite.yaml` cannot be used."""
    problems: tuple[Problem, ...] = ()


def load_report(files: Mapping[str, bytes], *, day: date, commit: str = "") -> Loaded:
    """Read a data package as of `day`; `files` maps paths below its root to their bytes."""
    return _Loading(files).report(day, commit)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: p.order))


class _Loading:
    """One reading of a data package: gathers problems and what could not be read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.problems: list[Problem] = [*missing_files(files), *unknown_files(files)]
        self.unread = {path for path in layout.REQUIRED if path not in files}
        self.tables: dict[str, Table] = {}

    def report(self, day: date, commit: str) -> Loaded:
        site = self._noun(layout.SITE, Site)
        lists = {f.attribute: self._list(f) for f in layout.LIST_FILES}
        lists["fields"] = dict(sorted(lists["fields"].items(), key=lambda item: item[1].order))
        territories = self._by_key(layout.TERRITORIES, layout.TERRITORY_COLUMNS, read_territories, "id")
        keys = self._rows(layout.TERRITORY_KEYS, layout.KEY_COLUMNS, read_territory_keys).nouns
        units = self._by_key(layout.UNITS, layout.UNIT_COLUMNS, read_units, "code")
        indicators = self._indicators()
        figures = {
            id: self._figures(id, indicators.get(id), lists["sources"]) for id in self._figure_ids(indicators)
        }
        parts: dict[str, Any] = {
            "territories": territories,
            "territory_keys": keys,
            "units": units,
            "indicators": indicators,
            "figures": figures,
            "code_lists": self._code_lists(),
            "measures": self._measures(),
            "boundaries": self._boundaries(),
            "catalogue": self._catalogue(),
            **lists,
        }
        if not isinstance(site, Site):
            return Loaded(None, _in_order(self.problems))
        tables = dict(sorted(self.tables.items()))
        report = Report(
            day=day, commit=commit, site=site, tables=tables, unread=frozenset(self.unread), **parts
        )
        return Loaded(report, _in_order([*self.problems, *catalogue_problems(report)]))

    def _yaml(self, path: str) -> YamlFile:
        read = read_yaml(path, self.files[path])
        self.problems += read.problems
        if not read.readable:
            self.unread.add(path)
        return read

    def _noun(self, path: str, noun: type[Noun], id: str | None = None) -> Noun | None:
        """The one noun of a file whose top level is a mapping."""
        if path not in self.files:
            return None
        source = self._yaml(path)
        if not source.readable:
            return None
        data = source.data
        if isinstance(data, dict) and id is not None:
            data = {**data, ID_KEY: id}
        validated = read_noun(noun, data, source, Place(file=path, line=1))
        self.problems += validated.problems
        if validated.noun is None:
            self.unread.add(path)
        return validated.noun

    def _list(self, file: ListFile) -> Any:
        """The entries of a list file, by id where they have one that others name."""
        entries = self._entries(file) if file.path in self.files else []
        return self._by_id(file.path, entries) if file.by_id else tuple(entries)

    def _entries(self, file: ListFile) -> list[Any]:
        source = self._yaml(file.path)
        if source.data is None:
            if file.required and source.readable:
                self.problems.append(
                    error(
                        "angabe-fehlt",
                        Place(file=file.path, line=1),
                        "Die Datei ist leer.",
                        "Tragen Sie mindestens einen Eintrag ein.",
                    )
                )
            return []
        if not isinstance(source.data, list):
            self.unread.add(file.path)
            self.problems.append(_no_list(file.path))
            return []
        return [
            noun
            for index, item in enumerate(source.data)
            if (noun := self._entry(file, item, source, source.place(file.path, index))) is not None
        ]

    def _entry(self, file: ListFile, item: Any, source: YamlFile, place: Place) -> Noun | None:
        validated = read_noun(file.noun, item, source, place)
        self.problems += validated.problems
        if validated.noun is None:
            self.unread.add(file.path)
        return validated.noun

    def _by_id(self, path: str, entries: Iterable[Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for entry in entries:
            if entry.id in found:
                first = found[entry.id].origin.line
                self.problems.append(
                    error(
                        "kennung-doppelt",
                        entry.origin.at("id"),
                        f"Die Kennung „{entry.id}“ gibt es schon (Zeile {first}).",
                        "Geben Sie dem Eintrag eine eigene Kennung.",
                        entry.id,
                    )
                )
            else:
                found[entry.id] = entry
        return found

    def _indicators(self) -> dict[str, Indicator]:
        return self._nouns_of_files(layout.INDICATOR_FILE, Indicator)

    def _measures(self) -> dict[str, Measure]:
        return self._nouns_of_files(layout.MEASURE_FILE, Measure)

    def _nouns_of_files(self, pattern: Any, noun: type[Noun]) -> dict[str, Any]:
        """One noun per file, under the id that the path gives."""
        found: dict[str, Any] = {}
        for path in sorted(self.files):
            named = pattern.fullmatch(path)
            if named and (read := self._noun(path, noun, named[1])) is not None:
                found[named[1]] = read
        return found

    def _table(self, path: str, columns: layout.Columns) -> Table | None:
        if path not in self.files:
            return None
        read = read_table(path, self.files[path], columns)
        self.problems += read.problems
        if not read.complete:
            self.unread.add(path)
        if read.table is not None:
            self.tables[path] = read.table
        return read.table

    def _rows(self, path: str, columns: layout.Columns, read: Any) -> Rows:
        table = self._table(path, columns)
        if table is None:
            return Rows()
        rows: Rows = read(table)
        self.problems += rows.problems
        if not rows.complete:
            self.unread.add(path)
        return rows

    def _by_key(self, path: str, columns: layout.Columns, read: Any, key: str) -> dict[str, Any]:
        """The nouns of a table under their ids, which no two rows may share."""
        found: dict[str, Any] = {}
        for noun in self._rows(path, columns, read).nouns:
            if (id := getattr(noun, key)) in found:
                first = self.tables[path].place(found[id].row, key).cell
                self.problems.append(
                    error(
                        "kennung-doppelt",
                        self.tables[path].place(noun.row, key),
                        f"„{id}“ gibt es schon (Zelle {first}).",
                        "Löschen Sie eine der beiden Zeilen.",
                        id,
                    )
                )
            else:
                found[id] = noun
        return found

    def _code_lists(self) -> dict[str, dict[str, Code]]:
        return {
            named[1]: self._by_key(path, layout.CODE_COLUMNS, read_codes, "code")
            for path in sorted(self.files)
            if path != layout.UNITS and (named := layout.CODE_LIST_FILE.fullmatch(path))
        }

    def _figure_ids(self, indicators: Mapping[str, Indicator]) -> list[str]:
        """Indicators with figures; a definition without table, or a table without definition, is an error."""
        tables = [named[1] for path in sorted(self.files) if (named := layout.FIGURES_FILE.fullmatch(path))]
        for indicator in indicators.values():
            if indicator.id not in tables:
                self._absent(
                    indicator.table, f"Zum Indikator „{indicator.id}“ fehlt die Tabelle mit den Werten."
                )
        for id in tables:
            path = f"data/indikatoren/{id}/indikator.yaml"
            if path not in self.files:
                self._absent(path, f"Zur Tabelle „{id}/werte.csv“ fehlt die Beschreibung des Indikators.")
        return tables

    def _absent(self, path: str, message: str) -> None:
        self.unread.add(path)
        self.problems.append(error("datei-fehlt", Place(file=path), message, "Legen Sie die Datei an."))

    def _figures(
        self, id: str, indicator: Indicator | None, sources: Mapping[str, Source]
    ) -> tuple[Observation, ...]:
        path = f"data/indikatoren/{id}/werte.csv"
        breakdowns = tuple(b.id for b in indicator.breakdowns) if indicator else self._columns_between(path)
        table = self._table(path, layout.figure_columns(breakdowns))
        if table is None:
            return ()
        rows = read_figures(table, FigureColumns(breakdowns=breakdowns, sources=sources))
        self.problems += rows.problems
        return rows.nouns

    def _columns_between(self, path: str) -> tuple[str, ...]:
        """The breakdowns of a table whose indicator cannot be read."""
        first = (decode(path, self.files[path]).text or "").splitlines()[:1]
        return tuple(columns_between(first[0].split(DELIMITER))) if first else ()

    def _boundaries(self) -> tuple[Boundaries, ...]:
        found = []
        for path in sorted(self.files):
            if layout.BOUNDARY_FILE.fullmatch(path):
                boundaries, problems = read_boundaries(path, self.files[path])
                self.problems += problems
                if boundaries is None:
                    self.unread.add(path)
                else:
                    found.append(boundaries)
        return tuple(found)

    def _catalogue(self) -> Mapping[str, Any] | None:
        """`datapackage.json` as it stands; it is derived from the data and never stops a build."""
        place = Place(file=layout.CATALOGUE)
        if layout.CATALOGUE not in self.files:
            self.problems.append(notice("katalog", place, "Der Katalog datapackage.json fehlt.", REFRESH))
            return None
        try:
            data = json.loads(self.files[layout.CATALOGUE])
        except (ValueError, RecursionError):
            data = None
        if not isinstance(data, dict):
            self.problems.append(
                warning("katalog", place, "Der Katalog datapackage.json ist kein gültiges JSON.", REFRESH)
            )
            return None
        return data


def _no_list(path: str) -> Problem:
    return error(
        "angabe-form",
        Place(file=path, line=1),
        "Die Datei enthält keine Liste.",
        "Beginnen Sie jeden Eintrag mit „- “, zum Beispiel: - id: beispiel.",
    )
