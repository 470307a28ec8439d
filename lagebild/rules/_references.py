"""A reference: a place in the data where one thing names another by its id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lagebild.model import Evidence, Indicator, Measure, Noun, Place, Report, Table

CODE = "code:"
"""Kind of a reference to a value of a breakdown; the breakdown's id follows."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One id at one place."""

    kind: str
    """gebiet, quelle, akteur, indikator, handlungsfeld, massnahme, ziel, beschluss, einheit, merkmal,
    beliebig (a conflict or context figure may belong to several kinds of things), or `CODE` with a
    breakdown."""
    ident: str
    place: Place
    times: int = 1
    """How often a table names it in this column; the place is the first."""


def references(report: Report) -> Iterator[Reference]:
    """Every reference in the data; those in tables once per column and id."""
    yield from _of_site(report)
    yield from _of_territories(report)
    yield from _of_code_lists(report)
    for indicator in report.indicators.values():
        yield from _of_indicator(indicator)
        yield from _of_figures(report, indicator)
    for measure in report.measures.values():
        yield from _of_measure(measure)
    yield from _of_strategy(report)
    yield from _of_sources(report)


def _one(kind: str, noun: Noun, key: str, ident: str | None) -> Iterator[Reference]:
    if ident is not None:
        yield Reference(kind, ident, noun.origin.at(key))


def _many(kind: str, noun: Noun, key: str, idents: Iterable[str] | None) -> Iterator[Reference]:
    for index, ident in enumerate(idents or ()):
        yield Reference(kind, ident, noun.origin.at(key, index))


def _evidence(evidence: Iterable[Evidence]) -> Iterator[Reference]:
    for one in evidence:
        yield from _one("quelle", one, "quelle", one.source)


def _of_site(report: Report) -> Iterator[Reference]:
    yield from _one("gebiet", report.site, "hauptgebiet", report.site.main_territory)
    yield from _many("indikator", report.site, "kennzahlen", report.site.key_indicators)


def _of_territories(report: Report) -> Iterator[Reference]:
    if table := report.tables.get("data/gebiete/gebiete.csv"):
        for territory in report.territories.values():
            if territory.parent:
                yield Reference("gebiet", territory.parent, table.place(territory.row, "uebergeordnet"))
    if table := report.tables.get("data/gebiete/schluessel.csv"):
        for key in report.territory_keys:
            yield Reference("gebiet", key.territory, table.place(key.row, "gebiet"))
    for outlines in report.boundaries:
        for ident in outlines.features:
            yield Reference("gebiet", ident, Place(file=outlines.file))


def _of_code_lists(report: Report) -> Iterator[Reference]:
    for breakdown, codes in report.code_lists.items():
        if table := report.tables.get(f"data/codelisten/{breakdown}.csv"):
            for code in codes.values():
                if code.part_of:
                    yield Reference(f"{CODE}{breakdown}", code.part_of, table.place(code.row, "teil_von"))


def _of_indicator(indicator: Indicator) -> Iterator[Reference]:
    yield from _many("handlungsfeld", indicator, "handlungsfelder", indicator.fields)
    yield from _one("einheit", indicator, "einheit", indicator.unit)
    yield from _many("gebiet", indicator, "vergleich", indicator.comparators)
    for breakdown in indicator.breakdowns:
        yield from _one("merkmal", breakdown, "id", breakdown.id)
    for broken in indicator.breaks:
        yield from _many("gebiet", broken, "gebiete", broken.territories)
    for target in indicator.targets:
        yield from _one("beschluss", target, "beschluss", target.decision)
        yield from _many("gebiet", target, "gebiete", target.territories)


def _of_figures(report: Report, indicator: Indicator) -> Iterator[Reference]:
    named = [
        ("gebiet", "gebiet"),
        ("quelle", "quelle"),
        *((f"{CODE}{b.id}", b.id) for b in indicator.breakdowns),
    ]
    table = report.tables.get(indicator.table)
    if table is None:
        return
    first: dict[tuple[str, str, str], int] = {}
    times: Counter[tuple[str, str, str]] = Counter()
    for row, spot in _in_rows(report, indicator, table, named):
        first.setdefault(spot, row)
        times[spot] += 1
    for (kind, column, ident), row in first.items():
        yield Reference(kind, ident, table.place(row, column), times[kind, column, ident])


