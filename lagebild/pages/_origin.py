"""Where figures come from: sources, licences, territorial status and how to quote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from lagebild.model import Observation, Report, Source
from lagebild.pages.page import Link
from lagebild.wording import dates, grammar

Row = Mapping[str, Any]


def sources_of(report: Report, observations: Iterable[Observation]) -> tuple[Source, ...]:
    """The sources of figures, in the order in which they first occur."""
    used = dict.fromkeys(o.source for o in observations)
    return tuple(report.sources[s] for s in used if s in report.sources)


def source_address(source: Source) -> str:
    """Where the list of sources describes a source."""
    return f"daten/quellen/#{source.id}"


def source_links(sources: Iterable[Source], link: Link) -> tuple[Row, ...]:
    """Publisher, title and address of sources, as the macros of origin read them."""
    return tuple(
        {"herausgeber": s.publisher or "ohne Herausgeber", "titel": s.title, "url": link(source_address(s))}
        for s in sources
    )


def licences(sources: Iterable[Source]) -> tuple[Row, ...]:
    """Every licence once, with its address where the source gives one."""
    found = {s.licence or "nicht angegeben": s.licence_url for s in sources}
    return tuple({"text": text, "url": url} for text, url in found.items())


def source_line(sources: Sequence[Source]) -> str:
    """The line below a chart: titles of the sources and their licences."""
    titles = "; ".join(s.title for s in sources)
    terms = "; ".join(dict.fromkeys(s.licence for s in sources if s.licence))
    return f"{titles}. Lizenz: {terms}" if terms else titles


def status_words(status: str | None) -> str:
    """To which territorial status a source calculates its figures."""
    if not status:
        return "Gebietsstand nicht angegeben"
    if status == "jeweils":
        return "jeweils der damalige Gebietsstand"
    return f"Gebietsstand {dates.day(date.fromisoformat(status))}"


def territorial_status(report: Report, observations: Iterable[Observation]) -> tuple[str, ...]:
    """One sentence per group of territories whose figures come from the same sources."""
    found: dict[str, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for observation in observations:
        found[observation.territory][observation.source].append(observation)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for territory, by_source in found.items():
        parts = tuple(
            _stretch(report, source, rows, len(by_source) > 1) for source, rows in by_source.items()
        )
        groups[parts].append(report.territories[territory].name)
    return tuple(f"{grammar.listed(names)}: {'; '.join(parts)}." for parts, names in groups.items())


def _stretch(report: Report, source: str, rows: Sequence[Observation], several: bool) -> str:
    known = report.sources.get(source)
    title = known.title if known else source
    periods = sorted(r.period for r in rows)
    span = dates.period(periods[0])
    if periods[-1] != periods[0]:
        span = f"{span} bis {dates.period(periods[-1])}"
    said = f"{title}, {status_words(known.territorial_status if known else None)}"
    return f"{span} {said}" if several else said


def citation(report: Report, title: str, observations: Sequence[Observation]) -> str:
    """How a page of figures is quoted."""
    sources = sources_of(report, observations)
    periods = sorted(o.period for o in observations)
    name = report.territories[report.site.main_territory].name
    span = f", {name} {dates.period(periods[0])}" if periods else ""
    if periods and periods[-1] != periods[0]:
        span = f"{span} bis {dates.period(periods[-1])}"
    stand = f"{report.day.day}.{report.day.month}.{report.day.year}"
    return f"{title}{span}. {report.site.title}, Stand {stand}. Daten: {source_line(sources)}."
