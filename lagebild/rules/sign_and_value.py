"""A sign and a value must not contradict each other.

Signs of official statistics stand in place of a value (`geheim`, `unbekannt`, `spaeter`, `unsicher`,
`nicht-sinnvoll`), say that it is zero (`nichts`, `weniger-als-halb`) or that it tells little
(`eingeschraenkt`, with a value).
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import SIGNS_FOR_ZERO, SIGNS_WITH_VALUE, SIGNS_WITHOUT_VALUE, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures

RULE = "zeichen-und-wert"


def check(report: Report) -> Iterator[Problem]:
    """Figures whose sign excludes their value, or asks for one."""
    for figure in figures(report):
        one = figure.observation
        if one.sign in SIGNS_WITHOUT_VALUE and one.value is not None:
            yield _fault(
                figure,
                f"Neben dem Zeichen „{one.sign}“ steht ein Wert.",
                "Leeren Sie die Zelle „wert“, oder löschen Sie das Zeichen, wenn der Wert stimmt.",
            )
        if one.sign in SIGNS_FOR_ZERO and one.value:
            yield _fault(
                figure,
                f"Das Zeichen „{one.sign}“ bedeutet null, der Wert ist aber nicht null.",
                "Schreiben Sie in „wert“ 0, oder löschen Sie das Zeichen.",
            )
        if one.sign in SIGNS_WITH_VALUE and one.value is None:
            yield _fault(
                figure,
                f"Zum Zeichen „{one.sign}“ gehört ein Wert, die Zelle ist leer.",
                "Tragen Sie den Wert ein, oder schreiben Sie statt des Zeichens unsicher.",
            )


def _fault(figure: Figure, message: str, remedy: str) -> Problem:
    return error(RULE, figure.at("wert"), message, remedy, figure.text("wert") or None)
