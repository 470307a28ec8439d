"""YAML files of a package → nouns: one per file, or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lagebild.load.layout import ListFile
from lagebild.load.nouns import read_noun
from lagebild.load.package import Package
from lagebild.load.yaml_events import YamlFile, read_yaml
from lagebild.model import ID_KEY, Noun, Place
from lagebild.problems import Problem, error


def read_single(package: Package, path: str, noun: type[Noun], ident: str | None = None) -> Noun | None:
    """The noun of a file whose top level is one mapping; `ident` is what the path says of its id."""
    if path not in package.files:
        return None
    source = _yaml(package, path)
    if not source.readable:
        return None
    data = source.data
    if isinstance(data, dict) and ident is not None:
        data = {**data, ID_KEY: ident}
    return _validated(package, noun, data, source, Place(file=path, line=1))


def read_each(package: Package, pattern: re.Pattern[str], noun: type[Noun]) -> dict[str, Any]:
    """One noun for every file that fits, under the id that its path gives."""
    read = {ident: read_single(package, path, noun, ident) for path, ident in package.matching(pattern)}
    return {ident: found for ident, found in read.items() if found is not None}


def read_list(package: Package, file: ListFile) -> Any:
    """The entries of a list file, under their ids where others name them."""
    entries = _entries(package, file) if file.path in package.files else []
    return _by_id(package, entries) if file.by_id else tuple(entries)


def _yaml(package: Package, path: str) -> YamlFile:
    source = read_yaml(path, package.files[path])
    package.note(source.problems, unread="" if source.readable else path)
    return source


def _validated(package: Package, noun: type[Noun], data: Any, source: YamlFile, place: Place) -> Noun | None:
    validated = read_noun(noun, data, source, place)
    package.note(validated.problems, unread="" if validated.noun else place.file)
    return validated.noun


def _entries(package: Package, file: ListFile) -> list[Any]:
    source = _yaml(package, file.path)
    if source.data is None:
        if file.required and source.readable:
            package.note([_empty(file.path)])
        return []
    if not isinstance(source.data, list):
        package.note([_no_list(file.path)], unread=file.path)
        return []
    read = (
        _validated(package, file.noun, item, source, source.place(file.path, index))
        for index, item in enumerate(source.data)
    )
    return [noun for noun in read if noun is not None]


def _by_id(package: Package, entries: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in entries:
        if entry.id in found:
            package.note([_doubled(entry, found[entry.id])])
        else:
            found[entry.id] = entry
    return found


def _doubled(entry: Any, first: Any) -> Problem:
    message = f"Die Kennung „{entry.id}“ gibt es schon (Zeile {first.origin.line})."
    remedy = "Geben Sie dem Eintrag eine eigene Kennung."
    return error("kennung-doppelt", entry.origin.at("id"), message, remedy, entry.id)


def _empty(path: str) -> Problem:
    remedy = "Tragen Sie mindestens einen Eintrag ein."
    return error("angabe-fehlt", Place(file=path, line=1), "Die Datei ist leer.", remedy)


def _no_list(path: str) -> Problem:
    remedy = "Beginnen Sie jeden Eintrag mit „- “, zum Beispiel: - id: beispiel."
    return error("angabe-form", Place(file=path, line=1), "Die Datei enthält keine Liste.", remedy)
