"""Writing figures into a table: by key, each beside its series, every other row letter by letter as it
was.
"""

from __future__ import annotations

from collections.abc import Sequence

from lagebild.intake.csv_text import Record, Typed, records, written
from lagebild.intake.difference import Difference
from lagebild.intake.grid import number_text
from lagebild.load import layout
from lagebild.model import SIGNS_FOR_ZERO, Indicator, Observation, Report

BOM = "\ufeff"


def merged(report: Report, indicator: Indicator, content: bytes | None, change: Difference) -> bytes:
    """The table with new and changed figures; `content` is what it was, None for a table that is not there
    yet.
    """
    if content is None:
        return _new_table(report, indicator, change.new)
    rows = records(content.decode("utf-8-sig")) or []
    header, body = rows[0], list(rows[1:])
    kept = [row for row in body if not row.is_blank]
    known = {o.row: o for o in report.figures.get(indicator.id, ())}
    after = {c.before.row: c.after for c in change.changed}
    line_end = header.end or "\n"
    lines: list[tuple[Observation | None, Record]] = []
    for number, row in enumerate(kept):
        done = _with_figure(row, header.texts, indicator, after[number]) if number in after else row
        lines.append((known.get(number), done))
    for o in change.new:
        lines.insert(_position(lines, o), (o, _record(header.texts, indicator, o, line_end)))
    # The last row of a file may lack its line end; behind it another row needs one.
    complete = [header, *(row for _, row in lines)]
    ended = [
        row if row.end or row is complete[-1] else Record(row.cells, line_end, row.line, row.number)
        for row in complete
    ]
    bom = BOM if content.startswith(BOM.encode()) else ""
    return (bom + written(ended)).encode()


def _position(lines: Sequence[tuple[Observation | None, Record]], new: Observation) -> int:
    """Behind the earlier figures of its series, else behind its territory, else at the end."""
    series = [
        n
        for n, (o, _) in enumerate(lines)
        if o and (o.territory, o.breakdown) == (new.territory, new.breakdown)
    ]
    if series:
        earlier = [n for n in series if (o := lines[n][0]) and o.period < new.period]
        return earlier[-1] + 1 if earlier else series[0]
    around = [n for n, (o, _) in enumerate(lines) if o and o.territory == new.territory]
    return around[-1] + 1 if around else len(lines)


def _new_table(report: Report, indicator: Indicator, figures: Sequence[Observation]) -> bytes:
    header = layout.figure_columns(tuple(b.id for b in indicator.breakdowns)).all
    territories = list(report.territories)
    codes = [list(report.code_lists.get(b.id, {})) for b in indicator.breakdowns]

    def order(o: Observation) -> tuple[object, ...]:
        ranks = [_rank(known, code) for known, code in zip(codes, o.breakdown, strict=True)]
        return (_rank(territories, o.territory), o.territory, ranks, o.period.first)

    body = [_record(header, indicator, o, "\n") for o in sorted(figures, key=order)]
    head = Record(tuple(Typed.of(name) for name in header), "\n", 1, 1)
    return (BOM + written([head, *body])).encode()


def _rank(known: Sequence[str], word: str) -> int:
    return known.index(word) if word in known else len(known)


def _record(header: Sequence[str], indicator: Indicator, o: Observation, line_end: str) -> Record:
    cells = _cells(indicator, o)
    return Record(tuple(Typed.of(cells.get(name, "")) for name in header), line_end, 0, 0)


def _with_figure(row: Record, header: Sequence[str], indicator: Indicator, o: Observation) -> Record:
    """The row with the cells that differ typed anew; zeit and codes stay as they are typed."""
    cells = _cells(indicator, o)
    fresh = ("wert", "zaehler", "nenner", "zeichen", "quelle", "anmerkung")
    return row.with_cells(
        Typed.of(cells[name]) if name in fresh and cells[name] != cell.text else cell
        for name, cell in zip(header, row.cells, strict=True)
    )


def _cells(indicator: Indicator, o: Observation) -> dict[str, str]:
    hidden = any(sign in SIGNS_FOR_ZERO for sign in o.signs)
    cells = {
        "gebiet": o.territory,
        "zeit": o.period.text,
        "wert": "" if hidden else _number(o.value),
        "zaehler": _number(o.numerator),
        "nenner": _number(o.denominator),
        "zeichen": " ".join(o.signs),
        "quelle": o.source,
        "anmerkung": o.note,
    }
    return cells | dict(zip((b.id for b in indicator.breakdowns), o.breakdown, strict=True))


def _number(value: float | None) -> str:
    return "" if value is None else number_text(value)
