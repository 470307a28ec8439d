"""The one theme of all charts: tokens, line forms, sizes and German numbers.

Specifications name colours as custom properties (`var(--stadt)`), which Vega passes through. The page uses
them as they are, so one picture serves light and dark; downloads put the light values in their place. The
values themselves are written in the theme's `tokens.css` and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lagebild.charts._typeface import FAMILY
from lagebild.wording.numbers import NBSP, number

TOKENS = Path(__file__).parents[1] / "theme" / "overrides" / "assets" / "theme" / "tokens.css"


def token(name: str) -> str:
    """The colour of a role, as the page reads it."""
    return f"var(--{name})"


@cache
def light_values() -> dict[str, str]:
    """Token → hex value of the light scheme, which is also the one of print and downloads."""
    root = re.search(r":root\s*\{(.*?)\}", TOKENS.read_text(encoding="utf-8"), re.DOTALL)
    if root is None:
        raise ValueError(f"{TOKENS.name} has no :root block")
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", root[1]))


@dataclass(frozen=True, slots=True)
class Stroke:
    """The form of a line: whoever sees no colour tells the lines apart by width and dash."""

    token: str
    width: float
    dash: tuple[float, ...]


STROKES = {
    "stadt": Stroke("stadt", 3.2, ()),
    "kreis": Stroke("kreis", 2, (9, 3, 2, 3)),
    "kreis2": Stroke("kreis", 2, (14, 5)),
    "land": Stroke("land", 2, (7, 4)),
    "bund": Stroke("bund", 2, (2, 3.5)),
}
ROLES = {
    "bund": "bund", "land": "land", "kreis": "kreis", "stadt": "kreis", "gemeinde": "kreis",
    "stadtteil": "kreis", "sozialraum": "kreis",
}  # fmt: skip
"""Kind of a comparison territory → its line form; the main territory always has `stadt`."""

MAP_CLASSES = ("karte1", "karte2", "karte3", "karte4", "karte5")
HATCH = "pattern(rand,papier)"
"""Paint of a territory without value; the renderer turns it into hatching of two tokens."""
OCHRE_HATCH = "pattern(ockerrand,ockerfl)"
"""Paint of a time without reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Outer measures of a chart in pixels. Every kind of chart is drawn at two widths."""

    width: int
    height: int
    label: float
    axis: float
    note: float = 14.5
    """Size of words in the picture; nothing is below 14."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The two sizes of a kind of chart; the page shows one of them."""

    wide: Size
    narrow: Size


_NARROW_LABEL, _NARROW_AXIS = 14.5, 14


def sizes(wide: tuple[int, int], narrow: tuple[int, int], *, label: float = 16, axis: float = 15) -> Sizes:
    """Two sizes from width and height each; text of the wide one as given."""
    return Sizes(
        Size(width=wide[0], height=wide[1], label=label, axis=axis),
        Size(width=narrow[0], height=narrow[1], label=_NARROW_LABEL, axis=_NARROW_AXIS, note=14),
    )


COLUMN = sizes((744, 400), (328, 344))
"""A chart in the text column."""
SENTENCE = sizes((528, 188), (328, 168))
"""A chart beneath a key sentence."""
PANEL = sizes((350, 190), (328, 180), label=15, axis=14)
"""One of several small charts side by side."""
MAP = sizes((640, 480), (328, 250), label=15)
"""A map beside its ranking."""
LIST = sizes((440, 0), (328, 0), label=15, axis=14)
"""Bars in rows; the height follows from their number."""
FULL = sizes((1120, 0), (328, 0), label=15, axis=14.5)
"""A band over the full width of the page; the height follows from its rows."""


def with_symbol(value: float, decimals: int, symbol: str) -> str:
    """A figure with the sign of its unit where that is short; long units stand in the subtitle."""
    text = number(value, decimals)
    return f"{text}{NBSP}{symbol}" if 0 < len(symbol) <= _SHORT_SYMBOL else text


_SHORT_SYMBOL = 2

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
CONFIG: dict[str, Any] = {
    "aria": False,
    "background": None,
    "font": FAMILY,
    "view": {"stroke": None},
    "line": {"strokeJoin": "round", "strokeCap": "butt"},
    "point": {"filled": True, "opacity": 1},
    "text": {"color": token("tinte2"), "align": "left", "baseline": "middle"},
    "rule": {"color": token("tinte"), "strokeWidth": 1.25},
    "bar": {"color": token("rand"), "cornerRadius": 1},
    "geoshape": {"stroke": token("flaeche"), "strokeWidth": 1.2},
    "legend": {"disable": True},
}
"""What all specifications share. Nothing is measured while drawing: sizes and places are computed before."""
