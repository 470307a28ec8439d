"""The charts that readers can move: loaded on demand, from the site itself.

- `assets/vega.js`: Vega with the interpreter that needs no `eval`, the same version that drew the pictures
- `daten/diagramme/<id>.json`: one Vega-Lite specification per indicator that has a time series
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from lagebild.assessed import Assessed
from lagebild.charts import interactive, time_series


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """The library once, and a specification per indicator."""
    yield "assets/vega.js", _library()
    for indicator in assessed.report.indicators.values():
        view = time_series.view(assessed.report, indicator, assessed.indicators[indicator.id])
        if view is not None:
            spec = json.dumps(interactive.spec(view), ensure_ascii=False, separators=(",", ":"))
            yield f"daten/diagramme/{indicator.id}.json", spec.encode()


@cache  # bundling takes a second and always gives the same bytes
def _library() -> bytes:
    return interactive.bundle().encode()
