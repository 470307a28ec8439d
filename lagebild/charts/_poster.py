"""A picture that leaves the page: title and source go along, on its own ground with a margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lagebild.charts._typeface import FAMILY, text_width, wrap
from lagebild.charts.style import token

_MARGIN = 24
_TITLE, _SMALL = 19, 14.5
_LEADING = 1.35
"""Line height as a multiple of the size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands above and below a picture that is shown without its page."""

    title: str = ""
    subtitle: str = ""
    """What is counted, and the unit."""
    source: str = ""
    """Publisher, edition and licence."""


def poster(picture: str, caption: Caption) -> str:
    """The picture between its title and its source, as a file of its own; widths grow by the margins."""
    width, height = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture)[0])
    head, top = _block([(caption.title, _TITLE, 600), (caption.subtitle, _SMALL, 400)], width, _MARGIN)
    top += 8 if head else 0
    foot, end = _block([(caption.source, _SMALL, 400)], width, top + height + (8 if caption.source else 0))
    outer = f"0 0 {width + 2 * _MARGIN:g} {end + _MARGIN:g}"
    root, rest = picture.split(">", 1)
    # Sizes may come as 743.9999999999999, so the box is replaced whatever it says.
    root = re.sub(r'viewBox="[^"]*"', f'viewBox="{outer}"', root, count=1)
    named, drawn = _split_names(rest.removesuffix("</svg>"))
    return (
        f'{root} font-family="{FAMILY}, sans-serif">{named}'
        f'<rect width="100%" height="100%" fill="{token("flaeche")}"/>{head}'
        f'<g transform="translate({_MARGIN},{top:g})">{drawn}</g>{foot}</svg>'
    )


def _split_names(inner: str) -> tuple[str, str]:
    """Title and description, which must come first, and the rest."""
    end = inner.find("</desc>") + len("</desc>") if "</desc>" in inner else 0
    return inner[:end], inner[end:]


def _block(texts: list[tuple[str, float, int]], width: float, top: float) -> tuple[str, float]:
    """Texts as wrapped lines from `top` on, and where they end."""
    written = []
    for text, size, weight in texts:
        for line in _lines(text, size, width, weight):
            top += size * _LEADING
            color = token("tinte" if weight == 600 else "tinte2")
            written.append(
                f'<text x="{_MARGIN}" y="{top - 4:g}" font-size="{size:g}" font-weight="{weight}" '
                f'fill="{color}">{escape(line)}</text>'
            )
    return "".join(written), round(top, 2)


def _lines(text: str, size: float, width: float, weight: int) -> Iterator[str]:
    if text and text_width(text, size, weight) <= width:
        yield text
    elif text:
        yield from wrap(text, size, width, weight)
