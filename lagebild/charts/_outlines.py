"""Boundaries on paper: geometries in pixels, the outer outline, and a place for the words in each area."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lagebild.model import Boundaries

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One territory on paper."""

    territory: str
    polygons: tuple[tuple[Ring, ...], ...]
    """Polygons of rings in pixels: the outer one first, then holes."""
    heart: Point
    """Where words stand: the place in the area that is farthest from its border."""

    @property
    def geometry(self) -> dict[str, Any]:
        """As GeoJSON, in pixels."""
        return {
            "type": "MultiPolygon",
            "coordinates": [[list(map(list, r)) for r in p] for p in self.polygons],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """All territories of one boundary set at one width."""

    valid_on: str
    """The day whose boundaries these are."""
    areas: tuple[Area, ...]
    border: tuple[tuple[Point, Point], ...]
    """The pieces of border that belong to one territory only: the outline of the whole."""
    width: float
    height: float

    def area(self, territory: str) -> Area | None:
        """The area of a territory, if this set has it."""
        return next((a for a in self.areas if a.territory == territory), None)


def outlines(boundaries: Boundaries, width: float, height: float) -> Outlines:
    """The boundary set fitted into a box, Mercator projection (true to shape at the size of a Land).

    Source: J. P. Snyder, Map Projections: A Working Manual, USGS 1987, page 41, formulas
    7-1 and 7-2 (sphere).
    """
    projected = {t: _projected(geometry) for t, geometry in boundaries.features.items()}
    every = [p for polygons in projected.values() for rings in polygons for ring in rings for p in ring]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    spans = max(x for x, _ in every) - left, max(y for _, y in every) - top
    scale = min(width / spans[0], height / spans[1])
    placed = {t: _placed(polygons, (left, top), scale) for t, polygons in projected.items()}
    return Outlines(
        valid_on=boundaries.valid_on.isoformat() if boundaries.valid_on else "",
        areas=tuple(Area(territory=t, polygons=p, heart=_heart(p)) for t, p in placed.items()),
        border=_border(placed), width=round(spans[0] * scale, 1), height=round(spans[1] * scale, 1),
    )  # fmt: skip


def _projected(geometry: Mapping[str, Any]) -> tuple[tuple[Ring, ...], ...]:
    many = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return tuple(
        tuple(tuple(_mercator(*place[:2]) for place in ring) for ring in polygon) for polygon in many
    )


def _mercator(longitude: float, latitude: float) -> Point:
    return math.radians(longitude), -math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _placed(
    polygons: tuple[tuple[Ring, ...], ...], corner: Point, scale: float
) -> tuple[tuple[Ring, ...], ...]:
    def ring(points: Ring) -> Ring:
        # A tenth of a pixel; the same vertex gets the same place in both of its territories.
        rounded = [(round((x - corner[0]) * scale, 1), round((y - corner[1]) * scale, 1)) for x, y in points]
        return tuple(p for i, p in enumerate(rounded) if i == 0 or p != rounded[i - 1])

    return tuple(tuple(ring(points) for points in rings) for rings in polygons)


def _pieces(polygons: tuple[tuple[Ring, ...], ...]) -> Iterator[tuple[Point, Point]]:
    for rings in polygons:
        for ring in rings:
            yield from pairwise(ring)


def _border(placed: Mapping[str, tuple[tuple[Ring, ...], ...]]) -> tuple[tuple[Point, Point], ...]:
    seen: dict[tuple[Point, Point], int] = {}
    for polygons in placed.values():
        for a, b in _pieces(polygons):
            piece = (a, b) if a < b else (b, a)
            seen[piece] = seen.get(piece, 0) + 1
    return tuple(piece for piece, count in seen.items() if count == 1)


_GRID = 18
"""Places tried in each direction; finer ones move a label by less than 2 px."""
_WORD_SHAPE = 1.9
"""Figures are about twice as wide as high, so room to the sides counts less than room above and below."""


def _heart(polygons: tuple[tuple[Ring, ...], ...]) -> Point:
    rings = max(polygons, key=lambda p: abs(_surface(p[0])))
    edge = [p for ring in rings for p in ring]
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    step = ((max(xs) - min(xs)) / _GRID, (max(ys) - min(ys)) / _GRID)
    tried = [
        (min(xs) + step[0] * (i + 0.5), min(ys) + step[1] * (j + 0.5))
        for i in range(_GRID)
        for j in range(_GRID)
    ]
    inside = [p for p in tried if _contains(rings, p)] or [(sum(xs) / len(xs), sum(ys) / len(ys))]
    best = max(inside, key=lambda p: min(((p[0] - x) / _WORD_SHAPE) ** 2 + (p[1] - y) ** 2 for x, y in edge))
    return round(best[0], 1), round(best[1], 1)


def _surface(ring: Ring) -> float:
    """Twice the signed surface (shoelace formula)."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _contains(rings: tuple[Ring, ...], point: Point) -> bool:
    """Even-odd rule: holes count as outside."""
    x, y = point
    crossings = 0
    for a, b in _pieces((rings,)):
        if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]):
            crossings += 1
    return crossings % 2 == 1
