"""The table of an indicator's figures: periods in rows, territories in columns, new editions as rows.

Rows, cells and columns have the form that the macro `wertetabelle` reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.findings import IndicatorFindings, Point, Series
from lagebild.model import Indicator, Observation, Period, Report, Unit
from lagebild.pages._latest import headline_group
from lagebild.pages._origin import territorial_status
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.wording import dates, numbers

Row = Mapping[str, Any]

HEADS = {"jahr": "Jahr", "stichtag": "Stichtag", "schuljahr": "Schuljahr", "quartal": "Quartal"}
"""Kind of period → heading of the first column."""
_NEW_EDITION = ("ausgabe", "bruch")
# A cell without a row in the data: no edition in use names a figure, which is not the same as zero.
# A dash would mean zero in a table of statistics.
_NO_INTERVAL: Row = {"text": numbers.SIGN_CHARACTERS["nicht-sinnvoll"], "wort": "nicht berechenbar"}
_ABSENT: Row = {"text": numbers.SIGN_CHARACTERS["unbekannt"], "wort": numbers.SIGN_WORDS["unbekannt"]}
_MOST_PERIODS = 5
"""As many columns as a phone has room for."""
_MAX_NOTES = 3
"""More different notes on one sign would bury its meaning; they stand in the downloads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueTable:
    """What the table shows."""

    title: str
    head: str
    columns: tuple[Row, ...]
    rows: tuple[Row, ...]
    legend: tuple[Row, ...]
    status: tuple[str, ...]
    """Which territories come from which source and territorial status."""


def value_table(report: Report, indicator: Indicator, findings: IndicatorFindings) -> ValueTable | None:
    """The figures of the main territory and its comparators, else those of all territories.

    None where the headline series has no row at all.
    """
    shown = _shown(report, indicator, findings)
    if not shown:
        return _by_territory(report, indicator, findings)
    unit, main = report.unit_of(indicator), report.site.main_territory
    periods = _periods(shown, main)
    observations = [o for s in shown.values() for p in s.points if (o := p.observation).period in periods]
    return ValueTable(
        title=_title_of_table(report, indicator),
        head=HEADS[periods[0].kind],
        columns=tuple(_columns(report, shown, main)),
        rows=tuple(_rows(report, unit, shown, periods)),
        legend=(
            *_whole_legend(shown, observations, len(periods)),
            *_interval_legend(shown.get(main), periods),
        ),
        status=territorial_status(report, observations),
    )


def _by_territory(report: Report, indicator: Indicator, findings: IndicatorFindings) -> ValueTable | None:
    """Territories in rows and the last periods in columns: for figures of parts or others only."""
    rows = [s for (_, codes), s in findings.series.items() if codes == findings.headline_codes and s.runs]
    if not rows:
        return None
    unit = report.unit_of(indicator)
    periods = sorted({p.period for s in rows for p in s.points})[-_MOST_PERIODS:]
    observations = [o for s in rows for p in s.points if (o := p.observation).period in periods]
    return ValueTable(
        title=_title_of_table(report, indicator),
        head="Gebiet",
        columns=tuple({"titel": _narrow_head(period)} for period in periods),
        rows=tuple(
            {
                "kopf": report.territories[s.territory].name,
                "zellen": tuple(_cell_at(s, period, unit) for period in periods),
            }
            for s in rows
        ),
        legend=tuple(legend(observations)),
        status=territorial_status(report, observations),
    )


def _title_of_table(report: Report, indicator: Indicator) -> str:
    group = headline_group(report, indicator)
    return f"Werte{': ' if group else ''}{group} ({report.unit_of(indicator).name})"


def _shown(report: Report, indicator: Indicator, findings: IndicatorFindings) -> dict[str, Series]:
    """Main territory first, then every comparator with a value."""
    main = report.site.main_territory
    found = {t: findings.headline(t) for t in (main, *indicator.comparators)}
    return {t: s for t, s in found.items() if s and (s.runs or t == main)}


def _periods(shown: Mapping[str, Series], main: str) -> list[Period]:
    """Every period from the main territory's first row on."""
    periods = sorted({p.period for s in shown.values() for p in s.points})
    first = shown[main].points[0].period if main in shown else periods[0]
    return [p for p in periods if p.first >= first.first]


def _columns(report: Report, shown: Mapping[str, Series], main: str) -> Iterator[Row]:
    for territory, series in shown.items():
        yield {"titel": hyphenated(report.territories[territory].name), "stadt": territory == main}
        if territory == main and _has_intervals(series):
            yield {"titel": hyphenated("Unsicherheitsbereich")}


def _has_intervals(series: Series) -> bool:
    return any(p.interval for p in series.points)


