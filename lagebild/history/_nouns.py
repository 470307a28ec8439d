"""Everything else that planners write down, compared by key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from lagebild.history._comparison import NounChange
from lagebild.history._fields import noun_changes
from lagebild.model import Place, Report


def _keyed(things: Iterable[Any], key: Callable[[Any], Any]) -> dict[str, Any]:
    """Things without an id under what tells them apart; a second one of the same key gets a number."""
    found: dict[str, Any] = {}
    for thing in things:
        name = str(key(thing))
        number = 2
        while name in found:
            name = f"{key(thing)} ({number})"
            number += 1
        found[name] = thing
    return found


def _codes(report: Report) -> dict[str, Any]:
    return {f"{b}/{code}": one for b, codes in report.code_lists.items() for code, one in codes.items()}


_Collect = Callable[[Report], Mapping[str, Any]]
_COLLECTIONS: tuple[tuple[str, _Collect, str], ...] = (
    ("indikator", lambda r: r.indicators, "title"),
    ("handlungsfeld", lambda r: r.fields, "title"),
    ("ziel", lambda r: r.goals, "text"),
    ("beschluss", lambda r: r.decisions, "subject"),
    ("meilenstein", lambda r: _keyed(r.milestones, lambda m: m.id or m.title or m.planned_text), "title"),
    ("empfehlung", lambda r: r.recommendations, "text"),
    ("ereignis", lambda r: r.events, "title"),
    ("foerderperiode", lambda r: _keyed(r.funding_periods, lambda f: f.id or f.title), "title"),
    ("zustaendigkeit", lambda r: _keyed(r.responsibility_changes, lambda c: c.id or c.task), "task"),
    ("konflikt", lambda r: _keyed(r.conflicts, lambda c: c.id or c.question), "question"),
    ("bericht", lambda r: r.reports, "title"),
    ("ausgabe", lambda r: _keyed(r.releases, lambda x: x.version), "title"),
    ("akteur", lambda r: r.actors, "name"),
    ("quelle", lambda r: r.sources, "title"),
    ("angabe", lambda r: _keyed(r.context, lambda c: c.id or f"{c.statement} {c.period or ''}"), "statement"),
    ("revision", lambda r: _keyed(r.revisions, lambda x: f"{x.indicator} {x.date.text} {x.kind}"), "reason"),
    ("begriff", lambda r: _keyed(r.glossary, lambda t: t.word), "word"),
    ("gebiet", lambda r: r.territories, "name"),
    ("gebietsschluessel", lambda r: _keyed(r.territory_keys, lambda k: f"{k.territory} {k.key}"), "key"),
    ("gebietsgrenzen", lambda r: _keyed(r.boundaries, lambda b: b.file), "name"),
    ("einheit", lambda r: r.units, "name"),
    ("code", _codes, "name"),
    ("seite", lambda r: {"seite": r.site}, "title"),
)  # fmt: skip
"""Kind of thing, where a Report keeps it under which keys, and the attribute that names it to readers."""

_TABLES = {
    "gebiet": "data/gebiete/gebiete.csv",
    "gebietsschluessel": "data/gebiete/schluessel.csv",
    "einheit": "data/codelisten/einheiten.csv",
    "code": "data/codelisten/{}.csv",
}
"""Kinds of thing that stand in a table."""
SORTS = tuple(sort for sort, _, _ in _COLLECTIONS)


def all_noun_changes(before: Report, after: Report) -> Iterator[NounChange]:
    """Every other thing that was added, removed or changed."""
    for sort, collect, title in _COLLECTIONS:
        for change in noun_changes(sort, collect(before), collect(after), title=title):
            yield replace(change, place=_in_table(after, change)) if sort in _TABLES else change


def _in_table(after: Report, change: NounChange) -> Place:
    """The row of a thing that stands in a table."""
    file = _TABLES[change.sort].format(change.id.partition("/")[0])
    table = after.tables.get(file)
    if table is None or change.after is None or change.after.row >= len(table.rows):
        return Place(file=file)
    return table.place(change.after.row)
