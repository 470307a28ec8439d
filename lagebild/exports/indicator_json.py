"""`daten/indikatoren/<id>.json`: an indicator's figures with everything that is computed and said about them.

Keys and their order are those of the published format. Values stand as in the data; computed numbers are not
rounded, so that anyone can compare them with their own computation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lagebild.assessed import Assessed
from lagebild.findings import (
    ComparisonFinding,
    IndicatorFindings,
    Point,
    RankFinding,
    TargetFinding,
    TrendFinding,
)
from lagebild.model import Indicator, Report
from lagebild.statistics import Interval
from lagebild.wording import figures


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """One file per indicator."""
    report = assessed.report
    for indicator in report.indicators.values():
        findings = assessed.indicators[indicator.id]
        content = indicator_json(report, indicator, findings, figures.sentences(report, indicator, findings))
        text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
        yield f"daten/indikatoren/{indicator.id}.json", f"{text}\n".encode()


def indicator_json(
    report: Report, indicator: Indicator, findings: IndicatorFindings, sentences: Sequence[str]
) -> dict[str, Any]:
    """The content of the file; every key is there, null where nothing is known."""
    figures_of = report.figures.get(indicator.id, ())
    points = {p.observation.key: p for series in findings.series.values() for p in series.points}
    return {
        "id": indicator.id,
        "titel": indicator.title,
        "einheit": indicator.unit,
        "richtung": indicator.direction,
        "quellen": list(dict.fromkeys(o.source for o in figures_of)),
        "werte": [_value(indicator, points[o.key]) for o in figures_of],
        "trend": [_trend(indicator, trend) for trend in findings.trends],
        "vergleiche": [_comparison(indicator, comparison) for comparison in findings.comparisons],
        "ziele": [_target(target) for target in findings.targets],
        "rang": [_rank(rank) for rank in findings.ranks],
        "saetze": list(sentences),
    }


def _value(indicator: Indicator, point: Point) -> dict[str, Any]:
    figure = point.observation
    return {
        "gebiet": figure.territory,
        "zeit": figure.period.text,
        "merkmale": _codes(indicator, figure.breakdown),
        "wert": _number(figure.value),
        "zaehler": _number(figure.numerator),
        "nenner": _number(figure.denominator),
        "zeichen": list(figure.signs),
        "quelle": figure.source,
        "intervall": _interval(point.interval),
    }


def _interval(interval: Interval | None) -> dict[str, Any] | None:
    if interval is None:
        return None
    return {
        "untere": _number(interval.lower),
        "obere": _number(interval.upper),
        "niveau": interval.level,
        "methode": interval.method,
    }


def _trend(indicator: Indicator, trend: TrendFinding) -> dict[str, Any]:
    return {
        "gebiet": trend.territory,
        "merkmale": _codes(indicator, trend.breakdown),
        "ergebnis": trend.result,
        "methode": trend.method,
        "grund": trend.reason,
        "von": trend.start,
        "bis": trend.end,
        "pruefgroesse": _number(trend.statistic),
    }


def _comparison(indicator: Indicator, comparison: ComparisonFinding) -> dict[str, Any]:
    return {
        "gebiet": comparison.territory,
        "mit": comparison.other,
        "zeit": comparison.period,
        "merkmale": _codes(indicator, comparison.breakdown),
        "ergebnis": comparison.result,
        "wertung": comparison.judgement or "ohne-wertung",
        "grund": comparison.reason,
        "hinweis": comparison.hint,
    }


def _target(finding: TargetFinding) -> dict[str, Any]:
    target = finding.target
    return {
        "gebiet": finding.territory,
        "wert": _number(target.value),
        "bis": target.until.text if target.until else None,
        "bewertung": finding.rating,
        "bewertung_ohne_pruefung": finding.unchecked_rating,
        "nachweisbar": finding.provable,
        "instabil": finding.unstable,
        "projektion": _number(finding.projection),
        "grund": finding.reason,
    }


def _rank(rank: RankFinding) -> dict[str, Any]:
    return {
        "gebiet": rank.territory,
        "zeit": rank.period,
        "rang": rank.rank,
        "von": rank.of,
        "fehlend": list(rank.missing),
        "grund": rank.reason,
    }


def _codes(indicator: Indicator, codes: Sequence[str]) -> dict[str, str]:
    return {breakdown.id: code for breakdown, code in zip(indicator.breakdowns, codes, strict=True)}


def _number(value: float | None) -> float | int | None:
    """Whole numbers as such: 1406, not 1406.0."""
    return int(value) if value is not None and value.is_integer() else value
