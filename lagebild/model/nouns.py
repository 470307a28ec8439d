"""How a noun is declared: its German key, title and help stand at the attribute, once, for everyone.

A noun is a frozen stdlib dataclass. The metadata of its fields is what pydantic reads when it validates the
planner's YAML (`alias`) and writes the JSON Schemas (`title`, `description`, `examples`).
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from typing import Any, ClassVar

from pydantic import ConfigDict
from pydantic.json_schema import SkipJsonSchema

from lagebild.model.places import NOWHERE, Origin

ORIGIN_KEY = "@"
"""Under this key the loader hands over where a mapping stands; no planner can type it as a plain key."""
ID_KEY = "@id"
"""Under this key the loader hands over the id that a file's name gives."""


def key(
    alias: str, title: str, text: str = "", *, default: Any = MISSING, examples: list[Any] | None = None
) -> Any:
    """A field with its German key; without a default it is required."""
    metadata: dict[str, Any] = {"alias": alias, "title": title}
    if text:
        metadata["description"] = text
    if examples:
        metadata["examples"] = examples
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """Something a planner writes down. Equal when its content is equal, wherever it stands."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    origin: SkipJsonSchema[Origin] = field(
        default=NOWHERE, compare=False, repr=False, metadata={"alias": ORIGIN_KEY}
    )
    """Where the mapping stands in its file."""
