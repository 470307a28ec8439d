"""Everything that is published as JSON keeps to the schemas that are published with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from lagebild import exports
from lagebild.assessed import assess
from lagebild.exports._result_schemas import result_schemas
from lagebild.model import Report
from tests.contract.builder import indicator, measure, published

SCHEMAS = result_schemas()
KINDS = (exports.indicator_json, exports.measures, exports.boards, exports.index_json)


def schema_of(path: str) -> str:
    """The schema of a file below `daten/`."""
    folder = path.partition("/")[0]
    return {"indikatoren": "indikator.json", "stand": "stand.json"}.get(folder, path)


def faults(path: str, content: Any) -> list[str]:
    """What a schema objects to, with its place."""
    validator = jsonschema.Draft7Validator(SCHEMAS[schema_of(path)])
    return [f"{path} {fault.json_path}: {fault.message}" for fault in validator.iter_errors(content)]


def files(report: Report) -> Iterator[tuple[str, Any]]:
    """Path below `daten/` and content of every JSON file."""
    assessed = assess(report)
    for kind in KINDS:
        for path, content in kind.files(assessed):
            if path.endswith(".json"):
                yield path.removeprefix("daten/"), json.loads(content)


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_every_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("city", ["sample", "real"])
def test_what_is_published_keeps_to_its_schema(city: str, request: pytest.FixtureRequest) -> None:
    found = dict(files(request.getfixturevalue(city)))
    assert {schema_of(path) for path in found} == set(SCHEMAS)
    assert [fault for path, content in found.items() for fault in faults(path, content)] == []


def test_rare_cases_keep_to_the_schemas_as_well() -> None:
    years = "\n".join(f"adorf {2014 + i} {20 - i} {200 - 10 * i}/1000" for i in range(6))
    signs = ("geheim", "unbekannt", "spaeter", "unsicher", "nicht-sinnvoll")
    content = published(
        indicator("a", f"{years}\nbergland 2019 9", vergleich="[bergland]", ziele="[{art: halten, wert: 9}]"),
        indicator("b", "\n".join(f"adorf {2015 + i} - {sign}" for i, sign in enumerate(signs))),
        indicator("c", "adorf 2019 0 nichts\nadorf 2020 7 eingeschraenkt vorlaeufig", einheit="personen"),
        indicator("d", "adorf 2018/2019 1", zeitbezug="schuljahr", ziele="[{art: richtung}]"),
        measure("m", "1 - laufend"),
        measure("n", "1 2019/2020 abgeschlossen", "2 2021 idee neue_runde: ja", handlungsfelder=""),
        measure(
            "o", "1 2019 idee", "2 2018 idee berichtigt: 1", termine="[{art: beginn, geplant: 2020, laut: 1}]"
        ),
    )
    assert [fault for path, one in content.items() for fault in faults(path, one)] == []


@pytest.mark.parametrize(
    ("schema", "spoil"),
    [
        ("massnahmen.json", lambda content: content[0].pop("phase")),
        ("massnahmen.json", lambda content: content[0].update(phase="läuft")),
        ("massnahmen.json", lambda content: content[0].update(intern="geheim")),
        ("massnahmen.json", lambda content: content[0]["verlauf"][0].update(datum_von="2019")),
    ],
)
def test_a_schema_notices_what_does_not_belong(schema: str, spoil: Any) -> None:
    content = published(measure("m", "1 2019 laufend"))[schema]
    assert faults(schema, content) == []
    spoil(content)
    assert faults(schema, content) != []


def test_the_index_names_files_that_exist() -> None:
    content = published(indicator("a", "adorf 2019 5"))
    index = content["index.json"]
    assert [entry["pfad"] in content for entry in index["indikatoren"]] == [True]
    assert index["massnahmen"] in content
    assert index["schema"].removeprefix("/schema/ergebnisse/") in SCHEMAS
