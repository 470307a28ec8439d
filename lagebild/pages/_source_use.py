"""Where each source is used: which figures, measures and other statements rest on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lagebild.model import Evidence, Measure, Report


@dataclass(slots=True)
class Use:
    """What rests on one source."""

    indicators: dict[str, None] = field(default_factory=dict)
    measures: dict[str, None] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Kind of statement (`ereignis`) → how many."""


def uses(report: Report) -> Mapping[str, Use]:
    """Source id → what rests on it."""
    found: dict[str, Use] = defaultdict(Use)
    for ident, observations in report.figures.items():
        for source in dict.fromkeys(o.source for o in observations):
            found[source].indicators[ident] = None
    for measure in report.measures.values():
        for one in _of_measure(measure):
            found[one.source].measures[measure.id] = None
    for kind, source in _others(report):
        found[source].others[kind] += 1
    return found


def _of_measure(measure: Measure) -> Iterator[Evidence]:
    for entry in measure.history:
        yield from entry.evidence
    for responsible in measure.responsible:
        yield from responsible.evidence
    yield from (f.evidence for f in measure.funding if f.evidence)


def _others(report: Report) -> Iterator[tuple[str, str]]:
    """(kind of statement, source id) of everything that is neither a figure nor a measure."""
    evidenced: tuple[tuple[str, Iterable[object]], ...] = (
        ("ereignis", report.events.values()),
        ("beschluss", report.decisions.values()),
        ("empfehlung", report.recommendations.values()),
        ("meilenstein", report.milestones),
        ("foerderperiode", report.funding_periods),
        ("zustaendigkeit", report.responsibility_changes),
    )
    for kind, things in evidenced:
        yield from ((kind, e.source) for thing in things for e in thing.evidence)  # type: ignore[attr-defined]
    listed: tuple[tuple[str, Iterable[object]], ...] = (
        ("handlungsfeld", report.fields.values()),
        ("ziel", report.goals.values()),
        ("bericht", report.reports.values()),
        ("organisation", report.actors.values()),
    )
    for kind, things in listed:
        yield from ((kind, s) for thing in things for s in thing.sources)  # type: ignore[attr-defined]
    yield from (("angabe", c.source) for c in report.context)
    yield from (("begriff", t.source) for t in report.glossary if t.source)
    yield from (("widerspruch", s.source) for c in report.conflicts for s in c.statements)
