"""The main chart of an indicator: the city's figures in time beside those of its comparators."""

from __future__ import annotations

from typing import Any

from lagebild.charts._findings_view import line_view
from lagebild.charts._lines import draw
from lagebild.charts._picture import Manner
from lagebild.charts._view import LineView as TimeSeriesView
from lagebild.charts.style import COLUMN, Size
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report

SIZES = COLUMN
_MANNER = Manner(sizes=SIZES, ground="flaeche")


def view(report: Report, indicator: Indicator, findings: IndicatorFindings) -> TimeSeriesView | None:
    """The headline series of the main territory and its comparators; None without any figure."""
    return line_view(report, indicator, findings, findings.headline_codes)


def spec(view: TimeSeriesView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`."""
    return draw(view, _MANNER, size)
