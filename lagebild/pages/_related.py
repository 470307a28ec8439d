"""What belongs to an indicator or a territory besides its figures: measures and single figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import STRATEGY_TIES, ContextFigure, Indicator, Measure, Report, StatusEntry
from lagebild.pages._origin import source_address
from lagebild.pages.page import Link
from lagebild.wording import dates
from lagebild.wording import measures as words

Row = Mapping[str, Any]

HEADLINE_KIND = "massnahme"
MOST_MEASURES = 6
"""More would bury those that are tied most firmly; the rest is one link away."""


def fitting_measures(report: Report, indicator: Indicator) -> tuple[Measure, ...]:
    """Measures that name the indicator, then those of its fields, the most firmly tied first."""
    counted = [m for m in report.measures.values() if m.kind == HEADLINE_KIND]
    named = [m for m in counted if _names(m, indicator)]
    fields = set(indicator.fields)
    others = [m for m in counted if fields & set(m.fields) and not _names(m, indicator)]
    return (*named, *sorted(others, key=lambda m: STRATEGY_TIES.index(m.tie)))[
        : max(MOST_MEASURES, len(named))
    ]


def _names(measure: Measure, indicator: Indicator) -> bool:
    return any(one.id == indicator.id for one in measure.indicators)


def measure_rows(assessed: Assessed, measures: Iterable[Measure], link: Link) -> tuple[Row, ...]:
    """Measures with their status, as the macro `massnahmen` reads them."""
    return tuple(_measure_row(assessed, m, link) for m in measures)


def _measure_row(assessed: Assessed, measure: Measure, link: Link) -> Row:
    state = assessed.states[measure.id]
    row: dict[str, Any] = {
        "titel": measure.title,
        "url": link(f"massnahmen/{measure.id}/"),
        "bezug": words.TIES[measure.tie],
        "phase": state.board_class,
        "wort": words.BOARD_CLASSES[state.board_class],
        "zuletzt": "nichts gemeldet",
        "datum": None,
        "erschlossen": False,
    }
    return row | (_reported(state.last_reported) if state.last_reported else {})


def _reported(entry: StatusEntry) -> dict[str, Any]:
    return {
        "zuletzt": words.STATUSES[entry.status],
        "datum": dates.when(entry.when) if entry.when else None,
        "erschlossen": entry.date_kind == "erschlossen",
    }


def context_rows(report: Report, ident: str, link: Link) -> tuple[Row, ...]:
    """Single figures that belong to something, each with its definition and source."""
    return tuple(_context_row(report, c, link) for c in report.context if ident in c.belongs_to)


def _context_row(report: Report, figure: ContextFigure, link: Link) -> Row:
    source = report.sources.get(figure.source)
    return {
        "text": figure.statement,
        "definition": figure.definition or "",
        "quelle": source.title if source else figure.source,
        "url": link(source_address(source)) if source else None,
        "fundstelle": figure.spot or "",
    }


def context_of_territory(report: Report, territory: str, link: Link) -> tuple[Row, ...]:
    """Single figures about a territory."""
    return tuple(_context_row(report, c, link) for c in report.context if c.territory == territory)
