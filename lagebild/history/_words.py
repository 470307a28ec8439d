"""The German words for what can change, and for the codes of what is said about indicators."""

from __future__ import annotations

from collections.abc import Mapping

NOUNS: Mapping[str, tuple[str, str]] = {
    "indikator": ("Indikator", "Definitionen"),
    "handlungsfeld": ("Handlungsfeld", "Beschlüsse und Strategie"),
    "ziel": ("Ziel", "Beschlüsse und Strategie"),
    "beschluss": ("Beschluss", "Beschlüsse und Strategie"),
    "meilenstein": ("Meilenstein", "Beschlüsse und Strategie"),
    "empfehlung": ("Empfehlung", "Beschlüsse und Strategie"),
    "ereignis": ("Ereignis", "Beschlüsse und Strategie"),
    "foerderperiode": ("Förderperiode", "Beschlüsse und Strategie"),
    "zustaendigkeit": ("Wechsel der Zuständigkeit", "Beschlüsse und Strategie"),
    "konflikt": ("Widerspruch zwischen Quellen", "Quellen und Angaben"),
    "bericht": ("Bericht", "Beschlüsse und Strategie"),
    "ausgabe": ("Ausgabe der Daten", "Quellen und Angaben"),
    "akteur": ("Akteur", "Quellen und Angaben"),
    "quelle": ("Quelle", "Quellen und Angaben"),
    "angabe": ("Einzelne Angabe", "Quellen und Angaben"),
    "revision": ("Grund einer Änderung", "Quellen und Angaben"),
    "begriff": ("Begriff", "Quellen und Angaben"),
    "gebiet": ("Gebiet", "Definitionen"),
    "gebietsschluessel": ("Gebietsschlüssel", "Definitionen"),
    "gebietsgrenzen": ("Gebietsgrenzen", "Definitionen"),
    "einheit": ("Einheit", "Definitionen"),
    "code": ("Merkmalswert", "Definitionen"),
    "seite": ("Angaben zur Seite", "Quellen und Angaben"),
}
"""Kind of thing → its word and the topic it belongs to."""
FINDINGS = {"trend": "Trend", "vergleich": "Vergleich", "bewertung": "Bewertung", "rang": "Rang"}
CODES = {
    "steigend": "steigend", "fallend": "fallend", "nicht-nachweisbar": "nicht nachweisbar",
    "nicht-berechenbar": "nicht berechenbar", "hoeher": "höher", "niedriger": "niedriger",
    "aehnlich": "ähnlich", "nicht-vergleichbar": "nicht vergleichbar", "ohne-wertung": "ohne Wertung",
    "sonne": "wird erreicht",
    "leicht-bewoelkt": "knapp verfehlt", "bewoelkt": "deutlich verfehlt", "gewitter": "falsche Richtung",
    "nicht-bewertbar": "nicht bewertbar",
}  # fmt: skip
"""Codes of the published JSON in words."""
