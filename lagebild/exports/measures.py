"""The register of measures to download: as JSON with every entry, and as a table for people.

- `daten/massnahmen.json`: every measure with its state of the day, its history and who is responsible
- `daten/massnahmen.csv`, `-excel.csv`, `.xlsx`: one row per measure
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import xlsxwriter

from lagebild.assessed import Assessed
from lagebild.assessment.responsibility import responsible_on
from lagebild.exports._cells import plain
from lagebild.exports.measures_json import measure_json
from lagebild.findings import MeasureState
from lagebild.model import Measure, Report

BOM = "\ufeff"
HEADER = (
    "id",
    "titel",
    "typ",
    "handlungsfelder",
    "zuordnung",
    "strategiebezug",
    "phase",
    "phase_seit",
    "stand_unklar",
    "termin",
    "zuletzt_gemeldet",
    "zuletzt_gemeldet_am",
    "zustaendig",
    "zielgruppen",
    "gebiete",
    "eintraege",
)


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """The four forms of the register."""
    listed = [measure_json(m, assessed.states[m.id]) for m in assessed.report.measures.values()]
    yield "daten/massnahmen.json", (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()
    table = [
        HEADER,
        *(_row(assessed.report, m, assessed.states[m.id]) for m in assessed.report.measures.values()),
    ]
    yield "daten/massnahmen.csv", _csv(table, ",").encode()
    yield "daten/massnahmen-excel.csv", (BOM + _csv(table, ";")).encode()
    yield "daten/massnahmen.xlsx", _workbook(assessed.report, table)


def _row(report: Report, measure: Measure, state: MeasureState) -> tuple[str, ...]:
    last = state.last_reported
    cells = (
        measure.id,
        measure.title,
        measure.kind,
        _listed(measure.fields),
        measure.assignment,
        measure.tie,
        state.phase or "",
        state.since.isoformat() if state.since else "",
        "ja" if state.unclear else "nein",
        state.schedule.result,
        last.status if last else "",
        last.when.text if last and last.when else "",
        _listed(r.actor for r in responsible_on(measure, report.day)),
        _listed(measure.target_groups),
        _listed(measure.territories),
        str(len(measure.history)),
    )
    return tuple(plain(cell) for cell in cells)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _csv(table: list[tuple[str, ...]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(table)
    return out.getvalue()


def _workbook(report: Report, table: list[tuple[str, ...]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # A clock would change the bytes of every build.
    book.set_properties({"created": datetime.combine(report.day, datetime.min.time(), UTC)})
    sheet = book.add_worksheet("Maßnahmen")
    bold = book.add_format({"bold": True})
    for number, line in enumerate(table):
        for column, cell in enumerate(line):
            sheet.write_string(number, column, cell, bold if number == 0 else None)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table) - 1, len(HEADER) - 1)
    sheet.set_column(0, 1, 36)
    sheet.set_column(2, len(HEADER) - 1, 18)
    book.close()
    return out.getvalue()
