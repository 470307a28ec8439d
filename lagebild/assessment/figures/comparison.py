"""A territory's latest figure beside those of its comparators: one edition, one period, one definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lagebild.assessment.figures.series import breaks_for, first_day_after
from lagebild.findings import ComparisonFinding, Point, Series
from lagebild.model import Indicator, Report
from lagebild.statistics import compare_interval, compare_values, judge
from lagebild.wording.dates import period as written

PART_OF_WHOLE = "teil-des-ganzen"


def comparisons_of(
    report: Report, indicator: Indicator, series: Mapping[tuple[str, tuple[str, ...]], Series], one: Series
) -> Iterator[ComparisonFinding]:
    """One finding per comparator, at the last period for which the territory has a value."""
    if one.last is None:
        return
    for other in indicator.comparators:
        if other == one.territory:
            continue
        theirs = series.get((other, one.breakdown))
        point = _point_at(theirs, one.last.period.text) if theirs else None
        yield _finding(report, indicator, one.last, other, point)


def _finding(
    report: Report, indicator: Indicator, own: Point, other: str, theirs: Point | None
) -> ComparisonFinding:
    reason = _obstacle(report, indicator, own, other, theirs)
    outcome, tested = "nicht-vergleichbar", False
    if reason is None and theirs is not None:
        outcome, tested = _outcome(report, indicator, own, theirs)
    return ComparisonFinding(
        territory=own.observation.territory,
        other=other,
        period=own.period.text,
        breakdown=own.observation.breakdown,
        result=outcome,
        judgement=None if reason else judge(outcome, indicator.direction),  # type: ignore[arg-type]
        reason=reason,
        hint=PART_OF_WHOLE if other in ancestors(report, own.observation.territory) else None,
        value=own.value,
        other_value=theirs.value if theirs else None,
        tested=tested,
    )


def _obstacle(
    report: Report, indicator: Indicator, own: Point, other: str, theirs: Point | None
) -> str | None:
    if not indicator.between_territories.allowed:
        return indicator.between_territories.reason
    if theirs is None or theirs.value is None:
        return f"für {written(own.period)} liegt dort kein Wert vor"
    if own.edition != theirs.edition:
        return "die Werte stammen aus verschiedenen Ausgaben"
    return _one_sided_break(indicator, own, other)


def _one_sided_break(indicator: Indicator, own: Point, other: str) -> str | None:
    """A break that only one of two territories went through parts their definitions from then on."""
    passed = {
        territory: {
            found.reason
            for found in breaks_for(indicator, territory)
            if first_day_after(found, own.period) <= own.period.last
        }
        for territory in (own.observation.territory, other)
    }
    only_one = passed[own.observation.territory] ^ passed[other]
    return f"Bruch nur in einem der beiden Gebiete: {min(only_one)}" if only_one else None


def _outcome(report: Report, indicator: Indicator, own: Point, theirs: Point) -> tuple[str, bool]:
    assert own.value is not None  # Series.last has a value
    assert theirs.value is not None  # else there is an obstacle
    if own.interval:
        return compare_interval(own.interval, theirs.value), True
    decimals = report.units[indicator.unit].decimals
    return compare_values(own.value, theirs.value, decimals=decimals), False


def _point_at(series: Series, period: str) -> Point | None:
    return next((p for p in series.points if p.period.text == period), None)


def ancestors(report: Report, territory: str) -> tuple[str, ...]:
    """The territories that contain a territory, nearest first."""
    chain: list[str] = []
    current = report.territories.get(territory)
    while current and current.parent and current.parent not in chain:
        chain.append(current.parent)
        current = report.territories.get(current.parent)
    return tuple(chain)
