"""Outlines of territories that a map could not draw are refused. All of it is sample data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lagebild.problems import Severity
from tests.contract.builder import problems

RING = [[10, 50], [11, 50], [11, 51], [10, 50]]
FILE = "data/gebiete/kreise-2021-12-31.geojson"


def told(geometry: Any, territory: str = "adorf") -> list[tuple[str, str]]:
    """Rule and file of every error."""
    feature = {"type": "Feature", "properties": {"gebiet": territory}, "geometry": geometry}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]})
    return [(p.rule, p.place.file) for p in problems({FILE: content}, least=Severity.ERROR)]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": [10, 50]},
        {"type": "Polygon", "coordinates": [RING]},
        {"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]},
        {"type": "Polygon", "coordinates": [[[*place, 300.5] for place in RING]]},
    ],
)
def test_polygons_in_degrees_are_read(geometry: Any) -> None:
    assert told(geometry) == []


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Kreis", "coordinates": [10, 50]},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": RING},
        {"type": "MultiPolygon", "coordinates": [RING]},
        {"type": "Polygon", "coordinates": [[["10", 50], *RING]]},
        {"type": "Polygon", "coordinates": [[[4412345.0, 5645678.0], *RING]]},
        {"type": "Polygon", "coordinates": [[[True, 50], *RING]]},
        {"type": "Polygon", "coordinates": "hier"},
    ],
)
def test_everything_else_is_one_error(geometry: Any) -> None:
    assert told(geometry) == [("grenzen-form", FILE)]


def test_an_outline_names_a_known_territory() -> None:
    assert told({"type": "Polygon", "coordinates": [RING]}, "xdorf") == [("kennung-unbekannt", FILE)]
