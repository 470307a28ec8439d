"""What counts as a number here: finite, and a float before any arithmetic.

Whole numbers become floats at the door because the products in the trend formulas overflow silently in
64-bit integer arithmetic (a few thousand persons per year are enough).
"""

from __future__ import annotations

import math
from typing import Protocol


class Bounds(Protocol):
    """Anything with a lower and an upper limit in one unit, such as a confidence interval."""

    @property
    def lower(self) -> float: ...

    @property
    def upper(self) -> float: ...


def finite(name: str, value: float) -> float:
    """Return `value` as a float; a ValueError names what is not a finite number."""
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{name} must be a finite number, not {value!r}")
    return number


def at_least_zero(name: str, value: float) -> float:
    """Return `value` as a float; a ValueError names what is negative or not finite."""
    number = finite(name, value)
    if number < 0:
        raise ValueError(f"{name} must not be negative, but is {value!r}")
    return number


def above_zero(name: str, value: float) -> float:
    """Return `value` as a float; a ValueError names what is zero, negative or not finite."""
    number = finite(name, value)
    if number <= 0:
        raise ValueError(f"{name} must be greater than zero, but is {value!r}")
    return number


def same_length(**columns: object) -> None:
    """Raise a ValueError when columns that belong together differ in length."""
    lengths = {name: len(column) for name, column in columns.items()}  # type: ignore[arg-type]
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{length} {name}" for name, length in lengths.items())
        raise ValueError(f"columns of different length: {told}")


def ordered(name: str, bounds: Bounds) -> tuple[float, float]:
    """Return the two limits as floats; a ValueError names limits that are not finite or change places."""
    lower = finite(f"lower limit of {name}", bounds.lower)
    upper = finite(f"upper limit of {name}", bounds.upper)
    if lower > upper:
        raise ValueError(f"the limits of {name} have changed places: {lower!r} is above {upper!r}")
    return lower, upper
