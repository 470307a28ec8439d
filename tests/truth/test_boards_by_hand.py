"""Boards of the real measures, counted by hand from the histories by the rules of the format."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.assessed import Assessed


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2019, 12, 31), {"vorbereitet": 2, "in-umsetzung": 10, "stand-unklar": 3, "abgeschlossen": 1,
                              "ohne-datum": 3}),
        (date(2021, 12, 31), {"vorbereitet": 10, "in-umsetzung": 11, "stand-unklar": 3, "ohne-datum": 3}),
        (date(2026, 11, 22), {"vorbereitet": 1, "in-umsetzung": 7, "stand-unklar": 23, "ohne-datum": 3}),
    ],
)  # fmt: skip
def test_measures_by_class(assessed: Assessed, day: date, counted: dict[str, int]) -> None:
    board = assessed.boards[day]
    assert {kind: count for kind, count in board.by_class.items() if count} == counted
    assert board.total == sum(counted.values())


def test_the_register_is_complete(assessed: Assessed) -> None:
    """51 measures with 177 reports; 34 of them are measures in the narrow sense."""
    measures = assessed.report.measures.values()
    assert (len(measures), sum(len(m.history) for m in measures)) == (51, 177)
    assert sum(m.kind == "massnahme" for m in measures) == 34


def test_ties_to_the_strategy_are_not_overstated(assessed: Assessed) -> None:
    ties = {tie: count for tie, count in assessed.board.by_tie.items() if count}
    assert ties == {"ausdruecklich": 4, "lsz-plan": 1, "verwandtes-konzept": 6, "thematisch": 23}
