"""The map of a ranking: the same figures as areas, within the boundaries of the day they were counted for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from lagebild.charts import choropleth
from lagebild.charts._outlines import Outlines
from lagebild.charts.style import Size
from lagebild.model import Boundaries, Report, Unit
from lagebild.pages._ranking import Ranking
from lagebild.pages.page import Figure
from lagebild.statistics import quantile_classes
from lagebild.wording import dates, numbers

Row = Mapping[str, Any]

CLASSES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One set of boundaries, fitted to the sizes of the page."""

    boundaries: Boundaries
    wide: Outlines
    narrow: Outlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The drawing, its legend and whose boundaries it shows."""

    figure: Figure
    classes: tuple[Row, ...]
    note: str


def sheets(report: Report) -> tuple[Sheet, ...]:
    """All sets of boundaries, fitted once for every map."""
    return tuple(_sheet(b) for b in report.boundaries)


def _sheet(boundaries: Boundaries) -> Sheet:
    outlines = json.dumps(boundaries.features)
    return Sheet(
        boundaries=boundaries,
        wide=_fitted(outlines, boundaries.valid_on, choropleth.SIZES.wide),
        narrow=_fitted(outlines, boundaries.valid_on, choropleth.SIZES.narrow),
    )


@cache
def _fitted(features: str, valid_on: date | None, size: Size) -> Outlines:
    """Fitting takes a second and boundaries hardly ever change: remembered for the live preview."""
    plain = Boundaries(
        file="", name="", valid_on=valid_on, attribution="", licence="", features=json.loads(features)
    )
    return choropleth.outlines(plain, size)


def map_of(report: Report, atlas: tuple[Sheet, ...], found: Ranking, unit: Unit, title: str) -> Map | None:
    """The map of a ranking; None where no set of boundaries has all of its territories."""
    fitting = [s for s in atlas if set(found.points) <= set(s.boundaries.features)]
    if not fitting:
        return None
    sheet = min(fitting, key=lambda s: abs((s.boundaries.valid_on or date.min) - found.day))
    classes = _classes(found)
    view = _view(report, found, unit, classes)
    return Map(
        figure=Figure(
            ident="karte",
            wide=choropleth.spec(view, sheet.wide, choropleth.SIZES.wide),
            narrow=choropleth.spec(view, sheet.narrow, choropleth.SIZES.narrow),
            title=f"Karte: {title}",
            description=f"{dates.period(found.period)}, {unit.name}. Alle Werte stehen in der Liste daneben.",
        ),
        classes=tuple(_legend(found, unit, classes, gaps=set(sheet.boundaries.features) > set(found.points))),
        note=_note(sheet.boundaries),
    )


def _classes(found: Ranking) -> dict[str, int]:
    values = [p.value or 0.0 for p in found.points.values()]
    return dict(zip(found.points, quantile_classes(values, min(CLASSES, len(set(values)) + 1)), strict=True))


def _view(report: Report, found: Ranking, unit: Unit, classes: Mapping[str, int]) -> choropleth.MapView:
    main = report.site.main_territory
    return choropleth.MapView(
        classes=classes,
        texts={t: numbers.figure(p.observation, unit) for t, p in found.points.items()},
        main=main,
        main_name=report.territories[main].name,
        main_text=numbers.with_symbol(found.points[main].value or 0.0, unit),
    )


def _legend(found: Ranking, unit: Unit, classes: Mapping[str, int], *, gaps: bool) -> list[Row]:
    """Per class the lowest and highest figure in it, so that every territory is found without doubt."""
    rows: list[Row] = []
    for number in sorted(set(classes.values())):
        values = [found.points[t].value or 0.0 for t, c in classes.items() if c == number]
        low, high = (numbers.number(v, unit.decimals) for v in (min(values), max(values)))
        rows.append({"nr": number, "text": low if low == high else f"{low} bis {high}"})
    return [*rows, {"nr": 0, "text": "kein Wert"}] if gaps else rows


def _note(boundaries: Boundaries) -> str:
    day = f"Grenzen vom {dates.day(boundaries.valid_on)}. " if boundaries.valid_on else ""
    return f"{day}{boundaries.attribution}"
