"""From bytes to text: UTF-8 is read, other encodings are recognised and named.

Also the characters that nobody sees: they make two ids that look alike differ, and never belong in data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import Place
from lagebild.problems import Problem, error

# Zero-width and direction marks, separators, unassigned controls, the mark of a lost character. The soft
# hyphen counts: it comes with text copied from PDF and breaks search and ids.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffd\ud800-\udfff\U000e0000-\U000e007f]"
)
# What UTF-8 umlauts, quotes and dashes look like after one reading as Windows-1252: Ã¤, Ã¶, Ã¼, ÃŸ, â€ž, â€“.
_GARBLED = re.compile("Ã[¤¶¼Ÿ„–œ]|â€[žœ“”™¦]|Â[§°²³]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

SAVE_AS_UTF8 = (
    "Speichern Sie die Datei als UTF-8: in Excel „Speichern unter“, Dateityp „CSV UTF-8 (durch Trennzeichen "
    "getrennt)“; in LibreOffice Zeichensatz „Unicode (UTF-8)“."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; None when the bytes are no text at all."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(file: str, content: bytes) -> Decoded:
    """Read UTF-8 with or without BOM; Windows-1252 is read too, but is one error with its remedy."""
    if content.startswith(_UTF16_MARKS) or content[:200].count(0) > len(content[:200]) // 4:
        return Decoded(
            None,
            (error("kodierung", Place(file=file), "Die Datei ist in UTF-16 gespeichert.", SAVE_AS_UTF8),),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _windows(file, content, fault.start)
    return Decoded(text, tuple(_garbled(file, text)))


def _windows(file: str, content: bytes, offset: int) -> Decoded:
    line = len(content[:offset].splitlines()) or 1
    # Five bytes have no meaning in Windows-1252; they become a control character, reported as invisible.
    text = content.decode("cp1252", "replace").replace("\ufffd", "\x81")
    row = text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""
    word = next((w for w in re.split(r"[\s;,\"]+", row) if not w.isascii()), "")
    shown = f", zum Beispiel in „{word}“" if word and not INVISIBLE.search(word) else ""
    message = f"Die Datei ist in Windows-1252 gespeichert statt in UTF-8; Umlaute gehen so verloren{shown}."
    return Decoded(text, (error("kodierung", Place(file=file, line=line), message, SAVE_AS_UTF8),))


def _garbled(file: str, text: str) -> Iterator[Problem]:
    if found := _GARBLED.search(text):
        line = text.count("\n", 0, found.start()) + 1
        count = len(_GARBLED.findall(text))
        yield error(
            "kodierung",
            Place(file=file, line=line),
            f"Umlaute sind zerstört: Hier steht „{found[0]}“"
            + (f", ähnlich an {count - 1} weiteren Stellen." if count > 1 else "."),
            "Öffnen Sie die letzte gute Fassung als UTF-8 und speichern Sie sie neu.",
            found[0],
        )


def name_of(character: str) -> str:
    """How to speak of a character that cannot be seen."""
    known = {
        "\u00ad": "weiches Trennzeichen",
        "\ufffd": "Ersatzzeichen für einen verlorenen Buchstaben",
        "\u200b": "Leerzeichen ohne Breite",
        "\ufeff": "BOM mitten im Text",
        "\x00": "NUL",
    }
    return f"U+{ord(character):04X}" + (f", {known[character]}" if character in known else "")
