"""A territory has one key of each kind at a time, and a key belongs to one territory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from lagebild.model import Report, TerritoryKey
from lagebild.problems import Problem, error

RULE = "schluessel-ueberschneidung"


def check(report: Report) -> Iterator[Problem]:
    """Keys whose validity overlaps with that of another of the same kind."""
    table = report.tables.get("data/gebiete/schluessel.csv")
    if table is None:
        return
    for first, second in combinations(report.territory_keys, 2):
        if first.kind != second.kind or not _overlap(first, second):
            continue
        if first.territory == second.territory:
            message = (
                f"Das Gebiet „{second.territory}“ hätte zugleich die Schlüssel {first.key} und {second.key}."
            )
        elif first.key == second.key:
            message = (
                f"Der Schlüssel {second.key} gälte zugleich für „{first.territory}“ und „{second.territory}“."
            )
        else:
            continue
        place = table.place(second.row, "gueltig_von")
        cell = table.place(first.row, "gueltig_bis").cell
        remedy = f"Beenden Sie den älteren Schlüssel einen Tag vor dem Beginn des neuen (Zelle {cell})."
        yield error(RULE, place, message, remedy, second.key)


def _overlap(first: TerritoryKey, second: TerritoryKey) -> bool:
    start = max(first.valid_from or date.min, second.valid_from or date.min)
    end = min(first.valid_to or date.max, second.valid_to or date.max)
    return start <= end
