"""A published share or rate is what its numerator and denominator give, at the precision that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report, Unit
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures
from lagebild.wording.numbers import number

RULE = "quote-und-zaehler"

# Half of the last shown place is rounding; the rest is for binary fractions.
_ROUNDING = 0.5
_FLOAT = 1e-6


def check(report: Report) -> Iterator[Problem]:
    """Shares and rates that do not match."""
    for figure in figures(report):
        expected = _expected(figure)
        value, unit = figure.observation.value, figure.unit
        if expected is None or value is None or unit is None:
            continue
        if abs(value - expected) > _ROUNDING * 10**-unit.decimals + _FLOAT:
            yield error(
                RULE,
                figure.at("wert"),
                f"Der Wert {figure.text('wert')} passt nicht zu Zähler und Nenner: {figure.text('zaehler')} "
                f"von {figure.text('nenner')} ergibt {number(expected, _decimals(figure, unit))}.",
                "Prüfen Sie alle drei Zellen; oft ist eine Ziffer vertauscht oder eine "
                "Spalte um eine Zeile verrutscht.",
                figure.text("wert"),
            )


def _decimals(figure: Figure, unit: Unit) -> int:
    """As many as the value has, and at least as many as are shown; more than six would only confuse."""
    return min(max(unit.decimals, len(figure.text("wert").partition(",")[2])), 6)


def _expected(figure: Figure) -> float | None:
    one, unit = figure.observation, figure.unit
    if (
        unit is None
        or unit.kind not in ("anteil", "rate")
        or one.numerator is None
        or one.denominator is None
    ):
        return None
    # Impossible counts are reported by their own rule; nothing can match them.
    if (
        one.denominator <= 0
        or one.numerator < 0
        or (unit.kind == "anteil" and one.numerator > one.denominator)
    ):
        return None
    return one.numerator / one.denominator * unit.factor
