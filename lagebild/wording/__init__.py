"""Numbers and findings in German words.

Everything that a page, a chart or a message says with a number in it comes from here, so that text, table and
chart agree. Functions take plain values or findings and return text; they decide nothing about the data.

- `numbers`: how a number with its unit is written
- `dates`: how days, partial dates and periods are written
- `grammar`: the endings that generated sentences need
- `units`: figures with their unit in the right case
- `frequency`: shares as counts of 100
- `territories`: names of territories in the right case
- `reasons`: why something cannot be said, where several places say it
- `figures`: what is said about an indicator
- `measures`: what is said about a measure and its history
"""

from lagebild.wording import (
    dates,
    figures,
    frequency,
    grammar,
    measures,
    numbers,
    reasons,
    territories,
    units,
)

__all__ = [
    "dates", "figures", "frequency", "grammar", "measures", "numbers", "reasons", "territories", "units",
]  # fmt: skip
