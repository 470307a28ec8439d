"""The page of an indicator: how high, since when, going where, compared with whom, measured how, how sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Indicator, Observation, Report
from lagebild.pages._breakdown import Group, groups
from lagebild.pages._chart import ChartCard, chart_card
from lagebild.pages._head import Head, head
from lagebild.pages._kindred import Kindred, kindred
from lagebild.pages._map import Sheet, sheets
from lagebild.pages._meaning import Meaning, facts, meaning
from lagebild.pages._side_by_side import SideBySide, side_by_side
from lagebild.pages._standing import trend_row
from lagebild.pages._steps import step_columns, step_rows
from lagebild.pages._surroundings import Surroundings, surroundings
from lagebild.pages._take_away import TakeAway, take_away
from lagebild.pages._targets import target_rows
from lagebild.pages._value_table import ValueTable, value_table
from lagebild.pages.page import Crumb, Figure, Link, Page, Templates, linker

Row = Mapping[str, Any]

SECTION = "indikatoren/"
_TEMPLATES = Templates()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template shows, section by section; rows have the forms that the shared macros read."""

    territory: str
    head: Head
    chart: ChartCard | None
    table: ValueTable | None
    facts: tuple[Row, ...]
    comparison: SideBySide
    groups: tuple[Group, ...]
    kindred: Kindred
    trend: Row
    steps: tuple[tuple[Row, ...], ...]
    step_columns: tuple[Row, ...]
    targets: tuple[Row, ...]
    meaning: Meaning
    around: Surroundings
    data: TakeAway


def pages(assessed: Assessed) -> Iterator[Page]:
    """One page per indicator."""
    atlas = sheets(assessed.report)
    for indicator in assessed.report.indicators.values():
        yield _page(assessed, indicator, atlas)


def _page(assessed: Assessed, indicator: Indicator, atlas: tuple[Sheet, ...]) -> Page:
    path = f"{SECTION}{indicator.id}/"
    view = _view(assessed, indicator, linker(path), atlas)
    return Page(
        path=path,
        title=indicator.title,
        html=_TEMPLATES.fill("indicator.html.jinja", path, view=view),
        section=SECTION,
        description=view.head.message,
        edit=indicator.file,
        keywords=tuple(indicator.keywords),
        figures=tuple(_figures(view)),
        crumbs=_crumbs(assessed.report, indicator),
    )


def _crumbs(report: Report, indicator: Indicator) -> tuple[Crumb, ...]:
    field = next((report.fields[f] for f in indicator.fields if f in report.fields), None)
    first = Crumb(title="Lage", path=SECTION)
    return (first, Crumb(title=field.title, path=f"{SECTION}#{field.id}")) if field else (first,)


def _figures(view: View) -> Iterator[Figure]:
    if view.chart:
        yield view.chart.figure
    if view.comparison.map:
        yield view.comparison.map.figure
    for group in view.groups:
        yield from (figure for _, figure in group.panels)
        if group.stack:
            yield group.stack
    yield from (panel.figure for panel in view.kindred.panels)


def _view(assessed: Assessed, indicator: Indicator, link: Link, atlas: tuple[Sheet, ...]) -> View:
    report, findings = assessed.report, assessed.indicators[indicator.id]
    shown = _shown(report, indicator)
    return View(
        territory=report.territories[report.site.main_territory].name,
        head=head(report, indicator, findings),
        chart=chart_card(report, indicator, findings),
        table=value_table(report, indicator, findings),
        facts=facts(report, indicator, shown, link),
        comparison=side_by_side(report, indicator, findings, link, atlas),
        groups=tuple(groups(report, indicator, findings)),
        kindred=kindred(assessed, indicator, link),
        trend=trend_row(report, indicator, findings),
        steps=step_rows(report, indicator, findings.main),
        step_columns=step_columns(report.unit_of(indicator)),
        targets=target_rows(report, indicator, findings, link),
        meaning=meaning(report, indicator, link),
        around=surroundings(assessed, indicator, link),
        data=take_away(report, indicator, shown, link),
    )


def _shown(report: Report, indicator: Indicator) -> tuple[Observation, ...]:
    """The figures of the main territory and its comparators; all where these have none."""
    observations = report.figures.get(indicator.id, ())
    near = (report.site.main_territory, *indicator.comparators)
    chosen = tuple(o for o in observations if o.territory in near and o.value is not None)
    return chosen or tuple(observations)
