"""`aenderungen/feed.xml`: what was reported, replaced and published last, as an Atom feed (RFC 4287).

Every entry carries the date of what it tells, never that of the build. Addresses are relative to the feed, so
that it works wherever the site is put; ids follow from the main territory and the entry alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from lagebild.assessed import Assessed
from lagebild.assessment.record.events import events
from lagebild.model import Report
from lagebild.wording import dates, grammar, measures

NAMESPACE = "http://www.w3.org/2005/Atom"
NEWEST = 50
"""Readers poll; older entries have been read long ago or stand on the page of changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of the feed."""

    key: str
    day: date
    """The first day of its date: a partial date proves none that is later."""
    title: str
    text: str
    url: str


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """The one feed."""
    yield "aenderungen/feed.xml", feed(assessed.report)


def feed(report: Report) -> bytes:
    """The newest items as XML."""
    newest = sorted(items(report), key=lambda one: (one.day, one.key), reverse=True)[:NEWEST]
    root = ElementTree.Element("feed", xmlns=NAMESPACE)
    root.set("xml:lang", "de")
    _add(root, "title", f"{report.site.title}: Änderungen")
    _add(root, "id", _id(report, ""))
    _add(root, "updated", _moment(newest[0].day if newest else report.day))
    ElementTree.SubElement(root, "link", rel="self", href="feed.xml")
    ElementTree.SubElement(root, "link", href="./")
    _add(ElementTree.SubElement(root, "author"), "name", _author(report))
    for item in newest:
        _entry(report, root, item)
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def items(report: Report) -> Iterator[Item]:
    """Everything dated that a feed tells, up to the report's day."""
    yield from (
        one for kind in (_reports, _revisions, _releases) for one in kind(report) if one.day <= report.day
    )


def _reports(report: Report) -> Iterator[Item]:
    for measure in report.measures.values():
        for entry in events(measure):
            if entry.when:
                yield Item(
                    key=f"massnahme/{measure.id}/{entry.number}",
                    day=entry.when.first,
                    title=f"{measure.title}: {measures.last_reported(entry)}",
                    text=_with_kind_of_date(measures.sentence(entry.text), entry.date_kind),
                    url=f"../massnahmen/{measure.id}/#meldung-{entry.number}",
                )


def _with_kind_of_date(text: str, kind: str) -> str:
    """An inferred date never stands without saying so."""
    return f"{text} ({measures.DATE_KINDS[kind]})" if measures.DATE_KINDS[kind] else text


def _revisions(report: Report) -> Iterator[Item]:
    for number, one in enumerate(report.revisions, start=1):
        indicator = report.indicators.get(one.indicator)
        yield Item(
            key=f"zahl/{one.indicator}/{one.date.text}/{number}",
            day=one.date.first,
            title=f"{indicator.title if indicator else one.indicator}: Zahlen ersetzt",
            text=grammar.sentence(one.reason),
            url=f"../indikatoren/{one.indicator}/",
        )


def _releases(report: Report) -> Iterator[Item]:
    for one in report.releases:
        yield Item(
            key=f"fassung/{one.version}",
            day=one.when.first,
            title=f"Fassung {one.version} der Daten vom {dates.when(one.when)}",
            text=" ".join(grammar.sentence(text) for text in (one.title, one.notes) if text),
            url="./#fassungen",
        )


def _entry(report: Report, root: ElementTree.Element, item: Item) -> None:
    entry = ElementTree.SubElement(root, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", _id(report, item.key))
    _add(entry, "updated", _moment(item.day))
    ElementTree.SubElement(entry, "link", href=item.url)
    _add(entry, "summary", item.text)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _author(report: Report) -> str:
    facts = dict(report.site.publisher)
    return facts.get("text") or facts.get("name") or report.site.title


def _id(report: Report, key: str) -> str:
    """The same for the same entry of the same site, whatever else changes."""
    return uuid5(NAMESPACE_URL, f"lagebild:{report.site.main_territory}/{key}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
