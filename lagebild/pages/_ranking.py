"""A territory among those of its level, at the latest period for which enough of them can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessment.figures.place import SMALLEST_FIELD, peers_of, place_at, reference_day
from lagebild.assessment.figures.series import values_at
from lagebild.findings import IndicatorFindings, Point, RankFinding
from lagebild.model import Indicator, Period, Report
from lagebild.wording import dates, numbers

Row = Mapping[str, Any]

_ROOM = 1.01
"""Leaves the end of the longest whisker its stroke."""


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
    why: str
    """Why an earlier period is shown than the last one; empty otherwise."""


def ranking(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Ranking | str:
    """The ranking with the main territory, or the reason why there is none."""
    if not indicator.between_territories.allowed:
        return indicator.between_territories.reason
    main = findings.main
    if main is None or main.last is None or findings.headline_codes is None:
        return f"Für {report.territories[report.site.main_territory].name} gibt es keinen Wert."
    for point in (p for run in reversed(main.runs) for p in reversed(run)):
        field = _field(report, findings, point)
        if len(field) >= _telling_field(report, point):
            place = place_at(report, indicator, findings.series, (main, point))
            return _ranking(report, indicator, place, field, why=_why(report, point, main.last))
    return "In keinem Zeitraum nennt dieselbe Ausgabe Werte der meisten vergleichbaren Gebiete."


def _telling_field(report: Report, point: Point) -> int:
    """More than half of the level: fewer say little about where a territory stands among all of them."""
    level = 1 + len(peers_of(report, point.observation.territory, reference_day(report, point)))
    return max(level // 2 + 1, SMALLEST_FIELD)


def _field(report: Report, findings: IndicatorFindings, point: Point) -> dict[str, Point]:
    """Territory → its figure, for the territory of a point and its peers in the same period and edition."""
    assert findings.headline_codes is not None
    own = point.observation.territory
    points = values_at(findings.series, findings.headline_codes, point.period.text)
    level = {own, *peers_of(report, own, reference_day(report, point))}
    return {t: p for t, p in points.items() if t in level and p.edition == point.edition}


def _ranking(
    report: Report, indicator: Indicator, place: RankFinding, field: Mapping[str, Point], *, why: str
) -> Ranking:
    unit, territory = report.unit_of(indicator), place.territory
    own = field[territory]
    ordered = sorted(
        field.items(), key=lambda item: (-(item[1].value or 0), report.territories[item[0]].name)
    )
    highest = max(abs(end) for p in field.values() for end in _ends(p)) * _ROOM or 1
    day = reference_day(report, own)
    peers = peers_of(report, territory, day)
    return Ranking(
        period=own.period,
        day=day,
        points=dict(ordered),
        title=_title(report, place, own),
        rows=tuple(
            {
                "name": report.territories[t].name,
                "wert": numbers.figure(p.observation, unit),
                "anteil": max(p.value or 0, 0) / highest,
                "stadt": t == territory,
                "spanne": tuple(max(end, 0) / highest for end in _ends(p)[1:]),
            }
            for t, p in ordered
        ),
        missing=tuple(report.territories[t].name for t in peers if t not in field),
        level=_level(report, field),
        why=why,
    )


def _ends(point: Point) -> tuple[float, ...]:
    """The figure, then the limits of its interval where there is one."""
    limits = point.interval
    return (point.value or 0.0, *((limits.lower, limits.upper) if limits else ()))


def _why(report: Report, own: Point, last: Point) -> str:
    if own.period == last.period:
        return ""
    return (
        f"{dates.period(own.period)} ist der letzte Zeitraum, für den eine Ausgabe Werte der meisten Gebiete "
        f"nennt. Der letzte Wert für {report.territories[own.observation.territory].name} gilt für "
        f"{dates.period(last.period)}."
    )


def _title(report: Report, found: RankFinding, own: Point) -> str:
    if found.rank is None:
        return f"Werte {dates.period(own.period)}"
    return f"{report.territories[found.territory].name}: {_place(found)}"


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
