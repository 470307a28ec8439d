"""A breakdown as small charts side by side, one per code, each with its own axis from 0."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from lagebild.charts._findings_view import line_view
from lagebild.charts._lines import draw
from lagebild.charts._picture import Manner
from lagebild.charts._view import LineView
from lagebild.charts.style import PANEL, Size
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report

SIZES = PANEL
_MANNER = Manner(
    sizes=SIZES, ground="papier", values=False, words=False, ribbon=False, targets=False, symbols=False,
    intervals=3, label_limit=(112, 108),
)  # fmt: skip
_MOST_COMPARATORS = 1
"""More lines than two cannot be told apart at this size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One small chart; its title stands above it on the page."""

    codes: tuple[str, ...]
    title: str
    view: LineView


def panels(
    report: Report, indicator: Indicator, findings: IndicatorFindings, breakdown: str
) -> tuple[Panel, ...]:
    """One panel per code of a breakdown, in the order of its code list, all over the same years.

    The other breakdowns keep the codes of the headline series. Codes without a figure for the main territory
    have no panel.
    """
    names = [b.id for b in indicator.breakdowns]
    place = names.index(breakdown)
    fixed = findings.headline_codes or _totals(findings, len(names))
    found = []
    for code in sorted(report.code_lists.get(breakdown, {}).values(), key=lambda c: c.order):
        codes = (*fixed[:place], code.code, *fixed[place + 1 :])
        view = line_view(report, indicator, findings, codes)
        if view is not None and view.main is not None:
            found.append(Panel(codes=codes, title=code.name, view=_small(view)))
    return _same_years(found)


def headline(report: Report, indicator: Indicator, findings: IndicatorFindings) -> LineView | None:
    """The headline series at the size of a panel; None without a figure of the main territory."""
    view = line_view(report, indicator, findings, findings.headline_codes)
    return _small(view) if view is not None and view.main is not None else None


def _totals(findings: IndicatorFindings, breakdowns: int) -> tuple[str, ...]:
    """The codes of the first series where no headline is declared."""
    return next((codes for _, codes in findings.series if len(codes) == breakdowns), ("",) * breakdowns)


def _small(view: LineView) -> LineView:
    kept = [line for line in view.lines if line.role == "stadt"]
    others = sorted((li for li in view.lines if li.role != "stadt"), key=lambda li: li.role != "land")
    view = replace(view, lines=(*kept, *others[:_MOST_COMPARATORS]))
    return view.within(view.periods[0][0], kept[0].dots[-1].at)


def _same_years(found: list[Panel]) -> tuple[Panel, ...]:
    if not found:
        return ()
    periods = tuple(sorted({period for panel in found for period in panel.view.periods}))
    return tuple(replace(panel, view=replace(panel.view, periods=periods)) for panel in found)


def spec(view: LineView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification of a panel at one of `SIZES`."""
    return draw(view, _MANNER, size)
