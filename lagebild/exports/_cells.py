"""How one cell of a download is written."""

from __future__ import annotations

from decimal import Decimal

Cell = str | float | None

# A spreadsheet runs a text that begins with one of these as a formula (CWE-1236; OWASP ASVS 1.2.10).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def point(cell: Cell) -> str:
    """For machines: decimal point, no thousands mark, no exponent; empty for a missing value."""
    if isinstance(cell, float):
        return exact(cell)
    return plain(cell) if cell else ""


def comma(cell: Cell) -> str:
    """For German spreadsheets: the same with a decimal comma."""
    return exact(cell).replace(".", ",") if isinstance(cell, float) else point(cell)


def exact(value: float) -> str:
    """The shortest decimal that is this float, written out: 15.3, 1406, 0.00001."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
