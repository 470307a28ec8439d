"""Where figures may not be compared, over time or between territories, the reason is told."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "grund-fehlt"


def check(report: Report) -> Iterator[Problem]:
    """Breaks and refused comparisons whose reason is blank."""
    for indicator in report.indicators.values():
        for broken in indicator.breaks:
            if not broken.reason.strip():
                yield error(
                    RULE,
                    broken.origin.at("grund"),
                    "Der Bruch hat keinen Grund.",
                    "Schreiben Sie, was sich geändert hat, zum Beispiel grund: Neue Abgrenzung der "
                    "Haushalte.",
                )
        for key, comparable in (
            ("zeitvergleich", indicator.over_time),
            ("gebietsvergleich", indicator.between_territories),
        ):
            if not comparable.allowed and not comparable.reason.strip():
                yield error(
                    RULE,
                    indicator.origin.at(key),
                    f"„{key}“ sagt nein, ohne einen Grund zu nennen.",
                    f"Schreiben Sie {key}: {{nein: Grund}}, in einem verständlichen Satz.",
                )
