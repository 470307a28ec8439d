"""The filled-in form of the register: measures that are new, entries that were added, and what must be
typed by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lagebild.exports._register_form import MEASURES, OWNER, SEPARATOR, SHEETS, SPOT
from lagebild.exports.yaml_text import as_plain
from lagebild.intake.grid import Grid
from lagebild.intake.yaml_places import plain_yaml, typed, with_history
from lagebild.load.noun_keys import aliases, noun_under
from lagebild.load.nouns import read_noun
from lagebild.load.yaml_events import read_yaml
from lagebild.model import ID_KEY, Evidence, Measure, Place, Report, StatusEntry
from lagebild.problems import Problem, Severity, error, warning


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterProposal:
    """What a filled-in form would change in the register."""

    new: tuple[Measure, ...]
    added: Mapping[str, tuple[StatusEntry, ...]]
    """Id of a measure → entries that the form adds to its history."""
    same: int
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]

    @property
    def stops(self) -> bool:
        """Whether something keeps it from being written."""
        return any(p.severity is Severity.ERROR for p in self.problems)


def is_register(grids: Sequence[Grid]) -> bool:
    """Whether a workbook is the form of the register."""
    names = {grid.name for grid in grids}
    return {MEASURES, SHEETS["verlauf"]} <= names


def read_register(
    file: str, grids: Sequence[Grid], report: Report, files: Mapping[str, bytes]
) -> RegisterProposal:
    """Hold every measure of the form against the register."""
    problems: list[Problem] = []
    measures = [m for m in _measures(file, grids, problems) if m is not None]
    changed: dict[str, bytes] = {}
    added: dict[str, tuple[StatusEntry, ...]] = {}
    new = [m for m in measures if m.id not in report.measures]
    changed |= {m.file: typed(m) for m in new}
    same = 0
    for given in measures:
        known = report.measures.get(given.id)
        if known is None:
            continue
        entries = _entries(file, known, given, problems)
        if entries and (content := with_history(files[known.file], entries)):
            added[given.id], changed[known.file] = entries, content
        same += not entries
    return RegisterProposal(new=tuple(new), added=added, same=same, problems=tuple(problems), files=changed)


def _entries(file: str, known: Measure, given: Measure, problems: list[Problem]) -> tuple[StatusEntry, ...]:
    """The entries that the form adds; everything else that differs is named."""
    numbers = {entry.number for entry in known.history}
    added = tuple(entry for entry in given.history if entry.number not in numbers)
    rest = replace(
        given, history=tuple(e for e in given.history if e.number in numbers), internal=known.internal
    )
    before, after = as_plain(replace(known, internal=None)), as_plain(replace(rest, internal=None))
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            told = (
                "Einträge im Verlauf werden nicht geändert"
                if key == "verlauf"
                else f"„{key}“ ist anders als in der Datei"
            )
            problems.append(
                warning(
                    "vorlage-abweichung",
                    Place(file=known.file, field=key),
                    f"{known.title}: {told}; die Vorlage ändert das nicht.",
                    "Schreiben Sie eine Berichtigung als neuen Eintrag."
                    if key == "verlauf"
                    else f"Ändern Sie die Angabe in {known.file}, wenn sie stimmt.",
                )
            )
    return added


def _measures(file: str, grids: Sequence[Grid], problems: list[Problem]) -> Iterator[Measure | None]:
    sheets = {grid.name: grid for grid in grids}
    entries = {key: _by_owner(sheets.get(name), key) for key, name in SHEETS.items()}
    listed = set()
    for number, cells in _rows(sheets[MEASURES]):
        ident = cells.pop("id", "")
        listed.add(ident)
        own = {key: owned[ident] for key, owned in entries.items() if owned.get(ident)}
        yield _measure(file, number, ident, _typed(Measure, cells) | own, problems)
    for key, owned in entries.items():
        for ident in owned.keys() - listed:
            message = (
                f"Im Blatt „{SHEETS[key]}“ steht ein Eintrag zu „{ident}“; eine solche "
                "Maßnahme gibt es in der Vorlage nicht."
            )
            remedy = f"Tragen Sie die Maßnahme im Blatt „{MEASURES}“ ein oder berichtigen Sie die Kennung."
            problems.append(
                error("massnahme-unbekannt", Place(file=file, field=OWNER), message, remedy, ident)
            )


def _measure(
    file: str, row: int, ident: str, data: Mapping[str, Any], problems: list[Problem]
) -> Measure | None:
    """A row as a measure, validated as its YAML file would be; faults stand at the row of the sheet."""
    place = Place(file=file, cell=f"{MEASURES}!A{row}", field="id")
    if not ident:
        problems.append(
            error("angabe-fehlt", place, "Der Maßnahme fehlt ihre Kennung.", "Ergänzen Sie die Spalte „id“.")
        )
        return None
    source = read_yaml(file, plain_yaml(data))
    if not isinstance(source.data, dict):
        problems += [replace(p, place=place) for p in source.problems]
        return None
    read = read_noun(Measure, {**source.data, ID_KEY: ident}, source, place)
    problems += [
        replace(p, place=replace(place, field=p.place.field), message=f"{ident}: {p.message}")
        for p in read.problems
    ]
    return read.noun


def _by_owner(grid: Grid | None, key: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _, cells in _rows(grid) if grid else ():
        found[cells.pop(OWNER, "")].append(_typed(noun_under(Measure, key), cells))
    return found


def _rows(grid: Grid) -> Iterator[tuple[int, dict[str, str]]]:
    """Number of the row in the sheet, and its filled cells."""
    header = grid.rows[0] if grid.rows else ()
    for number, row in enumerate(grid.rows[1:], 2):
        cells = {name: cell for name, cell in zip(header, row, strict=True) if name and cell}
        if cells:
            yield number, cells


def _typed(noun: type[Any] | None, cells: Mapping[str, str]) -> dict[str, Any]:
    return {key: _value(noun, key, cell) for key, cell in cells.items()}


def _value(noun: type[Any] | None, key: str, cell: str) -> Any:
    described = aliases(noun).get(key)
    kind = str(described.type) if described else ""
    parts = [part.strip() for part in cell.split(SEPARATOR.strip()) if part.strip()]
    if noun_under(noun, key) is Evidence:
        evidence = [_evidence(part) for part in parts]
        return evidence if "tuple" in kind else evidence[0]
    return parts if "tuple" in kind else cell


def _evidence(text: str) -> dict[str, str]:
    source, _, spot = text.partition(SPOT.strip())
    return {"quelle": source.strip(), **({"fundstelle": spot.strip()} if spot.strip() else {})}
