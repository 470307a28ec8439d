"""Ids are lower-case letters without umlauts, digits and hyphens, with at least one letter.

They become addresses of pages and names of files, and a letter keeps spreadsheets from reading them as
numbers or dates. What endangers that is an error; capitals, umlauts and underscores are only untidy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lagebild.model import Noun, Place, Report
from lagebild.problems import Problem, error, warning

RULE = "kennung-form"

_UNTIDY = re.compile(r"(?=.*[^\W\d_])[\w-]+")
_FORM = re.compile(r"(?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*")


def check(report: Report) -> Iterator[Problem]:
    """Ids in another form."""
    for ident, place in _ids(report):
        if not _FORM.fullmatch(ident):
            kind = warning if _UNTIDY.fullmatch(ident) else error
            yield kind(
                RULE,
                place,
                f"Die Kennung „{ident}“ {_fault(ident)}.",
                f"Schreiben Sie Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel „{_tidy(ident)}“.",
                ident,
            )


def _fault(ident: str) -> str:
    if re.fullmatch(r"[0-9-]+", ident):
        return "enthält keinen Buchstaben"
    if found := re.search(r"[^A-Za-z0-9-]", ident):
        return "enthält ein Leerzeichen" if found[0].isspace() else f"enthält das Zeichen „{found[0]}“"
    return (
        "enthält Großbuchstaben" if ident.lower() != ident else "hat einen Bindestrich an der falschen Stelle"
    )


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _tidy(ident: str) -> str:
    tidy = re.sub(r"[^a-z0-9]+", "-", ident.lower().translate(_UMLAUTS)).strip("-")
    return tidy if _FORM.fullmatch(tidy) else f"gebiet-{tidy}".strip("-")


def _ids(report: Report) -> Iterator[tuple[str, Place]]:
    if table := report.tables.get("data/gebiete/gebiete.csv"):
        for territory in report.territories.values():
            yield territory.id, table.place(territory.row, "id")
    for indicator in report.indicators.values():
        yield indicator.id, Place(file=indicator.file)
    for measure in report.measures.values():
        yield measure.id, Place(file=measure.file)
    for ident, noun in _listed(report):
        if ident is not None:
            yield ident, noun.origin.at("id")


def _listed(report: Report) -> Iterator[tuple[str | None, Noun]]:
    """The entries of lists with their ids; where an id may be left out, it may be None."""
    named: tuple[Mapping[str, Noun], ...] = (
        report.fields, report.goals, report.recommendations, report.events, report.decisions, report.reports,
        report.actors, report.sources,
    )  # fmt: skip
    for nouns in named:
        yield from nouns.items()
    for milestone in report.milestones:
        yield milestone.id, milestone
    for funded in report.funding_periods:
        yield funded.id, funded
    for change in report.responsibility_changes:
        yield change.id, change
    for conflict in report.conflicts:
        yield conflict.id, conflict
    for figure in report.context:
        yield figure.id, figure
