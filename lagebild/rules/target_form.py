"""A target says what is to be reached by when.

`erreichen` needs a value and a year, `halten` a value; `richtung` is reached by moving the desired way, so
the indicator must have one, and a value would say nothing. What is to be reached must be possible at all, and
what is to be reached on the way comes before the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Bounds, Indicator, Milestone, Report, Target
from lagebild.problems import Problem, error, warning

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
    if target.kind == "richtung" and target.value is not None:
        yield error(
            RULE,
            target.origin.at("wert"),
            "Ein Ziel der Art „richtung“ hat keinen Wert.",
            "Löschen Sie wert, oder schreiben Sie art: erreichen oder art: halten.",
            _plain(target.value),
        )
    yield from _out_of_reach(indicator, target)
    yield from _late_milestones(target)
    if indicator.direction == "neutral":
        yield warning(
            RULE,
            target.origin.at(),
            "Der Indikator hat ein Ziel, aber seine Richtung ist neutral; bewertet wird es deshalb nicht.",
            "Schreiben Sie richtung: sinken oder richtung: steigen, oder nehmen Sie das Ziel heraus.",
            "neutral",
        )


def _out_of_reach(indicator: Indicator, target: Target) -> Iterator[Problem]:
    bounds = indicator.bounds
    if bounds is None:
        return
    parts: tuple[Target | Milestone, ...] = (target, *target.milestones)
    for one in parts:
        if one.value is None or _within(one.value, bounds):
            continue
        yield error(
            RULE,
            one.origin.at("wert"),
            f"Der Zielwert {_plain(one.value)} liegt außerhalb der Grenzen des Indikators.",
            "Berichtigen Sie das Ziel, oder ändern Sie grenzen.",
            _plain(one.value),
        )


def _within(value: float, bounds: Bounds) -> bool:
    return (bounds.low is None or value >= bounds.low) and (bounds.high is None or value <= bounds.high)


def _late_milestones(target: Target) -> Iterator[Problem]:
    for step in target.milestones:
        if target.until and step.until.first > target.until.last:
            yield error(
                RULE,
                step.origin.at("bis"),
                f"Das Zwischenziel ({step.until.text}) liegt nach dem Ziel ({target.until.text}).",
                "Nennen Sie für das Zwischenziel eine frühere Zeit.",
                step.until.text,
            )


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")
