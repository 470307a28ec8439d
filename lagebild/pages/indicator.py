"""The page of an indicator: how high, since when, going where, compared with whom, measured how, how sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.findings import ComparisonFinding, IndicatorFindings
from lagebild.model import Indicator, Observation, Report
from lagebild.pages import (
    _breakdown,
    _chart,
    _map,
    _meaning,
    _origin,
    _ranking,
    _related,
    _standing,
    _targets,
    _value_table,
)
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages.page import Crumb, Figure, Link, Page, Templates, linker
from lagebild.wording import figures as words
from lagebild.wording import grammar, numbers, territories

Row = Mapping[str, Any]

SECTION = "indikatoren/"
_TEMPLATES = Templates()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template shows; rows have the forms that the shared macros read."""

    title: str
    title_rest: str
    message: str
    old: str
    """What is said first of a figure that is more than three years old."""
    paragraphs: tuple[str, ...]
    territory: str
    territory_within: str
    key_facts: tuple[Row, ...]
    chart: _chart.ChartCard | None
    pictures: tuple[Row, ...]
    interactive: str
    """Address of the chart that readers can move."""
    table: _value_table.ValueTable | None
    everywhere: _value_table.Latest | None
    facts: tuple[Row, ...]
    comparisons: tuple[tuple[Row, ...], ...]
    comparison_title: str
    containing: str
    """Comparators that contain the territory itself."""
    ranking: _ranking.Ranking | None
    map: _map.Map | None
    no_ranking: str
    groups: tuple[_breakdown.Group, ...]
    trend: Row
    targets: tuple[Row, ...]
    meaning: _meaning.Meaning
    measures: tuple[Row, ...]
    named: bool
    """Whether a measure names this indicator itself."""
    fields: tuple[Row, ...]
    context: tuple[Row, ...]
    conflicts: tuple[Dispute, ...]
    downloads: tuple[Row, ...]
    citation: str
    reports: tuple[Row, ...]


def address(indicator: Indicator) -> str:
    """Path of an indicator's page."""
    return f"{SECTION}{indicator.id}/"


def pages(assessed: Assessed) -> Iterator[Page]:
    """One page per indicator."""
    atlas = _map.sheets(assessed.report)
    for indicator in assessed.report.indicators.values():
        yield _page(assessed, indicator, atlas)


def _page(assessed: Assessed, indicator: Indicator, atlas: tuple[_map.Sheet, ...]) -> Page:
    path = address(indicator)
    view = _view(assessed, indicator, linker(path), atlas)
    return Page(
        path=path,
        title=indicator.title,
        html=_TEMPLATES.fill("indicator.html.jinja", path, view=view),
        section=SECTION,
        description=view.message,
        edit=indicator.file,
        keywords=tuple(indicator.keywords),
        figures=tuple(_figures(view)),
        crumbs=_crumbs(assessed.report, indicator),
    )


def _crumbs(report: Report, indicator: Indicator) -> tuple[Crumb, ...]:
    field = next((report.fields[f] for f in indicator.fields if f in report.fields), None)
    first = Crumb(title="Lage", path=SECTION)
    return (first, Crumb(title=field.title, path=f"{SECTION}#{field.id}")) if field else (first,)


def _figures(view: View) -> Iterator[Figure]:
    if view.chart:
        yield view.chart.figure
    if view.map:
        yield view.map.figure
    for group in view.groups:
        yield from (figure for _, figure in group.panels)


