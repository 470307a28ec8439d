"""From bytes to a table of text: a strict pass over the CSV that German Excel writes.

What spoils the whole file (encoding, delimiter, an open quote, a missing header) is recognised first and said
once. Lines are those of the file, rows those a spreadsheet shows; they part after cells with line breaks.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.load.encoding import decode
from lagebild.load.layout import Columns
from lagebild.model import Place, Table, TableRow, column_letter
from lagebild.problems import Problem, did_you_mean, error, nearest, warning

DELIMITER = ";"
_SAVE_WITH_SEMICOLON = (
    "Speichern Sie die Datei mit Semikolon als Trennzeichen; deutsches Excel tut das bei „CSV UTF-8“ von selbst."
)
# A cell of that size is a lost quote, not a remark; the csv module's own limit is the same.
_MAX_CELL = 131_072


@dataclass(frozen=True, slots=True)
class TableFile:
    """A CSV file as text, or None with the problems that kept it from being one."""

    table: Table | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    number: int
    cells: tuple[str, ...]


def read_table(file: str, content: bytes, columns: Columns) -> TableFile:
    """Read one CSV file and hold its header against the columns it may have."""
    decoded = decode(file, content)
    if decoded.text is None:
        return TableFile(None, decoded.problems)
    if spoilt := _spoilt(file, decoded.text, columns):
        return TableFile(None, (*decoded.problems, spoilt))
    records, broken = _records(file, decoded.text)
    if broken:
        return TableFile(None, (*decoded.problems, broken))
    records, trimmed = _without_empty_columns(file, records)
    header = records[0].cells
    if faults := tuple(_header_faults(file, header, columns)):
        return TableFile(None, (*decoded.problems, *trimmed, *faults))
    rows, faults = _rows(file, header, records[1:])
    table = Table(file=file, header=header, rows=rows)
    return TableFile(table, (*decoded.problems, *trimmed, *faults))


def _spoilt(file: str, text: str, columns: Columns) -> Problem | None:
    """What makes every further message pointless."""
    first = text.splitlines()[0] if text.strip() else ""
    top = Place(file=file, line=1)
    if text.strip() and not first.strip(f" {DELIMITER}"):
        return error("kopfzeile", top, "Über der Kopfzeile steht eine leere Zeile.", "Löschen Sie die leere Zeile.")
    if not first:
        return error("leere-tabelle", top, "Die Datei ist leer.", f"Beginnen Sie mit der Kopfzeile {_example(columns)}.")
    if first.lower().startswith("sep="):
        return error("trennzeichen", top, f"Die erste Zeile „{first}“ gehört nicht zur Tabelle.", "Löschen Sie die Zeile.")
    if first.startswith('"') and first.rstrip().endswith('"') and DELIMITER in first and first.count('"') == 2:
        return error("trennzeichen", top, "Jede Zeile steht als Ganzes in Anführungszeichen.",
                     "Öffnen Sie die Datei mit Semikolon als Trennzeichen und speichern Sie sie neu.")  # fmt: skip
    if DELIMITER not in first:
        return _wrong_delimiter(top, first, columns)
    return None


def _wrong_delimiter(top: Place, first: str, columns: Columns) -> Problem:
    names = {"\t": "Tabulatoren", ",": "Kommas", "|": "senkrechten Strichen"}
    found = next((names[c] for c in names if c in first), "")
    if not found:
        message = f"Die erste Zeile „{first[:60]}“ ist keine Kopfzeile: Sie enthält kein Semikolon."
        return error("trennzeichen", top, message, f"Beginnen Sie mit {_example(columns)}.")
    return error("trennzeichen", top, f"Die Spalten sind mit {found} getrennt statt mit Semikolons.", _SAVE_WITH_SEMICOLON)


def _example(columns: Columns) -> str:
    return DELIMITER.join(columns.all)


def _records(file: str, text: str) -> tuple[list[_Record], Problem | None]:
    """All records with their lines, or the one fault that ends the reading."""
    csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITER, strict=True)
    records: list[_Record] = []
    line = 1
    try:
        for number, cells in enumerate(reader, 1):
            records.append(_Record(line, number, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as fault:
        return records, _broken(file, line, len(records) + 1, str(fault))
    return records, None


def _broken(file: str, line: int, number: int, said: str) -> Problem:
    place = Place(file=file, line=line, cell=f"A{number}")
    if "unexpected end of data" in said or "field larger" in said:
        return error("anfuehrungszeichen", place, "In dieser Zeile wird ein Anführungszeichen geöffnet und nicht geschlossen.",
                     'Löschen Sie das Zeichen " oder schließen Sie den Text damit ab.')  # fmt: skip
    if "expected after" in said:
        return error("anfuehrungszeichen", place, "Hinter einem schließenden Anführungszeichen steht noch Text.",
                     'Ein Anführungszeichen im Text wird verdoppelt: "das ""Haus"" am Markt"; besser sind „…“.')  # fmt: skip
    return error("anfuehrungszeichen", place, "Die Zeile lässt sich nicht in Zellen teilen.",
                 "Löschen Sie die Zeile und tippen Sie sie neu.")  # fmt: skip


def _without_empty_columns(file: str, records: list[_Record]) -> tuple[list[_Record], tuple[Problem, ...]]:
    """Columns at the right edge that have neither a heading nor content."""
    header = records[0].cells
    width = len(header)
    while width and not header[width - 1].strip():
        width -= 1
    surplus = len(header) - width
    if not surplus or any(cell.strip() for record in records for cell in record.cells[width:]):
        return records, ()
    trimmed = [replace(r, cells=r.cells[:width]) for r in records]
    cell = f"{column_letter(width + 1)}{records[0].number}"
    place = Place(file=file, line=records[0].line, column=width + 1, cell=cell)
    what = "eine leere Spalte" if surplus == 1 else f"{surplus} leere Spalten"
    message = f"Rechts neben der Tabelle {'steht' if surplus == 1 else 'stehen'} {what}."
    return trimmed, (error("leere-spalten", place, message, "Löschen Sie die leeren Spalten und speichern Sie neu."),)


def _header_faults(file: str, header: Sequence[str], columns: Columns) -> Iterator[Problem]:
    """One message for a header that cannot be used, at its first wrong cell."""
    known = [name for name in header if name in columns.all]
    if not known:
        yield error("kopfzeile", Place(file=file, line=1), "Die Kopfzeile mit den Spaltennamen fehlt.",
                    f"Setzen Sie als erste Zeile: {_example(columns)}.")  # fmt: skip
        return
    missing = [name for name in columns.required if name not in header]
    unknown = [(i, name) for i, name in enumerate(header) if name not in columns.all]
    for index, name in unknown:
        free = [c for c in columns.all if c not in header]
        match = nearest(name.strip(), missing, key=True) or nearest(name.strip(), free, key=True)
        if match in missing:
            missing.remove(match)
        yield _unknown_column(file, index, name, match, columns)
    if missing:
        yield _missing_columns(file, missing, unknown)
    for name, count in Counter(known).items():
        if count > 1:
            index = len(header) - 1 - list(reversed(header)).index(name)
            yield error("kopfzeile", _heading(file, index, name), f"Die Spalte „{name}“ gibt es {count}-mal.",
                        "Behalten Sie eine davon.", name)  # fmt: skip


def _heading(file: str, index: int, name: str) -> Place:
    return Place(file=file, line=1, column=index + 1, cell=f"{column_letter(index + 1)}1", field=name or None)


def _unknown_column(file: str, index: int, name: str, match: str | None, columns: Columns) -> Problem:
    if not name.strip():
        return error("kopfzeile", _heading(file, index, ""), "Über dieser Spalte steht kein Name.",
                     "Ergänzen Sie den Namen oder löschen Sie die Spalte.")  # fmt: skip
    remedy = f"Gemeint ist vielleicht „{match}“." if match else did_you_mean(name, list(columns.all), key=True)
    return error("kopfzeile", _heading(file, index, name), f"Die Spalte „{name}“ gibt es hier nicht.", remedy, name)


def _missing_columns(file: str, missing: Sequence[str], unknown: Sequence[object]) -> Problem:
    names = ", ".join(f"„{name}“" for name in missing)
    message = f"Die Spalte {names} fehlt." if len(missing) == 1 else f"Die Spalten {names} fehlen."
    return error("kopfzeile", Place(file=file, line=1, field=missing[0]), message, "Ergänzen Sie sie in der Kopfzeile.")


def _rows(file: str, header: Sequence[str], records: list[_Record]) -> tuple[tuple[TableRow, ...], tuple[Problem, ...]]:
    """The records below the header; a row of the wrong length is reported and kept out."""
    rows: list[TableRow] = []
    blank: list[_Record] = []
    wrong: list[_Record] = []
    inner: list[_Record] = []
    for record in records:
        if not any(cell.strip() for cell in record.cells):
            blank.append(record)
            continue
        inner += blank
        blank = []
        cells = _fitted(record.cells, len(header))
        if len(record.cells) != len(header):
            wrong.append(record)
        if cells is not None:
            rows.append(TableRow(line=record.line, number=record.number, cells=cells))
    problems = (
        *_blank_inside(file, inner), *_blank_at_end(file, blank), *_wrong_length(file, header, wrong),
    )  # fmt: skip
    if not rows and not wrong:
        place = Place(file=file, line=1)
        return (), (*problems, error("leere-tabelle", place, "Die Tabelle hat eine Kopfzeile, aber keine Zeilen.",
                                     "Tragen Sie Zeilen ein oder löschen Sie die Datei."))  # fmt: skip
    return tuple(rows), problems


def _fitted(cells: tuple[str, ...], width: int) -> tuple[str, ...] | None:
    """The cells where the length is right or only empty cells are too many; else None."""
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return None
    return cells[:width]


def _blank_inside(file: str, blank: Sequence[_Record]) -> Iterator[Problem]:
    if blank:
        first = blank[0]
        more = f" (und {len(blank) - 1} weitere)" if len(blank) > 1 else ""
        yield error("leere-zeile", Place(file=file, line=first.line, cell=f"A{first.number}"),
                    f"Mitten in der Tabelle steht eine leere Zeile{more}.", "Löschen Sie die Zeile.")  # fmt: skip


def _blank_at_end(file: str, blank: Sequence[_Record]) -> Iterator[Problem]:
    if blank:
        first = blank[0]
        what = "steht eine leere Zeile" if len(blank) == 1 else f"stehen {len(blank)} leere Zeilen"
        yield warning("leere-zeile", Place(file=file, line=first.line, cell=f"A{first.number}"),
                      f"Am Ende der Tabelle {what}.", "Löschen Sie alles unter der letzten Zeile mit Werten.")  # fmt: skip


def _wrong_length(file: str, header: Sequence[str], wrong: Sequence[_Record]) -> Iterator[Problem]:
    """Rows with too few or too many cells; many of one kind have one cause."""
    for short in (True, False):
        group = [r for r in wrong if (len(r.cells) < len(header)) == short]
        shown = group if len(group) <= 3 else group[:1]
        for record in shown:
            yield _length_fault(file, header, record, len(group) - 1 if len(group) > 3 else 0)


def _length_fault(file: str, header: Sequence[str], record: _Record, more: int) -> Problem:
    found, width = len(record.cells), len(header)
    column = min(found, width) + (found > width)
    place = Place(file=file, line=record.line, column=column, cell=f"{column_letter(column)}{record.number}")
    also = f" Ebenso {more} weitere Zeilen." if more else ""
    message = f"Die Zeile hat {found} {'Zelle' if found == 1 else 'Zellen'}, die Kopfzeile {width}.{also}"
    if found < width:
        remedy = f"Ergänzen Sie am Ende {width - found} Semikolon{'s' if width - found > 1 else ''} oder die fehlenden Werte."
    elif _fitted(record.cells, width) is not None:
        remedy = "Löschen Sie die überzähligen Semikolons am Ende der Zeile."
    else:
        remedy = 'Ein Semikolon im Text braucht Anführungszeichen: "Haus; Garten"; sonst löschen Sie die überzählige Zelle.'
    return error("zeile-laenge", place, message, remedy)
