"""An indicator's figures to download: for machines, for German Excel, and as a workbook that explains itself.

- `daten/indikatoren/<id>.csv`: comma, decimal point, UTF-8; what programs read
- `daten/indikatoren/<id>-excel.csv`: semicolon, decimal comma, UTF-8 with BOM; what German Excel opens
- `daten/indikatoren/<id>.xlsx`: figures, what they mean, sources and signs
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version

import xlsxwriter

from lagebild.assessed import Assessed
from lagebild.charts import render
from lagebild.exports._cells import Cell, comma, plain, point
from lagebild.model import Indicator, Observation, Report
from lagebild.wording import dates, numbers

BOM = "\ufeff"
Sheets = Mapping[str, Sequence[Sequence[Cell]]]


def files(assessed: Assessed, cache: render.Cache | None = None) -> Iterator[tuple[str, bytes]]:
    """The three forms of every indicator."""
    report = assessed.report
    for indicator in report.indicators.values():
        stem = f"daten/indikatoren/{indicator.id}"
        yield f"{stem}.csv", machine_csv(report, indicator)
        yield f"{stem}-excel.csv", excel_csv(report, indicator)
        yield f"{stem}.xlsx", workbook(report, indicator, cache)


def header(indicator: Indicator) -> tuple[str, ...]:
    """The columns of the contract's table, with the territory's name beside its id."""
    return (
        "gebiet",
        "gebiet_name",
        "zeit",
        *(b.id for b in indicator.breakdowns),
        "wert",
        "zaehler",
        "nenner",
        "zeichen",
        "quelle",
        "anmerkung",
    )


def rows(report: Report, indicator: Indicator) -> Iterator[tuple[Cell, ...]]:
    """One row per figure, in the order of the planner's table."""
    for o in report.figures.get(indicator.id, ()):
        yield _row(report, o)


def _row(report: Report, o: Observation) -> tuple[Cell, ...]:
    territory = report.territories.get(o.territory)
    return (
        o.territory,
        territory.name if territory else o.territory,
        o.period.text,
        *o.breakdown,
        o.value,
        o.numerator,
        o.denominator,
        " ".join(o.signs),
        o.source,
        o.note,
    )


def machine_csv(report: Report, indicator: Indicator) -> bytes:
    """Comma separated, decimal point, no byte order mark."""
    return _csv(header(indicator), ([point(c) for c in row] for row in rows(report, indicator)), ",").encode()


def excel_csv(report: Report, indicator: Indicator) -> bytes:
    """Semicolon separated, decimal comma, with the byte order mark that German Excel needs for umlauts."""
    return (
        BOM + _csv(header(indicator), ([comma(c) for c in row] for row in rows(report, indicator)), ";")
    ).encode()


def _csv(head: Sequence[str], body: Iterator[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(body)
    return out.getvalue()


def workbook(report: Report, indicator: Indicator, cache: render.Cache | None = None) -> bytes:
    """Three sheets: Werte, Bedeutung, Quellen. The same data gives the same bytes."""
    sheets: Sheets = {
        "Werte": [header(indicator), *rows(report, indicator)],
        "Bedeutung": list(_meaning(report, indicator)),
        "Quellen": list(_sources(report, indicator)),
    }
    decides = f"{_FORM}|{version('xlsxwriter')}|{indicator.title}|{report.day}|{sheets}"
    key = f"{hashlib.sha256(decides.encode()).hexdigest()}.xlsx"
    return render.remembered(cache, key, lambda: _workbook(sheets, indicator.title, report.day))


_FORM = "1"
"""Changes whenever this module writes the same sheets with other bytes."""


def _workbook(sheets: Sheets, title: str, day: date) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # The file's own date is the report's day: a clock would change the bytes of every build.
    book.set_properties({"title": title, "created": datetime.combine(day, datetime.min.time(), UTC)})
    bold = book.add_format({"bold": True})
    for name, lines in sheets.items():
        _sheet(book, name, lines, bold)
    book.close()
    return out.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, lines: Sequence[Sequence[Cell]], bold: object) -> None:
    sheet = book.add_worksheet(name)
    for number, line in enumerate(lines):
        for column, cell in enumerate(line):
            style = bold if number == 0 else None
            if isinstance(cell, float):
                sheet.write_number(number, column, cell, style)
            elif cell:
                sheet.write_string(number, column, plain(cell), style)
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(lines[0]):
        width = max(
            [len(str(head)), *(len(str(line[column])) for line in lines[1:200] if column < len(line))]
        )
        sheet.set_column(column, column, min(60, width + 2))


def _meaning(report: Report, indicator: Indicator) -> Iterator[tuple[Cell, Cell]]:
    yield "Angabe", "Inhalt"
    unit = report.unit_of(indicator)
    facts = {
        "Titel": indicator.title,
        "Kurz": indicator.short,
        "Einheit": unit.name,
        "Zähler": indicator.numerator,
        "Nenner": indicator.denominator,
        "Definition": indicator.definition,
        "Zeitbezug": indicator.time_reference,
        "Hinweise": indicator.notes,
        "Geprüft": indicator.checked,
        "Stand der Daten": dates.day(report.day),
        "Zusammengestellt von": report.site.title,
    }
    yield from ((key, value) for key, value in facts.items() if value)
    yield from ((f"Bruch ab {b.start.text}", b.reason) for b in indicator.breaks)
    used = {sign for o in report.figures.get(indicator.id, ()) for sign in o.signs}
    yield from (
        (f"Zeichen „{sign}“", numbers.SIGN_WORDS[sign]) for sign in sorted(used) if sign in numbers.SIGN_WORDS
    )


def _sources(report: Report, indicator: Indicator) -> Iterator[tuple[Cell, ...]]:
    yield (
        "Kennung",
        "Titel",
        "Herausgeber",
        "Lizenz",
        "Adresse der Lizenz",
        "Adresse",
        "Abgerufen",
        "Gebietsstand",
    )
    used = dict.fromkeys(o.source for o in report.figures.get(indicator.id, ()))
    for source in (report.sources[ident] for ident in used if ident in report.sources):
        yield (
            source.id,
            source.title,
            source.publisher or "",
            source.licence or "",
            source.licence_url or "",
            source.url or "",
            source.retrieved.text if source.retrieved else "",
            source.territorial_status or "",
        )
