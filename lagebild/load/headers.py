"""The first line of a table: what spoils the whole file, and headings that are missing, unknown or doubled.

One cause gives one message: a file saved with commas is told so once, not as three missing columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lagebild.load.encoding import INVISIBLE, name_of
from lagebild.load.layout import Columns
from lagebild.model import Place, column_letter
from lagebild.problems import Problem, error, nearest

DELIMITER = ";"
_SAVE_WITH_SEMICOLON = (
    "Speichern Sie mit Semikolon als Trennzeichen; deutsches Excel tut das bei „CSV UTF-8“ von selbst."
)


def spoilt_file(file: str, text: str, columns: Columns) -> Problem | None:
    """What makes every further message pointless."""
    first = text.splitlines()[0] if text.strip() else ""
    top = Place(file=file, line=1)
    if not text.strip():
        remedy = f"Beginnen Sie mit der Kopfzeile {_example(columns)}."
        return error("leere-tabelle", top, "Die Datei ist leer.", remedy)
    if above := _lines_above_header(text, columns):
        message = "Über der Kopfzeile steht Text, der nicht zur Tabelle gehört."
        return error("kopfzeile", top, message, f"Löschen Sie alles über Zeile {above + 1}.")
    if not first.strip(f" {DELIMITER}"):
        message = "Über der Kopfzeile steht eine leere Zeile."
        return error("kopfzeile", top, message, "Löschen Sie die leere Zeile.")
    if first.lower().startswith("sep="):
        message = f"Die erste Zeile „{first}“ gehört nicht zur Tabelle."
        return error("trennzeichen", top, message, "Löschen Sie die Zeile.")
    if re.fullmatch(r'"[^"]*;[^"]*"\s*', first):
        remedy = "Öffnen Sie die Datei mit Semikolon als Trennzeichen und speichern Sie sie neu."
        return error("trennzeichen", top, "Jede Zeile steht als Ganzes in Anführungszeichen.", remedy)
    return None if DELIMITER in first else _wrong_delimiter(top, first, columns)


# Titles of downloaded tables are shorter.
_TITLE_LINES = 20


def _lines_above_header(text: str, columns: Columns) -> int:
    """How many lines with text stand above a heading that is right in itself; 0 where there is none."""
    lines = [line.split(DELIMITER) for line in text.splitlines()[: _TITLE_LINES + 1]]
    above = next((i for i, names in enumerate(lines) if set(columns.required) <= set(names)), 0)
    written = any(cell.strip() for names in lines[:above] for cell in names)
    is_header = bool(set(lines[0]) & set(columns.all)) or lines[0][0].lower().startswith(("sep=", '"'))
    return above if written and not is_header else 0


def _wrong_delimiter(top: Place, first: str, columns: Columns) -> Problem:
    names = {"\t": "Tabulatoren", ",": "Kommas", "|": "senkrechten Strichen"}
    found = next((names[c] for c in names if c in first), "")
    if not found:
        message = f"Die erste Zeile „{first[:60]}“ ist keine Kopfzeile: Sie enthält kein Semikolon."
        return error("trennzeichen", top, message, f"Beginnen Sie mit {_example(columns)}.")
    return error(
        "trennzeichen",
        top,
        f"Die Spalten sind mit {found} getrennt statt mit Semikolons.",
        _SAVE_WITH_SEMICOLON,
    )


def _example(columns: Columns) -> str:
    return DELIMITER.join(columns.all)


def header_faults(file: str, header: Sequence[str], columns: Columns) -> Iterator[Problem]:
    """What keeps a header from being used; of several faults with one cause the first."""
    if unseen := _unseen(file, header):
        yield unseen
    elif not set(header) & set(columns.all):
        message = "Die Kopfzeile mit den Spaltennamen fehlt."
        remedy = f"Setzen Sie als erste Zeile: {_example(columns)}."
        yield error("kopfzeile", Place(file=file, line=1), message, remedy)
    else:
        yield from _wrong_columns(file, header, columns)
        yield from _doubled_columns(file, header, columns)


def _unseen(file: str, header: Sequence[str]) -> Problem | None:
    for index, name in enumerate(header):
        if hit := INVISIBLE.search(name):
            message = f"Der Spaltenname enthält ein unsichtbares Zeichen ({name_of(hit[0])})."
            remedy = "Tippen Sie den Spaltennamen neu."
            return error("unsichtbare-zeichen", _heading(file, index, ""), message, remedy)
    return None


def _wrong_columns(file: str, header: Sequence[str], columns: Columns) -> Iterator[Problem]:
    """Unknown headings with what was meant, then the columns that are missing."""
    missing = [name for name in columns.required if name not in header]
    unknown = [(index, name) for index, name in enumerate(header) if name not in columns.all]
    if len(unknown) > 2:
        yield _many_unknown(file, unknown, columns)
        return
    for index, name in unknown:
        as_breakdown = _stands_as_breakdown(header, index)
        free = [c for c in columns.all if c not in header and not as_breakdown]
        match = nearest(name.strip(), missing, key=True) or nearest(name.strip(), free, key=True)
        missing = [column for column in missing if column != match]
        yield _unknown_column(file, index, name, match, as_breakdown)
    if missing:
        yield _missing_columns(file, missing)


def _doubled_columns(file: str, header: Sequence[str], columns: Columns) -> Iterator[Problem]:
    for index, name in enumerate(header):
        if name in columns.all and name in header[:index]:
            message = f"Die Spalte „{name}“ gibt es mehrmals."
            yield error("kopfzeile", _heading(file, index, name), message, "Behalten Sie eine davon.", name)


def _heading(file: str, index: int, name: str) -> Place:
    return Place(file=file, line=1, column=index + 1, cell=f"{column_letter(index + 1)}1", field=name or None)


def _many_unknown(file: str, unknown: Sequence[tuple[int, str]], columns: Columns) -> Problem:
    """Several wrong headings have one cause: another table, or columns that were moved."""
    names = ", ".join(f"„{name}“" for _, name in unknown)
    index, name = unknown[0]
    message = f"Die Kopfzeile passt nicht zu dieser Tabelle: {names} gibt es hier nicht."
    return error(
        "kopfzeile", _heading(file, index, name), message, f"Richtig wäre: {_example(columns)}.", name
    )


def _stands_as_breakdown(header: Sequence[str], index: int) -> bool:
    """Whether a column stands where an indicator's breakdowns stand, between `zeit` and `wert`."""
    return "zeit" in header and "wert" in header and header.index("zeit") < index < header.index("wert")


def _unknown_column(file: str, index: int, name: str, match: str | None, as_breakdown: bool) -> Problem:
    if not name.strip():
        message = "Über dieser Spalte steht kein Name."
        return error(
            "kopfzeile",
            _heading(file, index, ""),
            message,
            "Ergänzen Sie den Namen oder löschen Sie die Spalte.",
        )
    remedy = "Löschen Sie die Spalte."
    if match:
        remedy = f"Gemeint ist vielleicht „{match}“."
    elif as_breakdown:
        remedy = f"Tragen Sie „{name}“ in indikator.yaml unter „merkmale“ ein, oder löschen Sie die Spalte."
    return error(
        "kopfzeile", _heading(file, index, name), f"Die Spalte „{name}“ gibt es hier nicht.", remedy, name
    )


def _missing_columns(file: str, missing: Sequence[str]) -> Problem:
    names = ", ".join(f"„{name}“" for name in missing)
    message = f"Die Spalte {names} fehlt." if len(missing) == 1 else f"Die Spalten {names} fehlen."
    return error(
        "kopfzeile", Place(file=file, line=1, field=missing[0]), message, "Ergänzen Sie die Kopfzeile."
    )
