"""The history of a measure stands in the order of events.

Dates are intervals, so only one thing is wrong: an entry that ended before an earlier one began. Corrections
and undated entries may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Measure, Report, StatusEntry
from lagebild.problems import Problem, error

RULE = "verlauf-reihenfolge"


def check(report: Report) -> Iterator[Problem]:
    """Entries that stand after something later."""
    for measure in report.measures.values():
        yield from _of_measure(measure)


def _of_measure(measure: Measure) -> Iterator[Problem]:
    corrected = {entry.corrects for entry in measure.history}
    latest: StatusEntry | None = None
    for entry in measure.history:
        if entry.when is None or entry.corrects is not None or entry.number in corrected:
            continue
        if latest is not None and latest.when is not None and entry.when.last < latest.when.first:
            yield error(
                RULE,
                entry.origin.at("datum"),
                f"Eintrag {entry.number} ({entry.when.text}) steht hinter Eintrag {latest.number} "
                f"({latest.when.text}), "
                "endete aber, bevor dieser begann.",
                f"Stellen Sie Eintrag {entry.number} vor Eintrag {latest.number}; "
                "die Nummern bleiben, wie sie sind.",
                entry.when.text,
            )
        elif latest is None or latest.when is None or entry.when.first > latest.when.first:
            latest = entry
