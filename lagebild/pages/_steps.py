"""The change from one period to the next, wherever two neighbouring figures may be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from lagebild.findings import Point, Series
from lagebild.model import Indicator, Report, Unit
from lagebild.statistics import describe_change
from lagebild.wording import dates, numbers, units

Row = Mapping[str, Any]

_NOTHING_BEFORE: Row = {"text": "–"}
_EXTREMES_FROM = 3
"""Of two figures one is always the higher: that is no peak."""


def step_rows(report: Report, indicator: Indicator, series: Series | None) -> tuple[tuple[Row, ...], ...]:
    """Rows of the table of steps, the newest first; empty where nothing may be compared over time."""
    if series is None or not indicator.over_time.allowed:
        return ()
    unit = report.unit_of(indicator)
    return tuple(row for run in reversed(series.runs) for row in reversed(list(_run(run, unit))))


def step_columns(unit: Unit) -> tuple[Row, ...]:
    """Heads of the table: the difference in the unit, for shares also in per cent."""
    return (
        {"titel": "Zeitraum"},
        {"titel": "Wert", "zahl": True},
        {"titel": units.difference_name(unit), "zahl": True},
        {"titel": "in Prozent des Werts davor", "zahl": True},
    )


def _run(run: tuple[Point, ...], unit: Unit) -> Iterator[tuple[Row, ...]]:
    if len(run) < 2:
        return
    marked = _extremes(run)
    yield (
        {"text": dates.period(run[0].period)},
        {
            "text": numbers.figure(run[0].observation, unit),
            "etikett": marked.get(run[0].value or 0.0, ""),
        },
        _NOTHING_BEFORE,
        _NOTHING_BEFORE,
    )
    for before, after in pairwise(run):
        if before.value is None or after.value is None:
            continue
        change = describe_change(before.value, after.value, years=after.period.index - before.period.index)
        yield (
            {"text": f"{dates.period(after.period)} gegenüber {dates.period(before.period)}"},
            {"text": numbers.figure(after.observation, unit), "etikett": marked.get(after.value, "")},
            {"text": numbers.signed(change.difference, unit.decimals)},
            {"text": "–" if change.percent is None else numbers.signed(change.percent, 1)},
        )


def _extremes(run: tuple[Point, ...]) -> dict[float, str]:
    values = [p.value for p in run if p.value is not None]
    if len(values) < _EXTREMES_FROM or min(values) == max(values):
        return {}
    return {max(values): "höchster Wert", min(values): "niedrigster Wert"}
