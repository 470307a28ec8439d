"""An indicator in one sentence with its small chart, as overviews show it."""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.charts import key_chart
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.pages.page import Figure, Link
from lagebild.wording import dates, figures, grammar, territories


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """The sentence in the parts that the macro `kernsatz` takes."""

    sentence: dict[str, str]
    figure: Figure | None
    """None where the main territory has no figure to draw."""
    state: str
    link: str
    url: str


def key_sentence(
    report: Report, indicator: Indicator, findings: IndicatorFindings, link: Link
) -> KeySentence:
    """The sentence of an indicator, its chart, and how old and how even the figures are."""
    title, _, _ = indicator.title.partition(" (")
    return KeySentence(
        sentence=_parts(figures.key_sentence(report, indicator, findings)),
        figure=_figure(report, indicator, findings),
        state=" ".join(_state(report, findings)),
        link=f"{title} im Einzelnen",
        url=link(f"indikatoren/{indicator.id}/"),
    )


def _parts(said: figures.Sentence) -> dict[str, str]:
    """The macro parts its pieces by spaces, so a full stop stays with the number it follows."""
    stop = "." if said.number and said.after.startswith(".") else ""
    return {
        "vor": said.before.strip(),
        "zahl": said.number + stop,
        "nach": said.after.removeprefix(stop).strip(),
    }


def _figure(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Figure | None:
    beside = figures.companion(report, findings) or _comparator(report, indicator)
    view = key_chart.view(report, indicator, findings, comparator=beside)
    if view is None:
        return None
    return Figure(
        ident=f"kern-{indicator.id}",
        wide=key_chart.spec(view, key_chart.SIZES.wide),
        narrow=key_chart.spec(view, key_chart.SIZES.narrow),
        title=figures.message(report, indicator, findings),
        description=figures.chart_description(report, indicator, findings),
    )


def _comparator(report: Report, indicator: Indicator) -> str | None:
    """Where the sentence names none: the Land before others."""
    declared = [c for c in indicator.comparators if c in report.territories]
    return min(declared, key=lambda c: report.territories[c].kind != "land", default=None)


def _state(report: Report, findings: IndicatorFindings) -> list[str]:
    main = findings.main
    if main is None or main.last is None:
        return []
    said = [f"Stand {dates.period(main.last.period)}."]
    parted = [b for b in main.breaks if b.kind == "ausgabe"]
    if len(parted) == 1:
        before, after = dates.period(parted[0].before), dates.period(parted[0].after)
        said.append(f"Werte bis {before} und ab {after} aus zwei Ausgaben der Quelle.")
    elif findings.freshness.older_than_three_years:
        place = territories.accusative(report.territories[report.site.main_territory])
        said.append(f"Neuere Zahlen für {place} liegen hier nicht vor.")
    return [grammar.sentence(text) for text in said]
