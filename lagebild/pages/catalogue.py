"""The catalogue: every indicator by field of action with its course, its last figure and its age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lagebild.assessed import Assessed
from lagebild.charts import sparkline
from lagebild.findings import IndicatorFindings, Series
from lagebild.model import Indicator, Period, Report
from lagebild.pages import _standing
from lagebild.pages._latest import Latest, headline_group, latest
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages.page import Figure, Link, Page, Templates, linker
from lagebild.wording import dates

Row = Mapping[str, Any]

PATH = "indikatoren/"
NO_FIELD = "ohne-handlungsfeld"
_TEMPLATES = Templates()
LEVELS = (
    ("Kreise", ("kreis", "stadt", "gemeinde")),
    ("Land", ("land",)),
    ("Bund", ("bund",)),
)
"""Heading of a level and the kinds of territories that belong to it, the main territory aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An indicator in the list of one field."""

    title: str
    url: str
    question: str
    group: str
    """Which group the figure is about; empty for the total."""
    figure: Figure | None
    """The course of the headline series; None without figures."""
    last: Latest
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The indicators of a field of action."""

    id: str
    title: str
    short: str
    url: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template shows."""

    count: int
    territory: str
    groups: tuple[Group, ...]
    columns: tuple[Row, ...]
    rows: tuple[tuple[Row, ...], ...]
    old: int
    """How many of the indicators end more than three years before the report's day."""


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page of the catalogue."""
    view = _view(assessed, linker(PATH))
    entries = [e for g in view.groups for e in g.entries]
    yield Page(
        path=PATH,
        title="Die Lage in Zahlen",
        html=_TEMPLATES.fill("catalogue.html.jinja", PATH, view=view),
        section=PATH,
        description=f"{view.count} Zahlenreihen mit Verlauf, letztem Wert, Quelle und Alter.",
        keywords=("Indikatoren", "Statistik", "Kennzahlen"),
        figures=tuple(e.figure for e in entries if e.figure),
    )


def _view(assessed: Assessed, link: Link) -> View:
    report = assessed.report
    main = report.territories[report.site.main_territory].name
    return View(
        count=len(report.indicators),
        territory=main,
        groups=tuple(_groups(assessed, link)),
        columns=(
            {"titel": "Zahl"},
            {"titel": "Letzter Wert", "zahl": True},
            {"titel": "Einheit"},
            {"titel": "Zeitraum"},
            {"titel": main},
            *({"titel": name} for name, _ in LEVELS),
            {"titel": "Alter"},
        ),
        rows=tuple(_row(assessed, i, link) for i in report.indicators.values()),
        old=sum(f.freshness.older_than_three_years for f in assessed.indicators.values()),
    )


def _groups(assessed: Assessed, link: Link) -> Iterator[Group]:
    report = assessed.report
    for field in report.fields.values():
        members = [i for i in report.indicators.values() if field.id in i.fields]
        yield Group(
            id=field.id,
            title=field.title,
            short=field.short or "",
            url=link(f"handlungsfelder/{field.id}/"),
            entries=tuple(_entry(assessed, i, field.id, link) for i in members),
        )
    if rest := [i for i in report.indicators.values() if not set(i.fields) & set(report.fields)]:
        yield Group(
            id=NO_FIELD,
            title="Ohne Handlungsfeld",
            short="Rahmenbedingungen, die zu keinem einzelnen Feld gehören",
            url="",
            entries=tuple(_entry(assessed, i, NO_FIELD, link) for i in rest),
        )


def _entry(assessed: Assessed, indicator: Indicator, group: str, link: Link) -> Entry:
    findings = assessed.indicators[indicator.id]
    last = latest(assessed.report, indicator, findings)
    return Entry(
        title=hyphenated(indicator.title),
        url=link(f"indikatoren/{indicator.id}/"),
        question=indicator.question or "",
        group=headline_group(assessed.report, indicator),
        figure=_course(indicator, findings.main, last, group),
        last=replace(last, short=hyphenated(last.short), unit=hyphenated(last.unit)),
        age=_standing.age_words(findings.freshness)[0],
    )


def _course(indicator: Indicator, main: Series | None, last: Latest, group: str) -> Figure | None:
    if main is None or not main.runs:
        return None
    return Figure(
        ident=f"verlauf-{group}-{indicator.id}",
        wide=sparkline.spec(main),
        title=f"Verlauf: {indicator.title}",
        description=f"Letzter Wert: {last.text} ({last.period}).",
    )


def _row(assessed: Assessed, indicator: Indicator, link: Link) -> tuple[Row, ...]:
    findings = assessed.indicators[indicator.id]
    last = latest(assessed.report, indicator, findings)
    return (
        {"text": indicator.title, "url": link(f"indikatoren/{indicator.id}/")},
        {"text": last.figure, "wert": last.value},
        {"text": assessed.report.unit_of(indicator).name},
        {"text": last.period},
        *({"text": span} for span in _spans(assessed.report, findings)),
        {"text": _standing.age_words(findings.freshness)[0]},
    )


def _spans(report: Report, findings: IndicatorFindings) -> Iterator[str]:
    """First and last period with a figure, for the main territory and for every level beside it."""
    main = report.site.main_territory
    yield _span(p.period for (t, _), s in findings.series.items() if t == main for run in s.runs for p in run)
    for _, kinds in LEVELS:
        yield _span(
            p.period
            for (t, _), s in findings.series.items()
            if t != main and report.territories[t].kind in kinds
            for run in s.runs
            for p in run
        )


def _span(periods: Iterator[Period]) -> str:
    found = sorted(set(periods))
    if not found:
        return "–"
    first, last = found[0], found[-1]
    if first.kind in ("stichtag", "jahr"):
        return str(first.first.year) if first == last else f"{first.first.year}–{last.first.year}"
    return dates.period(first) if first == last else f"{first.text} bis {last.text}"
