"""The layers of a line chart, from back to front, as Altair declares them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._layers import (
    ACROSS,
    BOTTOM,
    RUN,
    TEXT,
    X2,
    Y2,
    X,
    Y,
    below,
    datum,
    grid,
    of,
    own,
    texts,
)
from lagebild.charts.style import STROKES, Size, token

_HERE: dict[str, Any] = {"x": X, "y": Y}
_TICK = 5


@cache
def line_layers(size: Size, ground: str, top: float) -> dict[str, Any]:
    """All layers; `top` is the room above the plot, through which bands reach, in pixels."""
    layers = [
        *_breaks(top),
        *_axes(size),
        *_comparators(),
        *_main(ground),
        *_targets(),
        *_words(size),
        *_stages(size),
    ]
    return alt.layer(*layers).to_dict(validate=False)


def _breaks(top: float) -> Iterator[alt.Chart]:
    yield of("gaps").mark_rect(color=token("sand")).encode(x=X, x2=X2, y=alt.value(-top), y2=BOTTOM)
    yield of("editions").mark_rule().encode(x=X, y=alt.value(-top), y2=BOTTOM)


def _axes(size: Size) -> Iterator[alt.Chart]:
    axis: dict[str, Any] = {"color": token("tinte2"), "strokeWidth": 1}
    yield from grid(size.axis)
    yield of("base").mark_rule(**axis).encode(y=Y, **ACROSS)
    yield of("periods").mark_rule(**axis).encode(x=X, y=BOTTOM, y2=below(_TICK))
    yield (
        of("periods")
        .mark_text(fontSize=size.axis, align="center", baseline="top")
        .encode(x=X, y=below(9), text=TEXT)
    )


def _comparators() -> Iterator[alt.Chart]:
    roles = [role for role in STROKES if role != "stadt"]
    colors, dashes = [token(STROKES[r].token) for r in roles], [list(STROKES[r].dash) for r in roles]
    color = alt.Color("role:N", scale=alt.Scale(domain=roles, range=colors))
    dash = alt.StrokeDash("role:N", scale=alt.Scale(domain=roles, range=dashes))
    lines = of("comparators").mark_line(strokeWidth=STROKES["land"].width)
    yield lines.encode(color=color, strokeDash=dash, detail=RUN, **_HERE)
    shapes = alt.Shape(
        "role:N", scale=alt.Scale(domain=roles, range=["square", "diamond", "triangle-up", "cross"])
    )
    yield of("lone").mark_point(size=44).encode(color=color, shape=shapes, **_HERE)


def _main(ground: str) -> Iterator[alt.Chart]:
    """The city: whiskers, line, points. Sizes are squares of diameters: 74 is a radius of 4.3 px."""
    brick = token("stadt")
    cap = of("intervals").mark_tick(color=brick, thickness=1.6, size=9, orient="horizontal")
    yield of("intervals").mark_rule(color=brick, strokeWidth=1.6).encode(y2=Y2, **_HERE)
    yield cap.encode(**_HERE)
    yield cap.encode(x=X, y=alt.Y("y2:Q"))
    yield (of("main").mark_line(color=brick, strokeWidth=STROKES["stadt"].width).encode(detail=RUN, **_HERE))
    yield of("dots").mark_point(size=74, color=brick).encode(**_HERE)
    hollow: dict[str, Any] = {"filled": True, "color": token(ground), "stroke": brick, "strokeWidth": 2.2}
    yield of("new").mark_point(size=85, **hollow).encode(**_HERE)
    yield of("provisional").mark_point(size=110, shape="diamond", **hollow).encode(**_HERE)


def _targets() -> Iterator[alt.Chart]:
    ink = token("tinte")
    yield of("targets").mark_rule(color=ink, strokeWidth=datum("width")).encode(x2=X2, **_HERE)
    yield of("target-years").mark_point(shape="triangle-left", size=110, color=ink).encode(**_HERE)
    yield of("milestones").mark_point(shape="triangle-down", size=60, color=ink).encode(**_HERE)


def _words(size: Size) -> Iterator[alt.Chart]:
    color, placed = own(alt.Color), {"align": datum("align")}
    yield of("leaders").mark_rule(color=token("tinte2"), strokeWidth=1).encode(x2=X2, y2=Y2, **_HERE)
    yield texts("break-words", fontSize=size.note, **placed).encode(color=color)
    for name in ("values", "labels"):
        yield texts(name, fontSize=size.label, fontWeight=datum("weight"), **placed).encode(color=color)


def _stages(size: Size) -> Iterator[alt.Chart]:
    yield of("stages").mark_rule().encode(x2=X2, **_HERE)
    yield of("stage-starts").mark_rule(strokeWidth=datum("width")).encode(y2=Y2, **_HERE)
    yield texts("stage-names", fontSize=size.note)
