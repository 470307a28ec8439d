"""A key cannot be valid while its territory does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "schluessel-ungueltig"


def check(report: Report) -> Iterator[Problem]:
    """Keys that begin before their territory or outlast it."""
    table = report.tables.get("data/gebiete/schluessel.csv")
    for key in report.territory_keys if table else ():
        territory = report.territories.get(key.territory)
        if table is None or territory is None:
            continue
        start, end = territory.valid_from or date.min, territory.valid_to or date.max
        # An open end of a key means "as long as the territory exists".
        late = (key.valid_to or min(end, date.max)) > end or (key.valid_from or start) > end
        early = (key.valid_from or start) < start or (key.valid_to or end) < start
        if late or early:
            column = "gueltig_bis" if late and key.valid_to else "gueltig_von"
            yield error(
                RULE,
                table.place(key.row, column),
                f"Der Schlüssel {key.key} gälte zu einer Zeit, in der es das Gebiet „{key.territory}“ "
                "nicht gab.",
                f"In gebiete.csv steht das Gebiet {_existence(territory.valid_from, territory.valid_to)}; "
                "gleichen Sie beides an.",
                key.key,
            )


def _existence(start: date | None, end: date | None) -> str:
    parts = [f"ab {start.isoformat()}" if start else "", f"bis {end.isoformat()}" if end else ""]
    return " ".join(part for part in parts if part) or "ohne zeitliche Grenze"
