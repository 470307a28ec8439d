"""The small chart beside a key sentence: the city and one comparator, up to the city's last figure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lagebild.charts._findings_view import line_view
from lagebild.charts._lines import draw
from lagebild.charts._picture import Manner
from lagebild.charts._view import LineView
from lagebild.charts.style import SENTENCE, Size
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report

SIZES = SENTENCE
_MANNER = Manner(
    sizes=SIZES,
    ground="papier",
    values=False,
    ribbon=False,
    targets=False,
    intervals=3,
    label_limit=(130, 112),
)


def view(
    report: Report, indicator: Indicator, findings: IndicatorFindings, *, comparator: str | None = None
) -> LineView | None:
    """The headline series with one comparator, the second one declared if none is named.

    None without a figure for the main territory.
    """
    found = line_view(report, indicator, findings, findings.headline_codes)
    if found is None or found.main is None:
        return None
    dots = found.main.dots
    names = {report.territories[t].name for t in _chosen(indicator, comparator)}
    lines = tuple(line for line in found.lines if line.role == "stadt" or line.name in names)
    return replace(found, lines=lines).within(dots[0].at, dots[-1].at)


def _chosen(indicator: Indicator, comparator: str | None) -> tuple[str, ...]:
    if comparator is not None:
        return (comparator,)
    # Comparators are declared from the near to the far; the middle one is the Land.
    return indicator.comparators[1:2] or indicator.comparators[:1]


def spec(view: LineView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`."""
    return draw(view, _MANNER, size)
