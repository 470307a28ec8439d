"""The headline series names one code for each breakdown, and the table has figures for it."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Indicator, Report
from lagebild.problems import Problem, did_you_mean, error

RULE = "hauptreihe"


def check(report: Report) -> Iterator[Problem]:
    """Headline series that do not fit the breakdowns."""
    for indicator in report.indicators.values():
        found = list(_misfits(report, indicator))
        yield from found
        if not found and indicator.main_series:
            yield from _without_figures(report, indicator)


def _misfits(report: Report, indicator: Indicator) -> Iterator[Problem]:
    place = indicator.origin.at("hauptreihe")
    names = [breakdown.id for breakdown in indicator.breakdowns]
    if indicator.main_series is None:
        return
    chosen = dict(indicator.main_series)
    for name in chosen.keys() - set(names):
        yield error(
            RULE,
            place,
            f"Das Merkmal „{name}“ hat dieser Indikator nicht.",
            did_you_mean(name, names)
            or "Löschen Sie die Zeile hauptreihe; ohne Merkmale gibt es nur eine Reihe.",
            name,
        )
    if missing := [name for name in names if name not in chosen]:
        example = ", ".join(f"{name}: {_example(report, name)}" for name in names)
        yield error(
            RULE,
            place,
            f"Die Hauptreihe nennt für „{missing[0]}“ keinen Code.",
            f"Schreiben Sie hauptreihe: {{{example}}} oder hauptreihe: keine.",
        )
    for name in names:
        codes = report.code_lists.get(name)
        if codes and name in chosen and chosen[name] not in codes:
            yield error(
                RULE,
                place,
                f"Den Code „{chosen[name]}“ hat das Merkmal „{name}“ nicht.",
                did_you_mean(chosen[name], list(codes)),
                chosen[name],
            )


def _example(report: Report, name: str) -> str:
    return next(iter(report.code_lists.get(name, {})), "insgesamt")


def _without_figures(report: Report, indicator: Indicator) -> Iterator[Problem]:
    chosen = dict(indicator.main_series or ())
    codes = tuple(chosen[breakdown.id] for breakdown in indicator.breakdowns)
    rows = report.figures.get(indicator.id, ())
    if rows and not any(row.breakdown == codes for row in rows):
        yield error(
            RULE,
            indicator.origin.at("hauptreihe"),
            f"Zur Hauptreihe „{', '.join(codes)}“ hat die Tabelle keine Zeile.",
            "Wählen Sie Codes, zu denen es Werte gibt, oder schreiben Sie hauptreihe: keine.",
            ", ".join(codes),
        )
