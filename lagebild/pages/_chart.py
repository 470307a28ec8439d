"""The card with an indicator's main chart: the drawing, its titles, and what its marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.charts import time_series
from lagebild.findings import IndicatorFindings, Series
from lagebild.model import Indicator, Report
from lagebild.pages import _origin
from lagebild.pages._meaning import TIME_REFERENCES
from lagebild.pages.page import Figure
from lagebild.wording import dates, grammar
from lagebild.wording import figures as words

Row = Mapping[str, Any]

_AFTER_BREAK = ("ausgabe", "bruch")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartCard:
    """The chart of the headline series and everything written around it."""

    figure: Figure
    title: str
    unit: str
    notes: tuple[Row, ...]
    """What points and gaps mean: {punkt?, text}."""
    source: str


def chart_card(report: Report, indicator: Indicator, findings: IndicatorFindings) -> ChartCard | None:
    """The card; None where no territory has a figure of the headline series."""
    view = time_series.view(report, indicator, findings)
    if view is None:
        return None
    shown = [findings.headline(t) for t in (report.site.main_territory, *indicator.comparators)]
    observations = [p.observation for s in shown if s for run in s.runs for p in run]
    title = words.chart_title(report, indicator, findings)
    unit = f"{words.chart_subtitle(report, indicator)}, {TIME_REFERENCES[indicator.time_reference]}"
    source = _origin.source_line(_origin.sources_of(report, observations))
    return ChartCard(
        figure=Figure(
            ident="diagramm",
            wide=time_series.spec(view, time_series.SIZES.wide),
            narrow=time_series.spec(view, time_series.SIZES.narrow),
            title=words.message(report, indicator, findings),
            description=words.chart_description(report, indicator, findings),
            download=f"daten/bilder/{indicator.id}",
            subtitle=f"{title}. {unit}",
            source=f"{grammar.sentence(source)} Zusammengestellt: {report.site.title}.",
        ),
        title=title,
        unit=unit,
        notes=tuple(_notes(report, indicator, findings.main)),
        source=source,
    )


def _notes(report: Report, indicator: Indicator, main: Series | None) -> Iterator[Row]:
    if main is None or not main.runs:
        yield {"text": f"Für {report.territories[report.site.main_territory].name} gibt es keinen Wert."}
        return
    if not indicator.over_time.allowed:
        yield {"text": f"Die Jahre lassen sich nicht vergleichen. {indicator.over_time.reason}"}
        return
    yield from _break_notes(report, main)
    if missing := [p.period for p in main.points if p.value is None and p.period > main.runs[0][0].period]:
        yield {"text": f"Kein Wert für {', '.join(dates.period(p) for p in missing)}."}
    if any("vorlaeufig" in p.observation.signs for p in main.points):
        yield {"punkt": "raute", "text": "Vorläufiger Wert."}
    if any(p.interval for p in main.points):
        yield {"text": "Senkrechte Striche: Unsicherheitsbereich (95 von 100 Fällen)."}


def _break_notes(report: Report, main: Series) -> Iterator[Row]:
    parted = [b for b in main.breaks if b.kind in _AFTER_BREAK]
    if not parted:
        return
    if any(b.kind == "ausgabe" for b in parted):
        first, last = (report.source_of(p.observation) for p in (main.runs[0][0], main.runs[-1][-1]))
        yield {"punkt": "voll", "text": grammar.sentence(first.title if first else "")}
        yield {"punkt": "hohl", "text": grammar.sentence(f"andere Ausgabe: {last.title if last else ''}")}
    yield from (
        {"punkt": "hohl", "text": grammar.sentence(f"ab {dates.period(b.after)}: {b.reason}")}
        for b in parted
        if b.kind == "bruch"
    )
    yield {"text": "Die Linie ist unterbrochen; davor und danach wird nicht verglichen."}
