"""How far a territory is on the way to a target that was decided: the federal method, with a test of chance."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.assessment.figures.trend import trend_of
from lagebild.findings import Point, Series, TargetFinding
from lagebild.model import Indicator, Report, Target, When
from lagebild.statistics import Aim, Progress, compare_interval, distance_to_target, rate_progress
from lagebild.wording.dates import when as written

# How many earlier periods are rated again beside the latest one.
EARLIER = 5

_REASONS = {
    "zu-wenige-werte": "weniger als vier vergleichbare Werte in Folge",
    "nicht-nachweisbar": "die Entwicklung ist nicht nachweisbar",
}


def progress_of(report: Report, indicator: Indicator, series: Series) -> Iterator[TargetFinding]:
    """One finding per target that concerns the territory of the series."""
    for target in indicator.targets:
        concerned = target.territories or (report.site.main_territory,)
        if series.territory in concerned:
            yield _finding(report, indicator, target, series)


def _finding(report: Report, indicator: Indicator, target: Target, series: Series) -> TargetFinding:
    reason = _obstacle(report, indicator, target, series)
    if reason is not None:
        return _unrated(series.territory, target, reason)
    run = series.runs[-1]
    provable = _provable(report, indicator, series)
    rated = _rate(indicator, target, run, provable)
    last = run[-1]
    return TargetFinding(
        territory=series.territory,
        target=target,
        rating=rated.rating,
        unchecked_rating=rated.rating_without_test,
        provable=provable,
        unstable=rated.unstable,
        projection=rated.projection,
        reason=_REASONS[rated.reason] if rated.reason else None,
        indistinguishable=_indistinguishable(last, target),
        earlier=tuple(_earlier(report, indicator, target, series)),
        distance=_distance(indicator, target, last),
        years_left=_years_left(target, last),
    )


def _obstacle(report: Report, indicator: Indicator, target: Target, series: Series) -> str | None:
    if target.valid_from and report.day < target.valid_from.first:
        return f"das Ziel gilt erst ab {written(target.valid_from)}"
    if target.valid_to and report.day > target.valid_to.last:
        return f"das Ziel galt bis {written(target.valid_to)}"
    if indicator.direction == "neutral":
        return "für den Indikator ist keine erwünschte Richtung festgelegt"
    if not indicator.over_time.allowed:
        return indicator.over_time.reason
    if target.kind != "richtung" and target.value is None:
        return "das Ziel nennt keinen Wert"
    if target.kind == "erreichen" and target.until is None:
        return "das Ziel nennt keine Frist"
    return None if series.runs else "kein Wert"


def _rate(indicator: Indicator, target: Target, run: tuple[Point, ...], provable: bool | None) -> Progress:
    aim = Aim(
        kind=target.kind,
        direction=indicator.direction,  # type: ignore[arg-type]  # neutral is an obstacle
        value=None if target.kind == "richtung" else target.value,
        year=_target_time(target.until, run[-1]) if target.kind == "erreichen" and target.until else None,
    )
    return rate_progress([p.period.index for p in run], [p.value for p in run], aim, provable=provable)


def _target_time(until: When, like: Point) -> float:
    """The target's time on the axis of the figures: the last period of their kind that ends by then."""
    last = until.last
    if like.period.kind == "schuljahr":
        return float(last.year - 1)
    if like.period.kind == "quartal":
        return last.year + (3 * ((last.month - 1) // 3)) / 12
    return last.year + (last.month - 1) / 12 if like.period.kind == "stichtag" else float(last.year)


def _provable(report: Report, indicator: Indicator, series: Series) -> bool | None:
    trend = trend_of(indicator, report.units[indicator.unit], series)
    return None if trend.result == "nicht-berechenbar" else trend.result in ("steigend", "fallend")


def _earlier(
    report: Report, indicator: Indicator, target: Target, series: Series
) -> Iterator[tuple[str, str]]:
    """What the method says when the later periods are left out; from the figures known today."""
    run = series.runs[-1]
    for end in range(max(1, len(run) - EARLIER), len(run)):
        shorter = _cut(series, run[:end])
        rated = _rate(indicator, target, run[:end], _provable(report, indicator, shorter))
        yield run[end - 1].period.text, rated.rating


def _cut(series: Series, run: tuple[Point, ...]) -> Series:
    points = tuple(p for p in series.points if p.period <= run[-1].period)
    return Series(
        territory=series.territory,
        breakdown=series.breakdown,
        points=points,
        runs=(*series.runs[:-1], run),
        breaks=series.breaks,
    )


def _indistinguishable(last: Point, target: Target) -> bool:
    if last.interval is None or target.value is None:
        return False
    return compare_interval(last.interval, target.value) == "aehnlich"


def _distance(indicator: Indicator, target: Target, last: Point) -> float | None:
    if target.value is None or last.value is None or indicator.direction == "neutral":
        return None
    return distance_to_target(last.value, target.value, direction=indicator.direction).difference


def _years_left(target: Target, last: Point) -> int | None:
    return None if target.until is None else max(0, target.until.last.year - last.period.last.year)


def _unrated(territory: str, target: Target, reason: str) -> TargetFinding:
    return TargetFinding(
        territory=territory,
        target=target,
        rating="nicht-bewertbar",
        unchecked_rating="nicht-bewertbar",
        provable=None,
        unstable=False,
        projection=None,
        reason=reason,
    )
