"""The JSON Schemas explain the planner's files in German and accept what we accept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from lagebild.load.layout import LIST_FILES
from lagebild.load.schemas import json_schemas
from lagebild.load.yaml_events import read_yaml
from lagebild.model import ORIGIN_KEY

from .conftest import PACKAGE

SCHEMAS = json_schemas()


def test_every_kind_of_file_has_one() -> None:
    assert set(SCHEMAS) == {
        "seite.json",
        "indikator.json",
        "massnahme.json",
        *(f"{f.schema}.json" for f in LIST_FILES),
    }


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from _objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_valid_closed_and_titled(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    for described in _objects(SCHEMAS[name]):
        assert described["additionalProperties"] is False
        assert all(part.get("title") for part in described["properties"].values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_none_proposes_nothing_or_shows_what_the_loader_adds(name: str) -> None:
    text = json.dumps(SCHEMAS[name])
    assert '"null"' not in text
    assert '"default"' not in text
    assert '"@' not in text


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items() if key != ORIGIN_KEY}
    return [_plain(item) for item in data] if isinstance(data, list) else data


FILES = {"data/seite.yaml": "seite.json", **{f.path: f"{f.schema}.json" for f in LIST_FILES}}
FILES |= {f"data/massnahmen/{p.name}": "massnahme.json" for p in (PACKAGE / "data/massnahmen").iterdir()}
FILES |= {
    f"data/indikatoren/{p.name}/indikator.yaml": "indikator.json"
    for p in (PACKAGE / "data/indikatoren").iterdir()
}


@pytest.mark.parametrize("path", FILES)
def test_the_sample_municipality_fits_its_schemas(path: str) -> None:
    data = _plain(read_yaml(path, (PACKAGE / path).read_bytes()).data)
    assert list(Draft7Validator(SCHEMAS[FILES[path]]).iter_errors(data)) == []
