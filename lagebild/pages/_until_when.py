"""Until when there are figures for the main territory, and why: the box of the start page.

Where a town passes from one district to another, or into one, its official key changes and statistics of
districts no longer list it. The day comes from the keys, the years from the figures; nothing is said that
these two do not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lagebild.assessed import Assessed
from lagebild.charts import availability
from lagebild.model import Period, Report, Territory
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.wording import dates, grammar, territories
from lagebild.wording.measures import of

# From this share of all series on that end in one year, the year is the story of the whole.
_MANY = 1 / 3
_YEARS = 15
"""How far back the axis reaches; what began earlier ends in an arrow."""
_EDGE = 0.1
"""Share of the width in which a year, set around its middle, would be cut off."""
_ARROW = 0.03
"""Share of the width that an arrow at the edge takes."""
# The column of names is as wide as this many letters; shorter words need no hyphen.
_LONGEST_WORD = 18
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class UntilWhen:
    """Title, reason, and the years with figures as the macro `spannen` draws them."""

    title: str
    sentences: str
    rows: tuple[Part, ...]
    years: tuple[Part, ...]
    mark: Part | None
    legend: str


def until_when(assessed: Assessed) -> UntilWhen | None:
    """The box; None where no figure of the main territory is known."""
    report = assessed.report
    ends = _ends(assessed)
    if not ends:
        return None
    change = key_change(report)
    year = _frequent_end(ends, change)
    rows = _rows(assessed)
    axis = _axis(rows)
    return UntilWhen(
        title=f"Warum viele Zahlen {year} enden" if year else "Bis wann es Zahlen gibt",
        sentences=" ".join(_sentences(report, ends, change, year)),
        rows=tuple(_drawn(row, axis) for row in rows),
        years=tuple(_years(axis)) if rows else (),
        mark=_mark(change, axis) if rows and change else None,
        legend=_legend(report, rows, axis),
    )


def key_change(report: Report) -> date | None:
    """The day on which the main territory's official key changed last, the territory itself staying."""
    keys = [k for k in report.territory_keys if k.territory == report.site.main_territory]
    days = [
        new.valid_from
        for old in keys
        for new in keys
        if old.kind == new.kind and old.valid_to and new.valid_from == old.valid_to + timedelta(days=1)
    ]
    return max((day for day in days if day <= report.day), default=None)


def _ends(assessed: Assessed) -> list[int]:
    """The last year with a figure for the main territory, of each indicator that has one."""
    lasts = (f.freshness.last_period for f in assessed.indicators.values())
    return [Period.parse(last).last.year for last in lasts if last]


def _frequent_end(ends: Sequence[int], change: date | None) -> int | None:
    """The year in which many series end before the change; None where no such year stands out."""
    if change is None:
        return None
    year, number = Counter(ends).most_common(1)[0]
    return year if year <= change.year and number >= _MANY * len(ends) else None


def _sentences(report: Report, ends: Sequence[int], change: date | None, year: int | None) -> Iterator[str]:
    place = report.territories[report.site.main_territory]
    if change and year:
        yield from _reason(report, place, change)
        gone = sum(end <= year for end in ends)
        series = f"Zahlenreihen für {territories.accusative(place)}"
        yield f"{of(gone, len(ends))} {series} {'endet' if gone == 1 else 'enden'} {year} oder früher."
        return
    yield f"Die neuesten Zahlen für {territories.accusative(place)} gelten für {max(ends)}."
    newest = sum(end == max(ends) for end in ends)
    if newest < len(ends):
        yield f"So weit reichen {of(newest, len(ends))} Zahlenreihen; die übrigen enden früher."


def _reason(report: Report, place: Territory, change: date) -> Iterator[str]:
    parent = report.territories.get(place.parent or "")
    name = territories.nominative(place)
    since = f"Seit dem {dates.day(change)}"
    if parent is None or parent.kind != "kreis" or parent.valid_from != change:
        yield f"{since} hat {name} eine andere amtliche Nummer."
        return
    yield f"{since} gehört {name} {_to(parent)}."
    yield "Statistiken, die nur Kreise nennen, weisen seither nur noch den ganzen Kreis aus."


def _to(territory: Territory) -> str:
    """`zum Musterkreis`, `zur Region Muster`, `zu Muster`."""
    joined = f"zu {territories.dative(territory)}"
    return joined.replace("zu dem ", "zum ", 1).replace("zu der ", "zur ", 1)


def _rows(assessed: Assessed) -> tuple[availability.Row, ...]:
    report = assessed.report
    shown = (report.indicators[k] for k in report.site.key_indicators if k in report.indicators)
    return tuple(
        availability.row(indicator.title.partition(" (")[0], assessed.indicators[indicator.id].main)
        for indicator in shown
    )


def _axis(rows: Sequence[availability.Row]) -> tuple[int, int]:
    firsts = [first for row in rows for first, _ in row.spans]
    end = int(max((last for row in rows for _, last in row.spans), default=0)) + 1
    return max(end - _YEARS, int(min(firsts, default=end - _YEARS))), end


def _drawn(row: availability.Row, axis: tuple[int, int]) -> Part:
    start, end = axis
    bars = [
        {
            "von": _share(first, axis) if first >= start else _ARROW,
            "bis": _share(last + 1, axis),
            "offen": first < start,
        }
        for first, last in row.spans
        if start <= last <= end
    ]
    return {"name": " ".join(map(_divisible, row.name.split(" "))), "worte": _words(row), "balken": bars}


def _divisible(word: str) -> str:
    return hyphenated(word) if len(word) > _LONGEST_WORD else word


def _words(row: availability.Row) -> str:
    """`2016 bis 2019, 2021 bis 2022`, for those who hear the bars."""
    stretches = [(int(first), int(last)) for first, last in row.spans]
    said = [f"{first} bis {last}" if first < last else str(first) for first, last in stretches]
    return ", ".join(said) or "keine Zahlen"


def _share(at: float, axis: tuple[int, int]) -> float:
    return (at - axis[0]) / (axis[1] - axis[0])


def _years(axis: tuple[int, int]) -> Iterator[Part]:
    places = {year: _share(year + 0.5, axis) for year in range(*axis)}
    inside = [year for year, x in places.items() if _EDGE <= x <= 1 - _EDGE] or list(places)
    spread = (inside[0], inside[len(inside) // 2], inside[-1]) if len(inside) > 4 else inside[:1]
    for year in spread:
        yield {"text": str(year), "x": places[year]}


def _mark(change: date, axis: tuple[int, int]) -> Part | None:
    at = change.year + (change.timetuple().tm_yday - 1) / 365
    return {"text": dates.day(change), "x": _share(at, axis)} if axis[0] < at < axis[1] else None


def _legend(report: Report, rows: Sequence[availability.Row], axis: tuple[int, int]) -> str:
    if not rows:
        return ""
    place = territories.accusative(report.territories[report.site.main_territory])
    earlier = any(first < axis[0] for row in rows for first, _ in row.spans)
    arrow = " Pfeil: beginnt früher." if earlier else ""
    return grammar.sentence(f"Balken: Jahre mit Zahlen für {place}") + arrow
