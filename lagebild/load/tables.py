"""From bytes to a table of text: a strict pass over the CSV that German Excel writes.

What spoils the whole file (encoding, delimiter, an open quote, a missing header) is recognised first and said
once. Lines are those of the file, rows those a spreadsheet shows; they part after cells with line breaks.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.load.encoding import decode
from lagebild.load.headers import DELIMITER, header_faults, spoilt_file
from lagebild.load.layout import TERRITORY_KEYS, Columns
from lagebild.model import Place, Table, TableRow, column_letter
from lagebild.problems import Problem, error, warning

# A cell of that size is a lost quote, not a remark; the csv module's own limit is the same.
_MAX_CELL = 131_072
# From here on rows with the same fault are one message.
_MANY = 4
QUOTES = "anfuehrungszeichen"


@dataclass(frozen=True, slots=True)
class TableFile:
    """A CSV file as text, or None with the problems that kept it from being one."""

    table: Table | None
    problems: tuple[Problem, ...] = ()
    complete: bool = False
    """Whether every row is in the table: rows of the wrong length are left out."""


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


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
    header, *body = records
    if faults := tuple(header_faults(file, header.cells, columns)):
        return TableFile(None, (*decoded.problems, *faults))
    body, strays = _without_strays(file, header, body)
    fitting = [r for r in body if len(r.cells) == len(header.cells) and not r.is_blank]
    wrong = [r for r in body if len(r.cells) != len(header.cells) and not r.is_blank]
    problems = (
        *decoded.problems,
        *trimmed,
        *_no_rows(file, body),
        *strays,
        *_blank_rows(file, body),
        *_wrong_length(file, len(header.cells), wrong),
    )
    rows = tuple(TableRow(line=r.line, number=r.number, cells=r.cells) for r in fitting)
    table = Table(file=file, header=header.cells, rows=rows)
    return TableFile(table, problems, complete=not (wrong or strays))


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
        start = re.split(r"\r\n|\r|\n", text)[line - 1]
        column = _quoted_column(start)
        cell = f"{column_letter(column)}{len(records) + 1}"
        return records, _broken(Place(file=file, line=line, column=column, cell=cell), str(fault))
    return records, None


def _quoted_column(line: str) -> int:
    """The column whose quotes do not fit, counted from 1: opened and not closed, or followed by text."""
    column, opened = 1, False
    for position, character in enumerate(line):
        if character == '"':
            opened = not opened
            if not opened and line[position + 1 : position + 2] not in ("", '"', DELIMITER):
                return column
        elif character == DELIMITER and not opened:
            column += 1
    return column


def _broken(place: Place, said: str) -> Problem:
    """What the csv module says, in German."""
    close = 'Löschen Sie das Zeichen " oder schließen Sie den Text damit ab.'
    if "unexpected end of data" in said:
        return error(QUOTES, place, "Ein Anführungszeichen wird geöffnet und nicht geschlossen.", close)
    if "field larger" in said:
        message = (
            f"Eine Zelle hat mehr als {_MAX_CELL} Zeichen; meist fehlt ein schließendes Anführungszeichen."
        )
        return error(QUOTES, place, message, close)
    message = "Hinter einem schließenden Anführungszeichen steht noch Text."
    remedy = 'Verdoppeln Sie Anführungszeichen im Text: "das ""Haus"" am Markt"; besser sind „…“.'
    return error(QUOTES, place, message, remedy)


def _without_empty_columns(file: str, records: list[_Record]) -> tuple[list[_Record], tuple[Problem, ...]]:
    """Columns at the right edge that have neither a heading nor content are cut off and reported."""
    header = records[0].cells
    width = max((i for i, name in enumerate(header, 1) if name.strip()), default=0)
    surplus = len(header) - width
    if not surplus or any(cell.strip() for record in records for cell in record.cells[width:]):
        return records, ()
    place = Place(file=file, line=1, column=width + 1, cell=f"{column_letter(width + 1)}1")
    message = f"Rechts neben der Tabelle {_count(surplus, 'leere Spalte', 'leere Spalten')}."
    fault = error("leere-spalten", place, message, "Löschen Sie die leeren Spalten und speichern Sie neu.")
    return [replace(r, cells=r.cells[:width]) for r in records], (fault,)


def _count(number: int, one: str, many: str) -> str:
    return f"steht eine {one}" if number == 1 else f"stehen {number} {many}"


def _no_rows(file: str, body: Sequence[_Record]) -> Iterator[Problem]:
    # A municipality without official keys still has the table that the format demands.
    if file != TERRITORY_KEYS and all(record.is_blank for record in body):
        message = "Die Tabelle hat eine Kopfzeile, aber keine Zeilen."
        yield error(
            "leere-tabelle",
            Place(file=file, line=1),
            message,
            "Tragen Sie Zeilen ein oder löschen Sie die Datei.",
        )


def _blank_rows(file: str, body: Sequence[_Record]) -> Iterator[Problem]:
    """Empty rows inside the table are an error, below it a warning: spreadsheets leave them there."""
    end = max((i for i, record in enumerate(body, 1) if not record.is_blank), default=0)
    inside = [record for record in body[:end] if record.is_blank]
    if inside:
        message = f"Mitten in der Tabelle {_count(len(inside), 'leere Zeile', 'leere Zeilen')}."
        yield error("leere-zeile", _row(file, inside[0]), message, "Löschen Sie leere Zeilen.")
    if end and body[end:]:
        message = f"Am Ende der Tabelle {_count(len(body) - end, 'leere Zeile', 'leere Zeilen')}."
        remedy = "Löschen Sie alles unter der letzten Zeile mit Werten."
        yield warning("leere-zeile", _row(file, body[end]), message, remedy)


# How spreadsheets and people call the row of sums below their figures.
_SUMS = ("summe", "gesamt", "gesamtsumme", "insgesamt", "zusammen", "total")


def _without_strays(
    file: str, header: _Record, body: list[_Record]
) -> tuple[list[_Record], tuple[Problem, ...]]:
    """What a spreadsheet shows around a table: a second table, notes below, a row of sums; each told once."""
    problems: list[Problem] = []
    second = next((i for i, r in enumerate(body) if r.cells == header.cells), len(body))
    if second < len(body):
        message = "Hier beginnt eine zweite Tabelle: Die Kopfzeile steht noch einmal da."
        remedy = "Löschen Sie diese Zeile, wenn die Zeilen darunter dazugehören, sonst alles ab hier."
        problems.append(error("kopfzeile", _row(file, body[second]), message, remedy))
        body = _without_blank_end(body[:second])
    notes = [r for r in body if _is_note(r)]
    if notes:
        problems.append(_note_fault(file, notes))
    sums = [r for r in body if header.cells[0] == "gebiet" and r.cells and _is_sum(r)]
    for record in sums:
        message = f"„{record.cells[0].strip()}“ ist kein Gebiet, sondern eine Summenzeile."
        problems.append(error("summenzeile", _row(file, record), message, "Löschen Sie die Zeile."))
    if notes or sums:
        body = _without_blank_end([r for r in body if not (_is_note(r) or r in sums)])
    return body, tuple(problems)


def _is_sum(record: _Record) -> bool:
    return record.cells[0].strip().rstrip(":").lower() in _SUMS


def _is_note(record: _Record) -> bool:
    """Text in the first cell and nothing else; never a row of a table, which needs at least two cells."""
    first, *others = record.cells or ("",)
    is_pasted_row = not others and _pasted_with(first)
    return bool(first.strip()) and not is_pasted_row and not any(cell.strip() for cell in others)


def _note_fault(file: str, notes: Sequence[_Record]) -> Problem:
    also = "" if len(notes) == 1 else f" Ebenso in Zeile {', '.join(str(r.line) for r in notes[1:6])}"
    also += " und weiteren." if len(notes) > 6 else "." if also else ""
    message = f"Nur die erste Zelle der Zeile ist gefüllt: „{notes[0].cells[0].strip()[:60]}“.{also}"
    remedy = "Löschen Sie Fußnoten und Quellenangaben unter der Tabelle, oder ergänzen Sie die Zeile."
    return error("text-neben-tabelle", _row(file, notes[0]), message, remedy)


def _without_blank_end(body: list[_Record]) -> list[_Record]:
    """Empty rows between a table and what stands below it belong to the same slip."""
    end = max((i for i, record in enumerate(body, 1) if not record.is_blank), default=0)
    return body[:end]


def _row(file: str, record: _Record) -> Place:
    return Place(file=file, line=record.line, column=1, cell=f"A{record.number}")


def _wrong_length(file: str, width: int, wrong: Sequence[_Record]) -> Iterator[Problem]:
    """Rows with too few or too many cells; many of one kind have one cause."""
    pasted = [r for r in wrong if len(r.cells) == 1 and _pasted_with(r.cells[0])]
    if pasted:
        yield _pasted_fault(file, pasted)
        wrong = [r for r in wrong if r not in pasted]
    for group in ([r for r in wrong if len(r.cells) < width], [r for r in wrong if len(r.cells) > width]):
        shown = group if len(group) < _MANY else group[:1]
        for record in shown:
            yield _length_fault(file, width, record, len(group) - len(shown))


def _pasted_with(cell: str) -> str:
    """What separates the cells of a row that was pasted from elsewhere; empty where it is plain text."""
    names = {"\t": "Tabulatoren", ",": "Kommas"}
    # Fewer are punctuation; a comma before a blank is, too.
    return next((names[c] for c in names if len(re.findall(rf"{c}(?! )", cell)) >= 3), "")


def _pasted_fault(file: str, pasted: Sequence[_Record]) -> Problem:
    also = f" Ebenso {len(pasted) - 1} weitere Zeilen." if len(pasted) > 1 else ""
    marks = _pasted_with(pasted[0].cells[0])
    message = f"In der Zeile stehen {marks}, wo Semikolons hingehören.{also}"
    remedy = f"Ersetzen Sie die {marks} zwischen den Zellen durch Semikolons."
    return error("trennzeichen", _row(file, pasted[0]), message, remedy)


def _length_fault(file: str, width: int, record: _Record, more: int) -> Problem:
    found = len(record.cells)
    column = found if found < width else width + 1
    place = Place(file=file, line=record.line, column=column, cell=f"{column_letter(column)}{record.number}")
    also = f" Ebenso {more} weitere Zeilen." if more else ""
    message = f"Die Zeile hat {found} {'Zelle' if found == 1 else 'Zellen'}, die Kopfzeile {width}.{also}"
    return error("zeile-laenge", place, message, _length_remedy(width - found, record.cells[width:]))


def _length_remedy(lacking: int, surplus: Sequence[str]) -> str:
    if lacking > 0:
        marks = "ein Semikolon" if lacking == 1 else f"{lacking} Semikolons"
        return f"Ergänzen Sie am Ende {marks} oder die fehlenden Werte."
    if not any(cell.strip() for cell in surplus):
        return "Löschen Sie die überzähligen Semikolons."
    return 'Setzen Sie einen Text mit Semikolon in Anführungszeichen: "Haus; Garten".'
