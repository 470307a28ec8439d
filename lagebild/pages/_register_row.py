"""A measure as a row of the register, with the codes by which it is filtered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import responsibility
from lagebild.assessment.record.events import events
from lagebild.model import Measure, Report
from lagebild.pages._related import measure_rows
from lagebild.pages._slug import slug
from lagebild.pages.page import Link
from lagebild.wording import measures
from lagebild.wording.numbers import NBSP


def register_rows(assessed: Assessed, listed: Iterable[Measure], link: Link) -> tuple[dict[str, Any], ...]:
    """Rows as the macro `register` reads them."""
    chosen = tuple(listed)
    rows = measure_rows(assessed, chosen, link)
    return tuple(
        {
            **row,
            "zuletzt": _reported(row),
            "tag": _day(assessed, m),
            "feld": _fields(assessed.report, m),
            "filter": _codes(assessed, m) | {"suche": " ".join(_searched(assessed.report, m))},
        }
        for row, m in zip(rows, chosen, strict=True)
    )


def _day(assessed: Assessed, measure: Measure) -> str:
    """The day of the last report, by which the column is sorted; empty without a date."""
    last = assessed.states[measure.id].last_reported
    return last.when.last.isoformat() if last and last.when else ""


def _searched(report: Report, measure: Measure) -> Iterator[str]:
    """What a search finds although the row does not show it: places, target groups, bodies, all fields."""
    yield measure.short or ""
    yield from measure.target_groups
    yield from (report.fields[f].title for f in measure.fields if f in report.fields)
    yield from (report.territories[t].name for t in measure.territories if t in report.territories)
    bodies = dict.fromkeys((*(one.actor for one in measure.responsible), *measure.partners))
    yield from (report.actors[b].name for b in bodies if b in report.actors)


def _reported(row: Any) -> str:
    return str(row["zuletzt"]) if row["datum"] else f"{row['zuletzt']}, ohne Datum"


def _fields(report: Report, measure: Measure) -> str:
    """`Familie und soziale Herkunft + 2`: the first field and how many more."""
    titles = [report.fields[f].title for f in measure.fields if f in report.fields]
    if not titles:
        return "keines"
    return titles[0] if len(titles) == 1 else f"{titles[0]} +{NBSP}{len(titles) - 1}"


def _codes(assessed: Assessed, measure: Measure) -> dict[str, str]:
    state = assessed.states[measure.id]
    holding = responsibility.responsible_on(measure, assessed.report.day)
    return {
        "feld": " ".join(measure.fields),
        "stand": state.board_class,
        "termin": state.schedule.result,
        "stelle": " ".join(one.actor for one in holding) or "keine",
        "gruppe": " ".join(slug(group) for group in measure.target_groups),
        "bezug": measure.tie,
        "jahr": " ".join(str(year) for year in sorted(set(years_of(measure)))),
    }


def years_of(measure: Measure) -> Iterator[int]:
    """The years of which something was reported."""
    for entry in events(measure):
        if entry.when:
            yield from range(entry.when.first.year, entry.when.last.year + 1)


def choices(assessed: Assessed, listed: Iterable[Measure]) -> tuple[dict[str, Any], ...]:
    """The fields of the filter, each with the choices that occur."""
    report, chosen = assessed.report, tuple(listed)
    codes = [_codes(assessed, m) for m in chosen]

    def occurring(name: str, words: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        used = {c for row in codes for c in row[name].split()}
        return [{"code": c, "titel": title} for c, title in words if c in used]

    groups = sorted({(slug(g), g) for m in chosen for g in m.target_groups}, key=lambda pair: pair[1].lower())
    actors = sorted(((a.id, a.name) for a in report.actors.values()), key=lambda pair: pair[1].lower())
    years = [(str(y), str(y)) for y in sorted({y for m in chosen for y in years_of(m)}, reverse=True)]
    return (
        _choice(
            "feld", "Handlungsfeld", occurring("feld", ((f.id, f.title) for f in report.fields.values()))
        ),
        _choice("stand", "Stand", occurring("stand", measures.BOARD_CLASSES.items())),
        _choice("bezug", "Bezug zur Strategie", occurring("bezug", measures.TIES.items())),
        _choice("termin", "Termin", occurring("termin", measures.SCHEDULES.items())),
        _choice("stelle", "Zuständig heute", occurring("stelle", (*actors, ("keine", "nicht bekannt")))),
        _choice("gruppe", "Zielgruppe", occurring("gruppe", groups)),
        _choice("jahr", "Jahr einer Meldung", occurring("jahr", years)),
    )


def _choice(name: str, title: str, words: list[dict[str, str]]) -> dict[str, Any]:
    return {"name": name, "titel": title, "auswahl": words}
