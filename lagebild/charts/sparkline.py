"""The line without axes in a row of the catalogue: only the city, only its course, its last figure marked."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import ACROSS, RUN, X, Y, of
from lagebild.charts.style import Size, token
from lagebild.findings import Series

SIZE = Size(width=120, height=34, label=14, axis=14)
"""One size: it fits beside a title on the phone as well."""
_MARGIN = 5


def spec(series: Series) -> dict[str, Any]:
    """The Vega-Lite specification of a series that has figures; the y axis begins at 0."""
    places = [(p.period.index, p.value or 0.0) for run in series.runs for p in run]
    frame = Frame(
        size=SIZE, x=_widened([x for x, _ in places]), y=_widened([0.0, *(y for _, y in places)]),
        left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN,
    )  # fmt: skip
    line = [
        {"x": p.period.index, "y": p.value, "run": n}
        for n, run in enumerate(series.runs) for p in run
    ]  # fmt: skip
    lone = [{"x": run[0].period.index, "y": run[0].value} for run in series.runs if len(run) == 1]
    end = [{"x": line[-1]["x"], "y": line[-1]["y"]}]
    return frame.spec(_template(), {"base": [{"y": 0}], "line": line, "lone": lone, "end": end})


def _widened(numbers: list[float]) -> tuple[float, float]:
    low, high = min(numbers), max(numbers)
    return (low, high) if low < high else (low - 0.5, high + 0.5)


@cache
def _template() -> dict[str, Any]:
    brick = token("stadt")
    return alt.layer(
        of("base").mark_rule(color=token("linie"), strokeWidth=1).encode(y=Y, **ACROSS),
        of("line").mark_line(color=brick, strokeWidth=2).encode(x=X, y=Y, detail=RUN),
        of("lone").mark_point(color=brick, size=16).encode(x=X, y=Y),
        of("end").mark_point(color=brick, size=45).encode(x=X, y=Y),
    ).to_dict(validate=False)
