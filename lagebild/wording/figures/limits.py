"""What a figure cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report


def limits(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """Causes that are not in the figure, and prices that are not taken out of it."""
    if indicator.prices == "nominal" and indicator.over_time.allowed:
        yield "Die Beträge sind nicht um den Preisanstieg bereinigt."
    if indicator.kind == "lage":
        yield "Die Zahl hat viele Ursachen; ob eine Maßnahme sie verändert hat, sagt sie nicht."
