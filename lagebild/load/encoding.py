"""From bytes to text: UTF-8 is read, other encodings are recognised and named.

Also the characters that nobody sees: they make two ids that look alike differ, and never belong in data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagebild.model import Place
from lagebild.problems import Problem, error

# Zero-width and direction marks, separators, unassigned controls, the mark of a lost character. The soft
# hyphen counts: it comes with text copied from PDF and breaks search and ids.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffd\ud800-\udfff\U000e0000-\U000e007f]"
)
# What umlauts, quotes, dashes and a BOM look like after UTF-8 was read as Windows-1252: Ã¤, Ã¼, â€ž, â€“.
_GARBLED = re.compile("ï»¿|Ã[¤¶¼Ÿ„–œ]|â€[žœ“”™¦]|Â[§°²³]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_SAVE_TABLE = (
    "Speichern Sie die Datei als UTF-8: in Excel „Speichern unter“, Dateityp „CSV UTF-8 (durch Trennzeichen "
    "getrennt)“; in LibreOffice Zeichensatz „Unicode (UTF-8)“."
)
_SAVE_TEXT = "Speichern Sie die Datei im Editor mit der Kodierung UTF-8."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; None when the bytes are no text at all."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(file: str, content: bytes) -> Decoded:
    """Read UTF-8 with or without BOM; Windows-1252 is read too, but is one error with its remedy."""
    if content.startswith(_UTF16_MARKS) or content[:200].count(0) > len(content[:200]) // 4:
        message = "Die Datei ist in UTF-16 gespeichert."
        return Decoded(None, (error("kodierung", Place(file=file), message, _save(file)),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _windows(file, content)
    if garbled := _garbled(file, text):
        return Decoded(_restored(text), (garbled,))
    return Decoded(text)


def _save(file: str) -> str:
    return _SAVE_TABLE if file.endswith(".csv") else _SAVE_TEXT


# Bytes that are no UTF-8, as Windows-1252 reads them; the five that mean nothing there become a control
# character, which is reported as invisible.
_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", "\x81")
    for byte in range(128, 256)
}


def _windows(file: str, content: bytes) -> Decoded:
    """Text with bytes of Windows-1252, throughout or here and there between UTF-8."""
    escaped = content.decode("utf-8-sig", "surrogateescape")
    first = next(i for i, character in enumerate(escaped) if ord(character) in _WINDOWS)
    line = len(re.findall(r"\r\n|\r|\n", escaped[:first])) + 1
    text = escaped.translate(_WINDOWS)
    word = next((w for w in re.split(r"[\s;,\"]+", _line_around(text, first)) if not w.isascii()), "")
    shown = f", zum Beispiel in „{word}“" if word and not INVISIBLE.search(word) else ""
    message = f"Die Datei ist in Windows-1252 gespeichert statt in UTF-8; Umlaute gehen so verloren{shown}."
    return Decoded(text, (error("kodierung", Place(file=file, line=line), message, _save(file)),))


def _line_around(text: str, position: int) -> str:
    start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
    return re.split(r"\r|\n", text[start:], maxsplit=1)[0]


def _garbled(file: str, text: str) -> Problem | None:
    """UTF-8 that was once read as Windows-1252 and saved again."""
    if not (found := _GARBLED.search(text)):
        return None
    others = len(_GARBLED.findall(text)) - 1
    also = f", ähnlich an {others} weiteren Stellen" if others else ""
    return error(
        "kodierung",
        Place(file=file, line=text.count("\n", 0, found.start()) + 1),
        f"Umlaute sind zerstört: Hier steht „{found[0]}“{also}.",
        "Öffnen Sie die letzte gute Fassung als UTF-8 und speichern Sie sie neu.",
        found[0],
    )


def _restored(text: str) -> str:
    """What garbled text said before, so that nothing else in it is reported; itself where that is lost."""
    try:
        return text.encode("cp1252").decode("utf-8-sig")
    except UnicodeError:
        return text


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
