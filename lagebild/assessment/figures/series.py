"""Which figures belong together in time, and where a line must end.

A run is a stretch of figures that may be compared with each other: one edition, no declared break, no missing
period, no sign in place of a value. Trend, change and the chart's line never leave a run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from lagebild.findings import Point, Series, SeriesBreak
from lagebild.model import Break, Indicator, Observation, Period, Report, Unit
from lagebild.statistics import Interval, count_interval, proportion_interval, rate_interval
from lagebild.wording import numbers
from lagebild.wording.dates import period as written

# Years between two periods of a rhythm; the others are read off the table.
_STEPS = {"jaehrlich": 1.0, "zweijaehrlich": 2.0}
# Key dates wander by some weeks from year to year: that is neither a gap nor another rhythm. At most half a
# step, so that a missing quarter or month is still seen.
_WANDERING = 0.2


def series_of(report: Report, indicator: Indicator) -> dict[tuple[str, tuple[str, ...]], Series]:
    """Every series of an indicator by territory and breakdown codes, in the order of the table."""
    observations = report.figures.get(indicator.id, ())
    step = step_between_periods(indicator, observations)
    rows: dict[tuple[str, tuple[str, ...]], list[Observation]] = defaultdict(list)
    for observation in observations:
        rows[observation.territory, observation.breakdown].append(observation)
    return {
        key: _series(report, indicator, sorted(group, key=lambda o: o.period), step)
        for key, group in rows.items()
    }


def headline_codes(indicator: Indicator) -> tuple[str, ...] | None:
    """The codes of the headline series in the order of the breakdowns; None where it has none."""
    if indicator.main_series is None:
        return None
    chosen = dict(indicator.main_series)
    return tuple(chosen.get(breakdown.id, "") for breakdown in indicator.breakdowns)


def step_between_periods(indicator: Indicator, observations: Sequence[Observation]) -> float:
    """Years from one period to the next: by the declared rhythm, else the most frequent distance.

    No rhythm has a word for quarters, so their distance is always read off the table: it may be one quarter
    of every year.
    """
    quarterly = any(o.period.kind == "quartal" for o in observations)
    if indicator.rhythm in _STEPS and not quarterly:
        return _STEPS[indicator.rhythm]
    indices = sorted({o.period.index for o in observations})
    distances = Counter(round(b - a, 2) for a, b in pairwise(indices))
    return min(distances, key=lambda d: (-distances[d], d)) if distances else 1.0


def _series(report: Report, indicator: Indicator, rows: Sequence[Observation], step: float) -> Series:
    unit = report.units[indicator.unit]
    points = tuple(
        Point(observation=o, interval=_interval(o, unit), edition=_edition(report, o)) for o in rows
    )
    runs: list[list[Point]] = []
    breaks: list[SeriesBreak] = []
    previous: Point | None = None
    without_value: list[Point] = []
    for point in points:
        if point.value is None:
            without_value.append(point)
            continue
        found = _break_between(report, indicator, without_value, previous, point, step) if previous else None
        if found:
            breaks.append(found)
        if found or not runs:
            runs.append([])
        runs[-1].append(point)
        previous, without_value = point, []
    return Series(
        territory=rows[0].territory,
        breakdown=rows[0].breakdown,
        points=points,
        runs=tuple(tuple(run) for run in runs),
        breaks=tuple(breaks),
    )


def _edition(report: Report, observation: Observation) -> str:
    source = report.source_of(observation)
    return source.series if source else observation.source


def _interval(observation: Observation, unit: Unit) -> Interval | None:
    """The interval that fits the unit, where the counts are known; never invented from a rate alone."""
    x, n = observation.numerator, observation.denominator
    if observation.value is None:
        return None
    if unit.kind == "anzahl":
        return _interval_of_count(observation, unit)
    if x is None or n is None:
        return None
    if unit.kind == "anteil":
        return proportion_interval(x, n, multiplier=unit.factor)
    return rate_interval(x, n, multiplier=unit.factor) if unit.kind == "rate" else None


def _interval_of_count(observation: Observation, unit: Unit) -> Interval | None:
    """The interval of a count: of the numerator where there is one, else of the value itself.

    None where neither is a number of events: "less than half a unit" is published as 0 but is not a count of
    none, and how many events a unit such as "thousand" stands for only the numerator tells.
    """
    count, value = observation.numerator, observation.value
    assert value is not None  # _interval asks for figures with a value only
    if count is None:
        counted = unit.factor == 1 and observation.sign != "weniger-als-halb"
        return count_interval(value) if counted else None
    if count == value:
        return count_interval(count)
    if not count or not value:
        return None
    limits, scale = count_interval(count), value / count
    return Interval(
        lower=limits.lower * scale, upper=limits.upper * scale, level=limits.level, method=limits.method
    )


def _break_between(
    report: Report, indicator: Indicator, missing: Sequence[Point], before: Point, after: Point, step: float
) -> SeriesBreak | None:
    """Why two neighbouring values may not be joined; the weightiest reason, None if they may.

    `missing` are the points without a value that stand between them.
    """
    kind_reason = (
        _declared(indicator, before, after)
        or _other_edition(report, before, after)
        or _no_value(missing)
        or _gap(before, after, step)
        or _never_in_time(indicator)
    )
    if kind_reason is None:
        return None
    kind, reason = kind_reason
    return SeriesBreak(before=before.period, after=after.period, kind=kind, reason=reason)


def _declared(indicator: Indicator, before: Point, after: Point) -> tuple[str, str] | None:
    found = next(
        (b for b in breaks_for(indicator, after.observation.territory)
         if before.period.first < first_day_after(b, after.period) <= after.period.last), None,
    )  # fmt: skip
    return ("bruch", found.reason) if found else None


def breaks_for(indicator: Indicator, territory: str) -> Iterable[Break]:
    """The declared breaks that concern a territory."""
    return (b for b in indicator.breaks if b.territories is None or territory in b.territories)


def first_day_after(found: Break, like: Period) -> date:
    """The first day after a break; for school years `ab: 2016` means the one that begins in 2016."""
    start = found.start.first
    by_year = found.start.text == str(start.year) or "/" in found.start.text
    return date(start.year, like.first.month, 1) if like.kind == "schuljahr" and by_year else start


def _other_edition(report: Report, before: Point, after: Point) -> tuple[str, str] | None:
    if before.edition == after.edition:
        return None
    earlier, later = (_title(report, point) for point in (before, after))
    return "ausgabe", f"andere Ausgabe: bis {written(before.period)} {earlier}, danach {later}"


def _title(report: Report, point: Point) -> str:
    source = report.source_of(point.observation)
    return source.title if source else point.edition


def _no_value(missing: Sequence[Point]) -> tuple[str, str] | None:
    if not missing:
        return None
    sign = missing[0].observation.sign or "unbekannt"
    return "zeichen", f"{written(missing[0].period)}: {numbers.SIGN_WORDS[sign]}"


def _gap(before: Point, after: Point, step: float) -> tuple[str, str] | None:
    if after.period.index - before.period.index <= step + wandering(step):
        return None
    return "luecke", f"zwischen {written(before.period)} und {written(after.period)} fehlen Werte"


def wandering(step: float) -> float:
    """By how many years the distance of two neighbouring periods may differ from the step."""
    return min(_WANDERING, step / 2)


def _never_in_time(indicator: Indicator) -> tuple[str, str] | None:
    return None if indicator.over_time.allowed else ("zeitvergleich", indicator.over_time.reason)


def values_at(
    series: Mapping[tuple[str, tuple[str, ...]], Series], codes: tuple[str, ...], period: str
) -> dict[str, Point]:
    """Territory → its point with a value at a period, for one combination of codes."""
    return {
        territory: point
        for (territory, breakdown), one in series.items()
        if breakdown == codes
        for point in one.points
        if point.period.text == period and point.value is not None
    }
