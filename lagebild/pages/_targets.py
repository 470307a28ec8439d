"""The targets of an indicator and how far the main territory is on the way, as rows for a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lagebild.findings import IndicatorFindings, TargetFinding
from lagebild.model import Indicator, Report
from lagebild.pages.page import Link
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
    decision = report.decisions.get(found.target.decision or "")
    return {
        "ziel": first.rstrip("."),
        "gebiet": ""
        if found.territory == report.site.main_territory
        else report.territories[found.territory].name,
        "bewertung": found.rating,
        "wort": words.rating_explained(indicator, found),
        "saetze": tuple(rest),
        "beschluss": decision.subject if decision else "",
        "url": link(f"strategie/beschluesse/#{decision.id}") if decision else "",
        "frueher": tuple(
            {"zeit": time, "wort": word} for time, word in words.earlier_ratings(indicator, findings, found)
        ),
    }
