"""How old every indicator is: last period, next update, what is overdue and what has ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Indicator, Report
from lagebild.pages import _standing
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates

Row = Mapping[str, Any]

PATH = "daten/aktualitaet/"
_TEMPLATES = Templates()
_AGES = (
    ("ueberfaellig", "Überfällig"),
    ("ohne-wert", "Ohne Wert"),
    ("alt", "Älter als drei Jahre"),
    ("jung", "Jünger als drei Jahre"),
)
"""Code and heading; what needs a look first stands first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Indicators of one age, the oldest first."""

    id: str
    title: str
    rows: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template shows."""

    territory: str
    day: str
    counts: tuple[Row, ...]
    """Cells of the macro `kennwerte`."""
    groups: tuple[Group, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page."""
    view = _view(assessed, linker(PATH))
    yield Page(
        path=PATH,
        title="Aktualität der Zahlen",
        html=_TEMPLATES.fill("freshness.html.jinja", PATH, view=view),
        section="daten/",
        description="Wann jede Zahl endet, wann die nächste erwartet wird und was überfällig ist.",
        crumbs=(Crumb(title="Daten", path="daten/"),),
    )


def _view(assessed: Assessed, link: Link) -> View:
    report = assessed.report
    return View(
        territory=report.territories[report.site.main_territory].name,
        day=dates.day(report.day),
        counts=tuple(_counts(assessed)),
        groups=tuple(_groups(assessed, link)),
    )


def _groups(assessed: Assessed, link: Link) -> Iterator[Group]:
    for code, title in _AGES:
        found = [i for i in assessed.report.indicators.values() if _code(assessed, i) == code]
        if found:
            ordered = sorted(found, key=lambda i: _last(assessed, i))
            yield Group(id=code, title=title, rows=tuple(_row(assessed, i, link) for i in ordered))


def _code(assessed: Assessed, indicator: Indicator) -> str:
    return _standing.age_words(assessed.indicators[indicator.id].freshness)[1]


def _last(assessed: Assessed, indicator: Indicator) -> str:
    return assessed.indicators[indicator.id].freshness.last_period or ""


def _counts(assessed: Assessed) -> Iterator[Row]:
    total = len(assessed.report.indicators)
    codes = [_code(assessed, i) for i in assessed.report.indicators.values()]
    for code, name in _AGES:
        yield {"name": name, "wert": str(codes.count(code)), "zusatz": f"von {total} Reihen"}


def _row(assessed: Assessed, indicator: Indicator, link: Link) -> tuple[Row, ...]:
    freshness = assessed.indicators[indicator.id].freshness
    return (
        {"text": hyphenated(indicator.title), "url": link(f"indikatoren/{indicator.id}/")},
        {"text": _standing.period_words(freshness.last_period) or "–", "wert": freshness.last_period or ""},
        {"text": _next(freshness.next_update, discontinued=freshness.discontinued)},
        {"text": _changed(assessed.report, indicator)},
    )


def _next(due: str | None, *, discontinued: bool) -> str:
    if discontinued:
        return "wird nicht fortgeführt"
    return _standing.when_words(due) if due else "kein Termin bekannt"


def _changed(report: Report, indicator: Indicator) -> str:
    """The latest revision of published figures."""
    found = [r for r in report.revisions if r.indicator == indicator.id]
    return dates.when(max(found, key=lambda r: r.date.first).date) if found else "–"
