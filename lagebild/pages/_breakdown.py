"""An indicator by age, sex or type: small charts side by side and a table of the last period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.charts import small_multiples, stacked
from lagebild.findings import IndicatorFindings, Point, Series
from lagebild.model import Breakdown, Indicator, Period, Report, Unit
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages._value_table import cell, legend
from lagebild.pages.page import Figure
from lagebild.wording import dates, numbers

Row = Mapping[str, Any]

MOST_PANELS = 9
"""More small charts than three rows of three are no longer read side by side; the table holds all."""
_KINDS = {
    "vollstaendig": "Die Gruppen ergeben zusammen die Gesamtheit.",
    "ueberlappend": "Die Gruppen überschneiden sich und dürfen nicht addiert werden.",
}
_CROSSED = ("Zeilen", "Spalten")
_ABSENT: Row = {"text": numbers.SIGN_CHARACTERS["unbekannt"], "wort": numbers.SIGN_WORDS["unbekannt"]}
# A dash would mean zero in a table of statistics.
_OTHER: Row = {
    "text": numbers.SIGN_CHARACTERS["nicht-sinnvoll"],
    "wort": "nicht vergleichbar: andere Ausgabe",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One breakdown of an indicator."""

    id: str
    title: str
    note: str
    unit: str
    panels: tuple[tuple[str, Figure], ...]
    """Name of the code and its chart; empty where the parts are stacked."""
    stack: Figure | None
    """The parts on top of each other, where they add up to the total."""
    table_title: str
    columns: tuple[Row, ...]
    rows: tuple[Row, ...]
    legend: tuple[Row, ...]


