"""Nothing is reported or counted on a day that has not come yet.

A partial date that the day of the build lies in, such as the current year, is not in the future. Figures of
coming periods are estimates and carry the mark `geschaetzt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Noun, Report, When
from lagebild.problems import Problem, error, warning
from lagebild.rules._figures import figures

RULE = "datum-zukunft"


def check(report: Report) -> Iterator[Problem]:
    """Status entries, decisions, reached milestones and figures from the future."""
    for noun, key, when in _reported(report):
        if when is not None and when.first > report.day:
            # The day of reading changes nothing on the site; what is said to have happened must have.
            kind = warning if key in ("geprueft", "abgerufen") else error
            yield kind(
                RULE,
                noun.origin.at(key),
                f"Das Datum {when.text} liegt nach dem Tag, für den geprüft wird ({report.day.isoformat()}).",
                "Berichtigen Sie das Datum; was erst geplant ist, steht bei „termine“.",
                when.text,
            )
    for figure in figures(report):
        one = figure.observation
        if one.value is not None and one.period.first > report.day and "geschaetzt" not in one.signs:
            yield error(
                RULE,
                figure.at("zeit"),
                f"Die Zeit {one.period.text} liegt in der Zukunft.",
                "Berichtigen Sie die Zeit; Vorausberechnungen tragen das Zeichen geschaetzt.",
                one.period.text,
            )


def _reported(report: Report) -> Iterator[tuple[Noun, str, When | None]]:
    for measure in report.measures.values():
        for entry in measure.history:
            yield entry, "datum", entry.when
            yield entry, "geprueft", entry.checked
    for decision in report.decisions.values():
        yield decision, "datum", decision.when
    for release in report.releases:
        yield release, "datum", release.when
    for change in report.responsibility_changes:
        yield change, "datum", change.when
    for milestone in report.milestones:
        yield milestone, "erreicht", milestone.actual
    for source in report.sources.values():
        yield source, "abgerufen", source.retrieved
