"""How numbers are written: decimal comma, narrow no-break space from five digits on, true minus.

Source: DIN 1333 and DIN 5008 (grouping by a narrow space, never by a point).
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from lagebild.model import Observation, Unit

NBSP = "\u00a0"
THOUSANDS = "\u202f"
MINUS = "\u2212"
# From five digits on: years and four-digit amounts stay in one piece.
_GROUPED_FROM = 5


def rounded(value: float, decimals: int) -> Decimal:
    """Rounded half up, as official statistics round, from the shortest decimal form of the float."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: float, decimals: int = 0) -> str:
    """`1234.5` with one decimal → `1234,5`; `42370` → `42 370` with a narrow no-break space."""
    figure = rounded(value, decimals)
    if figure == 0:
        # A rounded −0,0 would claim a direction that the figure does not show.
        figure = abs(figure)
    whole, _, fraction = f"{abs(figure):f}".partition(".")
    if len(whole) >= _GROUPED_FROM:
        groups: list[str] = []
        while whole:
            whole, last = whole[:-3], whole[-3:]
            groups.insert(0, last)
        whole = THOUSANDS.join(groups)
    sign = MINUS if figure < 0 else ""
    return f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}"


def signed(value: float, decimals: int = 0) -> str:
    """With its sign: `+1,2`, `−0,7`; zero stands without one."""
    text = number(value, decimals)
    return text if text.startswith(MINUS) or rounded(value, decimals) == 0 else f"+{text}"


def with_symbol(value: float, unit: Unit) -> str:
    """With the unit's sign, for tables' heads, charts and key values: `15,3 %`, `1296 €`."""
    figure = number(value, unit.decimals)
    return f"{figure}{NBSP}{unit.symbol}" if unit.symbol else figure


def with_name(value: float, unit: Unit) -> str:
    """With the unit in words, for sentences: `15,3 Prozent`."""
    return f"{number(value, unit.decimals)}{NBSP}{unit.name}"


SIGN_CHARACTERS = {
    "nichts": "–",
    "weniger-als-halb": "0",
    "geheim": ".",
    "unbekannt": ".",
    "spaeter": "…",
    "unsicher": "/",
    "nicht-sinnvoll": "x",
}
"""Sign of official statistics → the character a table shows in place of the figure (DIN 55301)."""
SIGN_WORDS = {
    "nichts": "nichts vorhanden (genau null)",
    "weniger-als-halb": "weniger als die Hälfte der kleinsten angegebenen Einheit, aber mehr als nichts",
    "geheim": "Zahlenwert geheim zu halten",
    "unbekannt": "Zahlenwert unbekannt",
    "spaeter": "Angabe fällt später an",
    "unsicher": "Zahlenwert nicht sicher genug",
    "eingeschraenkt": "Aussagewert eingeschränkt",
    "nicht-sinnvoll": "Angabe nicht sinnvoll",
    "vorlaeufig": "vorläufig",
    "berichtigt": "berichtigt",
    "geschaetzt": "geschätzt",
    "eigene-berechnung": "eigene Berechnung aus veröffentlichten Zahlen",
    "umgerechnet": "von der Quelle auf einen späteren Gebietsstand umgerechnet",
    "groesserer-bezirk": "Wert gilt für einen größeren Bezirk",
}
"""Every sign and mark in words, for legends and screen readers."""
MARK_CHARACTERS = {
    "vorlaeufig": "p",
    "berichtigt": "r",
    "geschaetzt": "s",
    "eigene-berechnung": "e",
    "umgerechnet": "u",
    "groesserer-bezirk": "k",
}
"""Mark → the letter that hangs behind a figure."""


def figure(observation: Observation, unit: Unit) -> str:
    """A figure as a table shows it: its sign, or its value, in brackets where it says little."""
    sign = observation.sign
    if sign in SIGN_CHARACTERS:
        return SIGN_CHARACTERS[sign]
    if observation.value is None:
        return "."
    text = number(observation.value, unit.decimals)
    return f"({text})" if sign == "eingeschraenkt" else text


def marks(observation: Observation) -> str:
    """The letters that hang behind a figure: `r`, `p r`."""
    return " ".join(MARK_CHARACTERS[m] for m in observation.signs if m in MARK_CHARACTERS)


def mark_words(observation: Observation) -> tuple[str, ...]:
    """The marks of a figure in words, for places without room for a legend: `vorläufig`."""
    return tuple(SIGN_WORDS[m] for m in observation.signs if m in _MARKS_TO_TELL)


_MARKS_TO_TELL = ("vorlaeufig", "geschaetzt", "eigene-berechnung", "groesserer-bezirk")
"""A figure with one of these may change, or is not what an office published; others are told in tables."""
