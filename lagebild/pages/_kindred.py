"""Other indicators of the same field of action as small charts, since one figure alone tells little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.assessed import Assessed
from lagebild.charts import small_multiples
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator
from lagebild.pages import _origin
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages.page import Figure, Link
from lagebild.wording import figures as words

MOST = 3
"""One row on a wide screen; the field's page has them all."""
_SHORTEST = 4
"""Fewer figures show no course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallChart:
    """An indicator with its course."""

    title: str
    unit: str
    url: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindred:
    """The charts and where their figures come from."""

    panels: tuple[SmallChart, ...]
    source: str


def kindred(assessed: Assessed, indicator: Indicator, link: Link) -> Kindred:
    """Up to three indicators that share a field, those that share most of its fields first."""
    report = assessed.report
    chosen = list(_chosen(assessed, indicator))[:MOST]
    observations = [p.observation for _, f in chosen if f.main for run in f.main.runs for p in run]
    return Kindred(
        panels=tuple(p for i, f in chosen for p in _panel(assessed, i, f, link)),
        source=_origin.source_line(_origin.sources_of(report, observations)) if chosen else "",
    )


def _chosen(assessed: Assessed, indicator: Indicator) -> Iterator[tuple[Indicator, IndicatorFindings]]:
    report, own = assessed.report, set(indicator.fields)
    others = [i for i in report.indicators.values() if i.id != indicator.id and own & set(i.fields)]
    keys = report.site.key_indicators
    families = {_family(indicator)}
    for other in sorted(others, key=lambda i: (-len(own & set(i.fields)), i.id not in keys)):
        findings = assessed.indicators[other.id]
        long_enough = findings.main and sum(len(run) for run in findings.main.runs) >= _SHORTEST
        if long_enough and _family(other) not in families:
            families.add(_family(other))
            yield other, findings


def _family(indicator: Indicator) -> str:
    """Indicators that measure one thing in several ways share the first word of their ids."""
    return indicator.id.partition("-")[0]


def _panel(
    assessed: Assessed, indicator: Indicator, findings: IndicatorFindings, link: Link
) -> Iterator[SmallChart]:
    report = assessed.report
    view = small_multiples.headline(report, indicator, findings)
    if view is None:
        return
    yield SmallChart(
        title=hyphenated(indicator.title),
        unit=words.chart_subtitle(report, indicator),
        url=link(f"indikatoren/{indicator.id}/"),
        figure=Figure(
            ident=f"verwandt-{indicator.id}",
            wide=small_multiples.spec(view, small_multiples.SIZES.wide),
            narrow=small_multiples.spec(view, small_multiples.SIZES.narrow),
            title=words.message(report, indicator, findings),
            description=words.chart_description(report, indicator, findings),
        ),
    )
