"""The targets of an indicator and how far the main territory is on the way, as rows for a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lagebild.findings import IndicatorFindings, TargetFinding
from lagebild.model import Indicator, Period, Report
from lagebild.pages.page import Link
from lagebild.wording import dates, numbers
from lagebild.wording import figures as words

Row = Mapping[str, Any]


def target_rows(
    report: Report, indicator: Indicator, findings: IndicatorFindings, link: Link
) -> tuple[Row, ...]:
    """Every target that was found, with its rating and what led to it."""
    return tuple(_row(report, indicator, findings, one, link) for one in findings.targets)


def _row(
    report: Report, indicator: Indicator, findings: IndicatorFindings, found: TargetFinding, link: Link
) -> Mapping[str, Any]:
    first, *rest = words.target(report, indicator, findings, found)
    unit = report.unit_of(indicator)
    decision = report.decisions.get(found.target.decision or "")
    return {
        "ziel": first.rstrip("."),
        "gebiet": report.territories[found.territory].name,
        "bewertung": found.rating,
        "saetze": tuple(rest),
        "beschluss": decision.subject if decision else "",
        "url": link(f"strategie/#{decision.id}") if decision else "",
        "zwischenziele": ", ".join(
            f"{dates.when(m.until)}: {numbers.with_symbol(m.value, unit)}" for m in found.target.milestones
        ),
        "frueher": tuple(
            {"zeit": dates.period(Period.parse(text)), "wort": words.rating_word(rating)}
            for text, rating in found.earlier
        ),
    }
