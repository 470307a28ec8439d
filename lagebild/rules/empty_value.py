"""An empty cell says nothing: without a sign nobody knows whether a figure is zero, secret or not yet
there."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import SIGNS_WITHOUT_VALUE, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import figures

RULE = "wert-fehlt"


def check(report: Report) -> Iterator[Problem]:
    """Figures without a value and without a sign that stands in its place."""
    for figure in figures(report):
        one = figure.observation
        if one.value is None and one.sign not in (*SIGNS_WITHOUT_VALUE, "eingeschraenkt"):
            yield error(
                RULE,
                figure.at("wert"),
                "Der Wert fehlt, und kein Zeichen sagt, warum.",
                "Tragen Sie den Wert ein, oder nennen Sie in „zeichen“ den "
                "Grund, zum Beispiel unbekannt, geheim "
                "oder spaeter.",
            )
