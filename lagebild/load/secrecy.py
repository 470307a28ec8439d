"""Tables that may hold the city's own counts: no message repeats a value of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lagebild.load import layout
from lagebild.model import Indicator, Report
from lagebild.problems import Problem


def is_secret(report: Report, path: str) -> bool:
    """Whether the table at `path` may hold own counts."""
    found = layout.FIGURES_FILE.fullmatch(path)
    return found is not None and may_be_secret(report.indicators.get(found[1]))


def may_be_secret(indicator: Indicator | None) -> bool:
    """Figures of an indicator that cannot be read may be anything."""
    if indicator is None:
        return True
    return indicator.secrecy is not None and indicator.secrecy.origin_of_figures == "eigene"


def without_values(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems without the numbers that they concern."""
    for problem in problems:
        if problem.place.field not in layout.FIGURE_NUMBERS:
            yield problem
        else:
            message = "Die Zelle hat nicht die Form einer Zahl; ihr Inhalt wird hier nicht wiederholt."
            remedy = "Schreiben Sie die Zahl mit Dezimalkomma und ohne Tausenderpunkt, zum Beispiel 1234,5."
            yield replace(problem, value=None, message=message, remedy=remedy)
