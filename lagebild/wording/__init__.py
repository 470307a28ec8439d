"""Numbers and findings in German words.

Everything that a page, a chart or a message says with a number in it comes from here, so that text, table and
chart agree. Functions take plain values or findings and return text; they decide nothing about the data.

- `numbers`: how a number with its unit is written
- `dates`: how days, partial dates and periods are written
"""

from lagebild.wording import dates, numbers

__all__ = ["dates", "numbers"]
