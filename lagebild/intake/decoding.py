"""Bytes of any origin as text: what spreadsheets and statistical offices save."""

from __future__ import annotations

from dataclasses import dataclass

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the encoding that it was read with."""

    text: str
    encoding: str
    """`utf-8`, `utf-16` or `windows-1252`."""


def read_text(content: bytes) -> Text | None:
    """UTF-8, UTF-16 or Windows-1252 (and with it Latin-1); None for bytes that are none of them."""
    if content[:2] in _UTF16:
        return _utf16(content[2:], _UTF16[content[:2]])
    # Every second byte of text in western letters is zero in UTF-16, also where the mark at its head is
    # missing.
    sample = content[:400]
    if sample.count(0) > len(sample) // 4:
        return _utf16(content, "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be")
    try:
        return Text(content.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        return _windows(content)


def _utf16(content: bytes, encoding: str) -> Text | None:
    try:
        return Text(content.decode(encoding), "utf-16")
    except UnicodeDecodeError:
        return None


def _windows(content: bytes) -> Text | None:
    try:
        return Text(content.decode("cp1252"), "windows-1252")
    except UnicodeDecodeError:
        return None
