"""JSON Schemas of the planner's YAML files, so that editors complete and explain in German.

Written from the nouns that validate the same files. Draft 7, which every editor understands. Editors read
`titel: 2024` as a number; the schemas allow that, since our loader keeps it as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lagebild.load.layout import LIST_FILES, SINGLE_NOUNS
from lagebild.load.noun_keys import OWN_KEYS, adapter
from lagebild.model import Noun

Json = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
# What the parts of the files are called; the whole files have their titles in `layout`.
_TITLES: Mapping[str, str] = {
    "ActionField": "Handlungsfeld",
    "Actor": "Akteur",
    "Bounds": "Grenzen",
    "Break": "Bruch in der Reihe",
    "Breakdown": "Merkmal",
    "Conflict": "Widerspruch",
    "ContextFigure": "Einzelne Angabe",
    "Decision": "Beschluss",
    "Event": "Ereignis",
    "Evidence": "Beleg",
    "Funding": "Finanzierung",
    "FundingPeriod": "Förderperiode",
    "Goal": "Ziel der Strategie",
    "Indicator": "Indikator",
    "IndicatorLink": "Indikator der Maßnahme",
    "Measure": "Maßnahme",
    "Milestone": "Zwischenziel",
    "PlanDate": "Termin",
    "Publication": "Veröffentlichung",
    "PublishedReport": "Bericht",
    "Recommendation": "Empfehlung",
    "Release": "Ausgabe der Daten",
    "Responsibility": "Zuständigkeit",
    "ResponsibilityChange": "Wechsel der Zuständigkeit",
    "Revision": "Revision",
    "Secrecy": "Geheimhaltung",
    "Site": "Angaben zur Seite",
    "Source": "Quelle",
    "Statement": "Angabe einer Quelle",
    "StatusEntry": "Eintrag im Verlauf",
    "StrategyMilestone": "Meilenstein",
    "Target": "Ziel",
    "Term": "Begriff",
}


def json_schemas() -> dict[str, Json]:
    """File name below `schema/` → schema, for every kind of YAML file."""
    schemas = {f"{name}.json": _whole(_single(noun), title) for name, noun, title in SINGLE_NOUNS}
    schemas |= {f"{f.schema}.json": _whole(_list(f.noun), f.title) for f in LIST_FILES}
    return dict(sorted(schemas.items()))


def _whole(schema: Json, title: str) -> Json:
    definitions = schema.pop("definitions", None)
    whole = {"$schema": _DRAFT, **schema, "title": title}
    return {**whole, "definitions": definitions} if definitions else whole


def _single(noun: type[Noun]) -> Json:
    schema = adapter(noun).json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    tidy = _object(schema)
    if definitions:
        tidy["definitions"] = {name: _object(part) for name, part in sorted(definitions.items())}
    return tidy


def _list(noun: type[Noun]) -> Json:
    single = _single(noun)
    definitions = single.pop("definitions", {})
    return {
        "type": "array",
        "items": {"$ref": f"#/definitions/{noun.__name__}"},
        "definitions": {**definitions, noun.__name__: single},
    }


def _object(schema: Json) -> Json:
    """A noun's schema with its German title and without what only the loader hands over."""
    properties = {k: _tidy(v) for k, v in schema.get("properties", {}).items() if k not in OWN_KEYS}
    required = [key for key in schema.get("required", []) if key not in OWN_KEYS]
    tidy: Json = {"title": _TITLES[schema["title"]], "type": "object", "additionalProperties": False}
    tidy["properties"] = properties
    return {**tidy, "required": required} if required else tidy


def _tidy(schema: Json) -> Json:
    """One key's schema: no proposal of null, no default, references that keep their neighbours."""
    kept = {key: value for key, value in schema.items() if key != "default"}
    if choices := kept.pop("anyOf", None):
        real = [choice for choice in choices if choice != {"type": "null"}]
        kept = {**real[0], **kept} if len(real) == 1 else {**kept, "anyOf": real}
    if isinstance(kept.get("items"), dict):
        kept["items"] = _tidy(kept["items"])
    if "$ref" in kept and len(kept) > 1:
        kept["allOf"] = [{"$ref": kept.pop("$ref")}]
    return kept
