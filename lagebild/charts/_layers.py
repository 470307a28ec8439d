"""Words for layers that all charts use: where a layer's data come from, and places that follow the plot."""

from __future__ import annotations

from typing import Any

import altair as alt

from lagebild.charts.style import token

# Said once, because Altair looks a channel written as text up in its whole schema each time.
X, X2, Y, Y2 = alt.X("x:Q"), alt.X2("x2"), alt.Y("y:Q"), alt.Y2("y2")
TEXT, RUN = alt.Text("text:N"), alt.Detail("run:N")


def of(name: str) -> alt.Chart:
    """A layer over the data of this name; the frame drops it where there are none."""
    return alt.Chart(alt.NamedData(name=name))


def datum(name: str) -> Any:
    """A mark property that every datum brings itself."""
    return alt.expr(f"datum.{name}")


def own(channel: Any, name: str = "color") -> Any:
    """A channel whose value stands in the data as it is drawn."""
    return channel(f"{name}:N", scale=None)


ACROSS: dict[str, Any] = {"x": alt.value(0), "x2": alt.value(alt.expr("width"))}
"""From the left to the right edge of the plot."""
BOTTOM = alt.value(alt.expr("height"))
"""The lower edge of the plot."""


def below(distance: float) -> Any:
    """A place below the plot, in pixels."""
    return alt.value(alt.expr(f"height + {distance}"))


def grid(size: float) -> tuple[alt.Chart, alt.Chart]:
    """Lines of the y axis and their numbers, from the data `grid`."""
    numbers = of("grid").mark_text(fontSize=size, align="right")
    return (
        of("grid").mark_rule(color=token("gitter"), strokeWidth=1).encode(y=Y, **ACROSS),
        numbers.encode(y=Y, x=alt.value(-8), text=TEXT),
    )


def texts(name: str, **mark: Any) -> alt.Chart:
    """Words at their places."""
    layer: alt.Chart = of(name).mark_text(**mark).encode(x=X, y=Y, text=TEXT)
    return layer
