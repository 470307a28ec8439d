"""A measure that belongs to no Handlungsfeld appears on no field's page."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, warning

RULE = "massnahme-ohne-feld"


def check(report: Report) -> Iterator[Problem]:
    """Measures of the kind `massnahme` without a field; bodies and instruments may stand above the fields."""
    for measure in report.measures.values():
        if measure.kind == "massnahme" and not measure.fields:
            yield warning(
                RULE,
                measure.origin.at("handlungsfelder"),
                "Die Maßnahme hat kein Handlungsfeld.",
                f"Ergänzen Sie zum Beispiel handlungsfelder: [{next(iter(report.fields), 'bildung')}]; "
                "steht es in keiner "
                "Quelle, dazu zuordnung: erschlossen.",
            )
