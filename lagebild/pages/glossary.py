"""The glossary: what words mean, who defined them, and which other words mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.assessed import Assessed
from lagebild.model import Report, Term
from lagebild.pages._origin import source_address
from lagebild.pages._slug import slug
from lagebild.pages.page import Link, Page, Templates, linker

PATH = "glossar/"
_TEMPLATES = Templates()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One word."""

    id: str
    word: str
    explanation: str
    synonyms: str
    defined_by: str
    source: str
    url: str


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page, words in alphabetical order."""
    report = assessed.report
    terms = sorted(report.glossary, key=lambda t: slug(t.word))
    entries = tuple(_entry(report, t, linker(PATH)) for t in terms)
    yield Page(
        path=PATH,
        title="Glossar",
        html=_TEMPLATES.fill("glossary.html.jinja", PATH, entries=entries),
        section="ueber/",
        description="Was die Wörter auf dieser Seite bedeuten.",
        edit="data/glossar.yaml",
        keywords=tuple(s for t in terms for s in t.synonyms),
    )


def _entry(report: Report, term: Term, link: Link) -> Entry:
    source = report.sources.get(term.source or "")
    return Entry(
        id=slug(term.word),
        word=term.word,
        explanation=term.explanation,
        synonyms=", ".join(term.synonyms),
        defined_by=term.defined_by or "",
        source=source.title if source else "",
        url=link(source_address(source)) if source else "",
    )
