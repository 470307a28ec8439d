"""The same words in two reports of a measure: was the earlier report only copied?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagebild.model import Measure, Report, StatusEntry
from lagebild.problems import Problem, warning

RULE = "text-wiederholt"


def check(report: Report) -> Iterator[Problem]:
    """Entries that repeat the text of an earlier entry of the same measure."""
    for measure in report.measures.values():
        yield from _of_measure(measure)


def _of_measure(measure: Measure) -> Iterator[Problem]:
    first: dict[str, StatusEntry] = {}
    for entry in measure.history:
        words = re.sub(r"\W+", " ", entry.text).strip().casefold()
        before = first.setdefault(words, entry)
        # A correction may well repeat the words and change only the date.
        if before is not entry and entry.corrects is None:
            yield warning(
                RULE,
                entry.origin.at("text"),
                f"Eintrag {entry.number} hat denselben Text wie Eintrag {before.number}.",
                "Schreiben Sie, was sich seither getan hat; hat sich nichts getan, genügt: Stand "
                "unverändert seit …",
                entry.text,
            )
