"""A territory among those of its level, at the latest period for which enough of them can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessment.figures.place import SMALLEST_FIELD, peers_of
from lagebild.assessment.figures.series import values_at
from lagebild.findings import IndicatorFindings, Point, RankFinding
from lagebild.model import Indicator, Period, Report, Unit
from lagebild.wording import dates, numbers

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Territories of one level with their figures of one period and edition, the highest first."""

    period: Period
    day: date
    """The day whose territories the figures show."""
    points: Mapping[str, Point]
    """Territory → its figure, the highest first."""
    title: str
    rows: tuple[Row, ...]
    """As the macro `rangliste` reads them."""
    missing: tuple[str, ...]
    """Names of territories without a comparable figure."""
    level: str
    """What the territories are called together."""


def ranking(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Ranking | str:
    """The ranking with the main territory, or the reason why there is none."""
    if not indicator.between_territories.allowed:
        return indicator.between_territories.reason
    main = findings.main
    if main is None or main.last is None or findings.headline_codes is None:
        return f"Für {report.territories[report.site.main_territory].name} gibt es keinen Wert."
    for point in reversed([p for run in main.runs for p in run]):
        field = _field(report, findings, point)
        if len(field) >= SMALLEST_FIELD:
            return _ranking(report, report.unit_of(indicator), findings, point, field)
    return "In keinem Jahr nennt dieselbe Ausgabe Werte für genügend vergleichbare Gebiete."


def _field(report: Report, findings: IndicatorFindings, point: Point) -> dict[str, Point]:
    """Territory → its figure, for the territory of a point and its peers in the same period and edition."""
    assert findings.headline_codes is not None
    own = point.observation.territory
    points = values_at(findings.series, findings.headline_codes, point.period.text)
    level = {own, *peers_of(report, own, _day_of(report, point))}
    return {t: p for t, p in points.items() if t in level and p.edition == point.edition}


def _day_of(report: Report, point: Point) -> date:
    """The day whose territories a figure shows: its source's territorial status, else the period's end."""
    source = report.source_of(point.observation)
    status = source.territorial_status if source else None
    return date.fromisoformat(status) if status and status != "jeweils" else point.period.last


def _ranking(
    report: Report, unit: Unit, findings: IndicatorFindings, own: Point, field: Mapping[str, Point]
) -> Ranking:
    territory = own.observation.territory
    ordered = sorted(
        field.items(), key=lambda item: (-(item[1].value or 0), report.territories[item[0]].name)
    )
    highest = max(abs(p.value or 0) for p in field.values()) or 1
    day = _day_of(report, own)
    peers = peers_of(report, territory, day)
    return Ranking(
        period=own.period,
        day=day,
        points=dict(ordered),
        title=_title(report, findings, own),
        rows=tuple(
            {
                "name": report.territories[t].name,
                "wert": numbers.figure(p.observation, unit),
                "anteil": max(p.value or 0, 0) / highest,
                "stadt": t == territory,
            }
            for t, p in ordered
        ),
        missing=tuple(report.territories[t].name for t in peers if t not in field),
        level=_level(report, field),
    )


def _title(report: Report, findings: IndicatorFindings, own: Point) -> str:
    territory = own.observation.territory
    name, year = report.territories[territory].name, dates.period(own.period)
    found = next(
        (r for r in findings.ranks if r.territory == territory and r.period == own.period.text), None
    )
    if found is None or found.rank is None:
        return f"Werte {year}"
    return f"{name}: {_place(found)}"


def _place(found: RankFinding) -> str:
    shared = f", geteilt mit {found.tied - 1} anderen" if found.tied > 1 else ""
    return f"Rang {found.rank} von {found.of}{shared} (1 = niedrigster Wert)"


def _level(report: Report, field: Mapping[str, Point]) -> str:
    kinds = {report.territories[t].kind for t in field}
    if kinds <= {"kreis", "stadt"}:
        return "Kreise"
    return {"gemeinde": "Gemeinden", "land": "Länder", "stadtteil": "Stadtteile"}.get(
        next(iter(kinds)), "Gebiete"
    )
