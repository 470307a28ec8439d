"""A measure that is reported as done, without evidence or without a date.

It keeps its phase but is not counted as done.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, warning

RULE = "abgeschlossen-ohne-nachweis"


def check(report: Report) -> Iterator[Problem]:
    """Entries that report completion and prove it or date it nowhere."""
    for measure in report.measures.values():
        corrected = {entry.corrects for entry in measure.history}
        for entry in measure.history:
            if entry.status != "abgeschlossen" or entry.number in corrected:
                continue
            lacking = [
                what for what, there in (("Beleg", entry.evidence), ("Datum", entry.when)) if not there
            ]
            if lacking:
                yield warning(
                    RULE,
                    entry.origin.at("status"),
                    f"Die Maßnahme gilt laut Eintrag {entry.number} als abgeschlossen, ohne "
                    f"{' und '.join(lacking)}.",
                    "Ergänzen Sie, woher man es weiß und seit wann, zum Beispiel belege: "
                    "[{quelle: protokoll-2019}]; "
                    "bis dahin zählt sie nicht als abgeschlossen.",
                    entry.status,
                )
