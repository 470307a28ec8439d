"""A proposal, reviewed: what it breaks, what it changes, what must not be repeated in its report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lagebild import rules
from lagebild.findings import IndicatorFindings
from lagebild.history import Comparison, append_only, changes, compare, oddities
from lagebild.history.pull_request import Proposal
from lagebild.inspection import Inspected
from lagebild.model import Place, Report
from lagebild.problems import Problem, Severity, warning
from lagebild.rules.small_counts import RULE as RULE_SECRET
from lagebild.wording import figures

RULE_ORIGIN = "herkunft-geaendert"
_ADDED, _REMOVED = "neu", "entfernt"


def review(base: Inspected, head: Inspected) -> Proposal:
    """What there is to say about replacing one version by another, both read as of the same day."""
    new, old, repaired = _sorted_by_age(base.problems, head.problems)
    if base.report is None or head.report is None:
        return Proposal(problems=new, old_problems=old, repaired=repaired, comparison=None)
    broken = _broken(base) | _broken(head)
    hidden = _hidden(base.report, head.report)
    compared = compare(base.report, head.report, say=_sentences, unjudged=broken)
    comparison = _readable(_showable(compared, hidden))
    found = [
        *_speakable(new, hidden),
        *append_only.problems(_readable(compared)),
        *oddities.problems(comparison, told={p.place for p in new}),
        *_origins(head, hidden),
    ]
    return Proposal(
        problems=tuple(sorted(found, key=lambda p: p.order)),
        old_problems=tuple(_speakable(old, hidden)),
        repaired=repaired,
        comparison=comparison,
        lines=changes.lines(comparison),
        hidden=tuple(_title(head.report, base.report, file) for file in sorted(hidden)),
        unread=tuple(sorted(_incomplete(base.report) | _incomplete(head.report))),
        unjudged=bool(broken) or _measures_unread(compared),
    )


def _speakable(problems: Iterable[Problem], hidden: frozenset[str]) -> Iterator[Problem]:
    """Problems that cannot repeat a hidden value."""
    return (p for p in problems if p.place.file not in hidden or p.rule == RULE_SECRET)


_COUNTED = re.compile(r"\b[A-Z]{1,3}\d+\b|Zeile \d+")


def _sorted_by_age(
    before: Iterable[Problem], after: Iterable[Problem]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...], int]:
    """Problems that only the later version has, those that both have, and how many are gone.

    Where a problem stands does not tell it from another: rows and lines move.
    """
    known = Counter(map(_identity, before))
    new: list[Problem] = []
    old: list[Problem] = []
    for problem in after:
        identity = _identity(problem)
        (old if known[identity] > 0 else new).append(problem)
        known[identity] -= 1
    return tuple(new), tuple(old), sum(count for count in known.values() if count > 0)


def _identity(problem: Problem) -> tuple[object, ...]:
    message = _COUNTED.sub("", problem.message)
    return problem.severity, problem.rule, problem.place.file, problem.place.field, problem.value, message


def _broken(inspected: Inspected) -> frozenset[str]:
    """Indicators of which nothing is derived: all where an error stands in what they share."""
    report = inspected.report
    files = {p.place.file for p in inspected.problems if p.severity == Severity.ERROR}
    files |= report.unread if report else frozenset()
    own = [file.split("/")[2] for file in files if file.startswith("data/indikatoren/")]
    apart = ("data/indikatoren/", "data/massnahmen/", "data/strategie/")
    shared = [file for file in files if not file.startswith(apart)]
    return frozenset(report.indicators if report and shared else own)


def _sentences(report: Report, findings: IndicatorFindings) -> list[str]:
    """What the page of an indicator says: its title first."""
    indicator = report.indicators[findings.indicator]
    return [
        figures.message(report, indicator, findings),
        *figures.sentences(report, indicator, findings),
    ]


def _hidden(before: Report, after: Report) -> frozenset[str]:
    """Tables with small counts of the city's own in either version, by what either says of their origin."""
    versions = [_with_origins(one, other) for one in (before, after) for other in (before, after)]
    return frozenset().union(*map(rules.tables_with_secrets, versions))


def _with_origins(report: Report, other: Report) -> Report:
    """A version whose figures are called the city's own where the other version calls them so.

    Where one version lacks a definition or a unit, because its file is broken, that of the other counts.
    """
    marked = {
        ident: replace(report.indicators.get(ident, indicator), secrecy=indicator.secrecy)
        for ident, indicator in other.indicators.items()
        if indicator.secrecy and ident in report.figures
    }
    units = {**other.units, **report.units}
    return replace(report, indicators={**report.indicators, **marked}, units=units)


def _origins(head: Inspected, hidden: frozenset[str]) -> Iterator[Problem]:
    """Figures that stop being held against the rule for small counts, though they hold some."""
    told = {p.place.file for p in head.problems if p.rule == RULE_SECRET}
    for indicator in head.report.indicators.values() if head.report else ():
        own = indicator.secrecy and indicator.secrecy.origin_of_figures == "eigene"
        if indicator.table in hidden - told and not own:
            yield warning(
                RULE_ORIGIN, indicator.origin.at("geheimhaltung"),
                f"„{indicator.title}“ galt als eigene Zählung und enthält kleine Zahlen; jetzt gilt sie als "
                "veröffentlicht.",
                "Lassen Sie „herkunft: eigene“ stehen, wenn nicht eine amtliche Stelle genau diese Zahlen "
                "veröffentlicht hat.",
            )  # fmt: skip


def _title(after: Report, before: Report, table: str) -> str:
    ident = table.split("/")[2]
    indicator = after.indicators.get(ident) or before.indicators.get(ident)
    return indicator.title if indicator else ident


def _showable(comparison: Comparison, hidden: frozenset[str]) -> Comparison:
    """Without values of hidden tables, and without what is said about them."""
    idents = {table.split("/")[2] for table in hidden}
    return replace(
        comparison,
        figures=tuple(c for c in comparison.figures if c.indicator not in idents),
        findings=tuple(c for c in comparison.findings if c.indicator not in idents),
        sentences=tuple(c for c in comparison.sentences if c.indicator not in idents),
    )


def _readable(comparison: Comparison) -> Comparison:
    """Without what only seems to be gone or new because a file could not be read completely."""
    lost, found = _incomplete(comparison.after), _incomplete(comparison.before)

    def certain(kind: str, *files: str) -> bool:
        doubtful = {_REMOVED: lost, _ADDED: found}.get(kind, frozenset())
        return not doubtful.intersection(files)

    return replace(
        comparison,
        figures=tuple(c for c in comparison.figures if certain(c.kind, c.place.file, _definition(c.place))),
        measures=tuple(c for c in comparison.measures if certain(c.kind, c.place.file)),
        nouns=tuple(c for c in comparison.nouns if certain(c.kind, c.place.file)),
        counts=() if _measures_unread(comparison) else comparison.counts,
    )


def _incomplete(report: Report) -> frozenset[str]:
    """Files of which something is missing: unreadable ones, and tables with rows that are no figures."""
    short = (
        indicator.table
        for ident, indicator in report.indicators.items()
        if indicator.table in report.tables
        and len(report.tables[indicator.table].rows) > len(report.figures.get(ident, ()))
    )
    return report.unread.union(short)


def _definition(table: Place) -> str:
    return table.file.replace("werte.csv", "indikator.yaml")


def _measures_unread(comparison: Comparison) -> bool:
    unread = comparison.before.unread | comparison.after.unread
    return any(file.startswith("data/massnahmen/") for file in unread)
