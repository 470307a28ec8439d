"""A target says what is to be reached by when.

`erreichen` needs a value and a year, `halten` a value; `richtung` is reached by moving the desired way, so
the indicator must have one.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Indicator, Report, Target
from lagebild.problems import Problem, error

RULE = "ziel-unvollstaendig"


def check(report: Report) -> Iterator[Problem]:
    """Targets that cannot be measured."""
    for indicator in report.indicators.values():
        for target in indicator.targets:
            yield from _of_target(indicator, target)


def _of_target(indicator: Indicator, target: Target) -> Iterator[Problem]:
    example = "zum Beispiel {art: erreichen, wert: 12, bis: 2030}"
    if target.kind in ("erreichen", "halten") and target.value is None:
        yield error(
            RULE,
            target.origin.at(),
            f"Dem Ziel der Art „{target.kind}“ fehlt der Wert.",
            f"Ergänzen Sie wert, {example}.",
        )
    if target.kind == "erreichen" and target.until is None:
        yield error(
            RULE,
            target.origin.at(),
            "Das Ziel sagt nicht, bis wann es erreicht sein soll.",
            f"Ergänzen Sie bis, {example}.",
        )
    if indicator.direction == "neutral":
        yield error(
            RULE,
            target.origin.at(),
            "Der Indikator hat ein Ziel, aber seine Richtung ist neutral.",
            "Schreiben Sie richtung: sinken oder richtung: steigen, oder nehmen Sie das Ziel heraus.",
            "neutral",
        )
