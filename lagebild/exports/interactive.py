"""The charts that readers can move: loaded on demand, from the site itself.

- `assets/vega.js`: Vega with the interpreter that needs no `eval`, the same version that drew the pictures
- `daten/diagramme/<id>.json`: one Vega-Lite specification per indicator that has a time series
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lagebild.assessed import Assessed
from lagebild.charts import interactive, render, time_series


def files(assessed: Assessed, cache: render.Cache | None = None) -> Iterator[tuple[str, bytes]]:
    """The library once, and a specification per indicator."""
    yield (
        "assets/vega.js",
        render.remembered(cache, interactive.bundle_key(), lambda: interactive.bundle().encode()),
    )
    for indicator in assessed.report.indicators.values():
        view = time_series.view(assessed.report, indicator, assessed.indicators[indicator.id])
        if view is not None:
            spec = json.dumps(interactive.spec(view), ensure_ascii=False, separators=(",", ":"))
            yield f"daten/diagramme/{indicator.id}.json", spec.encode()
