"""Text, ids and codes in a cell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from lagebild.load.cells.cell import Cell, Note, fault, invisible, refused, untidy
from lagebild.load.encoding import INVISIBLE
from lagebild.problems import Severity

# Longer than any remark a person writes into a cell.
_MAX_CELL = 5_000
# What spreadsheets execute when a text begins with it, with the wide forms that some of them accept.
_FORMULA = re.compile(r"[=+@＝＋＠－-]")


@lru_cache(maxsize=100_000)
def read_text(text: str) -> Cell[str]:
    """Text, an id or a code: surrounding blanks are noted, invisible characters and formulas refused."""
    if len(text) > _MAX_CELL:
        return refused(
            text,
            fault(
                "zelle-lang",
                "lang",
                f"Die Zelle enthält mehr als {_MAX_CELL} Zeichen.",
                "Kürzen Sie den Text; oft fehlt weiter oben ein schließendes Anführungszeichen.",
            ),
        )
    if found := INVISIBLE.search(text):
        return refused(text, invisible(found[0]))
    notes = []
    tidy = unicodedata.normalize("NFC", text)
    if tidy != text:
        notes.append(
            untidy(
                "unicode-form", "nfd", "Umlaute sind aus zwei Zeichen zusammengesetzt (Unicode NFD).", tidy
            )
        )
    if (stripped := tidy.strip()) != tidy:
        tidy = stripped
        notes.append(untidy("leerzeichen", "rand", "Vor oder hinter dem Text steht ein Leerzeichen.", tidy))
    if _FORMULA.match(tidy):
        notes.append(_formula(tidy))
    return Cell(tidy or None, tidy, tuple(notes))


@lru_cache(maxsize=100_000)
def read_id(text: str) -> Cell[str]:
    """An id or code that other tables name: untidy forms are errors, programs compare it letter by letter."""
    cell = read_text(text)
    return replace(cell, notes=tuple(replace(note, severity=Severity.ERROR) for note in cell.notes))


def _formula(text: str) -> Note:
    return fault(
        "formel",
        "formel",
        f"Der Text beginnt mit „{text[0]}“; Tabellenprogramme führen ihn als Formel aus.",
        "Beginnen Sie den Text mit einem Wort.",
    )
