"""Where figures come from: sources, licences, territorial status and how to quote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from lagebild.model import Observation, Report, Source
from lagebild.wording import dates, grammar

Row = Mapping[str, Any]


def sources_of(report: Report, observations: Iterable[Observation]) -> tuple[Source, ...]:
    """The sources of figures, in the order in which they first occur."""
    used = dict.fromkeys(o.source for o in observations)
    return tuple(report.sources[s] for s in used if s in report.sources)


def source_address(source: Source) -> str:
    """Where the list of sources describes a source."""
    return f"daten/quellen/#{source.id}"


def licences(sources: Iterable[Source]) -> tuple[Row, ...]:
    """Every licence once, with its address where the source gives one."""
    found = {s.licence or "nicht angegeben": s.licence_url for s in sources}
    return tuple({"text": text, "url": url} for text, url in found.items())


def source_line(sources: Sequence[Source]) -> str:
    """The line below a chart: titles of the sources and their licences."""
    named = titles(s.title for s in sources)
    terms = "; ".join(dict.fromkeys(s.licence for s in sources if s.licence))
    return f"{named}. Lizenz: {terms}" if terms else named


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
    groups: dict[str, list[str]] = defaultdict(list)
    for territory, by_source in found.items():
        groups[_origin_words(report, by_source)].append(report.territories[territory].name)
    if len(groups) > _MANY and (said := _one_for_all(report, found.values())):
        return (said,)
    return tuple(f"{grammar.listed(names)}: {said}." for said, names in groups.items())


_MANY = 2
"""More sentences or sources than this are told once for all of them, where one statement holds for all."""


def _origin_words(report: Report, by_source: Mapping[str, Sequence[Observation]]) -> str:
    """The sources of a territory with the years that each covers; a status that all share stands once."""
    status = {source: status_words(_status(report, source)) for source in by_source}
    if len(set(status.values())) > 1:
        said = [f"{_span(rows)} {_source_title(report, s)}, {status[s]}" for s, rows in by_source.items()]
        return "; ".join(said)
    shared = next(iter(status.values()))
    if 1 < len(by_source) <= _MANY:
        told = [f"{_span(rows)} {_source_title(report, s)}" for s, rows in by_source.items()]
        return f"{'; '.join(told)}, {shared}"
    return f"{titles([_source_title(report, s) for s in by_source])}, {shared}"


def _one_for_all(report: Report, found: Iterable[Mapping[str, object]]) -> str:
    """The one status that all sources share; empty where they differ."""
    sources = list(dict.fromkeys(source for by_source in found for source in by_source))
    status = {status_words(_status(report, source)) for source in sources}
    if len(status) > 1:
        return ""
    return f"Alle Gebiete: {titles([_source_title(report, s) for s in sources])}, {status.pop()}."


def _status(report: Report, source: str) -> str | None:
    known = report.sources.get(source)
    return known.territorial_status if known else None


def _source_title(report: Report, source: str) -> str:
    known = report.sources.get(source)
    return known.title if known else source


def _span(rows: Sequence[Observation]) -> str:
    periods = sorted(r.period for r in rows)
    first, last = dates.period(periods[0]), dates.period(periods[-1])
    return first if periods[0] == periods[-1] else f"{first} bis {last}"


def titles(found: Iterable[str]) -> str:
    """Titles of sources in a row; what editions of one source have in common stands once."""
    parts: dict[str, list[str]] = defaultdict(list)
    for title in dict.fromkeys(found):
        head, _, edition = title.partition(", ")
        parts[head].append(edition)
    return "; ".join(", ".join(filter(None, (head, _joined(editions)))) for head, editions in parts.items())


def _joined(editions: Sequence[str]) -> str:
    """`Ausgabe 2021 und Ausgabe 03/2024`; editions that are lists themselves are parted by semicolons."""
    named = [one for one in editions if one]
    simple = not any(", " in one or " und " in one for one in named)
    return grammar.listed(named) if simple else "; ".join(named)


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
