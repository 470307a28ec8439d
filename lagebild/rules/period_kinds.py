"""A table keeps one kind of period: years, key dates, school years or quarters.

School years and quarters are written as such where the indicator speaks of them, and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lagebild.model import Indicator, Report
from lagebild.problems import Problem, error, warning
from lagebild.rules._figures import Figure, figures_of

RULE = "zeit-gemischt"

_NAMES = {
    "jahr": "ein Jahr",
    "stichtag": "ein Stichtag",
    "schuljahr": "ein Schuljahr",
    "quartal": "ein Quartal",
}
_NAMED = {
    "jahr": "ein Jahr",
    "stichtag": "einen Stichtag",
    "schuljahr": "ein Schuljahr",
    "quartal": "ein Quartal",
}
_EXAMPLES = {"jahr": "2019", "stichtag": "2019-12-31", "schuljahr": "2018/2019", "quartal": "2019-Q3"}


def check(report: Report) -> Iterator[Problem]:
    """The first period of each kind that is not the table's usual one."""
    for indicator in report.indicators.values():
        rows = list(figures_of(report, indicator))
        kinds = Counter(figure.observation.period.kind for figure in rows)
        usual = kinds.most_common(1)[0][0] if kinds else ""
        for kind in kinds:
            if kind == usual:
                continue
            first = next(figure for figure in rows if figure.observation.period.kind == kind)
            text = first.text("zeit")
            yield error(
                RULE,
                first.at("zeit"),
                f"„{text}“ ist {_NAMES[kind]}, die meisten anderen Zeilen nennen {_NAMED[usual]}. "
                f"Das betrifft {kinds[kind]} {'Zeile' if kinds[kind] == 1 else 'Zeilen'}.",
                f"Schreiben Sie alle Zeiten gleich, zum Beispiel {_EXAMPLES[usual]}.",
                text,
            )
        if usual:
            first = next(figure for figure in rows if figure.observation.period.kind == usual)
            yield from _other_reference(indicator, first)


def _other_reference(indicator: Indicator, first: Figure) -> Iterator[Problem]:
    kind, declared = first.observation.period.kind, indicator.time_reference
    if kind != declared and {kind, declared} & {"schuljahr", "quartal"}:
        text, example = first.text("zeit"), _EXAMPLES.get(declared, _EXAMPLES["jahr"])
        yield warning(
            RULE,
            first.at("zeit"),
            f"„{text}“ ist {_NAMES[kind]}, der Indikator hat aber zeitbezug: {declared}.",
            f"Schreiben Sie zum Beispiel {example}, oder ändern Sie zeitbezug.",
            text,
        )
