"""A question on which sources disagree, as pages show it: every statement, what is used and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from lagebild.model import Conflict, Report
from lagebild.pages._exhibit import Exhibit, exhibit
from lagebild.pages.page import Link
from lagebild.wording import measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one source says."""

    text: str
    exhibit: Exhibit


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """The conflict with its sides."""

    ident: str
    question: str
    statements: tuple[Side, ...]
    used: str | None
    reason: str | None
    note: str | None


def dispute(report: Report, conflict: Conflict, link: Link) -> Dispute:
    """A conflict as pages show it."""
    sides = (
        Side(text=s.text, exhibit=exhibit(report.sources[s.source], link, s.spot))
        for s in conflict.statements
        if s.source in report.sources
    )
    return Dispute(
        ident=f"konflikt-{conflict.id}",
        question=conflict.question,
        statements=tuple(sides),
        used=measures.sentence(conflict.used) if conflict.used else None,
        reason=measures.sentence(conflict.reason) if conflict.reason else None,
        note=measures.sentence(conflict.note) if conflict.note else None,
    )


def disputes_of(report: Report, idents: Collection[str], link: Link) -> tuple[Dispute, ...]:
    """The conflicts that belong to any of the things with these ids."""
    return tuple(dispute(report, c, link) for c in report.conflicts if set(c.belongs_to) & set(idents))
