"""A figure lies within the bounds that its indicator declares, and the bounds leave room for one."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import figures
from lagebild.wording.numbers import MINUS

RULE = "wert-ausserhalb"


def check(report: Report) -> Iterator[Problem]:
    """Figures outside, and bounds that exclude every figure."""
    for indicator in report.indicators.values():
        bounds = indicator.bounds
        if bounds and bounds.low is not None and bounds.high is not None and bounds.high < bounds.low:
            yield error(
                RULE,
                bounds.origin.at("max"),
                "Die obere Grenze liegt unter der unteren.",
                "Tauschen Sie min und max, zum Beispiel grenzen: {min: 0, max: 100}.",
            )
    for figure in figures(report):
        bounds, value = figure.indicator.bounds, figure.observation.value
        if bounds is None or value is None:
            continue
        for limit, beyond, word in ((bounds.low, -1, "kleiner"), (bounds.high, 1, "größer")):
            if limit is not None and (value - limit) * beyond > 0:
                yield error(
                    RULE,
                    figure.at("wert"),
                    f"Der Wert {figure.text('wert')} ist {word} als die Grenze {_plain(limit)}.",
                    "Prüfen Sie Komma und Einheit; ist der Wert richtig, ändern Sie grenzen in "
                    "indikator.yaml.",
                    figure.text("wert"),
                )


def _plain(limit: float) -> str:
    return f"{limit:g}".replace(".", ",").replace("-", MINUS)
