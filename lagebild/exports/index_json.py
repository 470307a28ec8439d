"""`daten/index.json`: the entrance for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version

from lagebild.assessed import Assessed


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """The one index."""
    report = assessed.report
    release = report.releases[-1].version if report.releases else None
    index = {
        "version": release,
        "commit": report.commit or None,
        "stand": report.day.isoformat(),
        "erzeugt_mit": f"lagebild {version('lagebild')}",
        "indikatoren": [
            {"id": i.id, "titel": i.title, "pfad": f"indikatoren/{i.id}.json"}
            for i in report.indicators.values()
        ],
        "massnahmen": "massnahmen.json",
        "schema": "/schema/ergebnisse/index.json",
    }
    yield "daten/index.json", (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()
