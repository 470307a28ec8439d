"""Names of territories in a sentence: with or without article, in the right case.

The engine knows no place. Whether a name takes an article is read off its form and the kind of territory:
`im Musterkreis`, `im Musterer Land`, `in der Kernstadt Musterstadt`, `in Musterland`.
"""

from __future__ import annotations

import re

from lagebild.model import Territory

# Endings of a common noun at the beginning of a name, and its gender.
_FIRST = {
    "kreis": "m", "bezirk": "m", "raum": "m", "verband": "m", "gebiet": "n", "quartier": "n", "viertel": "n",
    "region": "f", "siedlung": "f", "gemeinde": "f", "republik": "f", "kernstadt": "f", "altstadt": "f",
    "innenstadt": "f", "neustadt": "f", "vorstadt": "f", "nordstadt": "f", "südstadt": "f", "oststadt": "f",
    "weststadt": "f",
}  # fmt: skip
_PARTS_OF_TOWNS = ("sozialraum", "stadtteil")
# The one German Land whose name always takes an article.
_LAND_WITH_ARTICLE = "Saarland"

_FORMS = {
    "m": ("der ", "dem ", "den ", "im "),
    "n": ("das ", "dem ", "das ", "im "),
    "f": ("die ", "der ", "die ", "in der "),
    "": ("", "", "", "in "),
}


def nominative(territory: Territory) -> str:
    """As a subject: `Musterstadt`, `der Musterkreis`."""
    return _form(territory, 0)


def dative(territory: Territory) -> str:
    """After `mit` or `von`: `Musterstadt`, `dem Musterkreis`."""
    return _form(territory, 1)


def accusative(territory: Territory) -> str:
    """After `für`: `Musterstadt`, `den Musterkreis`."""
    return _form(territory, 2)


def within(territory: Territory) -> str:
    """Where: `in Musterstadt`, `im Musterkreis (ohne Musterstadt)`, `in der Innenstadt`."""
    return _form(territory, 3)


def _form(territory: Territory, case: int) -> str:
    # Inside a sentence the figure follows in brackets; two pairs in a row read badly.
    name = re.sub(r" \((ohne|mit) (.+)\)$", r" \1 \2", full_name(territory))
    # Märkischer Kreis → im Märkischen Kreis; names on -er such as Musterer Land keep their form.
    name = re.sub(r"ischer(?= Kreis\b)", "ischen" if case else "ische", name)
    return _FORMS[_gender(territory, name)][case] + name


def full_name(territory: Territory) -> str:
    """The name so that a district cannot be mistaken for its town: `Kreis Musterhausen`."""
    bare = _bare(territory.name)
    if territory.kind == "kreis" and not re.search(r"kreis|region|land\b", bare, re.IGNORECASE):
        return f"Kreis {territory.name}"
    return territory.name


def _gender(territory: Territory, name: str) -> str:
    words = _bare(name).split(" ")
    if territory.kind == "kreis":
        return _of_district(words)
    if territory.kind == "land":
        return "n" if words[-1] == _LAND_WITH_ARTICLE else ""
    if territory.kind in _PARTS_OF_TOWNS:
        return _ending(words[0]) or (_ending(words[-1]) if len(words) == 1 else "")
    if words[0] == "Stadt":
        return "f"
    # Towns are often named after what the list takes for a common noun (Neustadt): a second word tells.
    return _ending(words[0]) if len(words) > 1 and words[0].lower() not in ("neustadt", "altstadt") else ""


def _of_district(words: list[str]) -> str:
    if words[-1] == "Land":
        return "n"
    return _ending(words[0]) or _ending(words[-1])


def _ending(word: str) -> str:
    if "-" in word and not word.lower().endswith(("-kreis", "gebiet", "kreis")):
        # Musterstadt-Nord is a name of its own.
        return ""
    return next((gender for ending, gender in _FIRST.items() if word.lower().endswith(ending)), "")


def _bare(name: str) -> str:
    return re.sub(r"\s*\(.*\)$", "", name)
