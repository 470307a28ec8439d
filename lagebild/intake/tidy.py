"""A planner's table in its canonical form: what is certain is rewritten, what is not is named and left alone.

Canonical is UTF-8 with BOM, semicolons, decimal comma, no thousands mark, ISO dates, words for signs, no
empty columns or rows at the edges. Everything else stays letter by letter, line ends too. Tidying twice
changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lagebild.intake.columns import columns_of, holds_figures, readers
from lagebild.intake.csv_text import Record, Typed, records, written
from lagebild.intake.decoding import Text, read_text
from lagebild.intake.tidied import Change, Tidied
from lagebild.intake.tidy_rows import TidyRows
from lagebild.load import layout
from lagebild.load.encoding import decode
from lagebild.load.headers import DELIMITER, header_faults
from lagebild.load.layout import Columns
from lagebild.load.tables import read_table
from lagebild.model import Place, Source, column_letter
from lagebild.problems import Problem, error

BOM = "\ufeff"
_OTHER_DELIMITERS = {",": "Kommas", "\t": "Tabulatoren"}
_ENCODINGS = {"windows-1252": "Windows-1252", "utf-16": "UTF-16"}


@dataclass(slots=True)
class _Work:
    """A table while it is tidied."""

    file: str
    changes: list[Change] = field(default_factory=list)
    left: list[Problem] = field(default_factory=list)

    def did(self, place: Place, what: str) -> None:
        self.changes.append(Change(place=place, what=what))


def tidy(file: str, content: bytes, sources: Mapping[str, Source] | None = None) -> Tidied:
    """Tidy one CSV file; `sources` know how each source uses its signs."""
    work = _Work(file)
    after = _tidied(work, content, sources or {})
    changes = tuple(work.changes) if after != content else ()
    return Tidied(file=file, before=content, after=after, changes=changes, left=tuple(work.left))


def _tidied(work: _Work, content: bytes, sources: Mapping[str, Source]) -> bytes:
    read = read_text(content)
    if read is None:
        work.left += [_unreadable(work.file)]
        return content
    if garbled := decode(work.file, read.text.encode("utf-8", "surrogatepass")).problems:
        work.left += garbled
        return content
    _encoding(work, read, content)
    rows, columns = _rows(work, read.text)
    if rows is None or columns is None:
        work.left += _why_not(work.file, content)
        return content
    body = TidyRows(
        work.file,
        rows[0].texts,
        readers(columns),
        sources if holds_figures(work.file, rows[0].texts) else None,
    )
    rows = [rows[0], *(body.row(record) for record in rows[1:])]
    work.changes += body.changes
    work.left += body.left
    return (BOM + written(rows)).encode()


def _unreadable(file: str) -> Problem:
    return error(
        "kodierung",
        Place(file=file),
        "Die Datei ist kein lesbarer Text.",
        "Öffnen Sie die letzte gute Fassung und speichern Sie sie neu als „CSV UTF-8“.",
    )


def _encoding(work: _Work, read: Text, content: bytes) -> None:
    place = Place(file=work.file)
    if read.encoding in _ENCODINGS:
        work.did(place, f"Aus {_ENCODINGS[read.encoding]} in UTF-8 umgewandelt.")
    elif not content.startswith(BOM.encode()):
        work.did(place, "BOM an den Anfang gesetzt; ohne sie zeigt Excel Umlaute falsch.")


def _rows(work: _Work, text: str) -> tuple[list[Record] | None, Columns | None]:
    """The rows with their right delimiter and without empty edges, and what the columns mean."""
    text = _without_preamble(work, text)
    for delimiter in (DELIMITER, *_OTHER_DELIMITERS):
        rows = records(text, delimiter)
        if not rows:
            continue
        rows[0] = rows[0].with_cells(_heading(cell) for cell in rows[0].cells)
        header = tuple(name for name in rows[0].texts if name.strip())
        columns = columns_of(work.file, header)
        if columns and not list(header_faults(work.file, header, columns)):
            return _within_edges(work, _with_semicolons(work, rows, delimiter)), columns
    return None, None


def _heading(cell: Typed) -> Typed:
    name = cell.text.strip()
    return cell if name == cell.text else Typed.of(name)


def _without_preamble(work: _Work, text: str) -> str:
    """Without empty lines above the heading and without the line `sep=;` that Excel understands."""
    lines = text.splitlines(keepends=True)
    count = 0
    for line in lines:
        if not line.strip(" ;\t\r\n") or line.lower().startswith("sep="):
            count += 1
        else:
            break
    if count and count < len(lines):
        work.did(Place(file=work.file, line=1), "Zeilen über der Kopfzeile entfernt.")
        return "".join(lines[count:])
    return text


def _with_semicolons(work: _Work, rows: list[Record], delimiter: str) -> list[Record]:
    if delimiter == DELIMITER:
        return rows
    work.did(
        Place(file=work.file),
        f"Spalten waren mit {_OTHER_DELIMITERS[delimiter]} getrennt; jetzt mit Semikolons.",
    )
    return [row.with_cells(Typed.of(cell.text) for cell in row.cells) for row in rows]


def _within_edges(work: _Work, rows: list[Record]) -> list[Record]:
    """Without empty rows, without columns that have neither heading nor content, without surplus empty
    cells.
    """
    kept = [row for row in rows if not row.is_blank]
    if len(kept) < len(rows):
        work.did(
            Place(file=work.file), f"{_count(len(rows) - len(kept), 'leere Zeile', 'leere Zeilen')} entfernt."
        )
    width = max((i for i, name in enumerate(kept[0].texts, 1) if name), default=0)
    cut = [_cut(row, width) for row in kept]
    if cut != kept:
        place = Place(file=work.file, line=1, column=width + 1, cell=f"{column_letter(width + 1)}1")
        work.did(place, "Leere Zellen rechts neben der Tabelle entfernt.")
    return cut


def _cut(row: Record, width: int) -> Record:
    surplus = row.cells[width:]
    return (
        row
        if not surplus or any(cell.text.strip() for cell in surplus)
        else row.with_cells(row.cells[:width])
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _why_not(file: str, content: bytes) -> Iterator[Problem]:
    """What keeps a file from being tidied, as the check says it."""
    header: Sequence[str] = ()
    if (read := read_text(content)) and (rows := records(read.text)):
        header = tuple(name.strip() for name in rows[0].texts)
    columns = columns_of(file, header)
    if columns is None:
        yield error(
            "kopfzeile",
            Place(file=file, line=1),
            "Diese Datei ist keine Tabelle des Datenpakets.",
            "Tabellen mit Werten beginnen mit gebiet;zeit;…;wert. Amtliche Tabellen liest "
            "scripts/import_table.py.",
        )
        return
    yield from read_table(file, content, columns).problems


def is_table(path: str) -> bool:
    """Whether a path of a package is that of a table."""
    fixed = (layout.TERRITORIES, layout.TERRITORY_KEYS)
    return path in fixed or bool(layout.FIGURES_FILE.fullmatch(path) or layout.CODE_LIST_FILE.fullmatch(path))
