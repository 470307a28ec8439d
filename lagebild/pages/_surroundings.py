"""What belongs to an indicator besides its figures: measures, single figures, disagreements of sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.model import Indicator
from lagebild.pages import _related
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages.page import Link

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the sections show."""

    measures: tuple[Row, ...]
    named: bool
    """Whether a measure names this indicator itself."""
    fields: tuple[Row, ...]
    """{titel, url, katalog}: the fields of the indicator, their pages and their place in the catalogue."""
    context: tuple[Row, ...]
    conflicts: tuple[Dispute, ...]


def surroundings(assessed: Assessed, indicator: Indicator, link: Link) -> Surroundings:
    """Everything that belongs to an indicator."""
    report = assessed.report
    fitting = _related.fitting_measures(report, indicator)
    return Surroundings(
        measures=_related.measure_rows(assessed, fitting, link),
        named=any(one.id == indicator.id for m in fitting for one in m.indicators),
        fields=tuple(
            {
                "titel": report.fields[f].title,
                "url": link(f"handlungsfelder/{f}/"),
                "katalog": link(f"indikatoren/#{f}"),
            }
            for f in indicator.fields
            if f in report.fields
        ),
        context=_related.context_rows(report, indicator.id, link),
        conflicts=disputes_of(report, (indicator.id,), link),
    )
