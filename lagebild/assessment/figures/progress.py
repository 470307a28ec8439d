"""How far a territory is on the way to a target that was decided: the federal method, with a test of chance.

The method takes the last six values, whatever their spacing. So a period without a value ends a trend window
and the chart's line, but not the series that is rated; a break or another edition ends both.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping

from lagebild.assessment.figures.trend import trend_of
from lagebild.findings import Point, Series, TargetFinding
from lagebild.model import Indicator, Period, Report, Target, When
from lagebild.statistics import Aim, Progress, compare_interval, distance_to_target, rate_progress
from lagebild.wording.dates import when as written

# How many earlier periods are rated again beside the latest one.
EARLIER = 5

# What ends a stretch without making earlier values incomparable.
_PASSED_OVER = ("luecke", "zeichen")

_REASONS = {
    "zu-wenige-werte": "weniger als vier vergleichbare Werte in Folge",
    "nicht-nachweisbar": "die Entwicklung ist nicht nachweisbar",
}


def progress_of(
    report: Report,
    indicator: Indicator,
    series: Mapping[tuple[str, tuple[str, ...]], Series],
    codes: tuple[str, ...] | None,
) -> Iterator[TargetFinding]:
    """One finding per target and territory that it concerns, the main one where it names none."""
    for target in indicator.targets:
        for territory in target.territories or (report.site.main_territory,):
            headline = None if codes is None else series.get((territory, codes))
            if codes is None:
                yield _unrated(territory, target, "die Statistik hat keine Hauptreihe")
            elif headline is None:
                yield _unrated(territory, target, "kein Wert")
            else:
                yield _finding(report, indicator, target, headline)


def _finding(report: Report, indicator: Indicator, target: Target, series: Series) -> TargetFinding:
    reason = _obstacle(report, indicator, target, series)
    if reason is not None:
        return _unrated(series.territory, target, reason)
    points = rated_points(series)
    provable = _provable(report, indicator, series)
    rated = _rate(indicator, target, points, provable)
    last = points[-1]
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


def rated_points(series: Series) -> tuple[Point, ...]:
    """The values that a target may be rated on: back to the last break or change of edition, across gaps."""
    points = series.runs[-1]
    for run, parted in zip(reversed(series.runs[:-1]), reversed(series.breaks), strict=False):
        if parted.kind not in _PASSED_OVER:
            break
        points = run + points
    return points


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


def _rate(indicator: Indicator, target: Target, points: tuple[Point, ...], provable: bool | None) -> Progress:
    year = target_time(target.until, points[-1].period) if target.until else None
    aim = Aim(
        kind=target.kind,
        direction=indicator.direction,  # type: ignore[arg-type]  # neutral is an obstacle
        value=None if target.kind == "richtung" else target.value,
        year=year if target.kind == "erreichen" else None,
    )
    times, values = [p.period.index for p in points], [p.value for p in points]
    return rate_progress(times, values, aim, provable=provable)


def target_time(until: When, like: Period) -> float:
    """The target's time on the axis of the figures: their last period that has ended by then."""
    end = until.last
    if like.kind == "quartal":
        ended = (end.month + (end.day == monthrange(end.year, end.month)[1]) - 1) // 3
        return end.year + (ended - 1) * 0.25
    years = end.year - like.last.year
    if (like.last.month, like.last.day) > (end.month, end.day):
        years -= 1
    return like.index + years


def _provable(report: Report, indicator: Indicator, series: Series) -> bool | None:
    trend = trend_of(indicator, report.units[indicator.unit], series)
    return None if trend.result == "nicht-berechenbar" else trend.result in ("steigend", "fallend")


def _earlier(
    report: Report, indicator: Indicator, target: Target, series: Series
) -> Iterator[tuple[str, str]]:
    """What the method says when the later periods are left out; from the figures known today."""
    points = rated_points(series)
    for end in range(max(1, len(points) - EARLIER), len(points)):
        last = points[end - 1].period
        if target.valid_from and last.last < target.valid_from.first:
            continue
        provable = _provable(report, indicator, _until(series, last))
        yield last.text, _rate(indicator, target, points[:end], provable).rating


def _until(series: Series, last: Period) -> Series:
    """The series as it was when `last` was its latest period."""
    cut = (tuple(p for p in run if p.period <= last) for run in series.runs)
    return Series(
        territory=series.territory,
        breakdown=series.breakdown,
        points=tuple(p for p in series.points if p.period <= last),
        runs=tuple(run for run in cut if run),
        breaks=tuple(parted for parted in series.breaks if parted.after <= last),
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
