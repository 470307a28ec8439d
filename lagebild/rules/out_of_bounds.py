"""A figure lies within the bounds that its indicator declares, and the bounds leave room for one."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Bounds, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures_of
from lagebild.wording.numbers import MINUS

RULE = "wert-ausserhalb"


def check(report: Report) -> Iterator[Problem]:
    """Figures outside, and bounds that exclude every figure."""
    for indicator in report.indicators.values():
        bounds = indicator.bounds
        if bounds and _inverted(bounds):
            yield error(
                RULE, bounds.origin.at("max"), "Die obere Grenze liegt unter der unteren.",
                "Tauschen Sie min und max, zum Beispiel grenzen: {min: 0, max: 100}.",
            )  # fmt: skip
        elif bounds:
            for figure in figures_of(report, indicator):
                yield from _outside(figure, bounds)


def _inverted(bounds: Bounds) -> bool:
    return bounds.low is not None and bounds.high is not None and bounds.high < bounds.low


def _outside(figure: Figure, bounds: Bounds) -> Iterator[Problem]:
    value = figure.observation.value
    for limit, beyond, word in ((bounds.low, -1, "kleiner"), (bounds.high, 1, "größer")):
        if value is not None and limit is not None and (value - limit) * beyond > 0:
            yield error(
                RULE, figure.at("wert"),
                f"Der Wert {figure.text('wert')} ist {word} als die Grenze {_plain(limit)}.",
                "Prüfen Sie Komma und Einheit; ist der Wert richtig, ändern Sie grenzen in indikator.yaml.",
                figure.text("wert"),
            )  # fmt: skip


def _plain(limit: float) -> str:
    return f"{limit:g}".replace(".", ",").replace("-", MINUS)
