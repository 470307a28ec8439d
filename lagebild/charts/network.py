"""Who works on what: actors at the left, what they act on at the right, ties as lines between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import TEXT, X2, Y2, X, Y, datum, of
from lagebild.charts._typeface import wrap
from lagebild.charts.style import FULL, Size, token

SIZES = FULL
_LINE, _GAP = 18, 10
_NAME_SHARE = 0.38
_ROUNDS = 8
"""Orderings by neighbours settle within a few rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line from a name at the left to a name at the right."""

    actor: str
    target: str
    inferred: bool = False
    """Dashed: the assignment is the editors' own."""


def spec(ties: Iterable[Tie], size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`; its height follows from the names.

    Names are ordered so that lines cross little: each stands at the mean place of its neighbours in turn.
    Source: K. Sugiyama, S. Tagawa, M. Toda, Methods for Visual Understanding of Hierarchical System
    Structures, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109-125 (barycentre method).
    """
    ties = tuple(sorted(set(ties), key=lambda t: (t.actor, t.target)))
    actors, targets = _ordered(ties)
    limit = size.width * _NAME_SHARE
    left, right = ([(name, wrap(name, size.label, limit)) for name in names] for names in (actors, targets))
    height = max(_height(left), _height(right))
    frame = Frame(
        size=replace(size, height=int(height)), x=(0, 1), y=(height, 0), left=limit + 14, right=limit + 14
    )
    places = _places(left, height), _places(right, height)
    words = [*_words(left, places[0], (frame, "right", -12)), *_words(right, places[1], (frame, "left", 12))]
    lines = [
        {
            "x": 0,
            "x2": 1,
            "y": places[0][t.actor],
            "y2": places[1][t.target],
            "dash": [4, 3] if t.inferred else [1, 0],
        }
        for t in ties
    ]
    dots = [{"x": x, "y": y} for x in (0, 1) for y in places[x].values()]
    return frame.spec(_template(size), {"ties": lines, "dots": dots, "names": words})


def _ordered(ties: tuple[Tie, ...]) -> tuple[list[str], list[str]]:
    actors = list(dict.fromkeys(t.actor for t in ties))
    targets = sorted({t.target for t in ties})
    for _ in range(_ROUNDS):
        targets.sort(key=lambda n: (_mean(actors.index(t.actor) for t in ties if t.target == n), n))
        actors.sort(key=lambda n: (_mean(targets.index(t.target) for t in ties if t.actor == n), n))
    return actors, targets


def _mean(places: Iterable[int]) -> float:
    found = list(places)
    return sum(found) / len(found)


Names = list[tuple[str, tuple[str, ...]]]


def _height(names: Names) -> float:
    return sum(_LINE * len(lines) + _GAP for _, lines in names)


def _places(names: Names, height: float) -> dict[str, float]:
    """Centre of each name; the shorter side is spread over the same height."""
    rest = (height - _height(names)) / len(names)
    places, top = {}, 0.0
    for name, lines in names:
        own = _LINE * len(lines) + _GAP + rest
        places[name] = round(top + own / 2, 2)
        top += own
    return places


def _words(names: Names, places: dict[str, float], side: tuple[Frame, str, float]) -> list[dict[str, Any]]:
    frame, align, offset = side
    x = frame.x_at(offset if align == "right" else frame.width + offset)
    return [
        {"x": x, "y": places[name] + _LINE * (i - (len(lines) - 1) / 2), "text": line, "align": align}
        for name, lines in names for i, line in enumerate(lines)
    ]  # fmt: skip


@cache
def _template(size: Size) -> dict[str, Any]:
    return alt.layer(
        of("ties")
        .mark_rule(color=token("rand"), strokeWidth=1.5, strokeDash=datum("dash"))
        .encode(x=X, x2=X2, y=Y, y2=Y2),
        of("dots").mark_point(size=64, color=token("tinte")).encode(x=X, y=Y),
        of("names")
        .mark_text(fontSize=size.label, color=token("tinte"), align=datum("align"))
        .encode(x=X, y=Y, text=TEXT),
    ).to_dict(validate=False)
