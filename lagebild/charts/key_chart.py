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
    """The headline series with one comparator: the one named, else the Land, else the first declared.

    None without a figure for the main territory.
    """
    found = line_view(report, indicator, findings, findings.headline_codes)
    if found is None or found.main is None:
        return None
    first, last = found.main.dots[0].at, found.main.dots[-1].at
    found = found.within(first, last)
    name = None if comparator is None else report.territories[comparator].name
    others = [line for line in found.lines if line.role != "stadt" and name in (None, line.name)]
    # Sorting is stable: after the Land, comparators keep the order in which they were declared.
    others.sort(key=lambda line: line.role != "land")
    return replace(found, lines=(found.lines[0], *others[:1]))


def spec(view: LineView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`."""
    return draw(view, _MANNER, size)
