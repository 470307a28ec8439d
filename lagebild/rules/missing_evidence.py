"""What a measure is said to have become is evidenced, or marked as not evidenced."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "beleg-fehlt"


def check(report: Report) -> Iterator[Problem]:
    """Entries that claim to be evidenced and name no evidence."""
    for measure in report.measures.values():
        for entry in measure.history:
            if not entry.evidence and entry.certainty != "unsicher":
                yield error(
                    RULE,
                    entry.origin.at("sicherheit"),
                    f"Eintrag {entry.number} gilt als belegt, nennt aber keinen Beleg.",
                    "Ergänzen Sie den Beleg, zum Beispiel belege: [{quelle: protokoll-2019}], "
                    "oder schreiben Sie "
                    "sicherheit: unsicher.",
                    entry.certainty,
                )
