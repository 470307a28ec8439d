"""A territory's rank among territories of the same administrative level, time, edition and definition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lagebild.assessment.figures.series import values_at
from lagebild.findings import Point, RankFinding, Series
from lagebild.model import Indicator, Report
from lagebild.statistics import Rank, rank_among
from lagebild.wording.dates import period as written

# A rank takes somebody to be ranked with; of how many it is one stands beside it.
SMALLEST_FIELD = 2


def place_of(
    report: Report, indicator: Indicator, series: Mapping[tuple[str, tuple[str, ...]], Series], one: Series
) -> RankFinding | None:
    """The rank at the last period with a value; None where the series has no value at all."""
    return place_at(report, indicator, series, (one, one.last)) if one.last else None


def place_at(
    report: Report,
    indicator: Indicator,
    series: Mapping[tuple[str, tuple[str, ...]], Series],
    at: tuple[Series, Point],
) -> RankFinding:
    """The rank at one point of a series."""
    one, point = at
    peers = peers_of(report, one.territory, reference_day(report, point))
    points = values_at(series, one.breakdown, point.period.text)
    values = {
        ident: points[ident].value if ident in points and points[ident].edition == point.edition else None
        for ident in (one.territory, *peers)
    }
    compared = {ident: point for ident, point in points.items() if values.get(ident) is not None}
    intervals = {ident: point.interval for ident, point in compared.items() if point.interval}
    rank = rank_among(values, one.territory, intervals=intervals)
    reason = _obstacle(indicator, point, rank)
    return RankFinding(
        territory=one.territory,
        period=point.period.text,
        rank=None if reason else rank.position,
        of=rank.of,
        tied=1 + len(rank.tied_with),
        missing=rank.missing,
        reason=reason,
    )


def _obstacle(indicator: Indicator, last: Point, rank: Rank) -> str | None:
    if not indicator.between_territories.allowed:
        return indicator.between_territories.reason
    if rank.of < SMALLEST_FIELD:
        return f"für {written(last.period)} gibt es in derselben Ausgabe zu wenige vergleichbare Gebiete"
    if rank.meaningful is False:
        return "die Unsicherheitsbereiche überlappen so weit, dass ein Rang nichts aussagt"
    return None


def reference_day(report: Report, point: Point) -> date:
    """The day whose territories the figures show: the source's territorial status, else the period's end."""
    source = report.source_of(point.observation)
    status = source.territorial_status if source else None
    if status and status != "jeweils":
        try:
            return date.fromisoformat(status)
        except ValueError:
            return point.period.last
    return point.period.last


def peers_of(report: Report, territory: str, day: date) -> tuple[str, ...]:
    """The other territories of the same administrative level on a day, in the order of the list.

    The level is read off the official key that was valid then (five digits: a district or a district-free
    town), within the same Land; without a key, off the declared kind and the territory it belongs to.
    """
    level = _level(report, territory, day)
    return tuple(
        other.id
        for other in report.territories.values()
        if other.id != territory and other.exists_on(day) and _level(report, other.id, day) == level
    )


def _level(report: Report, territory: str, day: date) -> tuple[str, str]:
    for key in report.territory_keys:
        valid = (key.valid_from or date.min) <= day <= (key.valid_to or date.max)
        if key.territory == territory and key.kind == "ags" and valid and key.key[:2].isdigit():
            return str(len(key.key)), key.key[:2] if len(key.key) > 2 else ""
    one = report.territories[territory]
    return one.kind, one.parent or ""
