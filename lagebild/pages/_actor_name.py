"""The name of an organisation that other things mention by its id."""

from __future__ import annotations

from lagebild.model import Report


def actor_name(report: Report, ident: str | None) -> str:
    """The name; empty where nothing is mentioned, the id itself where nobody bears it."""
    if not ident:
        return ""
    actor = report.actors.get(ident)
    return actor.name if actor else ident
