"""A source says under which terms it may be used, if only that it says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "lizenz-fehlt"


def check(report: Report) -> Iterator[Problem]:
    """Sources without a licence."""
    for source in report.sources.values():
        if not (source.licence or "").strip():
            yield error(
                RULE,
                source.origin.at("lizenz"),
                f"Bei der Quelle „{source.id}“ fehlt die Lizenz.",
                "Ergänzen Sie zum Beispiel lizenz: dl-de/by-2-0; nennt die "
                "Quelle keine: lizenz: nicht angegeben.",
            )
