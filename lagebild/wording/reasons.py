"""Reasons that are given in several places in the same words, so that a page says each only once."""

from __future__ import annotations

NO_COUNTS = "Zähler und Nenner sind nicht veröffentlicht, deshalb lässt sich der Zufall nicht prüfen"
"""Shares and rates of which only the result was published: no interval, no test."""
NO_INTERVAL = "für Beträge und Indexwerte gibt es hier kein Verfahren, das den Zufall prüft"
"""Amounts and indices: no counts stand behind them."""
