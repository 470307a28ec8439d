"""Every headline figure of one territory beside others, field by field: body of profiles and comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment.figures.comparison import ancestors
from lagebild.findings import ComparisonFinding, IndicatorFindings, Point
from lagebild.model import Indicator, Observation, Report, Unit
from lagebild.pages._latest import headline_group
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages._value_table import cell, legend
from lagebild.pages.page import Link
from lagebild.wording import dates
from lagebild.wording import figures as words
from lagebild.wording.numbers import MARK_CHARACTERS, SIGN_CHARACTERS

Row = Mapping[str, Any]

# A dash would mean zero in a table of statistics.
_NOT_COMPARABLE: Row = {
    "text": SIGN_CHARACTERS["nicht-sinnvoll"], "wort": "nicht vergleichbar", "zeichen": "", "marke": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One indicator: its title and the figures of all columns."""

    title: str
    url: str
    group: str
    """Which group the figures are about; empty for the total."""
    unit: str
    period: str
    cells: tuple[Row, ...]
    """{text, wort, zeichen, marke}: figure, words for screen readers, how the own one lies to it, marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The lines of one field of action."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonTable:
    """What the table shows."""

    title: str
    territory: str
    main: bool
    """Whether the first column is that of the main territory."""
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    reasons: tuple[str, ...]
    """Why some figures stand without a comparison, each once."""
    legend: tuple[Row, ...]
    """{zeichen, text}: the marks that hang behind figures."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.columns)


def comparison_table(
    assessed: Assessed, territory: str, link: Link, *, fields: Sequence[str] | None = None
) -> ComparisonTable | None:
    """The table of a territory, for all fields or the given ones; None where it has no headline figure."""
    report = assessed.report
    shown = [i for i in report.indicators.values() if _has_figure(assessed, i, territory)]
    if fields is not None:
        shown = [i for i in shown if set(i.fields) & set(fields)]
    others = _columns(assessed, shown, territory)
    if not shown:
        return None
    name = report.territories[territory].name
    return ComparisonTable(
        title=f"{name} im Vergleich",
        territory=name,
        main=territory == report.site.main_territory,
        columns=tuple(hyphenated(report.territories[t].name) for t in (territory, *others)),
        groups=tuple(_groups(assessed, shown, (territory, *others), link, fields)),
        reasons=tuple(_reasons(assessed, shown, territory, others)),
        legend=tuple(
            row
            for row in legend(_without_notes(_marked(assessed, shown, (territory, *others))))
            if row["zeichen"] in MARK_CHARACTERS.values()
        ),
    )


def _has_figure(assessed: Assessed, indicator: Indicator, territory: str) -> bool:
    series = assessed.indicators[indicator.id].headline(territory)
    return series is not None and series.last is not None


def _columns(assessed: Assessed, shown: Iterable[Indicator], territory: str) -> tuple[str, ...]:
    """The main territory's declared comparators; for others the main territory and what contains them."""
    report = assessed.report
    if territory != report.site.main_territory:
        above = [t for t in ancestors(report, territory) if t != report.site.main_territory]
        wanted = [report.site.main_territory, *above]
    else:
        wanted = list(dict.fromkeys(c for i in shown for c in i.comparators if c != territory))
        wanted = sorted(wanted, key=lambda t: _NEAR_TO_FAR.index(report.territories[t].kind))
    return tuple(t for t in wanted if any(_has_figure(assessed, i, t) for i in shown))


_NEAR_TO_FAR = ("sozialraum", "stadtteil", "gemeinde", "stadt", "kreis", "land", "bund")


