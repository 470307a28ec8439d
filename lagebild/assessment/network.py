"""Who works on what with whom, since when: actors, measures and decisions as nodes, their ties as edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lagebild.assessment.record.events import events
from lagebild.model import Measure, Report, Responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor, a measure or a decision."""

    sort: str
    """akteur | massnahme | beschluss."""
    id: str
    title: str
    kind: str
    """What sort of actor or measure; empty for decisions."""
    since: date | None

    @property
    def key(self) -> tuple[str, str]:
        """Sort and id."""
        return self.sort, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie between two nodes, from the one that acts to what it acts on."""

    source: tuple[str, str]
    target: tuple[str, str]
    kind: str
    """zustaendig | partner | untersteht | nachfolger | gefasst | betrifft | aufgegangen."""
    since: date | None
    """As the data state it."""
    until: date | None = None
    inferred: bool = False
    """Whether the assignment is the editors' own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """All nodes, those without any tie included, and all ties between known nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def of(self, sort: str, ident: str) -> tuple[Edge, ...]:
        """The ties of one node."""
        return tuple(edge for edge in self.edges if (sort, ident) in (edge.source, edge.target))


def network(report: Report) -> Network:
    """The network of a report."""
    nodes = tuple(_nodes(report))
    known = {node.key for node in nodes}
    edges = (*_actor_ties(report), *_measure_ties(report), *_decision_ties(report))
    return Network(nodes=nodes, edges=tuple(e for e in edges if e.source in known and e.target in known))


def _nodes(report: Report) -> Iterator[Node]:
    for actor in report.actors.values():
        since = actor.start.first if actor.start else None
        yield Node(sort="akteur", id=actor.id, title=actor.name, kind=actor.kind or "", since=since)
    for measure in report.measures.values():
        first = min((e.when.first for e in events(measure) if e.when), default=None)
        yield Node(sort="massnahme", id=measure.id, title=measure.title, kind=measure.kind, since=first)
    for decision in report.decisions.values():
        since = decision.when.first if decision.when else None
        yield Node(sort="beschluss", id=decision.id, title=decision.subject, kind="", since=since)


def _actor_ties(report: Report) -> Iterator[Edge]:
    for actor in report.actors.values():
        own = ("akteur", actor.id)
        since = actor.start.first if actor.start else None
        until = actor.end.last if actor.end else None
        if actor.parent:
            yield Edge(
                source=own, target=("akteur", actor.parent), kind="untersteht", since=since, until=until
            )
        for successor in actor.successor:
            yield Edge(source=("akteur", successor), target=own, kind="nachfolger", since=until)


def _measure_ties(report: Report) -> Iterator[Edge]:
    for measure in report.measures.values():
        yield from (_responsibility_tie(measure, one) for one in measure.responsible)
        target = ("massnahme", measure.id)
        yield from (
            Edge(source=("akteur", p), target=target, kind="partner", since=None) for p in measure.partners
        )
        if measure.successor:
            yield Edge(source=target, target=("massnahme", measure.successor), kind="aufgegangen", since=None)


def _responsibility_tie(measure: Measure, one: Responsibility) -> Edge:
    return Edge(
        source=("akteur", one.actor),
        target=("massnahme", measure.id),
        kind="zustaendig",
        since=one.start.first if one.start else None,
        until=one.end.last if one.end else None,
        inferred=one.assignment == "erschlossen",
    )


def _decision_ties(report: Report) -> Iterator[Edge]:
    for decision in report.decisions.values():
        own = ("beschluss", decision.id)
        since = decision.when.first if decision.when else None
        if decision.body:
            yield Edge(source=("akteur", decision.body), target=own, kind="gefasst", since=since)
        for measure in decision.measures:
            yield Edge(source=own, target=("massnahme", measure), kind="betrifft", since=since)
