"""„Fristgerecht“ after the planned end: what is said contradicts the dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagebild.model import Measure, Place, Report, StatusEntry, When
from lagebild.problems import Problem, warning

RULE = "fristgerecht-widerspruch"

_CLAIM = re.compile(
    r"(?<!nicht )(?<!kaum "
    r")\b(fristgerecht|fristgemäß|termingerecht|termingemäß|pünktlich|planmäßig|rechtzeitig|im Zeitplan|"
    r"in der Frist|innerhalb der Frist)\w*",
    re.IGNORECASE,
)
_DONE = ("abgeschlossen",)
_BEGUN = ("gestartet", "laufend", "eingeschraenkt", "abgeschlossen")


def check(report: Report) -> Iterator[Problem]:
    """Entries and milestones that claim to be on time and are later than planned."""
    for measure in report.measures.values():
        for entry in measure.history:
            planned = _planned(measure, entry)
            claim = _claim(entry.text, entry.wording)
            if claim and planned and entry.when and entry.when.first > planned.last:
                yield _late(entry.origin.at("text"), claim, entry.when, planned)
    for milestone in report.milestones:
        claim = _claim(milestone.deviation, milestone.actual_text)
        if (
            claim
            and milestone.planned
            and milestone.actual
            and milestone.actual.first > milestone.planned.last
        ):
            yield _late(milestone.origin.at("abweichung"), claim, milestone.actual, milestone.planned)


def _claim(*texts: str | None) -> str | None:
    return next((found[0] for text in texts if text and (found := _CLAIM.search(text))), None)


def _planned(measure: Measure, entry: StatusEntry) -> When | None:
    """The last plan named before the entry that the entry could have met."""
    kinds = [kind for kind, met in (("fertigstellung", _DONE), ("beginn", _BEGUN)) if entry.status in met]
    order = [one.number for one in measure.history]
    earlier = set(order[: order.index(entry.number)])
    for kind in kinds:
        plans = [
            plan.planned for plan in measure.plan_dates if plan.kind == kind and plan.according_to in earlier
        ]
        if plans:
            return plans[-1]
    return None


def _late(place: Place, claim: str, reported: When, planned: When) -> Problem:
    return warning(
        RULE,
        place,
        f"Hier steht „{claim}“, der Termin war aber {planned.text}, gemeldet ist {reported.text}.",
        "Prüfen Sie Termin und Datum; stimmen beide, streichen Sie das Wort oder nennen Sie die Verspätung.",
        claim,
    )