def _groups(
    assessed: Assessed,
    shown: Sequence[Indicator],
    territories: tuple[str, ...],
    link: Link,
    fields: Sequence[str] | None,
) -> Iterator[Group]:
    """Every indicator once, under its first field."""
    report = assessed.report
    wanted = list(fields) if fields is not None else list(report.fields)
    for field in wanted:
        members = [i for i in shown if next((f for f in i.fields if f in wanted), None) == field]
        if members:
            lines = tuple(_line(assessed, i, territories, link) for i in members)
            yield Group(title=report.fields[field].title, lines=lines)
    rest = [i for i in shown if not set(i.fields) & set(wanted)]
    if rest:
        yield Group(
            title="Ohne Handlungsfeld", lines=tuple(_line(assessed, i, territories, link) for i in rest)
        )


def _line(assessed: Assessed, indicator: Indicator, territories: tuple[str, ...], link: Link) -> Line:
    report, findings = assessed.report, assessed.indicators[indicator.id]
    own = _last(findings, territories[0])
    unit = report.unit_of(indicator)
    return Line(
        title=indicator.title,
        url=link(f"indikatoren/{indicator.id}/"),
        group=headline_group(report, indicator),
        unit=unit.name,
        period=dates.period(own.period),
        cells=(_figure(own, unit), *(_beside(indicator, findings, own, t, unit) for t in territories[1:])),
    )


def _last(findings: IndicatorFindings, territory: str) -> Point:
    series = findings.headline(territory)
    assert series is not None  # _has_figure saw to that
    assert series.last is not None
    return series.last


def _figure(point: Point, unit: Unit, direction: str = "", word: str = "") -> Row:
    """A figure with its marks, and how the own one lies to it."""
    shown = cell(point.observation, unit)
    return {
        "text": shown["text"],
        "marke": shown["zeichen"],
        "wort": " ".join(filter(None, (str(shown["wort"]), word))),
        "zeichen": direction,
    }


def _without_notes(observations: Iterable[Observation]) -> Iterator[Observation]:
    """What a mark means in general: its notes belong to single figures of other pages."""
    return (replace(o, note="") for o in observations)


def _marked(
    assessed: Assessed, shown: Iterable[Indicator], territories: Sequence[str]
) -> Iterator[Observation]:
    """The figures that the table shows: all of them at the period of the first territory."""
    for indicator in shown:
        findings = assessed.indicators[indicator.id]
        period = _last(findings, territories[0]).period
        for territory in territories:
            series = findings.headline(territory)
            yield from (p.observation for p in series.points if p.period == period) if series else ()


def _beside(indicator: Indicator, findings: IndicatorFindings, own: Point, other: str, unit: Unit) -> Row:
    """The other figure of the same period and edition; how the own one lies to it where that was found."""
    found = _finding(findings, own.observation.territory, other)
    series = findings.headline(other)
    points = series.points if series else ()
    theirs = next((p for p in points if p.period == own.period and p.value is not None), None)
    if found is not None:
        if found.reason or found.other_value is None:
            return _NOT_COMPARABLE
        word = f"Wert hier {words.comparison_word(found.result)}"
        return _figure(theirs, unit, found.result, word) if theirs else _NOT_COMPARABLE
    if theirs is None or theirs.edition != own.edition or not indicator.between_territories.allowed:
        return _NOT_COMPARABLE
    return _figure(theirs, unit)


def _finding(findings: IndicatorFindings, territory: str, other: str) -> ComparisonFinding | None:
    return next((c for c in findings.comparisons if c.territory == territory and c.other == other), None)


def _reasons(
    assessed: Assessed, shown: Iterable[Indicator], territory: str, others: Sequence[str]
) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for indicator in shown:
        for one in assessed.indicators[indicator.id].comparisons:
            if one.territory == territory and one.other in others and one.reason:
                titles = found.setdefault(one.reason.rstrip("."), [])
                if indicator.title not in titles:
                    titles.append(indicator.title)
    for reason, titles in found.items():
        yield f"{reason[:1].upper()}{reason[1:]} ({', '.join(titles)})."


def reported_territories(report: Report, assessed: Assessed) -> tuple[str, ...]:
    """Territories with at least one headline figure."""
    return tuple(
        t for t in report.territories if any(_has_figure(assessed, i, t) for i in report.indicators.values())
    )
