"""What is known of the strategy's own catalogue of measures, beside which every count of measures stands."""

from __future__ import annotations

from lagebild.model import ContextFigure, Decision, Report
from lagebild.wording import measures

UNIT = "Maßnahmen"
"""A single figure with this unit that belongs to a decision says how many measures the decision comprises."""


def catalogue(report: Report) -> ContextFigure | None:
    """The figure; None where no source says how many measures were decided."""
    found = (f for f in report.context if f.unit == UNIT and set(f.belongs_to) & set(report.decisions))
    return next(found, None)


def strategy_decision(report: Report) -> Decision | None:
    """The decision to which the catalogue belongs: since then the number of measures is counted on."""
    known = catalogue(report)
    cited = known.belongs_to if known else ()
    return next((report.decisions[i] for i in cited if i in report.decisions), None)


def catalogue_sentence(report: Report) -> str:
    """The figure's own sentence; empty where there is none."""
    known = catalogue(report)
    return measures.sentence(known.statement) if known else ""
