"""Districts coloured by class of their figure, within the boundaries of one day.

A view names the boundary set it belongs to and refuses territories of another: two sets are never mixed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import TEXT, X2, X, Y, of, own
from lagebild.charts._outlines import Area, Outlines
from lagebild.charts._outlines import outlines as fitted
from lagebild.charts._typeface import text_width
from lagebild.charts.style import HATCH, MAP, MAP_CLASSES, Size, token
from lagebild.model import Boundaries

__all__ = ["SIZES", "MapView", "Outlines", "outlines", "spec"]

SIZES = MAP
_VALUES_FROM = 620
"""Below this width figures in the areas would not be legible; the list beside the map has them."""
_HALO = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """What a map shows."""

    classes: Mapping[str, int]
    """Territory → class 1 to 5; territories of the boundary set that are not named are hatched."""
    texts: Mapping[str, str]
    """Territory → its figure as written."""
    main: str
    main_name: str
    main_text: str
    """The figure of the main territory with its unit, for the label outside."""


def outlines(boundaries: Boundaries, size: Size) -> Outlines:
    """The boundary set at one of `SIZES`, with room for the main territory's label; the same for all maps."""
    return fitted(boundaries, size.width - _LABEL_ROOM[size.width > _VALUES_FROM], size.height - 2 * _EDGE)


_LABEL_ROOM = {True: 104, False: 84}
_EDGE = 3
"""Room for half a stroke at the rim."""


def spec(view: MapView, outlines: Outlines, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`.

    Raises ValueError for a territory that the boundary set does not have.
    """
    known = {area.territory for area in outlines.areas}
    if strangers := sorted(set(view.classes) - known):
        raise ValueError(f"not in the boundaries of {outlines.valid_on}: {', '.join(strangers)}")
    main = outlines.area(view.main)
    size = replace(size, height=math.ceil(outlines.height) + 2 * _EDGE)
    left = size.width - outlines.width - _EDGE if main is None or _is_left(main, outlines) else float(_EDGE)
    frame = Frame(
        size=size, x=(0, outlines.width), y=(outlines.height, 0), left=left,
        right=size.width - outlines.width - left, top=_EDGE, bottom=size.height - outlines.height - _EDGE,
    )  # fmt: skip
    datasets: dict[str, list[dict[str, Any]]] = {
        "areas": [_shape(area.geometry, _paint(view, area.territory)) for area in outlines.areas],
        "border": [_shape({"type": "MultiLineString", "coordinates": _chained(outlines.border)})],
        "figures": _figures(view, outlines) if size.width >= _VALUES_FROM else [],
    }
    if main is not None:
        datasets |= _main_rows(view, main, frame, size)
    return frame.spec(_template(size), datasets)


def _is_left(main: Area, outlines: Outlines) -> bool:
    return main.heart[0] <= outlines.width / 2


def _paint(view: MapView, territory: str) -> str:
    number = view.classes.get(territory)
    return HATCH if number is None else token(MAP_CLASSES[number - 1])


def _shape(geometry: dict[str, Any], paint: str = "") -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "color": paint}


def _figures(view: MapView, outlines: Outlines) -> list[dict[str, Any]]:
    rows = []
    for area in outlines.areas:
        if area.territory != view.main and area.territory in view.classes:
            name = MAP_CLASSES[view.classes[area.territory] - 1]
            row = {"x": area.heart[0], "y": area.heart[1], "text": view.texts[area.territory]}
            rows.append(row | {"color": token(f"{name}-text"), "halo": token(name)})
    return rows


def _main_rows(view: MapView, main: Area, frame: Frame, size: Size) -> dict[str, list[dict[str, Any]]]:
    """The main territory's outline, and its name outside with a leader."""
    points = list(chain.from_iterable(polygon[0] for polygon in main.polygons))
    left = frame.left >= frame.right
    y = main.heart[1]
    near = min(x for x, _ in points) if left else max(x for x, _ in points)
    width = max(text_width(view.main_name, size.label, 600), text_width(view.main_text, size.label, 600))
    far = -frame.left if left else frame.width + frame.right - width
    start = far + width + 6 if left else far - 6
    words = [(view.main_name, "tinte", y - 10), (view.main_text, "stadt", y + 10)]
    return {
        "main": [_shape(main.geometry, _paint(view, main.territory))],
        "leader": [{"x": start, "x2": near, "y": y}],
        "main-words": [{"x": far, "y": at, "text": text, "color": token(color)} for text, color, at in words],
    }


def _chained(pieces: tuple[tuple[tuple[float, float], tuple[float, float]], ...]) -> list[list[list[float]]]:
    """Pieces of border joined end to end, which takes a third of the bytes."""
    ends: dict[tuple[float, float], list[int]] = {}
    for i, piece in enumerate(pieces):
        for end in piece:
            ends.setdefault(end, []).append(i)
    lines, used = [], set()
    for i, (a, b) in enumerate(pieces):
        if i in used:
            continue
        used.add(i)
        line = [a, b]
        while (following := next((k for k in ends[line[-1]] if k not in used), None)) is not None:
            used.add(following)
            p, q = pieces[following]
            line.append(q if p == line[-1] else p)
        lines.append([list(point) for point in line])
    return lines


@cache
def _template(size: Size) -> dict[str, Any]:
    color = own(alt.Color)
    none = {"x": None, "y": None}
    weight: dict[str, Any] = {"fontSize": size.label, "fontWeight": 600}
    layers = [
        _shapes("areas").mark_geoshape(clip=False).encode(color=color),
        _shapes("border")
        .mark_geoshape(clip=False, filled=False, stroke=token("rand"), strokeWidth=1)
        .encode(),
        _shapes("main")
        .mark_geoshape(clip=False, filled=False, stroke=token("papier"), strokeWidth=6)
        .encode(),
        _shapes("main").mark_geoshape(clip=False, stroke=token("tinte"), strokeWidth=2.2).encode(color=color),
        of("figures")
        .mark_text(align="center", fontSize=15, strokeWidth=_HALO, strokeJoin="round")
        .encode(
            x=X,
            y=Y,
            text=TEXT,
            color=alt.Color("halo:N", scale=None),
            stroke=alt.Stroke("halo:N", scale=None),
        ),
        of("figures").mark_text(align="center", fontSize=15).encode(x=X, y=Y, text=TEXT, color=color),
        of("leader").mark_rule().encode(x=X, x2=X2, y=Y),
        of("main-words").mark_text(**weight).encode(x=X, y=Y, text=TEXT, color=color),
    ]
    template = alt.layer(*layers).to_dict(validate=False)
    for layer in template["layer"]:
        if "projection" in layer:
            layer["encoding"] = layer.get("encoding", {}) | none
    return template


def _shapes(name: str) -> alt.Chart:
    """Geometries that are in pixels already."""
    return of(name).project(type="identity", scale=1, translate=[0, 0])
