"""One change as a line of German, under one of the headings in the order of their importance."""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.model import Place

TOPICS = (
    "Geänderte Vergangenheit", "Bewertungen", "Stand der Maßnahmen", "Maßnahmen", "Zahlen", "Auswertung",
    "Zählungen", "Beschlüsse und Strategie", "Definitionen", "Quellen und Angaben", "Sätze",
)  # fmt: skip
"""Headings, in the order of their importance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change in words."""

    topic: str
    """One of `TOPICS`."""
    sort: str
    """zahl, massnahme, tafel or the sort of a `NounChange`."""
    subject: str
    """Id of what the line is about."""
    text: str
    place: Place | None = None

    @property
    def weight(self) -> int:
        """0 is the most important."""
        return TOPICS.index(self.topic)
