"""The keys of a noun as its declaration names them: what is allowed where, and what a key holds."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from lagebild.model import ID_KEY, ORIGIN_KEY, Noun

OWN_KEYS = (ORIGIN_KEY, ID_KEY)
"""Keys that the loader hands over; planners never write them."""


def adapter(noun: Any) -> TypeAdapter[Any]:
    """The validator of a noun, built once."""
    return _adapter(noun)


@cache
def _adapter(noun: Any) -> TypeAdapter[Any]:
    return TypeAdapter(noun)


def aliases(noun: type[Any] | None) -> dict[str, dataclasses.Field[Any]]:
    """German key → the field it fills."""
    if noun is None:
        return {}
    return {f.metadata["alias"]: f for f in dataclasses.fields(noun) if "alias" in f.metadata}


def noun_under(noun: Any, key: str) -> type[Any] | None:
    """The noun that a key of another noun holds, if it holds one."""
    return _noun_under(noun, key)


@cache
def _noun_under(noun: Any, key: str) -> type[Any] | None:
    described = aliases(noun).get(key)
    return next(_nouns_in(described.type), None) if described else None


def _nouns_in(annotation: Any) -> Iterator[type[Any]]:
    """Nouns named in an annotation, which stands there as text."""
    for word in re.findall(r"\w+", str(annotation)):
        if (found := _nouns_by_name().get(word)) is not None:
            yield found


@cache
def _nouns_by_name() -> Mapping[str, type[Any]]:
    return {noun.__name__: noun for noun in Noun.__subclasses__()}


def is_date(noun: type[Any] | None, key: str) -> bool:
    """Whether a key of a noun holds a date."""
    described = aliases(noun).get(key)
    return described is not None and "Dated" in str(described.type)


def is_mapping(noun: type[Any] | None, key: str) -> bool:
    """Whether a key of a noun holds free keys with values, kept as pairs."""
    described = aliases(noun).get(key)
    return described is not None and str(described.type) in ("MainSeries", "TextMapping", "Facts")


def choice(annotation: Any) -> tuple[str, ...]:
    """The words of a Literal that stands in an annotation as text."""
    return _choices().get(str(annotation), ())


@cache
def _choices() -> Mapping[str, tuple[str, ...]]:
    from_schemas: dict[str, tuple[str, ...]] = {}
    for noun in Noun.__subclasses__():
        properties = adapter(noun).json_schema(by_alias=True).get("properties", {})
        for key, described in aliases(noun).items():
            words = properties.get(key, {}).get("enum")
            if words and "Literal" not in str(described.type):
                from_schemas[str(described.type)] = tuple(words)
    return from_schemas
