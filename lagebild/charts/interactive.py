"""The chart to explore on demand: figures under the pointer, lines to switch off; not needed to read.

The page loads `bundle()` and the specification from the site itself when a reader asks for them, with Vega's
expression interpreter (`ast: true`), so that a strict Content-Security-Policy holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

import altair as alt
import vl_convert

from lagebild.charts._layers import RUN, X
from lagebild.charts._typeface import FAMILY
from lagebild.charts._view import Dot, LineView
from lagebild.charts.style import SCHEMA, STROKES, token
from lagebild.wording.numbers import number

HEIGHT = 340
EMBED_OPTIONS: dict[str, Any] = {
    "ast": True,
    "actions": False,
    "renderer": "svg",
    "defaultStyle": False,
    "tooltip": {"disableDefaultStyle": True},
}
"""How the page's script must call the library: interpreter instead of generated code, no injected styles.

The tooltip is then styled by the site: `#vg-tooltip-element`, shown while it has the class `visible`."""


def bundle_key() -> str:
    """Under which a cache keeps the bundle: the renderer alone decides its bytes."""
    return f"vega-{version('vl-convert-python')}.js"


@cache
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script: the same version that draws the still pictures."""
    return str(vl_convert.javascript_bundle())  # type: ignore[call-arg]  # the snippet has a default


def spec(view: LineView) -> dict[str, Any]:
    """The Vega-Lite specification; its width follows the page."""
    rows = [
        {
            "x": dot.at, "y": dot.value, "run": f"{n}-{r}", "Gebiet": line.name, "Zeitraum": dot.label,
            "Wert": _told(dot, view.decimals), "low": dot.low, "high": dot.high,
            "hollow": line.fresh[r] or dot.provisional,
        }
        for n, line in enumerate(view.lines) for r, run in enumerate(line.runs) for dot in run
    ]  # fmt: skip
    ticks = [at for at, _ in view.periods]
    template = _template(tuple((line.name, line.role) for line in view.lines))
    axis = {"values": [t for t in ticks if t in (ticks[0], ticks[-1]) or int(t) % 5 == 0]}
    x = {"scale": {"domain": [ticks[0], ticks[-1]], "nice": False, "zero": False}, "axis": _AXIS | axis}
    layers = [_with_axis(layer, x) for layer in template["layer"]]
    return {
        **template,
        "layer": layers,
        "$schema": SCHEMA,
        "datasets": {"figures": rows, "gaps": list(_gaps(view))},
        "config": _config(),
    }


_INSET = 0.3
"""Share of a step that the band of a gap keeps from the figures beside it."""


def _told(dot: Dot, decimals: int) -> str:
    """A figure with its interval and whether it is provisional, as the tooltip says it."""
    said = number(dot.value, decimals)
    if dot.low is not None and dot.high is not None:
        said += f" (Unsicherheitsbereich {number(dot.low, decimals)} bis {number(dot.high, decimals)})"
    return f"{said}, vorläufig" if dot.provisional else said


def _gaps(view: LineView) -> Iterator[dict[str, Any]]:
    """The spans in which the main line is interrupted, each with its words."""
    inset = view.step * _INSET
    for gap in view.gaps:
        end = view.periods[-1][0] if gap.after is None else gap.after - inset
        words = ", ".join(filter(None, (gap.words, gap.edition)))
        yield {
            "x": gap.before + inset,
            "x2": end,
            "edition": bool(gap.edition),
            "Unterbrechung": words,
        }


_AXIS = {"title": None, "format": "d", "grid": False, "labelAngle": 0}


def _with_axis(layer: dict[str, Any], x: dict[str, Any]) -> dict[str, Any]:
    encoding = layer["encoding"]
    return {**layer, "encoding": {**encoding, "x": {**encoding["x"], **x}}}


@cache
def _template(lines: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    names, strokes = [name for name, _ in lines], [STROKES[role] for _, role in lines]
    # All are shown at first; a click on a name in the legend hides its line or brings it back.
    shown = alt.selection_point(
        fields=["Gebiet"], bind="legend", name="gezeigt", toggle="true", value=[{"Gebiet": n} for n in names]
    )
    near = alt.selection_point(on="pointerover", empty=False, clear="pointerout", name="nah")
    legend = alt.Legend(
        orient="bottom", columns=2, labelLimit=0, title=None, symbolType="stroke", symbolSize=500
    )
    base = alt.Chart(alt.NamedData(name="figures")).encode(
        x=X,
        y=alt.Y("y:Q", axis=alt.Axis(title=None, tickCount=5, domain=False, ticks=False)),
        color=alt.Color(
            "Gebiet:N", scale=alt.Scale(domain=names, range=[token(s.token) for s in strokes]), legend=legend
        ),
        opacity=alt.condition(shown, alt.value(1), alt.value(0)),
    )
    dash = alt.StrokeDash(
        "Gebiet:N", scale=alt.Scale(domain=names, range=[list(s.dash) or [1, 0] for s in strokes])
    )
    told = [alt.Tooltip(f"{name}:N") for name in ("Gebiet", "Zeitraum", "Wert")]
    gaps = alt.Chart(alt.NamedData(name="gaps")).encode(x="x:Q", tooltip=[alt.Tooltip("Unterbrechung:N")])
    chart = alt.layer(
        gaps.mark_rect(color=token("sand")).encode(x2=alt.X2("x2")),
        gaps.mark_rule(color=token("tinte")).encode(x="x2:Q").transform_filter(alt.datum.edition),
        base.mark_rule(strokeWidth=1.6)
        .encode(y=alt.Y("low:Q", title=None), y2=alt.Y2("high"))
        .transform_filter(alt.datum.low != None),  # noqa: E711  # an expression for Vega, not for Python
        base.mark_line(strokeWidth=2.5).encode(strokeDash=dash, detail=RUN).add_params(shown),
        base.mark_point(filled=True, size=74).encode(
            size=alt.condition(near, alt.value(140), alt.value(50)),
            tooltip=told,
        ),
        # A light centre makes a point hollow: another edition, or provisional.
        base.mark_point(filled=True, size=18)
        .encode(color=alt.value(token("flaeche")))
        .transform_filter(alt.datum.hollow),
        # A line is hard to hit: wide invisible points answer in its stead.
        base.mark_point(size=700, opacity=0)
        .encode(opacity=alt.value(0), tooltip=told)
        .add_params(near)
        .transform_filter(shown),
    )
    return chart.properties(width="container", height=HEIGHT).to_dict(validate=False)


def _config() -> dict[str, Any]:
    text = {"labelColor": token("tinte2"), "labelFontSize": 15, "labelFont": FAMILY}
    return {
        # Vega's own names for marks are English and incomplete; the page names the chart as a whole.
        "aria": False,
        "background": None,
        "font": FAMILY,
        "view": {"stroke": None},
        "axis": text
        | {"domainColor": token("tinte2"), "tickColor": token("tinte2"), "gridColor": token("gitter")},
        "legend": text,
        "locale": {
            "number": {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", "\u00a0€"]}
        },
    }
