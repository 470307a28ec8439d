"""Text from data inside the Markdown of a forge: it stays text, whatever it contains.

A proposal may come from anybody. Its words must not become headings, links, pictures, HTML or mentions that
call other people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 400
# Shows nothing; parts what a forge would otherwise take for a mention, a reference or an address.
_PART = "\u200b"
_MARKUP = re.compile(r"([\\`*_{}\[\]|~!^=])")
_AUTOMATIC = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|://|\bwww\.|(?<=\w)@", re.IGNORECASE)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}


def plain(text: str) -> str:
    """Text on one line that a forge shows as it stands."""
    visible = "".join(_visible(character) for character in text)
    line = " ".join(part for part in visible.split(" ") if part)
    if len(line) > _LONGEST:
        line = f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
    parted = _AUTOMATIC.sub(lambda found: found[0] + _PART if found[0] != "://" else f":{_PART}//", line)
    escaped = _MARKUP.sub(r"\\\1", parted)
    return "".join(_HTML.get(character, character) for character in escaped)


def item(text: str) -> str:
    """The same at the start of a line, where some characters make headings and lists."""
    return re.sub(r"^(\d*)([-+#.)])", r"\1\\\2", plain(text))


def _visible(character: str) -> str:
    """Line ends as blanks; characters that only steer the display are left out."""
    kind = unicodedata.category(character)
    return " " if kind in ("Cc", "Zl", "Zp") else "" if kind in ("Cf", "Cs", "Co") else character


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A table of finished cells."""
    return [_row(heads), "|" + "---|" * len(heads), *(_row(row) for row in rows)]


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
