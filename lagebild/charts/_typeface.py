"""The typeface of the site as measurements: how wide a text runs.

End labels stand to the right of their lines, and a name is followed by its value in a heavier weight. Both
need the width of a text before it is drawn, so it is read from the font's own tables.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]

FAMILY = "Source Sans Pro"
FOLDER = Path(font_source_sans_pro.__file__).parent / "files"
FACES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}
_UNKNOWN = 0.55
"""Width in em that a character counts which the font lacks: that of an average letter."""


def text_width(text: str, size: float, weight: int = 400) -> float:
    """Width of one line of text in pixels, kerning left out (below half a pixel in our labels)."""
    widths = _advances(weight)
    return sum(widths.get(ord(c), _UNKNOWN) for c in text) * size


def wrap(text: str, size: float, limit: float, weight: int = 400) -> tuple[str, ...]:
    """The text in lines no wider than `limit` pixels where its spaces and hyphens allow it."""
    lines: list[str] = []
    for word in text.replace("-", "-\u200b").replace(" ", " \u200b").split("\u200b"):
        if lines and text_width((lines[-1] + word).rstrip(), size, weight) <= limit:
            lines[-1] += word
        else:
            lines.append(word)
    return tuple(line.rstrip(" ") for line in lines)


@cache
def _advances(weight: int) -> dict[int, float]:
    """Code point → advance in em, from the tables cmap and hmtx.

    Source: OpenType specification 1.9, chapters cmap (format 4), hhea, hmtx.
    """
    font = (FOLDER / FACES[weight]).read_bytes()
    tables = _tables(font)
    em = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    measured = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    advances = struct.unpack_from(">" + "Hh" * measured, font, tables["hmtx"])[::2]
    return {
        point: advances[min(glyph, measured - 1)] / em
        for point, glyph in _glyphs(font, tables["cmap"]).items()
    }


def _tables(font: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * i) for i in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Code point → glyph index for the Basic Multilingual Plane."""
    start = cmap + _subtable(font, cmap)
    doubled = struct.unpack_from(">H", font, start + 6)[0]
    segments = doubled // 2
    column = [start + 14, start + 16 + doubled, start + 16 + 2 * doubled, start + 16 + 3 * doubled]
    ends, starts, deltas, offsets = (struct.unpack_from(f">{segments}H", font, at) for at in column)
    glyphs = {}
    for i, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if offset:
                glyph = struct.unpack_from(">H", font, column[3] + 2 * i + offset + 2 * (point - first))[0]
            glyphs[point] = (glyph + delta) % 0x10000
    return glyphs


def _subtable(font: bytes, cmap: int) -> int:
    """Offset of the Windows Unicode subtable (platform 3, encoding 1), which has format 4."""
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    records = (struct.unpack_from(">HHL", font, cmap + 4 + 8 * i) for i in range(count))
    return next(int(offset) for platform, encoding, offset in records if (platform, encoding) == (3, 1))
