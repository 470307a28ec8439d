"""A piece of evidence as pages show it: who says so, where, and where its source is described."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lagebild.assessment import evidence
from lagebild.model import Evidence, Report, Source
from lagebild.pages.page import Link
from lagebild.wording import dates

SOURCES_PATH = "daten/quellen/"
"""Where every source is described, under its id."""
# Printed matter and council papers do not change; a web page does, so that the day of its retrieval matters.
_CHANGING_KINDS = ("internetseite", "pressemitteilung", "presse", "sonstige")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One source, named where it proves something."""

    kind: str
    """What it is, in words: `Beschlussvorlage Stadtrat`."""
    publisher: str
    title: str
    url: str | None
    """The document itself."""
    entry: str
    """Its description in the list of sources."""
    spot: str | None
    retrieved: str | None


def exhibit(source: Source, link: Link, spot: str | None = None) -> Exhibit:
    """A source as evidence."""
    changing = evidence.kind_of(source) in _CHANGING_KINDS
    return Exhibit(
        kind=source.kind or "",
        publisher=source.publisher or "",
        title=source.title,
        url=source.url,
        entry=link(f"{SOURCES_PATH}#{source.id}"),
        spot=spot,
        retrieved=dates.when(source.retrieved) if changing and source.retrieved else None,
    )


def exhibits(report: Report, cited: Iterable[Evidence], link: Link) -> tuple[Exhibit, ...]:
    """The evidence of a statement, in the order in which it is cited."""
    return tuple(exhibit(report.sources[e.source], link, e.spot) for e in cited if e.source in report.sources)


def exhibits_of(report: Report, idents: Iterable[str], link: Link) -> tuple[Exhibit, ...]:
    """Sources named by their ids alone."""
    return tuple(exhibit(report.sources[ident], link) for ident in idents if ident in report.sources)
