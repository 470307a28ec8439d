"""`schema/*.json`: JSON Schemas of the planner's files, for editors that complete and explain, and below
`schema/ergebnisse/` those of the published results, for programs that read them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lagebild.assessed import Assessed
from lagebild.exports._result_schemas import result_schemas
from lagebild.load.schemas import json_schemas


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """One schema per kind of file; the same for every city."""
    results = {f"ergebnisse/{name}": schema for name, schema in result_schemas().items()}
    for name, schema in {**json_schemas(), **results}.items():
        yield f"schema/{name}", (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