def groups(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[Group]:
    """One group per breakdown for which the main territory has figures.

    Two breakdowns without a headline series have no codes that the other one could keep: they are crossed.
    """
    if findings.headline_codes is None and len(indicator.breakdowns) == len(_CROSSED):
        if crossed := _crossed(report, indicator, findings):
            yield crossed
        return
    for breakdown in indicator.breakdowns:
        found = small_multiples.panels(report, indicator, findings, breakdown.id)
        if found:
            yield _group(report, indicator, findings, breakdown, found)


def _group(
    report: Report,
    indicator: Indicator,
    findings: IndicatorFindings,
    breakdown: Breakdown,
    found: Sequence[small_multiples.Panel],
) -> Group:
    unit, main = report.unit_of(indicator), report.site.main_territory
    own = [findings.series[main, panel.codes] for panel in found]
    period = max(s.last.period for s in own if s.last)
    territories = [t for t in (main, *indicator.comparators) if _comparable(findings, own, t, period)]
    points = [[_at(findings.series.get((t, s.breakdown)), period) for t in territories] for s in own]
    stack = _stack(report, indicator, findings, breakdown)
    return Group(
        id=breakdown.id,
        title=f"Nach {_name(breakdown.id)}",
        note=_KINDS[breakdown.kind],
        unit=unit.name,
        panels=() if stack else tuple(_panels(breakdown.id, unit, found)),
        stack=stack,
        table_title=f"{dates.period(period)} ({unit.name})",
        columns=tuple(
            {"titel": hyphenated(report.territories[t].name), "stadt": t == main} for t in territories
        ),
        rows=tuple(
            {"kopf": hyphenated(panel.title), "zellen": tuple(_cells(row, unit))}
            for panel, row in zip(found, points, strict=True)
        ),
        legend=(*legend(p.observation for row in points for p in row if p), *_other_edition(points)),
    )


def _crossed(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Group | None:
    """The main territory's last period, the longer list of codes in rows, the shorter in columns."""
    main, unit = report.site.main_territory, report.unit_of(indicator)
    own = {codes: s for (t, codes), s in findings.series.items() if t == main and s.last}
    if not own:
        return None
    period = max(s.last.period for s in own.values() if s.last)
    lists = [_codes_used(report, b, {codes[i] for codes in own}) for i, b in enumerate(indicator.breakdowns)]
    down = 0 if len(lists[0]) > len(lists[1]) else 1
    points = {codes: point for codes, s in own.items() if (point := _at(s, period))}
    return Group(
        id="gruppen",
        title=f"Nach {_name(indicator.breakdowns[down].id)} und {_name(indicator.breakdowns[1 - down].id)}",
        note=f"{report.territories[main].name}. {_KINDS[indicator.breakdowns[down].kind]}",
        unit=unit.name,
        panels=(),
        stack=None,
        table_title=f"{dates.period(period)} ({unit.name})",
        columns=tuple({"titel": hyphenated(name)} for _, name in lists[1 - down]),
        rows=tuple(
            {
                "kopf": hyphenated(name),
                "zellen": tuple(
                    _crossed_cell(points, (code, other), down, unit) for other, _ in lists[1 - down]
                ),
            }
            for code, name in lists[down]
        ),
        legend=tuple(legend(p.observation for p in points.values())),
    )


def _codes_used(report: Report, breakdown: Breakdown, used: set[str]) -> list[tuple[str, str]]:
    """Code and name of every used code of a breakdown, in the order of its list."""
    known = sorted(report.code_lists.get(breakdown.id, {}).values(), key=lambda c: c.order)
    return [(c.code, c.name) for c in known if c.code in used]


def _crossed_cell(
    points: Mapping[tuple[str, ...], Point], codes: tuple[str, str], down: int, unit: Unit
) -> Row:
    point = points.get(codes if down == 0 else codes[::-1])
    return cell(point.observation, unit) if point else _ABSENT


_NAMES = {"geschlecht": "Geschlecht", "altersgruppe": "Alter", "abschluss": "Abschluss"}


def _name(ident: str) -> str:
    return _NAMES.get(ident, ident.replace("-", " ").capitalize())


def _stack(
    report: Report, indicator: Indicator, findings: IndicatorFindings, breakdown: Breakdown
) -> Figure | None:
    view = stacked.view(report, indicator, findings, breakdown.id)
    if view is None:
        return None
    unit = report.unit_of(indicator)
    _, when, values = view.columns[-1]
    said = ", ".join(
        f"{part} {numbers.number(value, unit.decimals)}"
        for part, value in zip(view.parts, values, strict=True)
    )
    return Figure(
        ident=f"merkmal-{breakdown.id}",
        wide=stacked.spec(view, stacked.SIZES.wide),
        narrow=stacked.spec(view, stacked.SIZES.narrow),
        title=f"{indicator.title} nach {_name(breakdown.id)}",
        description=f"{when}: {said} ({unit.name}). Alle Werte: Tabelle.",
    )


def _panels(ident: str, unit: Unit, found: Sequence[small_multiples.Panel]) -> Iterator[tuple[str, Figure]]:
    for number, panel in enumerate(found[:MOST_PANELS], start=1):
        last = panel.view.lines[0].dots[-1]
        yield (
            panel.title,
            Figure(
                ident=f"merkmal-{ident}-{number}",
                wide=small_multiples.spec(panel.view, small_multiples.SIZES.wide),
                narrow=small_multiples.spec(panel.view, small_multiples.SIZES.narrow),
                title=panel.title,
                description=f"{last.label}: {numbers.with_name(last.value, unit)}. Alle Werte: Tabelle.",
            ),
        )


def _comparable(findings: IndicatorFindings, own: Sequence[Series], territory: str, period: Period) -> bool:
    """Whether a territory has a value of the same edition for any of the codes."""
    return any(
        (mine := _at(s, period)) and (theirs := _at(findings.series.get((territory, s.breakdown)), period))
        and theirs.value is not None and theirs.edition == mine.edition
        for s in own
    )  # fmt: skip


def _other_edition(points: Iterable[Sequence[Point | None]]) -> Iterator[Row]:
    """The legend of what stands in place of figures of another edition."""
    if any(row[0] and p and p.edition != row[0].edition for row in points for p in row):
        yield {"zeichen": _OTHER["text"], "text": _OTHER["wort"]}


def _at(series: Series | None, period: Period) -> Point | None:
    return next((p for p in series.points if p.period == period), None) if series else None


def _cells(points: Sequence[Point | None], unit: Unit) -> Iterator[Row]:
    own = points[0]
    for point in points:
        if point is None:
            yield _ABSENT
        elif own and point.edition != own.edition:
            yield _OTHER
        else:
            yield cell(point.observation, unit)
