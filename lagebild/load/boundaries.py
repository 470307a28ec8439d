"""Boundaries of territories from GeoJSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from lagebild.load.encoding import decode
from lagebild.model import Boundaries, FormError, Place, When
from lagebild.problems import Problem, error

_KINDS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
"""Kind of geometry → how deep its positions lie in lists (RFC 7946, section 3.1)."""


class _NoNumberError(ValueError):
    """NaN or infinity, which JSON does not know."""


def read_boundaries(file: str, content: bytes) -> tuple[Boundaries | None, tuple[Problem, ...]]:
    """One GeoJSON file; each feature names its territory in the property `gebiet`."""
    decoded = decode(file, content)
    if decoded.text is None:
        return None, decoded.problems
    try:
        data = json.loads(decoded.text, parse_constant=_refuse)
    except json.JSONDecodeError as fault:
        place = Place(file=file, line=fault.lineno, column=fault.colno)
        return None, (
            error(
                "json-form",
                place,
                "Die Datei ist an dieser Stelle kein gültiges JSON.",
                "Erzeugen Sie die Datei neu; von Hand wird sie nicht bearbeitet.",
            ),
        )
    except (_NoNumberError, RecursionError):
        return None, (_fault(file, "Die Datei enthält keine gültigen Koordinaten."),)
    features = _features(data)
    if features is None:
        return None, (
            _fault(file, "Die Datei ist keine FeatureCollection mit Flächen und der Eigenschaft „gebiet“."),
        )
    if strange := next((t for t, geometry in features.items() if not _is_on_earth(geometry)), None):
        return None, (_not_on_earth(file, strange),)
    return _boundaries(file, data, features), decoded.problems


def _refuse(word: str) -> float:
    raise _NoNumberError(word)


def _fault(file: str, message: str) -> Problem:
    return error(
        "grenzen-form",
        Place(file=file, line=1),
        message,
        'Jede Fläche nennt ihr Gebiet: "properties": {"gebiet": "musterstadt"}.',
    )


def _not_on_earth(file: str, territory: str) -> Problem:
    return error(
        "grenzen-form",
        Place(file=file, line=1),
        f"Die Fläche von „{territory}“ hat keine gültigen Koordinaten in Grad.",
        "Erzeugen Sie die Datei neu, in WGS 84 (EPSG:4326), zuerst die Länge, dann die Breite.",
        territory,
    )


def _is_on_earth(geometry: Mapping[str, Any]) -> bool:
    """Whether the coordinates of a geometry are positions in degrees, nested as its kind asks for."""
    return _is_nested(geometry.get("coordinates"), _KINDS[geometry["type"]])


def _is_nested(value: Any, depth: int) -> bool:
    if depth == 0:
        return _is_position(value)
    return isinstance(value, list) and bool(value) and all(_is_nested(part, depth - 1) for part in value)


def _is_position(value: Any) -> bool:
    if not isinstance(value, list) or len(value) < 2:
        return False
    # JSON's true and false are numbers to Python.
    if not all(isinstance(number, int | float) and not isinstance(number, bool) for number in value):
        return False
    return bool(-180 <= value[0] <= 180 and -90 <= value[1] <= 90)


def _features(data: Any) -> Mapping[str, Mapping[str, Any]] | None:
    """Territory → geometry; None where the file has another shape."""
    if not isinstance(data, dict) or not isinstance(data.get("features"), list):
        return None
    found: dict[str, Mapping[str, Any]] = {}
    for feature in data["features"]:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        if not isinstance(properties, dict) or not isinstance(properties.get("gebiet"), str):
            return None
        if not isinstance(geometry, dict) or geometry.get("type") not in _KINDS:
            return None
        found[properties["gebiet"]] = geometry
    return found


def _boundaries(file: str, data: Mapping[str, Any], features: Mapping[str, Mapping[str, Any]]) -> Boundaries:
    return Boundaries(
        file=file,
        name=str(data.get("name") or file.rsplit("/", 1)[-1].removesuffix(".geojson")),
        valid_on=_valid_on(file, data),
        attribution=str(data.get("quellenvermerk") or ""),
        licence=str(data.get("lizenz") or ""),
        features=features,
    )


def _valid_on(file: str, data: Mapping[str, Any]) -> date | None:
    named = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", file)
    stated = str(data.get("gebietsstand") or (named[0] if named else ""))
    try:
        return When.parse(stated).first
    except FormError:
        return None
