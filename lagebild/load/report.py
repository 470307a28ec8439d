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
from lagebild.load.inventory import missing_files, unknown_files
from lagebild.load.noun_files import read_each, read_list, read_single
from lagebild.load.package import Package
from lagebild.load.rows import read_territories, read_territory_keys, read_units
from lagebild.load.table_files import read_all_figures, read_by_key, read_code_lists, read_nouns
from lagebild.model import Boundaries, Indicator, Measure, Place, Report, Site
from lagebild.problems import Problem, notice, warning


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data package says."""

    report: Report | None
    """None only if `seite.yaml` cannot be used."""
    problems: tuple[Problem, ...] = ()


def load_report(files: Mapping[str, bytes], *, day: date, commit: str = "") -> Loaded:
    """Read a data package as of `day`; `files` maps paths below its root to their bytes."""
    package = Package(files)
    missing = {path for path in layout.REQUIRED if path not in files}
    package.unread |= missing
    package.note([*missing_files(files), *unknown_files(files)])
    site = read_single(package, layout.SITE, Site)
    parts = {**_strategy(package), **_places(package)}
    parts["indicators"] = read_each(package, layout.INDICATOR_FILE, Indicator)
    parts["figures"] = read_all_figures(package, parts["indicators"], parts["sources"])
    parts["measures"] = read_each(package, layout.MEASURE_FILE, Measure)
    parts["boundaries"] = _boundaries(package)
    parts["catalogue"] = _catalogue(package)
    if not isinstance(site, Site):
        return Loaded(None, _in_order(package.problems))
    tables = dict(sorted(package.tables.items()))
    unread = frozenset(package.unread)
    report = Report(day=day, commit=commit, site=site, tables=tables, unread=unread, **parts)
    return Loaded(report, _in_order([*package.problems, *catalogue_problems(report)]))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: p.order))


def _strategy(package: Package) -> dict[str, Any]:
    """Everything that stands in list files."""
    lists = {file.attribute: read_list(package, file) for file in layout.LIST_FILES}
    lists["fields"] = dict(sorted(lists["fields"].items(), key=lambda item: item[1].order))
    return lists


def _places(package: Package) -> dict[str, Any]:
    territories = layout.TERRITORY_COLUMNS
    return {
        "territories": read_by_key(package, layout.TERRITORIES, territories, read_territories, key="id"),
        "territory_keys": read_nouns(package, layout.TERRITORY_KEYS, layout.KEY_COLUMNS, read_territory_keys),
        "units": read_by_key(package, layout.UNITS, layout.UNIT_COLUMNS, read_units, key="code"),
        "code_lists": read_code_lists(package),
    }


def _boundaries(package: Package) -> tuple[Boundaries, ...]:
    found = []
    for path, _ in package.matching(layout.BOUNDARY_FILE):
        boundaries, problems = read_boundaries(path, package.files[path])
        package.note(problems, unread="" if boundaries else path)
        found.append(boundaries)
    return tuple(boundaries for boundaries in found if boundaries is not None)


def _catalogue(package: Package) -> Mapping[str, Any] | None:
    """`datapackage.json` as it stands; it is derived from the data and never stops a build."""
    place = Place(file=layout.CATALOGUE)
    if layout.CATALOGUE not in package.files:
        package.note([notice("katalog", place, "Der Katalog datapackage.json fehlt.", REFRESH)])
        return None
    try:
        data = json.loads(package.files[layout.CATALOGUE])
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        message = "Der Katalog datapackage.json ist kein gültiges JSON."
        package.note([warning("katalog", place, message, REFRESH)])
        return None
    return data
