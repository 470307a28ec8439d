"""The city's own counts of persons never show so few that someone could be recognised.

Counts of 1 and 2, shares and rates with a numerator of 1 or 2 or a denominator under 100, which also covers
groups of 0 % or 100 %. Published official figures have been checked by those who published them; only tables
with `geheimhaltung: {herkunft: eigene}` are held against this rule. Its messages never repeat the value.

*Source:* Bundesagentur für Arbeit, Regelungen zur statistischen Geheimhaltung (minimum of 3 cases);
Statistisches Bundesamt, rates on a grid (denominator of at least 100 persons, numerator of at least 3).
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Indicator, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures_of

RULE = "kleine-zahl"

FEWEST_CASES = 3
"""Fewer cases than this, but not none, point at single persons."""
SMALLEST_GROUP = 100
"""In a smaller group a share tells too much about each of its members."""


def check(report: Report) -> Iterator[Problem]:
    """Cells of own counts that must not be published."""
    for indicator in own_counts(report):
        for figure in figures_of(report, indicator):
            yield from _of_figure(figure)


def own_counts(report: Report) -> Iterator[Indicator]:
    """The indicators whose figures the city counted itself."""
    for indicator in report.indicators.values():
        if indicator.secrecy and indicator.secrecy.origin_of_figures == "eigene":
            yield indicator


def _of_figure(figure: Figure) -> Iterator[Problem]:
    one, kind = figure.observation, figure.unit.kind if figure.unit else ""
    if kind == "anzahl" and _few(one.value):
        yield _secret(
            figure, "wert", "Die Anzahl ist so klein, dass einzelne Menschen erkennbar sein können."
        )
    if _few(one.numerator):
        yield _secret(
            figure, "zaehler", "Der Zähler ist so klein, dass einzelne Menschen erkennbar sein können."
        )
    if one.denominator is not None and one.denominator < SMALLEST_GROUP and kind != "anzahl":
        yield _secret(
            figure,
            "nenner",
            f"Die Gruppe hat weniger als {SMALLEST_GROUP} Personen; ihr Anteil verrät zu viel über Einzelne.",
        )
    elif _few(one.denominator):
        yield _secret(
            figure, "nenner", "Der Nenner ist so klein, dass einzelne Menschen erkennbar sein können."
        )


def _few(count: float | None) -> bool:
    return count is not None and 0 < count < FEWEST_CASES


def _secret(figure: Figure, column: str, message: str) -> Problem:
    return error(
        RULE,
        figure.at(column),
        message,
        "Leeren Sie wert, zaehler und nenner dieser Zeile, schreiben Sie in "
        "„zeichen“ geheim, und löschen Sie die Zahl "
        "auch dort, wo sie sich aus anderen Zeilen errechnen lässt.",
    )
