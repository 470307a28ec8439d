"""A Report with everything that is derived from it, computed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lagebild import assessment
from lagebild.findings import Board, IndicatorFindings, MeasureState
from lagebild.model import Release, Report
from lagebild.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What charts, pages, exports and history show or compare."""

    report: Report
    indicators: Mapping[str, IndicatorFindings]
    states: Mapping[str, MeasureState]
    """Measure id → its state on the report's day."""
    boards: Mapping[date, Board]
    """The board of the report's day, of every year's end and of every report's date."""
    problems: tuple[Problem, ...] | None = None
    """What the rules found in the report; None where they were not asked yet."""
    published: tuple[tuple[Release, Report], ...] = ()
    """Earlier published versions with their reports, the oldest first, as far as they can be read."""

    @property
    def board(self) -> Board:
        """The board of the report's day."""
        return self.boards[self.report.day]


def assess(
    report: Report,
    problems: Iterable[Problem] | None = None,
    published: Iterable[tuple[Release, Report]] = (),
) -> Assessed:
    """Derive everything from a report without errors; `problems` are the rules' findings, where known."""
    findings = {ident: assessment.indicators.assess(report, ident) for ident in report.indicators}
    return Assessed(
        report=report,
        indicators=findings,
        states={
            ident: assessment.measure.state(measure, report.day, today=report.day)
            for ident, measure in report.measures.items()
        },
        boards={
            day: assessment.board.board(report, day, findings=findings)
            for day in assessment.board.board_days(report)
        },
        problems=None if problems is None else tuple(problems),
        published=tuple(published),
    )
