"""Numbers in sentences are the numbers of the table, over generated series and over the data itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.assessment import indicators
from lagebild.findings import IndicatorFindings, Point
from lagebild.model import Indicator, Report
from lagebild.wording import figures
from lagebild.wording.numbers import number
from tests.invented import UNITS, case, target

_NUMBER = re.compile(r"[−]?[0-9](?:[0-9\u202f]*[0-9])?(?:,[0-9]+)?")


def numbers_said(report: Report, indicator: Indicator, findings: IndicatorFindings) -> set[str]:
    """Every number in the sentences that does not belong to a name, a reason or a date."""
    text = figures.chart_description(report, indicator, findings)
    for known in sorted(_texts(report, indicator, findings), key=len, reverse=True):
        text = text.replace(known, " ")
    return set(_NUMBER.findall(text))


def _texts(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    told = (*findings.trends, *findings.comparisons, *findings.ranks, *findings.targets)
    reasons = [finding.reason for finding in told]
    reasons += [parted.reason for series in findings.series.values() for parted in series.breaks]
    reasons += [indicator.over_time.reason, indicator.between_territories.reason]
    yield from (reason.rstrip(".") for reason in reasons if reason)
    yield from (territory.name for territory in report.territories.values())
    yield from (code.name.lower() for codes in report.code_lists.values() for code in codes.values())
    yield from filter(None, (unit.name.partition(" je ")[2] for unit in report.units.values()))
    yield from ("von 5 Stufen", "von 10 Stufen", "95\u00a0%", "Rang 1 hat")


def numbers_shown(report: Report, indicator: Indicator, findings: IndicatorFindings) -> set[str]:
    """Every number that the tables of the page show, and the parts of its dates."""
    decimals = report.unit_of(indicator).decimals
    shown = {number(value, decimals) for value in _values(indicator, findings)}
    for series in findings.series.values():
        for point in series.points:
            o = point.observation
            shown |= {number(count) for count in (o.numerator, o.denominator) if count is not None}
            shown |= set(re.findall("[0-9]+", f"{o.period.text} {o.period.first.day}"))
    for trend in findings.trends:
        if trend.change and trend.change.relative is not None:
            shown.add(number(abs(trend.change.relative), 1))
    shown |= {str(count) for rank in findings.ranks for count in (rank.rank, rank.of, rank.tied - 1)}
    shown |= {str(t.years_left) for t in findings.targets}
    steps = [step for t in indicator.targets for step in t.milestones]
    return shown | {t.until.text for t in (*indicator.targets, *steps) if t.until}


def _values(indicator: Indicator, findings: IndicatorFindings) -> Iterator[float]:
    points: list[Point] = [p for series in findings.series.values() for p in series.points]
    yield from (p.value for p in points if p.value is not None)
    yield from (limit for p in points if p.interval for limit in (p.interval.lower, p.interval.upper))
    yield from (abs(trend.change.absolute) for trend in findings.trends if trend.change)
    yield from (t.value for t in indicator.targets if t.value is not None)
    yield from (step.value for t in indicator.targets for step in t.milestones)
    yield from (abs(t.distance) for t in findings.targets if t.distance is not None)
    yield from (t.projection for t in findings.targets if t.projection is not None)


_VALUES = st.decimals(0, 99999, places=2, allow_nan=False).map(lambda value: f"{value}".replace(".", ","))
_FIGURES = st.one_of(
    _VALUES,
    _VALUES.map(lambda value: f"{value} vorlaeufig"),
    _VALUES.map(lambda value: f"{value} @b"),
    st.sampled_from(["- geheim", "- unbekannt", "- spaeter", "0 nichts"]),
    st.integers(0, 500).map(lambda count: f"{count / 5:.2f} {count}/500".replace(".", ",")),
)
_SERIES = st.lists(_FIGURES, min_size=1, max_size=9)


@settings(max_examples=150, deadline=None)
@given(own=_SERIES, land=_SERIES, unit=st.sampled_from(sorted(UNITS)), aim=st.integers(0, 100))
def test_over_generated_series(own: list[str], land: list[str], unit: str, aim: int) -> None:
    lines = [f"musterstadt {2012 + i} {figure}" for i, figure in enumerate(own)]
    lines += [f"musterland {2012 + i} {figure}" for i, figure in enumerate(land)]
    one = case(lines, unit=unit, comparators=("musterland",), targets=(target("erreichen", aim, "2030"),))
    parts = one.report, one.indicator, one.findings
    assert numbers_said(*parts) <= numbers_shown(*parts)


def test_over_the_data_that_is_published(real: Report) -> None:
    checked = 0
    for ident, indicator in real.indicators.items():
        parts = real, indicator, indicators.assess(real, ident)
        said = numbers_said(*parts)
        assert said <= numbers_shown(*parts), ident
        checked += len(said)
    assert checked > len(real.indicators)


def test_the_headline_says_the_last_figure_or_its_natural_frequency(real: Report) -> None:
    for ident, indicator in real.indicators.items():
        findings = indicators.assess(real, ident)
        point = findings.main.last if findings.main else None
        if point is None or point.value is None:
            continue
        shown = number(point.value, real.unit_of(indicator).decimals)
        # Of 100 the whole nearest to the figure, of 1000 the digits that the table shows.
        of_100, of_1000 = number(point.value), shown.replace(",", "")
        said = figures.key_sentence(real, indicator, findings).number
        assert re.split("[ \u00a0]", said)[0] in {shown, of_100, of_1000}, (ident, said)