def _view(assessed: Assessed, indicator: Indicator, link: Link, atlas: tuple[_map.Sheet, ...]) -> View:
    report, findings = assessed.report, assessed.indicators[indicator.id]
    observations = report.figures.get(indicator.id, ())
    shown = _shown(report, indicator, observations)
    main = report.territories[report.site.main_territory]
    message = words.message(report, indicator, findings)
    sentences = words.sentences(report, indicator, findings)
    old = findings.freshness.older_than_three_years and findings.main is not None
    found = _ranking.ranking(report, indicator, findings)
    title, _, rest = indicator.title.partition(" (")
    fitting = _related.fitting_measures(report, indicator)
    return View(
        title=title,
        title_rest=f"({rest}" if rest else "",
        message=message,
        old=sentences[0] if old else "",
        paragraphs=_paragraphs(sentences[1:] if old else sentences),
        territory=main.name,
        territory_within=territories.within(main),
        key_facts=_standing.key_facts(report, indicator, findings),
        chart=_chart.chart_card(report, indicator, findings, message=message, sentences=sentences),
        pictures=_pictures(indicator, link),
        interactive=link(f"daten/diagramme/{indicator.id}.json"),
        table=_value_table.value_table(report, indicator, findings, findings.headline_codes),
        everywhere=_value_table.latest_everywhere(report, indicator, findings),
        facts=_meaning.facts(report, indicator, shown, link),
        comparisons=tuple(_comparison_rows(report, indicator, findings, link)),
        comparison_title=_comparison_title(report, findings),
        containing=_containing(report, findings),
        ranking=found if isinstance(found, _ranking.Ranking) else None,
        map=_map.map_of(report, atlas, found, report.unit_of(indicator), indicator.title)
        if isinstance(found, _ranking.Ranking)
        else None,
        no_ranking=found if isinstance(found, str) else "",
        groups=tuple(_breakdown.groups(report, indicator, findings)),
        trend=_standing.trend_row(report, indicator, findings),
        targets=_targets.target_rows(report, indicator, findings, link),
        meaning=_meaning.meaning(report, indicator, link),
        measures=_related.measure_rows(assessed, fitting, link),
        named=any(one.id == indicator.id for m in fitting for one in m.indicators),
        fields=_field_links(report, indicator, link),
        context=_related.context_rows(report, indicator.id, link),
        conflicts=disputes_of(report, (indicator.id,), link),
        downloads=_downloads(indicator, link),
        citation=_origin.citation(report, indicator.title, shown),
        reports=(
            {"titel": "Fehler zu dieser Seite melden", "url": link("ueber/kontakt/")},
            {"titel": "Änderungen an diesen Zahlen", "url": link("aenderungen/")},
        ),
    )


def _shown(
    report: Report, indicator: Indicator, observations: Sequence[Observation]
) -> tuple[Observation, ...]:
    """The figures of the main territory and its comparators; all where these have none."""
    near = (report.site.main_territory, *indicator.comparators)
    chosen = tuple(o for o in observations if o.territory in near and o.value is not None)
    return chosen or tuple(observations)


# A paragraph of more sentences is skipped on a phone.
_PARAGRAPH = 4


def _paragraphs(sentences: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(sentences[i : i + _PARAGRAPH]) for i in range(0, len(sentences), _PARAGRAPH))


def _pictures(indicator: Indicator, link: Link) -> tuple[Row, ...]:
    base = f"daten/bilder/{indicator.id}"
    return (
        {"titel": "Bild (SVG)", "url": link(f"{base}.svg")},
        {"titel": "Bild (PNG)", "url": link(f"{base}.png")},
        {"titel": "Tabelle (CSV)", "url": link(f"daten/indikatoren/{indicator.id}-excel.csv")},
        {"titel": "Tabelle (Excel)", "url": link(f"daten/indikatoren/{indicator.id}.xlsx")},
    )


def _downloads(indicator: Indicator, link: Link) -> tuple[Row, ...]:
    base = f"daten/indikatoren/{indicator.id}"
    return (
        {"titel": "CSV mit Dezimalkomma für Excel", "url": link(f"{base}-excel.csv")},
        {"titel": "CSV mit Dezimalpunkt", "url": link(f"{base}.csv")},
        {"titel": "Excel (XLSX)", "url": link(f"{base}.xlsx")},
        {"titel": "JSON wie angezeigt", "url": link(f"{base}.json")},
    )


def _comparison_title(report: Report, findings: IndicatorFindings) -> str:
    own = _standing.own_comparisons(report, findings)
    return f"Vergleich {_standing.period_words(own[0].period)}" if own else ""


def _comparison_rows(
    report: Report, indicator: Indicator, findings: IndicatorFindings, link: Link
) -> Iterator[tuple[Row, ...]]:
    unit = report.unit_of(indicator)
    for one in _standing.own_comparisons(report, findings):
        value = (
            None if one.reason or one.other_value is None else numbers.number(one.other_value, unit.decimals)
        )
        yield (
            {"text": hyphenated(report.territories[one.other].name), "url": link(f"gebiete/{one.other}/")},
            {"text": value or "–", "wert": one.other_value if value else None},
            {"text": _result_words(one)},
        )


def _result_words(one: ComparisonFinding) -> str:
    if one.reason:
        return f"nicht vergleichbar: {one.reason}"
    parts = (_standing.OWN_WORDS[one.result], words.judgement_word(one.judgement) if one.judgement else "")
    return ", ".join(p for p in parts if p)


def _containing(report: Report, findings: IndicatorFindings) -> str:
    own = _standing.own_comparisons(report, findings)
    return grammar.listed([report.territories[c.other].name for c in own if c.hint and not c.reason])


def _field_links(report: Report, indicator: Indicator, link: Link) -> tuple[Row, ...]:
    return tuple(
        {"titel": f"Alle Maßnahmen: {report.fields[f].title}", "url": link(f"handlungsfelder/{f}/")}
        for f in indicator.fields
        if f in report.fields
    )
