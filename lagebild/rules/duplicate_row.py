"""A table gives one figure for a territory, a period and a value of each breakdown."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Indicator, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures_of

RULE = "zeile-doppelt"


def check(report: Report) -> Iterator[Problem]:
    """Rows whose territory, period and breakdown stand further up already."""
    for indicator in report.indicators.values():
        yield from _of_table(report, indicator)


def _of_table(report: Report, indicator: Indicator) -> Iterator[Problem]:
    first: dict[object, Figure] = {}
    for figure in figures_of(report, indicator):
        one = figure.observation
        before = first.setdefault(one.key, figure)
        if before is not figure:
            what = ", ".join((one.territory, one.period.text, *one.breakdown))
            yield error(
                RULE,
                figure.at("gebiet"),
                f"Diese Zeile gibt es schon ({what}; Zelle {before.at('gebiet').cell}).",
                "Löschen Sie eine der beiden Zeilen oder berichtigen Sie Gebiet, Zeit oder Merkmal.",
                one.territory,
            )
