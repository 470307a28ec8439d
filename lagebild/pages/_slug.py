"""A text as one plain word, for addresses within a page and for filters."""

from __future__ import annotations

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(text: str) -> str:
    """`Übergang Schule–Beruf` → `uebergang-schule-beruf`."""
    plain = text.lower().translate(_UMLAUTS)
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())
