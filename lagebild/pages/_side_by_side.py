"""An indicator's figures beside those of others: comparators, then all territories of the same level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.findings import ComparisonFinding, IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.pages import _standing
from lagebild.pages._everywhere import Everywhere, everywhere
from lagebild.pages._map import Map, Sheet, map_of
from lagebild.pages._ranking import Ranking, ranking
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.pages.page import Link
from lagebild.wording import figures as words
from lagebild.wording import grammar, numbers

Row = Mapping[str, Any]

_OWN_WORDS = {"hoeher": "hier höher", "niedriger": "hier niedriger", "aehnlich": "hier ähnlich"}
"""Said of the territory of the page beside another one's figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """What the section shows."""

    title: str
    """Of the table of comparators; empty without any."""
    rows: tuple[tuple[Row, ...], ...]
    refusal: str
    """Why nothing is compared, where one reason holds for every comparator."""
    containing: str
    """Comparators that contain the territory itself."""
    ranking: Ranking | None
    no_ranking: str
    """Why there is none."""
    map: Map | None
    everywhere: Everywhere | None
    """All territories, where no ranking names them."""


def side_by_side(
    report: Report, indicator: Indicator, findings: IndicatorFindings, link: Link, atlas: tuple[Sheet, ...]
) -> SideBySide:
    """The section of an indicator's page."""
    own = _standing.own_comparisons(report, findings)
    found = ranking(report, indicator, findings)
    reasons = {one.reason for one in own}
    refusal = next(iter(reasons)) or "" if len(own) > 1 and len(reasons) == 1 else ""
    ranked = found if isinstance(found, Ranking) else None
    return SideBySide(
        title=f"Vergleich {_standing.period_words(own[0].period)}" if own else "",
        rows=() if refusal else tuple(_rows(report, indicator, own, link)),
        refusal=refusal,
        containing=grammar.listed([report.territories[c.other].name for c in own if c.hint and not c.reason]),
        ranking=ranked,
        no_ranking="" if isinstance(found, Ranking) else found,
        map=map_of(report, atlas, ranked, report.unit_of(indicator), indicator.title) if ranked else None,
        everywhere=None if ranked else everywhere(report, indicator, findings),
    )


def _rows(
    report: Report, indicator: Indicator, own: tuple[ComparisonFinding, ...], link: Link
) -> Iterator[tuple[Row, ...]]:
    decimals = report.unit_of(indicator).decimals
    for one in own:
        shown = None if one.reason else one.other_value
        yield (
            {"text": hyphenated(report.territories[one.other].name), "url": link(f"gebiete/{one.other}/")},
            {"text": "–" if shown is None else numbers.number(shown, decimals), "wert": shown},
            {"text": _result(one)},
        )


def _result(one: ComparisonFinding) -> str:
    if one.reason:
        return f"nicht vergleichbar: {one.reason}"
    judged = words.judgement_word(one.judgement) if one.judgement else ""
    return ", ".join(part for part in (_OWN_WORDS[one.result], judged) if part)
