"""Where in its file a part of a noun stands: pydantic names the way through the data, the data its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.load.yaml_events import YamlFile
from lagebild.model import NOWHERE, ORIGIN_KEY, Origin, Place

Way = Sequence[Any]
"""Keys and list indexes from the noun down to a part; steps that the data does not have are left out."""


class NounPlaces:
    """The places in one mapping of a YAML file."""

    def __init__(self, data: Mapping[str, Any], source: YamlFile) -> None:
        self._data = data
        self._source = source

    def walk(self, way: Way) -> Any:
        """What stands at the end of the way."""
        here: Any = self._data
        for step in way:
            here = here[step] if _has(here, step) else here
        return here

    def origin(self, way: Way) -> Origin:
        """Where the innermost mapping on the way stands."""
        found: Origin = self._data.get(ORIGIN_KEY, NOWHERE)
        here: Any = self._data
        for step in way:
            here = here[step] if _has(here, step) else here
            found = here.get(ORIGIN_KEY, found) if isinstance(here, dict) else found
        return found

    def of_key(self, way: Way, key: str) -> Place:
        """The key itself in the mapping at the end of the way."""
        origin = self.origin(way)
        start = (origin.line, origin.column)
        line, column = self._source.keys.get(start, {}).get(key, start)
        return Place(file=origin.file, line=line, column=column, field=key)

    def of_value(self, way: Way) -> Place:
        """The value at the end of the way: under a key, or an entry of the list under it."""
        place = self.origin(()).at()
        key: str | None = None
        holder = self.origin(())
        here: Any = self._data
        for step in way:
            if isinstance(here, dict) and step in here:
                holder, key = here.get(ORIGIN_KEY, holder), step
                place = holder.at(key)
            elif _has(here, step):
                place = holder.at(key, step)
            here = here[step] if _has(here, step) else here
        return place


def _has(here: Any, step: Any) -> bool:
    if isinstance(here, dict):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)
