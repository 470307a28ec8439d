"""Single words for codes: what marks, cells and labels say."""

from __future__ import annotations

TRENDS = {
    "steigend": "steigend",
    "fallend": "fallend",
    "nicht-nachweisbar": "nicht nachweisbar",
    "nicht-berechenbar": "nicht berechenbar",
}
COMPARISONS = {
    "hoeher": "höher",
    "niedriger": "niedriger",
    "aehnlich": "ähnlich",
    "nicht-vergleichbar": "nicht vergleichbar",
}
JUDGEMENTS = {
    "besser": "besser",
    "schlechter": "schlechter",
    "gleich": "gleich",
    "ohne-wertung": "ohne Wertung",
}
RATINGS = {
    "sonne": "wird erreicht",
    "leicht-bewoelkt": "knapp verfehlt",
    "bewoelkt": "deutlich verfehlt",
    "gewitter": "falsche Richtung",
    "nicht-bewertbar": "nicht bewertbar",
}
TOLD_WITH_THE_FIGURE = {
    "vorlaeufig": "Er ist vorläufig und kann sich noch ändern.",
    "geschaetzt": "Er ist geschätzt.",
    "groesserer-bezirk": "Er gilt für einen größeren Bezirk, nicht für das Gebiet allein.",
}
"""Marks of the latest figure that are said right behind it."""
BREAKS = {
    "ausgabe": "andere Ausgabe",
    "bruch": "Bruch in der Reihe",
    "luecke": "keine Werte",
    "zeichen": "kein Wert",
    "zeitvergleich": "nicht vergleichbar",
}


def trend_word(result: str) -> str:
    """`steigend`, `fallend`, `nicht nachweisbar`, `nicht berechenbar`."""
    return TRENDS[result]


def comparison_word(result: str) -> str:
    """`höher`, `niedriger`, `ähnlich`, `nicht vergleichbar`."""
    return COMPARISONS[result]


def judgement_word(judgement: str) -> str:
    """`besser`, `schlechter`, `gleich`, `ohne Wertung`."""
    return JUDGEMENTS[judgement]


def rating_word(rating: str) -> str:
    """`wird erreicht`, `knapp verfehlt`, `deutlich verfehlt`, `falsche Richtung`, `nicht bewertbar`."""
    return RATINGS[rating]
