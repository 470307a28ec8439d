"""Every entry of a history has its own number, and what names an entry names one that exists.

Numbers are given once, in the order of writing. They need not ascend: what becomes known late is inserted
where it happened, with the next free number.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Measure, Report
from lagebild.problems import Problem, error

RULE = "eintrag-nummer"


def check(report: Report) -> Iterator[Problem]:
    """Numbers given twice, and numbers that no entry has."""
    for measure in report.measures.values():
        yield from _given_twice(measure)
        yield from _naming_nothing(measure)


def _given_twice(measure: Measure) -> Iterator[Problem]:
    seen: set[int] = set()
    free = max((entry.number for entry in measure.history), default=0) + 1
    for entry in measure.history:
        if entry.number in seen:
            yield error(
                RULE,
                entry.origin.at("nr"),
                f"Die Nummer {entry.number} gibt es in diesem Verlauf schon.",
                f"Geben Sie dem neuen Eintrag die nächste freie Nummer: nr: {free}.",
                str(entry.number),
            )
        if entry.number < 1:
            yield error(
                RULE,
                entry.origin.at("nr"),
                f"Die Nummer {entry.number} ist kleiner als 1.",
                f"Zählen Sie von 1 an; die nächste freie Nummer ist {free}.",
                str(entry.number),
            )
        seen.add(entry.number)


def _naming_nothing(measure: Measure) -> Iterator[Problem]:
    numbers = {entry.number for entry in measure.history}
    shown = ", ".join(str(number) for number in sorted(numbers))
    for entry in measure.history:
        if entry.corrects is None:
            continue
        place, value = entry.origin.at("berichtigt"), str(entry.corrects)
        if entry.corrects not in numbers:
            yield error(
                RULE,
                place,
                f"Der Eintrag berichtigt Nummer {value}, die es hier nicht gibt.",
                f"Vorhanden sind: {shown}.",
                value,
            )
        elif entry.corrects >= entry.number:
            yield error(
                RULE,
                place,
                f"Der Eintrag {entry.number} berichtigt Nummer {value}, die nicht vor ihm geschrieben wurde.",
                "Eine Berichtigung nennt einen älteren Eintrag mit kleinerer Nummer.",
                value,
            )
    for plan in measure.plan_dates:
        if plan.according_to is not None and plan.according_to not in numbers:
            yield error(
                RULE,
                plan.origin.at("laut"),
                f"Der Termin beruft sich auf Eintrag {plan.according_to}, den es hier nicht gibt.",
                f"Vorhanden sind: {shown}.",
                str(plan.according_to),
            )
