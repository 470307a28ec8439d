"""What frictionless says: the second opinion on every table in which our own pass found nothing.

The catalogue is derived, so no address of a stranger is ever followed; the tables are laid out in a temporary
folder, so no link can lead out of it. Importing this module starts frictionless, which takes half a second.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from frictionless import Package

from lagebild.load.catalogue import derive_catalogue
from lagebild.load.secrecy import is_secret
from lagebild.model import Place, Report, Table, column_letter
from lagebild.problems import Problem, error

RULE = "frictionless"
_MANY = 3


def second_opinion(
    report: Report, files: Mapping[str, bytes], suspects: Iterable[str]
) -> tuple[Problem, ...]:
    """Problems that frictionless finds in the report's tables; `suspects` are paths with errors already."""
    suspected = frozenset(suspects)
    clean = {path: table for path, table in report.tables.items() if path not in suspected and path in files}
    catalogue = _tables_only(derive_catalogue(report), clean)
    if not catalogue["resources"]:
        return ()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path in clean:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path])
        (root / "datapackage.json").write_text(json.dumps(catalogue), encoding="utf-8")
        verdict = Package(str(root / "datapackage.json")).validate()
    own = frozenset(path for path in clean if is_secret(report, path))
    found = [
        _problem(fault, clean.get(task.place), hidden=task.place in own)
        for task in verdict.tasks
        for fault in _few(task.errors)
    ]
    return (*found, *(_problem(fault, None) for fault in verdict.errors))


def _few(faults: Sequence[Any]) -> Iterator[Any]:
    """The first faults of each type in a table: many of one type have one cause."""
    counted: Counter[str] = Counter()
    for fault in faults:
        counted[fault.type] += 1
        if counted[fault.type] <= _MANY:
            yield fault


def _tables_only(catalogue: dict[str, Any], clean: Collection[str]) -> dict[str, Any]:
    """The catalogue of clean tables, without links to others."""
    tables = [r for r in catalogue["resources"] if r["type"] == "table" and r["path"] in clean]
    names = {"", *(r["name"] for r in tables)}
    for table in tables:
        links = [k for k in table["schema"].get("foreignKeys", []) if k["reference"]["resource"] in names]
        table["schema"] = {**table["schema"], "foreignKeys": links}
    return {**catalogue, "resources": tables}


MESSAGES: Mapping[str, tuple[str, str]] = {
    "type-error": (
        "Die Zelle „{cell}“ hat nicht die Form, die ihre Spalte braucht.",
        "Schreiben Sie eine Zahl wie 1234,5.",
    ),
    "constraint-error": (
        "Der Wert „{cell}“ liegt außerhalb dessen, was für diese Spalte gilt.",
        "Prüfen Sie den Wert gegen die Quelle und die Grenzen in indikator.yaml.",
    ),
    "primary-key": (
        "Diese Zeile hat dieselben Angaben in den Schlüsselspalten wie eine frühere.",
        "Löschen Sie eine der beiden Zeilen.",
    ),
    "foreign-key": (
        "Die Zeile nennt etwas, das in der anderen Tabelle nicht steht.",
        "Prüfen Sie die Schreibweise oder ergänzen Sie die andere Tabelle.",
    ),
    "unique-error": (
        "Der Wert „{cell}“ steht schon in einer anderen Zeile.",
        "Löschen Sie eine der beiden Zeilen.",
    ),
    "blank-row": ("Die Zeile ist leer.", "Löschen Sie die Zeile."),
    "missing-cell": ("Der Zeile fehlt eine Zelle.", "Ergänzen Sie die Zelle oder ein Semikolon."),
    "extra-cell": ("Die Zeile hat eine Zelle zu viel.", "Löschen Sie die überzählige Zelle."),
    "blank-header": ("Die Kopfzeile ist leer.", "Tragen Sie die Spaltennamen ein."),
    "blank-label": ("Über einer Spalte steht kein Name.", "Tragen Sie den Spaltennamen ein."),
    "duplicate-label": ("Ein Spaltenname kommt zweimal vor.", "Behalten Sie eine der beiden Spalten."),
    "extra-label": ("Eine Spalte ist nicht vorgesehen.", "Löschen Sie die Spalte."),
    "incorrect-label": ("Ein Spaltenname ist anders als vorgesehen.", "Prüfen Sie die Kopfzeile."),
    "missing-label": ("Eine Spalte fehlt.", "Ergänzen Sie die Spalte."),
    "unmatched-header": (
        "Keine der vorgesehenen Spalten steht in der Kopfzeile.",
        "Prüfen Sie die Kopfzeile.",
    ),
    "encoding-error": (
        "Die Datei ist nicht in UTF-8 gespeichert.",
        "Speichern Sie die Datei als „CSV UTF-8“.",
    ),
    "source-error": (
        "Die Tabelle ist leer oder nicht lesbar.",
        "Öffnen Sie die Datei und speichern Sie sie neu.",
    ),
    "format-error": (
        "Die Datei lässt sich nicht als Tabelle lesen.",
        "Öffnen Sie die Datei und speichern Sie sie neu als CSV UTF-8.",
    ),
    "scheme-error": ("Die Datei wurde nicht gefunden.", "Prüfen Sie den Dateinamen."),
    "file-error": ("Die Datei lässt sich nicht lesen.", "Prüfen Sie die Datei."),
    "schema-error": (
        "Das Schema der Tabelle ist nicht gültig.",
        "Prüfen Sie die Beschreibung in indikator.yaml.",
    ),
    "field-error": (
        "Die Beschreibung einer Spalte ist nicht gültig.",
        "Prüfen Sie die Beschreibung in indikator.yaml.",
    ),
    "resource-error": (
        "Der Eintrag der Tabelle im Katalog ist nicht gültig.",
        "Prüfen Sie Titel, Quelle und Lizenz.",
    ),
    "package-error": ("Der Katalog ist nicht gültig.", "Prüfen Sie Titel, Quelle und Lizenz."),
    "dialect-error": (
        "Die Angaben zur Schreibweise der Tabelle sind nicht gültig.",
        "Prüfen Sie den Katalog.",
    ),
}
"""frictionless' error type → what is wrong and what to do."""
_OTHER = (
    "frictionless nennt die Tabelle fehlerhaft ({type}).",
    "Vergleichen Sie die Tabelle mit einer anderen derselben Art.",
)


def _problem(fault: Any, table: Table | None, *, hidden: bool = False) -> Problem:
    """One error of frictionless; of a table with own counts it repeats no value."""
    message, remedy = MESSAGES.get(fault.type, _OTHER)
    cell = getattr(fault, "cell", "") or ""
    said = message.format(cell="…" if hidden else cell, type=fault.type)
    return error(RULE, _place(fault, table), said, remedy, None if hidden else cell or None)


def _place(fault: Any, table: Table | None) -> Place:
    """frictionless counts records; a table knows on which line each of them begins."""
    if table is None:
        return Place(file="datapackage.json")
    number = getattr(fault, "row_number", None)
    row = next((i for i, r in enumerate(table.rows) if r.number == number), None)
    name = getattr(fault, "field_name", None)
    if row is not None:
        return table.place(row, name)
    column = getattr(fault, "field_number", None)
    cell = f"{column_letter(column)}1" if column else None
    return Place(file=table.file, line=1 if column else None, column=column, cell=cell, field=name or None)
