"""The city's own counts of persons never show so few that someone could be recognised.

Counts of 1 and 2, shares and rates with a numerator of 1 or 2 or a denominator under 100, which also covers
groups of 0 % or 100 %. Published official figures have been checked by those who published them; only tables
with `geheimhaltung: {herkunft: eigene}` are held against this rule. Its messages never repeat the value.

*Source:* Bundesagentur für Arbeit, Regelungen zur statistischen Geheimhaltung (minimum of 3 cases);
Statistisches Bundesamt, rates on a grid (denominator of at least 100 persons, numerator of at least 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lagebild.model import Indicator, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures_of

RULE = "kleine-zahl"

FEWEST_CASES = 3
"""Fewer cases than this, but not none, point at single persons."""
SMALLEST_GROUP = 100
"""In a smaller group a share tells too much about each of its members."""


_TOO_SMALL = "ist so klein, dass einzelne Menschen erkennbar sein können."


def check(report: Report) -> Iterator[Problem]:
    """Cells of own counts that must not be published; one of each row, since all of it has to go."""
    for indicator in own_counts(report):
        for figure in figures_of(report, indicator):
            yield from islice(_of_figure(figure), 1)


def own_counts(report: Report) -> Iterator[Indicator]:
    """The indicators whose figures the city counted itself."""
    for indicator in report.indicators.values():
        if indicator.secrecy and indicator.secrecy.origin_of_figures == "eigene":
            yield indicator


def _of_figure(figure: Figure) -> Iterator[Problem]:
    one, kind = figure.observation, figure.unit.kind if figure.unit else ""
    if kind == "anzahl" and _few(one.value):
        yield _secret(figure, "wert", f"Die Anzahl {_TOO_SMALL}")
    if _few(one.numerator):
        yield _secret(figure, "zaehler", f"Der Zähler {_TOO_SMALL}")
    if kind != "anzahl" and one.denominator is not None and one.denominator < SMALLEST_GROUP:
        yield _secret(
            figure,
            "nenner",
            f"Die Gruppe hat weniger als {SMALLEST_GROUP} Personen; ihr Anteil verrät zu viel.",
        )
    elif _few(one.denominator):
        yield _secret(figure, "nenner", f"Der Nenner {_TOO_SMALL}")
    if kind == "anteil" and one.denominator is None and _nobody_or_all(figure):
        yield _secret(
            figure, "wert", "Niemand oder alle: Ohne Nenner ist nicht zu sehen, ob die Gruppe groß genug ist."
        )


def _nobody_or_all(figure: Figure) -> bool:
    """Whether a share says the same of every member of the group."""
    factor = figure.unit.factor if figure.unit else 0.0
    return figure.observation.value in (0.0, factor)


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
