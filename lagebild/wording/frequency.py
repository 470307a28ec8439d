"""Natural frequencies: a share as "15 von 100", which people grasp faster than a percentage."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from lagebild.wording.numbers import number, rounded

# A natural frequency may differ from its figure by at most a twentieth of it (or of what it lacks to 100).
_COARSENESS = Decimal("0.05")


def frequency(values: Sequence[float], decimals: int) -> tuple[int, tuple[str, ...]] | None:
    """Percentages as counts of 100, 1000 …: the smallest whole that blurs none of them; None if none does.

    Figures that the table shows as different stay different.
    """
    shown = [rounded(value, decimals) for value in values]
    for places in range(decimals + 1):
        counts = [_whole(value, places) for value in values]
        told_apart = len(set(counts)) == len(set(shown))
        pairs = zip(values, counts, strict=True)
        faithful = places == decimals or all(_bears(value, count, places) for value, count in pairs)
        if told_apart and counts[0] > 0 and faithful:
            return 100 * 10**places, tuple(number(float(count)) for count in counts)
    return None


def _whole(value: float, places: int) -> Decimal:
    return rounded(value, places).scaleb(places).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def _bears(value: float, count: Decimal, places: int) -> bool:
    exact = Decimal(repr(value))
    smaller = min(exact, 100 - exact)
    return abs(count.scaleb(-places) - exact) <= _COARSENESS * abs(smaller)
