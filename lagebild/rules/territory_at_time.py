"""A source that counts within the boundaries of each year has no figures for a territory that did not exist.

Only sources with `gebietsstand: jeweils` are asked; others may calculate back to a later territory.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lagebild.model import Period, Report, Territory
from lagebild.problems import Problem, error
from lagebild.rules._figures import figures

RULE = "gebiet-zeit"


def check(report: Report) -> Iterator[Problem]:
    """Figures of such sources outside the existence of their territory."""
    for figure in figures(report):
        one = figure.observation
        source, territory = report.source_of(one), report.territories.get(one.territory)
        if one.value is None or source is None or source.territorial_status != "jeweils" or territory is None:
            continue
        if not _existed_in(territory, one.period):
            yield error(
                RULE,
                figure.at("zeit"),
                f"Das Gebiet „{territory.id}“ gab es {one.period.text} nicht ({_existence(territory)}), "
                "und die Quelle "
                f"„{one.source}“ zählt im Gebietsstand des jeweiligen Jahres.",
                "Nennen Sie das Gebiet, das es damals gab, oder ergänzen Sie in quellen.yaml den "
                "Gebietsstand, auf den "
                "die Quelle umrechnet, zum Beispiel gebietsstand: 2021-12-31.",
                one.period.text,
            )


def _existed_in(territory: Territory, period: Period) -> bool:
    start, end = territory.valid_from or date.min, territory.valid_to or date.max
    # Inverted dates are reported elsewhere; no period would fit them.
    return end < start or (start <= period.last and period.first <= end)


def _existence(territory: Territory) -> str:
    start, end = territory.valid_from, territory.valid_to
    if start and end:
        return f"{start.isoformat()} bis {end.isoformat()}"
    return f"seit {start.isoformat()}" if start else f"bis {end.isoformat()}" if end else ""
