"""Table Schemas for the tables of a data package, as the stock `frictionless validate` enforces them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lagebild.load import layout
from lagebild.model import KEY_KINDS, TERRITORY_KINDS, Indicator, Report, Table
from lagebild.model.indicators import GENDERS, UNIT_KINDS

Json = dict[str, Any]


def resource_name(path: str) -> str:
    """The name of a file in the catalogue, made of its path: only `a-z0-9._-` are allowed."""
    inner = path.removeprefix("data/").removesuffix("/werte.csv").rsplit(".", 1)
    stem = inner[0] if path.endswith(".csv") else ".".join(inner)
    return catalogue_name(stem)


def catalogue_name(text: str) -> str:
    """A text as a name in a catalogue."""
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.lower().replace(umlaut, plain)
    return re.sub(r"[^a-z0-9.]+", "-", text).strip("-.") or "daten"


def table_schema(report: Report, table: Table) -> Json:
    """The schema of one table."""
    if figures := layout.FIGURES_FILE.fullmatch(table.file):
        return _figure_schema(report, table, report.indicators.get(figures[1]))
    schemas = {
        layout.TERRITORIES: _territory_schema,
        layout.TERRITORY_KEYS: _key_schema,
        layout.UNITS: _unit_schema,
    }
    return schemas.get(table.file, _code_schema)(table)


def _field(name: str, **constraints: Any) -> Json:
    field: Json = {"name": name, "type": "string"}
    return {**field, "constraints": constraints} if constraints else field


def _number(name: str, **constraints: Any) -> Json:
    field: Json = {"name": name, "type": "number", "decimalChar": ","}
    return {**field, "constraints": constraints} if constraints else field


def _schema(fields: Sequence[Json], key: Sequence[str] = (), foreign: Iterable[Json] = ()) -> Json:
    schema: Json = {"fields": list(fields), "missingValues": [""]}
    if key:
        schema["primaryKey"] = list(key)
    if links := list(foreign):
        schema["foreignKeys"] = links
    return schema


def _link(field: str, path: str, target: str) -> Json:
    """A foreign key; an empty path means the table itself."""
    return {
        "fields": [field],
        "reference": {"resource": resource_name(path) if path else "", "fields": [target]},
    }


def _figure_schema(report: Report, table: Table, indicator: Indicator | None) -> Json:
    breakdowns = [b.id for b in indicator.breakdowns] if indicator else columns_between(table.header)
    code_lists = {name: f"data/codelisten/{name}.csv" for name in breakdowns}
    links = [_link("gebiet", layout.TERRITORIES, "id")] if layout.TERRITORIES in report.tables else []
    links += [_link(name, path, "code") for name, path in code_lists.items() if path in report.tables]
    fields = [_figure_field(name, breakdowns, indicator) for name in table.header]
    return _schema(fields, ("gebiet", "zeit", *breakdowns), links)


def columns_between(header: Sequence[str]) -> list[str]:
    """The breakdowns of a table whose indicator cannot be read: what stands between `zeit` and `wert`."""
    if "zeit" not in header or "wert" not in header:
        return []
    return list(header[header.index("zeit") + 1 : header.index("wert")])


def _figure_field(name: str, breakdowns: Sequence[str], indicator: Indicator | None) -> Json:
    if name == "wert":
        return {**_number(name, **_bounds(indicator)), "title": indicator.title if indicator else name}
    if name in layout.FIGURE_NUMBERS:
        return _number(name)
    if name in ("gebiet", "zeit", "quelle", *breakdowns):
        return _field(name, required=True)
    return _field(name)


def _bounds(indicator: Indicator | None) -> Json:
    bounds = indicator.bounds if indicator else None
    given = {"minimum": bounds.low, "maximum": bounds.high} if bounds else {}
    return {name: value for name, value in given.items() if value is not None}


def _territory_schema(table: Table) -> Json:
    words: Json = {"typ": {"required": True, "enum": list(TERRITORY_KINDS)}}
    words |= {"id": {"required": True}, "name": {"required": True}}
    fields = [_field(name, **words.get(name, {})) for name in table.header]
    links = [_link("uebergeordnet", "", "id")] if "uebergeordnet" in table.header else []
    return _schema(fields, ("id",), links)


def _key_schema(table: Table) -> Json:
    words: Json = {"art": {"required": True, "enum": list(KEY_KINDS)}}
    words |= {"gebiet": {"required": True}, "schluessel": {"required": True}}
    fields = [_field(name, **words.get(name, {})) for name in table.header]
    return _schema(fields, (), [_link("gebiet", layout.TERRITORIES, "id")])


def _unit_schema(table: Table) -> Json:
    words: Json = {
        "genus": {"required": True, "enum": list(GENDERS)},
        "art": {"required": True, "enum": list(UNIT_KINDS)},
    }
    words |= {"code": {"required": True}, "name": {"required": True}}
    numbers = layout.UNIT_COLUMNS.numbers
    return _schema(
        [_number(n) if n in numbers else _field(n, **words.get(n, {})) for n in table.header], ("code",)
    )


def _code_schema(table: Table) -> Json:
    numbers = layout.CODE_COLUMNS.numbers
    required = layout.CODE_COLUMNS.required
    fields = [
        _number(n) if n in numbers else _field(n, **({"required": True} if n in required else {}))
        for n in table.header
    ]
    return _schema(fields, ("code",), [_link("teil_von", "", "code")] if "teil_von" in table.header else [])
