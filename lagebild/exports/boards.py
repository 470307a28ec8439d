"""`daten/stand/<day>.json`: the board of the build day, of every year's end and of every report's date."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lagebild.assessed import Assessed
from lagebild.assessment.board import denominators
from lagebild.exports.board_json import board_json


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """One file per day that has a board."""
    history = {d.day: d for d in denominators(assessed.report, assessed.boards)}
    for day, board in assessed.boards.items():
        content = board_json(assessed.report, board, denominator=history.get(day))
        yield (
            f"daten/stand/{day.isoformat()}.json",
            (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode(),
        )
