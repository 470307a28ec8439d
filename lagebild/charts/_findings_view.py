"""From findings to the view of a line chart. Runs and breaks are those of the findings and never joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from lagebild.charts._view import Aim, Dot, Gap, Line, LineView, Stage
from lagebild.charts.style import ROLES
from lagebild.findings import IndicatorFindings, Point, Series
from lagebild.model import Indicator, Period, Report, Target, Territory
from lagebild.wording import dates

_MISSING = ("luecke", "zeichen")
_NEW_EDITION = ("ausgabe", "bruch")
_EDITION_WORDS = {"ausgabe": "andere Ausgabe", "bruch": "Bruch in der Reihe"}
NO_VALUE = "kein Wert"


def line_view(
    report: Report, indicator: Indicator, findings: IndicatorFindings, codes: tuple[str, ...] | None
) -> LineView | None:
    """The lines of the main territory and its comparators for one combination of codes.

    Figures of comparators before the main territory's first one are left out. None where no territory has a
    figure: the page then says why instead of showing an empty frame.
    """
    if codes is None:
        return None
    main, unit = report.site.main_territory, report.unit_of(indicator)
    # Beside the count of a country that of a city is a flat line; only shares and rates stand side by side.
    others = () if unit.kind == "anzahl" else indicator.comparators
    found = {t: findings.series.get((t, codes)) for t in (main, *others)}
    series = {t: s for t, s in found.items() if s is not None and s.runs}
    if not series:
        return None
    view = LineView(
        lines=tuple(_lines(report, series)),
        periods=_periods(s for s in found.values() if s is not None),
        stages=territory_stages(report, main, indicator.time_reference),
        symbol=unit.symbol, decimals=unit.decimals,
    )  # fmt: skip
    if main not in series:
        return view
    first = series[main].runs[0][0].period.index
    view = view.within(first, max(at for at, _ in view.periods))
    return replace(
        view,
        gaps=_gaps(series[main], view.periods),
        aims=_aims(report, indicator, series[main]) if codes == findings.headline_codes else (),
    )


def _lines(report: Report, series: Mapping[str, Series]) -> Iterator[Line]:
    """One line per territory; a second one of the same role gets a dash of its own."""
    taken: set[str] = set()
    for territory, one in series.items():
        role = (
            "stadt" if territory == report.site.main_territory else ROLES[report.territories[territory].kind]
        )
        role = "kreis2" if role in taken else role
        taken.add(role)
        yield _line(report.territories[territory], one, role)


def _line(territory: Territory, series: Series, role: str) -> Line:
    return Line(
        name=territory.name,
        role=role,
        runs=tuple(tuple(_dot(p) for p in run) for run in series.runs),
        fresh=tuple(_is_fresh(series, run[0].period) for run in series.runs),
    )


def _dot(point: Point) -> Dot:
    value = point.value
    assert value is not None, "runs hold figures only"
    limits = point.interval
    return Dot(
        at=point.period.index, value=value, label=period_words(point.period),
        low=limits.lower if limits else None, high=limits.upper if limits else None,
        provisional="vorlaeufig" in point.observation.signs,
    )  # fmt: skip


def _is_fresh(series: Series, start: Period) -> bool:
    return any(b.kind in _NEW_EDITION and b.after <= start for b in series.breaks)


def period_words(period: Period) -> str:
    """A period as an axis names it: 2019, 2018/19, 3. Qu. 2019."""
    if period.kind == "schuljahr":
        return f"{period.first.year}/{period.last.year % 100:02}"
    if period.kind == "quartal":
        return f"{(period.first.month + 2) // 3}.\u00a0Qu. {period.first.year}"
    return str(period.first.year)


def _periods(series: Iterable[Series]) -> tuple[tuple[float, str], ...]:
    found = {p.period.index: period_words(p.period) for s in series for p in s.points}
    return tuple(sorted(found.items()))


def _gaps(series: Series, periods: Sequence[tuple[float, str]]) -> tuple[Gap, ...]:
    """The interruptions of the main line; several reasons for one of them become one gap.

    Figures that may never be compared over time are points without a line, which needs no band.
    """
    gaps = []
    for run, following in pairwise(series.runs):
        before, after = run[-1].period, following[0].period
        kinds = [b.kind for b in series.breaks if before <= b.before and b.after <= after]
        edition = next((_EDITION_WORDS[k] for k in kinds if k in _NEW_EDITION), "")
        missing = any(k in _MISSING for k in kinds) or _between(periods, before.index, after.index)
        words = NO_VALUE if missing else ""
        if words or edition:
            gaps.append(Gap(before=before.index, after=after.index, words=words, edition=edition))
    last = series.runs[-1][-1].period.index
    if any(at > last for at, _ in periods):
        gaps.append(Gap(before=last, after=None, words=NO_VALUE, edition=""))
    return tuple(gaps)


def _between(periods: Sequence[tuple[float, str]], low: float, high: float) -> bool:
    return any(low < at < high for at, _ in periods)


def _aims(report: Report, indicator: Indicator, series: Series) -> tuple[Aim, ...]:
    main = report.site.main_territory
    return tuple(
        _aim(target, series, report.day)
        for target in indicator.targets
        if target.value is not None and target.until is not None
        and (target.territories is None or main in target.territories)
    )  # fmt: skip


def _aim(target: Target, series: Series, day: date) -> Aim:
    assert target.value is not None
    assert target.until is not None
    start = target.valid_from.first.year if target.valid_from else series.runs[-1][-1].period.index
    return Aim(
        start=float(start), until=float(target.until.first.year), value=target.value,
        current=target.valid_to is None or target.valid_to.last >= day,
        milestones=tuple((float(m.until.first.year), m.value) for m in target.milestones),
    )  # fmt: skip


_DISTRICT_DIGITS = 5
"""An official key of five digits names a district or a city that is a district of its own; municipalities
within a district have eight (Destatis, Gemeindeverzeichnis)."""


def territory_stages(report: Report, territory: str, time_reference: str) -> tuple[Stage, ...]:
    """What the territory belonged to over time, from its official keys; empty where that never changed."""
    keys = sorted(
        (k for k in report.territory_keys if k.territory == territory and k.kind == "ags"),
        key=lambda k: k.valid_from or date.min,
    )
    if len(keys) < 2:
        return ()
    one = report.territories[territory]
    return tuple(
        _stage(report, one, (k.key, None if i == 0 else k.valid_from), time_reference)
        for i, k in enumerate(keys)
    )


_MUNICIPALITIES = {"stadt": "Stadt", "gemeinde": "Gemeinde"}


def _stage(
    report: Report, territory: Territory, since: tuple[str, date | None], time_reference: str
) -> Stage:
    key, day = since
    district = _district(report, key, day)
    kind = _MUNICIPALITIES.get(territory.kind, territory.name)
    label = f"{territory.name} kreisfrei" if district is None else f"{kind} im {district}"
    return Stage(
        start=None if day is None else place_of_day(day, time_reference),
        label=label if day is None else f"{dates.day(day)}: {label}",
        short="kreisfrei" if district is None else "im Kreis",
    )


def _district(report: Report, key: str, day: date | None) -> str | None:
    if len(key) <= _DISTRICT_DIGITS:
        return None
    day = day or date.min
    for k in report.territory_keys:
        if k.kind == "ags" and k.key == key[:_DISTRICT_DIGITS] and k.valid_from and k.valid_from <= day:
            return report.territories[k.territory].name
    return None


def place_of_day(day: date, time_reference: str) -> float:
    """Where a day lies on an axis of periods, whose marks stand for their middle except for single days."""
    exact = day.year + (day.month - 1) / 12 + (day.day - 1) / 365
    middle = {"jahr": 0.5, "jahresdurchschnitt": 0.5, "schuljahr": 13 / 12, "quartal": 0.125}
    return exact - middle.get(time_reference, 0.0)
