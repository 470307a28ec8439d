"""Two versions of one thing, field by field."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from lagebild.history._comparison import FieldChange, NounChange
from lagebild.model import NOWHERE, Noun, Place

HIDDEN_KEYS = ("intern",)
"""Keys that appear in no output, hence in no comparison either."""
_PLACE_FIELDS = ("row",)
"""Where a record stands in its table is no part of what it says."""


def field_changes(before: Any, after: Any, *, leave_out: Iterable[str] = ()) -> tuple[FieldChange, ...]:
    """The fields in which two versions of a thing differ."""
    changes = []
    for field in dataclasses.fields(after):
        key = str(field.metadata.get("alias", field.name))
        old, new = getattr(before, field.name), getattr(after, field.name)
        if (
            not field.compare
            or field.name in _PLACE_FIELDS
            or key in (*HIDDEN_KEYS, *leave_out)
            or old == new
        ):
            continue
        title = str(field.metadata.get("title", field.name))
        changes.append(FieldChange(key=key, title=title, before=old, after=new, place=place_of(after, key)))
    return tuple(changes)


def place_of(thing: Any, key: str | None = None) -> Place:
    """Where a thing or one of its keys stands; things from tables know no place of their own."""
    return thing.origin.at(key) if isinstance(thing, Noun) else NOWHERE.at(key)


def noun_changes(
    sort: str, before: Mapping[str, Any], after: Mapping[str, Any], *, title: str = "title"
) -> list[NounChange]:
    """What was added, removed and changed between two collections of one kind of thing."""
    changes = []
    for ident in dict.fromkeys((*before, *after)):
        old, new = before.get(ident), after.get(ident)
        both = old is not None and new is not None
        fields = field_changes(old, new) if both else ()
        if both and not fields:
            continue
        shown = new if new is not None else old
        named = str(getattr(shown, title, None) or ident)
        place = place_of(shown)
        changes.append(
            NounChange(sort=sort, id=ident, title=named, before=old, after=new, fields=fields, place=place)
        )
    return changes
