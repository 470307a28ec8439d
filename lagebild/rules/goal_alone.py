"""A published goal that no measure works towards and no indicator watches."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Goal, Report
from lagebild.problems import Problem, warning

RULE = "ziel-allein"


def check(report: Report) -> Iterator[Problem]:
    """Goals with wording that nothing in the data is tied to.

    A measure names its goals; an indicator is tied by a target of the same decision or by the goal's field.
    """
    pursued = {goal for measure in report.measures.values() for goal in measure.goals}
    for goal in report.goals.values():
        if goal.state == "veroeffentlicht" and goal.id not in pursued and not _watched(report, goal):
            yield warning(
                RULE,
                goal.origin.at(),
                f"Zum Ziel „{goal.id}“ gibt es weder eine Maßnahme noch einen Indikator.",
                f"Nennen Sie das Ziel bei einer Maßnahme (ziele: [{goal.id}]), oder ordnen Sie ihm ein "
                "Handlungsfeld mit "
                "Indikatoren zu.",
                goal.id,
            )


def _watched(report: Report, goal: Goal) -> bool:
    for indicator in report.indicators.values():
        if goal.field and goal.field in indicator.fields:
            return True
        if goal.decision and any(target.decision == goal.decision for target in indicator.targets):
            return True
    return False