def _in_rows(
    report: Report, indicator: Indicator, table: Table, named: Sequence[tuple[str, str]]
) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Each id in a table. A row with an unusable figure names things all the same: all is told at once."""
    figures = {one.row: one for one in report.figures.get(indicator.id, ())}
    for row in range(len(table.rows)):
        one = figures.get(row)
        cells = (table.cell(row, column) for _, column in named)
        idents = (one.territory, one.source, *one.breakdown) if one else map(_whole_id, cells)
        for (kind, column), ident in zip(named, idents, strict=False):
            if ident:
                yield row, (kind, column, ident)


def _whole_id(cell: str) -> str:
    """What a cell of an unusable row names; whatever else stands there has been told when it was read."""
    return cell if re.fullmatch(r"[\w-]+", cell) else ""


def _of_measure(measure: Measure) -> Iterator[Reference]:
    yield from _many("handlungsfeld", measure, "handlungsfelder", measure.fields)
    yield from _many("ziel", measure, "ziele", measure.goals)
    yield from _many("gebiet", measure, "gebiete", measure.territories)
    yield from _many("akteur", measure, "partner", measure.partners)
    yield from _one("massnahme", measure, "nachfolger", measure.successor)
    for responsible in measure.responsible:
        yield from _one("akteur", responsible, "akteur", responsible.actor)
        yield from _evidence(responsible.evidence)
    for link in measure.indicators:
        yield from _one("indikator", link, "id", link.id)
    yield from _evidence(funding.evidence for funding in measure.funding if funding.evidence)
    for entry in measure.history:
        yield from _evidence(entry.evidence)


def _of_strategy(report: Report) -> Iterator[Reference]:
    yield from _of_goals_and_recommendations(report)
    yield from _of_events_and_decisions(report)
    for change in report.responsibility_changes:
        yield from _one("akteur", change, "von", change.before)
        yield from _one("akteur", change, "an", change.after)
        yield from _evidence(change.evidence)
    for conflict in report.conflicts:
        yield from _many("beliebig", conflict, "gehoert_zu", conflict.belongs_to)
        for statement in conflict.statements:
            yield from _one("quelle", statement, "quelle", statement.source)
    for milestone in report.milestones:
        yield from _evidence(milestone.evidence)
    for funded in report.funding_periods:
        yield from _evidence(funded.evidence)


def _of_goals_and_recommendations(report: Report) -> Iterator[Reference]:
    for goal in report.goals.values():
        yield from _one("handlungsfeld", goal, "handlungsfeld", goal.field)
        yield from _one("beschluss", goal, "beschluss", goal.decision)
        yield from _many("quelle", goal, "quellen", goal.sources)
    for advice in report.recommendations.values():
        yield from _one("handlungsfeld", advice, "handlungsfeld", advice.field)
        yield from _one("akteur", advice, "von", advice.actor)
        yield from _many("massnahme", advice, "massnahmen", advice.measures)
        yield from _evidence(advice.evidence)


def _of_events_and_decisions(report: Report) -> Iterator[Reference]:
    for event in report.events.values():
        yield from _one("akteur", event, "gremium", event.body)
        yield from _one("beschluss", event, "beschluss", event.decision)
        yield from _many("massnahme", event, "massnahmen", event.measures)
        yield from _evidence(event.evidence)
    for decision in report.decisions.values():
        yield from _one("akteur", decision, "gremium", decision.body)
        yield from _many("massnahme", decision, "massnahmen", decision.measures)
        yield from _evidence(decision.evidence)


def _of_sources(report: Report) -> Iterator[Reference]:
    for field in report.fields.values():
        yield from _many("quelle", field, "quellen", field.sources)
    for published in report.reports.values():
        yield from _many("quelle", published, "quellen", published.sources)
    for actor in report.actors.values():
        yield from _one("akteur", actor, "uebergeordnet", actor.parent)
        yield from _many("akteur", actor, "nachfolger", actor.successor)
        yield from _many("quelle", actor, "quellen", actor.sources)
    for figure in report.context:
        yield from _one("gebiet", figure, "gebiet", figure.territory)
        yield from _one("quelle", figure, "quelle", figure.source)
        yield from _many("beliebig", figure, "gehoert_zu", figure.belongs_to)
    for revision in report.revisions:
        yield from _one("indikator", revision, "indikator", revision.indicator)
        yield from _many("gebiet", revision, "gebiete", revision.territories)
        yield from _one("quelle", revision, "quelle", revision.source)
    for term in report.glossary:
        yield from _one("quelle", term, "quelle", term.source)
