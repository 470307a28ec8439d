"""Signs of official statistics and their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lagebild.load.cells.cell import Cell, Signs, fault, invisible, refused, untidy
from lagebild.load.encoding import INVISIBLE
from lagebild.model import MARKS, SIGNS
from lagebild.problems import did_you_mean

STANDARD_SIGNS: Mapping[str, str] = {
    "–": "nichts",
    "-": "nichts",
    "—": "nichts",
    ".": "unbekannt",
    "…": "spaeter",
    "...": "spaeter",
    "/": "unsicher",
    "x": "nicht-sinnvoll",
    "X": "nicht-sinnvoll",
    "×": "nicht-sinnvoll",
    "()": "eingeschraenkt",
    "( )": "eingeschraenkt",
    "p": "vorlaeufig",
    "r": "berichtigt",
    "s": "geschaetzt",
    "*": "geheim",
    "•": "geheim",
}
"""Signs of official statistics (DIN 55301) → our words, where the source declares no mapping of its own."""

_WORDS = (*SIGNS, *MARKS)


@lru_cache(maxsize=10_000)
def read_signs(text: str, own: Signs = ()) -> Cell[tuple[str, ...]]:
    """The words of a `zeichen` cell; `own` is the source's mapping of its signs."""
    if not text:
        return Cell((), "")
    if found := INVISIBLE.search(text):
        return refused(text, invisible(found[0]))
    meanings = {**STANDARD_SIGNS, **dict(own)}
    parts = ["()"] if text.strip() == "( )" else text.split()
    words = [part if part in _WORDS else meanings.get(part, "") for part in parts]
    if "" in words:
        unknown = parts[words.index("")]
        return refused(
            text,
            fault(
                "zeichen-unbekannt",
                unknown,
                f"„{unknown}“ ist kein Wort für ein Zeichen.",
                did_you_mean(unknown, _WORDS),
            ),
        )
    tidy = " ".join(words)
    if tidy == text:
        return Cell(tuple(words), text)
    note = untidy("zeichen-form", "zeichen", f"„{text}“ wird als „{tidy}“ gelesen.", tidy)
    return Cell(tuple(words), tidy, (note,))
