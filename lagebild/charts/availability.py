"""Which years have figures for the city: one bar per key indicator, with the day its territory changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import ACROSS, TEXT, X2, X, Y, below, of
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts.style import LIST, Size, token
from lagebild.findings import Series

SIZES = LIST
_ROW = 25
_TOP, _BOTTOM = 28, 30
_YEARS = 15
"""How far back the axis reaches; what began earlier ends in an arrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator."""

    name: str
    spans: tuple[tuple[float, float], ...]
    """First and last period with a figure, in years, of each stretch without a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A day that explains where the bars end."""

    at: float
    """In years; 2021.0 is the first of January."""
    words: str


def row(name: str, series: Series | None) -> Row:
    """The stretches of a series; runs that follow each other without a missing period are still two bars."""
    runs = series.runs if series else ()
    return Row(name=name, spans=tuple((run[0].period.index, run[-1].period.index) for run in runs))


def spec(rows: Iterable[Row], size: Size, *, line: DateLine | None = None) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`; its height follows from the rows."""
    rows = tuple(rows)
    names = [wrap(r.name, size.label, size.width * 0.42)[:2] for r in rows]
    frame = _frame(rows, names, size)
    datasets: dict[str, list[dict[str, Any]]] = {"tracks": [], "bars": [], "arrows": [], "names": []}
    top = 0.0
    for r, lines in zip(rows, names, strict=True):
        y = top + _ROW / 2
        datasets["tracks"].append({"y": frame.y_at(y)})
        _add_bars(datasets, r, frame, y)
        for i, text in enumerate(lines):
            datasets["names"].append(
                {"x": frame.x_at(-frame.left), "y": frame.y_at(y + 17 * i), "text": text}
            )
        top += _ROW + 17 * (len(lines) - 1)
    datasets["years"] = [{"x": year + 0.5, "text": str(year)} for year in _years(frame)]
    if line is not None and frame.x[0] < line.at < frame.x[1]:
        datasets["line"] = [_date_line(line, frame, size)]
    return frame.spec(_template(size), datasets)


def _frame(rows: tuple[Row, ...], names: list[tuple[str, ...]], size: Size) -> Frame:
    lasts = [last for r in rows for _, last in r.spans]
    firsts = [first for r in rows for first, _ in r.spans]
    end = int(max(lasts, default=0)) + 1
    start = max(end - _YEARS, int(min(firsts, default=end - _YEARS)))
    height = _TOP + _BOTTOM + sum(_ROW + 17 * (len(lines) - 1) for lines in names)
    left = max((text_width(line, size.label) for lines in names for line in lines), default=0) + 22
    return Frame(
        size=replace(size, height=height), x=(start, end), y=(height - _TOP - _BOTTOM, 0),
        left=left, right=8, top=_TOP, bottom=_BOTTOM,
    )  # fmt: skip


def _add_bars(datasets: dict[str, list[dict[str, Any]]], r: Row, frame: Frame, y: float) -> None:
    for first, last in r.spans:
        start, end = max(first, frame.x[0]), last + 1
        if end <= frame.x[0]:
            continue
        earlier = first < frame.x[0]
        # A small gap between stretches that meet, so that a change of edition stays visible.
        datasets["bars"].append(
            {"x": start if earlier else start + 0.06, "x2": end - 0.06, "y": frame.y_at(y), "name": r.name}
        )
        if earlier:
            datasets["arrows"].append({"x": frame.x_at(-3), "y": frame.y_at(y)})


def _years(frame: Frame) -> list[int]:
    first, last = int(frame.x[0]), int(frame.x[1]) - 1
    return (
        [year for year in (first, (first + last) // 2, last) if year >= first]
        if last - first > 3
        else [first]
    )


def _date_line(line: DateLine, frame: Frame, size: Size) -> dict[str, Any]:
    width = text_width(line.words, size.note)
    at = min(frame.px(line.at) + width / 2, frame.width + frame.right)
    return {"x": line.at, "text": line.words, "right": frame.x_at(at)}


@cache
def _template(size: Size) -> dict[str, Any]:
    bottom = below(4)
    brick, ink = token("stadt"), token("tinte")
    return alt.layer(
        of("tracks").mark_rule(color=token("gitter"), strokeWidth=1).encode(y=Y, **ACROSS),
        of("bars").mark_bar(size=10, color=brick).encode(x=X, x2=X2, y=Y),
        of("arrows").mark_point(shape="triangle-left", size=95, color=brick).encode(x=X, y=Y),
        of("line").mark_rule(color=ink).encode(x=X, y=alt.value(-8), y2=bottom),
        of("line")
        .mark_text(fontSize=size.note, align="right", color=ink)
        .encode(x=alt.X("right:Q"), y=alt.value(-18), text=TEXT),
        of("names").mark_text(fontSize=size.label, color=ink).encode(x=X, y=Y, text=TEXT),
        of("years").mark_text(fontSize=size.axis, align="center").encode(x=X, y=below(18), text=TEXT),
    ).to_dict(validate=False)