def _rows(
    report: Report, unit: Unit, shown: Mapping[str, Series], periods: Iterable[Period]
) -> Iterator[Row]:
    main = shown.get(report.site.main_territory)
    editions = _edition_rows(report, main) if main else {}
    for period in periods:
        if period in editions:
            yield {"ausgabe": editions[period]}
        yield {"kopf": _head(period), "zellen": tuple(_cells(unit, shown, main, period))}


def _head(period: Period) -> str:
    return period.text if period.kind == "schuljahr" else dates.period(period)


def _narrow_head(period: Period) -> str:
    """A key date in figures, with a place to break before the year."""
    return f"{period.first:%d.%m.}\u200b{period.first.year}" if period.kind == "stichtag" else _head(period)


def _cells(unit: Unit, shown: Mapping[str, Series], main: Series | None, period: Period) -> Iterator[Row]:
    for series in shown.values():
        yield _cell_at(series, period, unit)
        if series is main and _has_intervals(series):
            yield _interval(_at(series, period), unit)


def _at(series: Series, period: Period) -> Point | None:
    return next((p for p in series.points if p.period == period), None)


def _cell_at(series: Series, period: Period, unit: Unit) -> Row:
    point = _at(series, period)
    return cell(point.observation, unit) if point else _ABSENT


def _interval(point: Point | None, unit: Unit) -> Row:
    limits = point.interval if point else None
    if limits is None:
        return _NO_INTERVAL
    low, high = (numbers.number(limit, unit.decimals) for limit in (limits.lower, limits.upper))
    return {"text": f"{low}–{high}"}


def _has_interval(point: Point | None) -> bool:
    return point is not None and point.interval is not None


def cell(observation: Observation, unit: Unit) -> Row:
    """One figure with its sign and marks, and what is read aloud in their place."""
    words = "; ".join(numbers.SIGN_WORDS[s] for s in observation.signs)
    return {
        "text": numbers.figure(observation, unit),
        "wort": words if observation.value is None or observation.sign else f"({words})" if words else "",
        "zeichen": numbers.marks(observation),
    }


def _edition_rows(report: Report, series: Series) -> dict[Period, str]:
    """Period → the row that stands before it, where the main territory's edition or definition changes."""
    parted = [b for b in series.breaks if b.kind in _NEW_EDITION]
    if not parted:
        return {}
    name = report.territories[series.territory].name
    rows = {series.points[0].period: f"{name}: {_title(report, series.points[0])}"}
    for one in parted:
        after = next(p for p in series.points if p.period == one.after)
        start = _first_of_edition(series, one.before, after) if one.kind == "ausgabe" else one.after
        rows[start] = (
            f"Andere Ausgabe: {name} aus {_title(report, after)}. Nicht mit den Werten davor vergleichen."
            if one.kind == "ausgabe"
            else f"Bruch in der Reihe: {one.reason.rstrip('.')}. Nicht mit den Werten davor vergleichen."
        )
    return rows


def _first_of_edition(series: Series, before: Period, after: Point) -> Period:
    """A row with a sign between two editions belongs to the one that says so."""
    return next(p.period for p in series.points if p.period > before and p.edition == after.edition)


def _title(report: Report, point: Point) -> str:
    source = report.source_of(point.observation)
    return source.title if source else point.observation.source


def _interval_legend(main: Series | None, periods: Iterable[Period]) -> Iterator[Row]:
    """What stands where some figures of the main territory have an interval and others have none."""
    if main and _has_intervals(main) and not all(_has_interval(_at(main, p)) for p in periods):
        yield {"zeichen": _NO_INTERVAL["text"], "text": "Unsicherheitsbereich nicht berechenbar"}


def _whole_legend(
    shown: Mapping[str, Series], observations: Sequence[Observation], periods: int
) -> tuple[Row, ...]:
    """The signs of the data, and the one for cells that have no row in the data."""
    rows = tuple(legend(observations))
    if len(observations) == periods * len(shown) or any(r["zeichen"] == _ABSENT["text"] for r in rows):
        return rows
    return (*rows, {"zeichen": _ABSENT["text"], "text": "kein Wert in den genutzten Ausgaben"})


def legend(observations: Iterable[Observation]) -> Iterator[Row]:
    """Every sign and mark that occurs, with what it means and the notes that the data give."""
    notes: dict[str, dict[str, None]] = {}
    for observation in observations:
        for sign in observation.signs:
            kept = notes.setdefault(sign, {})
            if observation.note:
                kept[observation.note] = None
    for sign, found in notes.items():
        character = numbers.SIGN_CHARACTERS.get(sign) or numbers.MARK_CHARACTERS.get(sign) or "( )"
        yield {"zeichen": character, "text": _meaning(sign, tuple(found))}


def _meaning(sign: str, notes: tuple[str, ...]) -> str:
    said = "; ".join(notes) if len(notes) <= _MAX_NOTES else "Gründe in den Daten zum Herunterladen"
    return f"{numbers.SIGN_WORDS[sign]}: {said}" if said else numbers.SIGN_WORDS[sign]
