"""What readers take with them: pictures, tables, the chart to move, the citation; where to report errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.model import Indicator, Observation, Report
from lagebild.pages._doors import indicator_doors
from lagebild.pages._origin import citation
from lagebild.pages.page import Link

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAway:
    """Links and texts, as the macros read them."""

    pictures: tuple[Row, ...]
    """Directly below the chart."""
    interactive: str
    """Address of the chart that readers can move."""
    downloads: tuple[Row, ...]
    citation: str
    reports: tuple[Row, ...]


def take_away(
    report: Report, indicator: Indicator, observations: Sequence[Observation], link: Link
) -> TakeAway:
    """Everything of an indicator that leaves the site."""
    picture, table = f"daten/bilder/{indicator.id}", f"daten/indikatoren/{indicator.id}"
    return TakeAway(
        pictures=(
            _link(link, "Bild (SVG)", f"{picture}.svg"),
            _link(link, "Bild (PNG)", f"{picture}.png"),
            _link(link, "Tabelle (CSV)", f"{table}-excel.csv"),
            _link(link, "Tabelle (Excel)", f"{table}.xlsx"),
        ),
        interactive=link(f"daten/diagramme/{indicator.id}.json"),
        downloads=(
            _link(link, "CSV mit Dezimalkomma für Excel", f"{table}-excel.csv"),
            _link(link, "CSV mit Dezimalpunkt", f"{table}.csv"),
            _link(link, "Excel (XLSX)", f"{table}.xlsx"),
            _link(link, "JSON wie angezeigt", f"{table}.json"),
        ),
        citation=citation(report, indicator.title, observations),
        reports=(
            *indicator_doors(report.site, indicator, link),
            _link(link, "Änderungen an diesen Zahlen", "aenderungen/"),
        ),
    )


def _link(link: Link, title: str, path: str) -> Row:
    return {"titel": title, "url": link(path)}
