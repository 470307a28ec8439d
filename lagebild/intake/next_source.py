"""The source of next year's figures: an entry like the last one, for the edition that was imported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lagebild.model import Source, When

PLACEHOLDER = "{jahr}"


def source_id(pattern: str, times: Iterable[str]) -> str:
    """The id that a pattern gives for the years of a table: `rdb-{jahr}` → `rdb-2026` or `rdb-2015-2020`."""
    years = sorted({found[0] for time in times if (found := re.match(r"[0-9]{4}", time))})
    span = years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}" if years else ""
    return pattern.replace(PLACEHOLDER, span).strip("-")


def like(known: Source, ident: str, status: str) -> Source:
    """An entry like a known one, with the years of the new id and the day on which the source wrote the
    table.
    """
    old, new = _years(known.id), _years(ident)
    title = known.title.replace(old, new) if old and new else known.title
    dated = (
        {"date": When.parse(status), "date_kind": "berichtsstand"}
        if status
        else {"date": None, "date_kind": None}
    )
    return replace(known, id=ident, title=title, note=None, retrieved=None, **dated)


def _years(ident: str) -> str:
    found = re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?:-(?:19|20)[0-9]{2})?$", ident)
    return found[0].replace("-", " bis ") if found else ""
