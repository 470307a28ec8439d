"""A measure as a band in time: what was planned, what was reported, who was responsible."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import BOTTOM, TEXT, X, Y, below, datum, of, own
from lagebild.charts._measure_band import Plan, Span, TimelineView, lanes, view
from lagebild.charts._typeface import text_width
from lagebild.charts.style import FULL, OCHRE_HATCH, Size, token

__all__ = ["SIZES", "Plan", "Span", "TimelineView", "spec", "view"]

SIZES = FULL
_PAINTS = {
    "proposed": ("papier", "rand", "tinte"),
    "prepared": ("flaeche", "phase", "tinte"),
    "running": ("phase", "papier", "flaeche"),
    "resting": ("ruhe", "papier", "flaeche"),
}
"""Class → fill, frame and text."""


_HEAD = 22
"""Room for the name of a row above it on the phone."""
_ROW, _BOX = 48, 24
_YEARS = 30
"""Room for the years below."""
_NAMES = 92
"""Room for the names of the rows at the left."""


Row = tuple[str, tuple[Plan, ...] | tuple[Span, ...]]


def spec(view: TimelineView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`; its height follows from the rows."""
    head = _HEAD if size == SIZES.narrow else 0
    rows = _rows(view)
    height = sum(_ROW + (head if name else 0) for name, _ in rows) - 8
    frame = _frame(view, replace(size, height=height + _YEARS), head > 0)
    datasets: dict[str, list[dict[str, Any]]] = {
        "years": _years(frame, size), "names": [], "boxes": [], "frames": [], "words": [], "plans": [],
    }  # fmt: skip
    top = 0.0
    for name, content in rows:
        middle = top + (head if name else 0) + _BOX / 2 + 4
        at = (0.0, middle - _BOX / 2 - 12) if head else (-frame.left, middle)
        if name:
            datasets["names"].append({"x": frame.x_at(at[0]), "y": frame.y_at(at[1]), "text": name})
        for one in content:
            _add(datasets, one, (frame, size, middle))
        top += _ROW + (head if name else 0)
    if view.plans:
        datasets["words"] += _beside(view, frame, size, head + _BOX / 2 + 4)
    return frame.spec(_template(size), datasets)


def _rows(view: TimelineView) -> list[Row]:
    """The rows with their names; responsibilities that overlap take rows of their own, without a name."""
    first, *others = lanes(view.responsible) or ((),)
    named: list[Row] = [("Plan", view.plans), ("Gemeldet", view.reported), ("Zuständig", first)]
    return [row for row in named if row[1]] + [("", lane) for lane in others]


def _frame(view: TimelineView, size: Size, narrow: bool) -> Frame:
    spans = (*view.reported, *view.responsible)
    places = [n for span in spans for n in (span.start, span.end)] + [plan.at for plan in view.plans]
    return Frame(
        size=size, x=(min(places) - 0.3, max(view.today, *places)), y=(size.height - _YEARS, 0),
        left=0 if narrow else _NAMES, right=6, bottom=_YEARS,
    )  # fmt: skip


def _add(
    datasets: dict[str, list[dict[str, Any]]], one: Plan | Span, place: tuple[Frame, Size, float]
) -> None:
    middle = place[2]
    if isinstance(one, Plan):
        fill = token("tinte" if one.decided else "papier")
        datasets["plans"].append({"x": one.at, "y": middle, "fill": fill})
        return
    box = {"x": one.start, "x2": one.end, "y": middle - _BOX / 2, "y2": middle + _BOX / 2}
    if one.kind in ("known", "inferred"):
        datasets["frames"].append(box | {"dash": [4, 3] if one.kind == "inferred" else [1, 0]})
        color = token("tinte")
    elif one.kind == "silent":
        datasets["boxes"].append(box | {"fill": OCHRE_HATCH, "stroke": token("ockerrand")})
        color = token("ocker")
    else:
        fill, stroke, ink = _PAINTS[one.kind]
        datasets["boxes"].append(box | {"fill": token(fill), "stroke": token(stroke)})
        color = token(ink)
    _add_words(datasets, one, place, color)


def _beside(view: TimelineView, frame: Frame, size: Size, middle: float) -> list[dict[str, Any]]:
    """The words of the plan, right of its last mark where they fit."""
    start = frame.px(max(plan.at for plan in view.plans)) + 14
    if start + text_width(view.plan_words, size.note) > frame.width + frame.right:
        return []
    row = {"x": frame.x_at(start), "y": middle, "text": view.plan_words, "color": token("tinte")}
    return [row | {"weight": 400}]


def _add_words(
    datasets: dict[str, list[dict[str, Any]]], one: Span, place: tuple[Frame, Size, float], color: str
) -> None:
    """The words of a box, where they fit into it."""
    frame, size, middle = place
    silent = one.kind == "silent"
    width = text_width(one.words, size.note, 600 if silent else 400)
    left, right = frame.px(max(one.start, frame.x[0])), frame.px(one.end)
    if width + 12 > right - left:
        return
    start = (left + right - width) / 2 if silent else left + 6
    if silent:
        ground = {"x": frame.x_at(start - 6), "x2": frame.x_at(start + width + 6)}
        ground |= {"y": middle - _BOX / 2 + 2, "y2": middle + _BOX / 2 - 2}
        datasets.setdefault("grounds", []).append(ground)
    row = {"x": frame.x_at(start), "y": middle, "text": one.words, "color": color}
    datasets["words"].append(row | {"weight": 600 if silent else 400})


def _years(frame: Frame, size: Size) -> list[dict[str, Any]]:
    first, last = int(frame.x[0]) + 1, int(frame.x[1])
    need = text_width("2000", size.axis) + 18
    every = next((n for n in (1, 2, 5, 10) if frame.px(first + n) - frame.px(first) >= need), 20)
    years = [year for year in range(first, last + 1) if year % every == 0]
    # A year too near to the edge of the picture would be cut off.
    return [{"x": y, "text": str(y)} for y in years if frame.px(y) + frame.left >= need / 2 - 6]


@cache
def _template(size: Size) -> dict[str, Any]:
    bottom = BOTTOM
    box = {"x": X, "x2": "x2", "y": Y, "y2": "y2"}
    ink = token("tinte")
    color = own(alt.Color)
    return alt.layer(
        of("years").mark_rule(color=token("linie"), strokeWidth=1).encode(x=X, y=alt.value(0), y2=bottom),
        of("boxes")
        .mark_rect(strokeWidth=1.5, opacity=1)
        .encode(fill=own(alt.Fill, "fill"), stroke=own(alt.Stroke, "stroke"), **box),
        of("grounds").mark_rect(color=token("ockerfl")).encode(**box),
        of("frames")
        .mark_rect(fill="transparent", stroke=token("rand"), strokeWidth=1.5, strokeDash=datum("dash"))
        .encode(**box),
        of("plans")
        .mark_point(shape="diamond", size=150, stroke=ink, strokeWidth=1.5)
        .encode(x=X, y=Y, fill=own(alt.Fill, "fill")),
        of("names").mark_text(fontSize=size.label, fontWeight=600, color=ink).encode(x=X, y=Y, text=TEXT),
        of("words")
        .mark_text(fontSize=size.note, fontWeight=datum("weight"))
        .encode(x=X, y=Y, text=TEXT, color=color),
        of("years").mark_text(fontSize=size.axis, align="center").encode(x=X, y=below(16), text=TEXT),
    ).to_dict(validate=False)
