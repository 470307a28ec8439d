"""All territories with a figure at one period, for the folded table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.findings import IndicatorFindings, Point
from lagebild.model import Indicator, Report, Unit
from lagebild.wording import dates, numbers

Row = Mapping[str, Any]

_WORTH_A_TABLE = 2
"""The figure of one territory alone stands on the page already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Everywhere:
    """Every territory's figure at one period, for the folded table."""

    title: str
    rows: tuple[tuple[Row, ...], ...]
    """Cells of the macro `tabelle`: territory, figure, source."""


def everywhere(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Everywhere | None:
    """All territories at the main territory's last period, else at the last one of all."""
    codes = findings.headline_codes
    points = [
        p for (_, c), s in findings.series.items() if c == codes for p in s.points if p.value is not None
    ]
    if codes is None or not points:
        return None
    main = findings.main.last.period if findings.main and findings.main.last else None
    period = main or max(p.period for p in points)
    unit = report.unit_of(indicator)
    chosen = [p for p in points if p.period == period]
    if len(chosen) < _WORTH_A_TABLE:
        return None
    return Everywhere(
        title=f"{dates.period(period)}: alle {len(chosen)} Gebiete mit Wert ({unit.name})",
        rows=tuple(_territory_row(report, p, unit) for p in sorted(chosen, key=lambda p: -(p.value or 0))),
    )


def _territory_row(report: Report, point: Point, unit: Unit) -> tuple[Row, ...]:
    shown = numbers.figure(point.observation, unit)
    source = report.source_of(point.observation)
    return (
        {"text": report.territories[point.observation.territory].name},
        {"text": f"{shown} {numbers.marks(point.observation)}".strip(), "wert": point.value},
        {"text": source.title if source else point.observation.source},
    )
