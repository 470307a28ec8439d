"""What one printed cell means in our terms: a value, words for signs, or why it cannot be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lagebild.intake.printed_cells import SENTINELS
from lagebild.load.cells import STANDARD_SIGNS, read_number
from lagebild.model import MARKS, SIGNS_FOR_ZERO

_SPELLINGS = {
    "−": "-",
    "(-)": "-",
    "(.)": ".",
    "(/)": "/",
    "(x)": "x",
    "k.A.": ".",
    "k. A.": ".",
    "keine Angabe": ".",
}
# What the flat format writes beside figures that need no remark.
_FINAL = frozenset({"", "e"})
_NOISY = re.compile(r"-?[0-9]+,[0-9]{10,20}")
_FOOTNOTE = re.compile(r"(?<=[0-9])\s+?[0-9]\)$|(?<=[0-9])\*$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A cell that was understood, or the reason why not."""

    value: float | None = None
    signs: tuple[str, ...] = ()
    fault: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the cells of one table are to be read."""

    decimal: str
    """`,` or `.`; empty where the table has none, `?` where it contradicts itself."""
    signs: Mapping[str, str]
    """The table's own signs and their words, before the usual ones."""
    places: int | None = None
    """Round to so many decimals: some sources carry traces of binary fractions."""

    def meaning(self, text: str, quality: str = "") -> Meaning:
        """What a cell means."""
        plain = _SPELLINGS.get(text, text)
        plain = SENTINELS.get(re.sub(r"[.,]0+$", "", plain), plain)
        words = {**STANDARD_SIGNS, **self.signs}
        if word := words.get(plain):
            return Meaning(0.0 if word in SIGNS_FOR_ZERO else None, (word,))
        beside = () if quality in _FINAL else (words.get(quality, ""),)
        if "" in beside:
            return Meaning(
                fault=f"Das Zeichen „{quality}“ neben der Zahl ist unbekannt.", remedy=_SIGN_REMEDY
            )
        german = self._german(plain)
        if self.places is not None and _NOISY.fullmatch(german):
            # More digits than a spreadsheet keeps are traces of binary fractions; rounding is what was
            # asked for.
            return Meaning(self._rounded(german), beside)
        cell = read_number(german)
        if cell.refused or cell.value is None:
            note = cell.notes[0] if cell.notes else None
            return Meaning(
                fault=note.message if note else f"„{text}“ ist keine Zahl.",
                remedy=note.remedy if note else "",
            )
        signs = tuple(dict.fromkeys((*cell.signs, *beside)))
        if not cell.signs and any(word not in MARKS for word in beside):
            return Meaning(
                None if set(signs) - set(MARKS) - {"eingeschraenkt"} else self._rounded(cell.canonical), signs
            )
        return Meaning(self._rounded(cell.canonical), signs)

    def _german(self, text: str) -> str:
        plain = _FOOTNOTE.sub("", text)
        if self.decimal == ".":
            return plain.replace(",", "").replace(".", ",")
        if self.decimal == "," and re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{3})+", plain):
            # Where the comma is proven to part decimals, points can only part thousands.
            return plain.replace(".", "")
        return plain

    def _rounded(self, canonical: str) -> float:
        exact = Decimal(canonical.replace(",", "."))
        if self.places is None:
            return float(exact)
        return float(exact.quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP))


_SIGN_REMEDY = "Nennen Sie seine Bedeutung in import.yaml unter „zeichen“."
