"""Of which kind the evidence is, and how much of a history has any.

The kind follows from what `quellen.yaml` says of the source; the words that tell kinds apart are those with
which German councils, administrations and archives name their papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lagebild.model import Measure, Report, Source, StatusEntry

_KIND_WORDS = (
    ("niederschrift", ("niederschrift", "protokoll")),
    ("anfrage", ("anfrage",)),
    ("bericht", ("bericht", "konzept", "studie", "gutachten", "statistik")),
    ("beschluss", ("vorlage", "beschluss", "abstimmung", "satzung", "richtlinie")),
    # A press release is the issuer's own word, a newspaper is not: it must be asked for first.
    ("pressemitteilung", ("pressemitteilung", "bekanntmachung", "amtsblatt", "veranstaltungshinweis")),
    ("presse", ("presse", "meldung", "zeitung", "interview")),
    ("internetseite", ("internet", "seite", "webseite", "website", "projekt")),
)
"""Kind → words in the source's `art` that show it; the first match holds."""
KINDS = (*(kind for kind, _ in _KIND_WORDS), "sonstige")
"""Minutes, question with answer, report, council paper or decision, press release, press, web page, other."""

# Numbers of council papers: running number, body, year, as in 0041-StR/2019, or a kind before it, as in
# AF-0077/2020 and JHA/49/2018.
_PAPER = re.compile(r"\b(?:[0-9]{1,5}-[A-ZÄÖÜ][\w]{0,6}/[0-9]{4}|[A-ZÄÖÜ]{2,5}[-/][0-9]{1,5}/[0-9]{4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One piece of evidence of an entry."""

    source: Source
    kind: str
    """One of `KINDS`."""
    paper: str | None
    """Number of the council paper (Vorlage), if the source is one."""
    spot: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many."""

    part: int
    whole: int

    @property
    def fraction(self) -> Fraction | None:
        """The share; None of nothing."""
        return Fraction(self.part, self.whole) if self.whole else None


def kind_of(source: Source) -> str:
    """The kind of evidence that a source is."""
    stated = (source.kind or "").lower()
    return next((kind for kind, words in _KIND_WORDS if any(word in stated for word in words)), "sonstige")


def paper_in(title: str) -> str | None:
    """The number of the council paper that a source's title names."""
    found = _PAPER.search(title)
    return found[0] if found else None


def exhibits(report: Report, entry: StatusEntry) -> tuple[Exhibit, ...]:
    """The evidence of an entry; sources that the report does not know are left out."""
    return tuple(
        Exhibit(source=source, kind=kind_of(source), paper=paper_in(source.title), spot=one.spot)
        for one in entry.evidence
        if (source := report.sources.get(one.source))
    )


def is_evidenced(entry: StatusEntry) -> bool:
    """Whether an entry names evidence."""
    return bool(entry.evidence)


def share_of(measure: Measure) -> Share:
    """How many of a measure's entries are evidenced, corrected ones included: they are shown as well."""
    return _share(measure.history)


def share_in_total(report: Report) -> Share:
    """How many of all entries are evidenced."""
    return _share([entry for measure in report.measures.values() for entry in measure.history])


def _share(entries: Iterable[StatusEntry]) -> Share:
    marks = [is_evidenced(entry) for entry in entries]
    return Share(part=sum(marks), whole=len(marks))


def kinds_in_total(report: Report) -> dict[str, int]:
    """Kind → how many pieces of evidence of that kind all entries name."""
    found = [
        one.kind for m in report.measures.values() for entry in m.history for one in exhibits(report, entry)
    ]
    return {kind: found.count(kind) for kind in KINDS}
