"""Nouns as the YAML that they were read from, without what is internal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any

import yaml

from lagebild.exports._cells import exact
from lagebild.model import ID_KEY, ORIGIN_KEY, Comparability, Noun, When

INTERNAL = "intern"
"""The key that never leaves the repository."""


def as_plain(value: Any) -> Any:
    """A noun as mapping, list or text with its German keys; defaults and internal notes left out."""
    if isinstance(value, Noun):
        return {key: as_plain(content) for key, content in _entries(value)}
    if isinstance(value, When):
        return value.text
    if isinstance(value, Comparability):
        return "ja" if value.allowed else {"nein": value.reason}
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return exact(value).replace(".", ",")
    if isinstance(value, tuple):
        return _pairs(value) if _is_mapping(value) else [as_plain(item) for item in value]
    return "keine" if value is None else str(value)


def _entries(noun: Noun) -> Iterable[tuple[str, Any]]:
    for field in fields(noun):
        key, value = field.metadata.get("alias", field.name), getattr(noun, field.name)
        default = None if field.default is MISSING else field.default
        if key in (ORIGIN_KEY, ID_KEY, INTERNAL) or (field.default is not MISSING and value == default):
            continue
        yield key, value


def _is_mapping(value: tuple[Any, ...]) -> bool:
    """Mappings of texts are kept as pairs, because nouns are frozen."""
    return bool(value) and all(isinstance(v, tuple) and len(v) == 2 and isinstance(v[0], str) for v in value)


def _pairs(value: tuple[Any, ...]) -> Mapping[str, Any]:
    return {key: as_plain(content) for key, content in value}


def yaml_text(value: Any) -> bytes:
    """The YAML file of a noun or of a list of nouns."""
    content = as_plain(value) if isinstance(value, Noun) else [as_plain(item) for item in value]
    return yaml.dump(
        content,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=110,
        default_flow_style=False,
    ).encode()
