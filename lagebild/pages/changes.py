"""What changed in the data: what was reported last, which figures were replaced and why, and the versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment.record.events import events
from lagebild.history import Comparison, changes, compare
from lagebild.model import Measure, Release, Report, Revision, StatusEntry
from lagebild.pages._exhibit import SOURCES_PATH
from lagebild.pages.page import Link, Page, Templates, linker
from lagebild.wording import dates, grammar, measures

PATH = "aenderungen/"
FEED = "aenderungen/feed.xml"
NEWEST = 25
"""Reports on the page; every measure's page has all of its own."""
COMPARED = 6
"""Versions that are compared; each comparison derives both versions anew."""
Part = dict[str, Any]

REVISION_KINDS = {
    "neue-ausgabe": "neue Ausgabe",
    "berichtigung": "Berichtigung",
    "definition": "geänderte Definition",
    "gebietsstand": "geänderter Gebietsstand",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One published version of the data and how it differs from the one before."""

    title: str
    day: date
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What the page shows."""

    lead: str
    newest: tuple[Part, ...]
    newest_note: str
    revisions: tuple[Part, ...]
    versions: tuple[Part, ...]
    releases: tuple[list[Part], ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page."""
    view = changes_view(assessed.report, tuple(versions(assessed)), linker(PATH))
    yield Page(
        path=PATH,
        title="Änderungen",
        html=Templates().fill("changes.html.jinja", PATH, view=view, feed=FEED),
        section=PATH,
        description=view.lead,
        keywords=("Neuigkeiten", "Aktualisierung", "Berichtigung", "Feed", "Abonnieren", "Versionen"),
    )


def versions(assessed: Assessed) -> Iterator[Version]:
    """What changed since the last published version, then from each to the next, the newest first."""
    known = assessed.published[-COMPARED:]
    if not known:
        return
    release, report = known[-1]
    since = f"Seit der Version {release.version}"
    yield Version(title=since, day=assessed.report.day, comparison=compare(report, assessed.report))
    for (_, before), (release, after) in reversed(list(pairwise(known))):
        title = release.title or f"Version {release.version}"
        yield Version(title=title, day=release.when.last, comparison=compare(before, after))


def changes_view(report: Report, versions: Sequence[Version], link: Link) -> ChangesView:
    """Reports by date, revisions with their reasons, versions line by line."""
    found = dated_reports(report)
    shown = found[:NEWEST]
    lead = "Was zuletzt berichtet wurde, welche Zahlen ersetzt wurden und warum."
    return ChangesView(
        lead=f"{lead} Stand: {dates.day(report.day)}.",
        newest=tuple(_report(report, entry, measure, link) for entry, measure in shown),
        newest_note=_newest_note(report, len(shown), len(found)),
        revisions=tuple(_revision(report, one, link) for one in _by_date(report.revisions)),
        versions=tuple(_version(one) for one in versions),
        releases=tuple(_release(one) for one in reversed(report.releases)),
    )


def dated_reports(report: Report) -> list[tuple[StatusEntry, Measure]]:
    """Every dated report that holds, the latest first; a partial date proves no day later than its first."""
    found = [(entry, m) for m in report.measures.values() for entry in events(m) if entry.when]
    known = [pair for pair in found if _first_day(pair) <= report.day]
    return sorted(known, key=_first_day, reverse=True)


def _first_day(pair: tuple[StatusEntry, Measure]) -> date:
    return pair[0].when.first if pair[0].when else date.min


def _report(report: Report, entry: StatusEntry, measure: Measure, link: Link) -> Part:
    source = report.sources.get(entry.evidence[0].source) if entry.evidence else None
    proof = source.kind or source.publisher or source.title if source else "nicht belegt"
    return {
        "datum": dates.when(entry.when) if entry.when else "",
        "art": measures.DATE_KINDS[entry.date_kind],
        "titel": measure.title,
        "url": link(f"massnahmen/{measure.id}/#meldung-{entry.number}"),
        "text": f"{measures.STATUSES[entry.status]}: {measures.sentence(entry.text)}",
        "quelle": proof,
    }


def _newest_note(report: Report, shown: int, whole: int) -> str:
    undated = sum(entry.when is None for m in report.measures.values() for entry in events(m))
    said = f"{measures.of(shown, whole)} datierten Meldungen; alle stehen auf den Seiten der Maßnahmen."
    if undated:
        said += f" Dazu {measures.counted(undated, 'Meldung', 'Meldungen')} ohne Datum."
    return said


def _by_date(revisions: Sequence[Revision]) -> list[Revision]:
    return sorted(revisions, key=lambda one: one.date.last, reverse=True)


def _revision(report: Report, one: Revision, link: Link) -> Part:
    indicator = report.indicators.get(one.indicator)
    source = report.sources.get(one.source or "")
    return {
        "datum": dates.when(one.date),
        "art": REVISION_KINDS[one.kind],
        "titel": indicator.title if indicator else one.indicator,
        "url": link(f"indikatoren/{one.indicator}/"),
        "umfang": _extent(report, one),
        "grund": grammar.sentence(one.reason),
        "quelle": {"titel": source.title, "url": link(f"{SOURCES_PATH}#{source.id}")} if source else None,
    }


def _extent(report: Report, one: Revision) -> str:
    """`Zeiträume: 2017 bis 2019; Gebiete: Musterland und Musterkreis`, long lists as their number."""
    parts = []
    if one.periods:
        parts.append(f"Zeiträume: {_stretch(one.periods)}")
    if one.territories:
        names = [report.territories[t].name if t in report.territories else t for t in one.territories]
        parts.append(f"Gebiete: {grammar.listed(names) if len(names) <= _NAMED else len(names)}")
    return "; ".join(parts)


# More names than these are a wall; the table of the indicator has them all.
_NAMED = 4


def _stretch(periods: Sequence[str]) -> str:
    years = [int(p) for p in periods if p.isdigit()]
    whole = len(years) == len(periods) > 2 and years == list(range(years[0], years[0] + len(years)))
    return f"{years[0]} bis {years[-1]}" if whole else grammar.listed([str(p) for p in periods])


def _version(one: Version) -> Part:
    topics = changes.by_topic(changes.lines(one.comparison))
    return {
        "titel": one.title,
        "datum": dates.day(one.day),
        "themen": [
            {"titel": topic, "zeilen": [line.text for line in lines]} for topic, lines in topics.items()
        ],
    }


def _release(one: Release) -> list[Part]:
    return [
        {"text": one.version},
        {"text": dates.when(one.when), "wert": one.when.last.isoformat()},
        {"text": " ".join(grammar.sentence(t) for t in (one.title, one.notes) if t)},
        {"text": one.checksum or ""},
    ]
