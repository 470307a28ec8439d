"""No two entries of a list share an id, a word or an official meaning.

Lists whose entries others name are already held apart while loading; here are those that nobody has to name:
milestones, funding periods, conflicts, single figures, changes of responsibility, releases and words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.model import Noun, Report
from lagebild.problems import Problem, error

RULE = "kennung-doppelt"


def check(report: Report) -> Iterator[Problem]:
    """Entries whose id stands further up already."""
    for nouns in (report.milestones, report.funding_periods, report.conflicts, report.context):
        yield from _repeated([(noun, noun.id) for noun in nouns], "id")
    yield from _repeated([(change, change.id) for change in report.responsibility_changes], "id")
    yield from _repeated([(release, release.version) for release in report.releases], "version")
    yield from _repeated([(term, term.word) for term in report.glossary], "begriff")


def _repeated(entries: Sequence[tuple[Noun, str | None]], key: str) -> Iterator[Problem]:
    first: dict[str, Noun] = {}
    for noun, ident in entries:
        if ident is None:
            continue
        if ident in first:
            line = first[ident].origin.line
            yield error(
                RULE,
                noun.origin.at(key),
                f"„{ident}“ gibt es schon (Zeile {line}).",
                "Geben Sie dem Eintrag einen eigenen Namen oder löschen Sie einen der beiden.",
                ident,
            )
        first.setdefault(ident, noun)
