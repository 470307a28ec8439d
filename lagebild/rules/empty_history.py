"""A measure tells at least one thing that was reported about it."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "verlauf-leer"


def check(report: Report) -> Iterator[Problem]:
    """Measures whose history has no entry."""
    for measure in report.measures.values():
        if not measure.history:
            yield error(
                RULE,
                measure.origin.at("verlauf"),
                "Der Verlauf hat keinen Eintrag; über die Maßnahme ist so nichts bekannt.",
                "Tragen Sie ein, was berichtet wurde; ist kein Tag bekannt, mit datum_art: ohne-datum.",
            )
