"""What begins must begin before it ends, and a smallest possible value is not above the largest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lagebild.model import Noun, Place, Report, Table, Territory, TerritoryKey, When
from lagebild.problems import Problem, error

RULE = "zeitraum-verkehrt"


def check(report: Report) -> Iterator[Problem]:
    """Periods of validity that end before they begin."""
    yield from _in_tables(report)
    for noun, start, end, key in _spans(report):
        if start and end and end.last < start.first:
            yield _inverted(noun.origin.at(key), start.first, end.last, end.text)


def _inverted(place: Place, start: date, end: date, value: str | None) -> Problem:
    return error(
        RULE,
        place,
        f"Das Ende ({end.isoformat()}) liegt vor dem Anfang ({start.isoformat()}).",
        "Tauschen Sie die beiden Angaben, oder berichtigen Sie die falsche.",
        value,
    )


def _in_tables(report: Report) -> Iterator[Problem]:
    yield from _of_table(report.tables.get("data/gebiete/gebiete.csv"), report.territories.values())
    yield from _of_table(report.tables.get("data/gebiete/schluessel.csv"), report.territory_keys)


def _of_table(table: Table | None, valid: Iterable[Territory | TerritoryKey]) -> Iterator[Problem]:
    for one in valid:
        if table and one.valid_from and one.valid_to and one.valid_to < one.valid_from:
            place = table.place(one.row, "gueltig_bis")
            yield _inverted(place, one.valid_from, one.valid_to, table.cell(one.row, "gueltig_bis"))


def _spans(report: Report) -> Iterator[tuple[Noun, When | None, When | None, str]]:
    for actor in report.actors.values():
        yield actor, actor.start, actor.end, "bis"
    for funded in report.funding_periods:
        yield funded, funded.start, funded.end, "bis"
    for measure in report.measures.values():
        for responsible in measure.responsible:
            yield responsible, responsible.start, responsible.end, "bis"
    for indicator in report.indicators.values():
        for target in indicator.targets:
            yield target, target.valid_from, target.valid_to, "gilt_bis"
