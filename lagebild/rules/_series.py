"""A bare series: figures in time without intervals, so that impossible counts, which are reported, do no
harm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lagebild.assessment.figures.series import series_of
from lagebild.findings import Series
from lagebild.model import Indicator, Report


def bare_series(report: Report, indicator: Indicator) -> Iterable[Series]:
    """Every series of an indicator; none where its unit is not known."""
    unit = report.units.get(indicator.unit)
    if unit is None:
        return ()
    figures = tuple(
        replace(figure, numerator=None, denominator=None) for figure in report.figures.get(indicator.id, ())
    )
    bare = replace(
        report,
        figures={indicator.id: figures},
        # No interval is computed for index numbers.
        units={unit.code: replace(unit, kind="index")},
    )
    return series_of(bare, indicator).values()
