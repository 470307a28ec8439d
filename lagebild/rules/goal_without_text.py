"""A goal whose wording is published is quoted; of all others it is said that the wording was not found."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "ziel-ohne-text"


def check(report: Report) -> Iterator[Problem]:
    """Goals that are said to be published and have no text."""
    for goal in report.goals.values():
        if goal.state == "veroeffentlicht" and not goal.text:
            yield error(
                RULE,
                goal.origin.at("stand"),
                f"Das Ziel „{goal.id}“ gilt als veröffentlicht, sein Text fehlt aber.",
                "Ergänzen Sie text: …, oder schreiben Sie stand: wortlaut-nicht-gefunden.",
                goal.state,
            )
