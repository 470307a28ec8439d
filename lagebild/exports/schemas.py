"""`schema/*.json`: JSON Schemas of the planner's files, for editors that complete and explain."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lagebild.assessed import Assessed
from lagebild.load.schemas import json_schemas


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """One schema per kind of YAML file; the same for every city."""
    for name, schema in json_schemas().items():
        yield f"schema/{name}", (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
