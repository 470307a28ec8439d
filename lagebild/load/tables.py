"""From bytes to a table of text: a strict pass over the CSV that German Excel writes.

What spoils the whole file (encoding, delimiter, an open quote, a missing header) is recognised first and said
once. Lines are those of the file, rows those a spreadsheet shows; they part after cells with line breaks.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.load.encoding import decode
from lagebild.load.headers import DELIMITER, header_faults, spoilt_file
from lagebild.load.layout import Columns
from lagebild.model import Place, Table, TableRow, column_letter
from lagebild.problems import Problem, error, warning

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
    if spoilt := spoilt_file(file, decoded.text, columns):
        return TableFile(None, (*decoded.problems, spoilt))
    records, broken = _records(file, decoded.text)
    if broken:
        return TableFile(None, (*decoded.problems, broken))
    records, trimmed = _without_empty_columns(file, records)
    header = records[0].cells
    if faults := tuple(header_faults(file, header, columns)):
        return TableFile(None, (*decoded.problems, *trimmed, *faults))
    rows, faults = _rows(file, header, records[1:])
    table = Table(file=file, header=header, rows=rows)
    return TableFile(table, (*decoded.problems, *trimmed, *faults))


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
        return error(
            "anfuehrungszeichen",
            place,
            "In dieser Zeile wird ein Anführungszeichen geöffnet und nicht geschlossen.",
            'Löschen Sie das Zeichen " oder schließen Sie den Text damit ab.',
        )
    if "expected after" in said:
        return error(
            "anfuehrungszeichen",
            place,
            "Hinter einem schließenden Anführungszeichen steht noch Text.",
            'Ein Anführungszeichen im Text wird verdoppelt: "das ""Haus"" am Markt"; besser sind „…“.',
        )
    return error(
        "anfuehrungszeichen",
        place,
        "Die Zeile lässt sich nicht in Zellen teilen.",
        "Löschen Sie die Zeile und tippen Sie sie neu.",
    )


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
    return trimmed, (
        error("leere-spalten", place, message, "Löschen Sie die leeren Spalten und speichern Sie neu."),
    )


def _rows(
    file: str, header: Sequence[str], records: list[_Record]
) -> tuple[tuple[TableRow, ...], tuple[Problem, ...]]:
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
        *_blank_inside(file, inner),
        *_blank_at_end(file, blank),
        *_wrong_length(file, header, wrong),
    )
    if not rows and not wrong:
        place = Place(file=file, line=1)
        return (), (
            *problems,
            error(
                "leere-tabelle",
                place,
                "Die Tabelle hat eine Kopfzeile, aber keine Zeilen.",
                "Tragen Sie Zeilen ein oder löschen Sie die Datei.",
            ),
        )
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
        yield error(
            "leere-zeile",
            Place(file=file, line=first.line, cell=f"A{first.number}"),
            f"Mitten in der Tabelle steht eine leere Zeile{more}.",
            "Löschen Sie die Zeile.",
        )


def _blank_at_end(file: str, blank: Sequence[_Record]) -> Iterator[Problem]:
    if blank:
        first = blank[0]
        what = "steht eine leere Zeile" if len(blank) == 1 else f"stehen {len(blank)} leere Zeilen"
        yield warning(
            "leere-zeile",
            Place(file=file, line=first.line, cell=f"A{first.number}"),
            f"Am Ende der Tabelle {what}.",
            "Löschen Sie alles unter der letzten Zeile mit Werten.",
        )


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
        marks = "ein Semikolon" if width - found == 1 else f"{width - found} Semikolons"
        remedy = f"Ergänzen Sie am Ende {marks} oder die fehlenden Werte."
    elif _fitted(record.cells, width) is not None:
        remedy = "Löschen Sie die überzähligen Semikolons am Ende der Zeile."
    else:
        remedy = 'Setzen Sie einen Text mit Semikolon in Anführungszeichen: "Haus; Garten".'
    return error("zeile-laenge", place, message, remedy)
