"""One cell of a German spreadsheet: what it means, how it is written properly, and what was odd about it.

Pure functions. What is unambiguous is read, and the `Cell` carries the canonical text as a ready patch; what
is ambiguous or destroyed (`1.234`, `Jan 17`, `1,2E+05`) is refused with the reason. A form that the stock
`frictionless validate` would refuse is an error even where its meaning is plain; other untidy forms are
warnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

from lagebild.load.encoding import INVISIBLE, name_of
from lagebild.model import MARKS, SIGNS, SIGNS_FOR_ZERO, FormError, Period, When
from lagebild.model.values import NUMBER_REMEDY
from lagebild.problems import Severity, did_you_mean

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd about a cell."""

    severity: Severity
    rule: str
    kind: str
    """Notes of one kind in one column have one cause."""
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Cell(Generic[ValueT]):
    """What was read from a cell."""

    value: ValueT | None
    """None where the cell is empty or was refused."""
    canonical: str
    """How the cell is written properly; the text itself where that is not known."""
    notes: tuple[Note, ...] = ()
    refused: bool = False
    """Whether the meaning could not be told."""
    signs: tuple[str, ...] = ()
    """Words of signs that stood beside or instead of a number and belong into `zeichen`."""


def _fault(rule: str, kind: str, message: str, remedy: str) -> Note:
    return Note(Severity.ERROR, rule, kind, message, remedy)


def _untidy(rule: str, kind: str, message: str, canonical: str) -> Note:
    return Note(Severity.WARNING, rule, kind, message, f"Besser: „{canonical}“." if canonical else "Leeren Sie die Zelle.")


# Longer than any remark a person writes into a cell.
_MAX_CELL = 5_000
# What spreadsheets execute when a text begins with it, with the wide forms that some of them accept.
_FORMULA = re.compile(r"[=+@＝＋＠－-]")
_BLANKS = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000"


@lru_cache(maxsize=100_000)
def read_text(text: str) -> Cell[str]:
    """Text, an id or a code: surrounding blanks are noted, invisible characters and formulas refused."""
    if len(text) > _MAX_CELL:
        return _refused(text, _fault("zelle-lang", "lang", f"Die Zelle enthält mehr als {_MAX_CELL} Zeichen.",
                                     "Kürzen Sie den Text; oft fehlt weiter oben ein schließendes Anführungszeichen."))  # fmt: skip
    if found := INVISIBLE.search(text):
        return _refused(text, _invisible(found[0]))
    notes = []
    tidy = unicodedata.normalize("NFC", text)
    if tidy != text:
        notes.append(_untidy("unicode-form", "nfd", "Umlaute sind aus zwei Zeichen zusammengesetzt (Unicode NFD).", tidy))
    if (stripped := tidy.strip()) != tidy:
        tidy = stripped
        notes.append(_untidy("leerzeichen", "rand", "Vor oder hinter dem Text steht ein Leerzeichen.", tidy))
    if _FORMULA.match(tidy):
        notes.append(_formula(tidy))
    return Cell(tidy or None, tidy, tuple(notes))


def _refused(text: str, note: Note) -> Cell[ValueT]:
    return Cell(None, text, (note,), refused=True)


def _invisible(character: str) -> Note:
    return _fault("unsichtbare-zeichen", "unsichtbar", f"Die Zelle enthält ein unsichtbares Zeichen ({name_of(character)}).",
                  "Löschen Sie die Zelle und tippen Sie den Inhalt neu.")  # fmt: skip


def _formula(text: str) -> Note:
    return _fault("formel", "formel", f"Der Text beginnt mit „{text[0]}“; Tabellenprogramme führen ihn als Formel aus.",
                  "Beginnen Sie den Text mit einem Wort.")  # fmt: skip


# ---------------------------------------------------------------------------------------------------- numbers

_CANONICAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]*[1-9])?")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]+)?")
_SPACE_GROUPS = re.compile(rf"-?[0-9]{{1,3}}(?:[ {_BLANKS}][0-9]{{3}})+(?:,[0-9]+)?")
_POINT_GROUPS_COMMA = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_POINT_GROUPS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_COMMA_GROUPS_POINT = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_POINT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_EXPONENT = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]+")
_BARE = re.compile(r"(.*?)[\s\u00a0\u202f\u2009]*(%|‰|€|EUR|Euro|Prozent)")
_MONTHS = "Jan|Feb|Mär|Mar|Mrz|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec"
_EXCEL_DATE = re.compile(
    rf"(?:[0-9]{{1,2}}\.?[ -]?)?(?:{_MONTHS})[a-zä]*\.?[ -]?[0-9]{{0,4}}|[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{2,4}})?",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(-?[0-9]+(?:,[0-9]+)?)\s*([prs])")
_BRACKETED = re.compile(r"\((-?[0-9]+(?:,[0-9]+)?)\)")
_NOT_A_NUMBER = re.compile(r"[-+]?(?:nan|inf|infinity|null|none|n/?a|#[A-ZÄÖÜ0-9/!?]+)", re.IGNORECASE)


Signs = tuple[tuple[str, str], ...]
"""A source's own signs and their words, as `Source.signs` holds them."""


@lru_cache(maxsize=100_000)
def read_number(text: str, own: Signs = ()) -> Cell[float]:
    """A number in the German form; the value is in the column's own unit, `own` the signs of its source."""
    if _CANONICAL.fullmatch(text) and len(text) < 15 and text != "-0":
        return Cell(float(text.replace(",", ".")), text)
    if found := INVISIBLE.search(text):
        return _refused(text, _invisible(found[0]))
    stripped = text.strip()
    if not stripped:
        notes = (_untidy("leerzeichen", "rand", "Die Zelle sieht leer aus, enthält aber ein Leerzeichen.", ""),) if text else ()
        return Cell(None, "", notes)
    if word := {**STANDARD_SIGNS, **dict(own)}.get(stripped):
        return _sign_instead(stripped, word)
    cell = _number(stripped)
    if stripped != text and not cell.refused:
        note = _untidy("leerzeichen", "rand", "Vor oder hinter der Zahl steht ein Leerzeichen.", cell.canonical)
        return replace(cell, notes=(note, *cell.notes))
    return cell


def _number(text: str) -> Cell[float]:
    """A number without surrounding blanks, tried from the plainest form to the oddest."""
    if sum(c.isdigit() for c in text) > 15 and re.fullmatch(r"-?[0-9.,]+", text):
        return _refused(text, _fault("zahl-form", "ziffern-viele", f"Die Zahl „{text[:40]}“ hat mehr als 15 Ziffern.",
                                     "Kürzen Sie die Zahl; Tabellenprogramme behalten höchstens 15 Ziffern."))  # fmt: skip
    if _PLAIN.fullmatch(text):
        return _plain(text)
    if _NOT_A_NUMBER.fullmatch(text):
        return _refused(text, _fault("zahl-form", "kein-wert", f"„{text}“ ist kein Zahlenwert der Statistik.",
                                     "Leeren Sie die Zelle und nennen Sie in „zeichen“ den Grund, zum Beispiel unbekannt."))  # fmt: skip
    if any(c.isdigit() and not c.isascii() for c in text):
        return _refused(text, _fault("zahl-form", "ziffern", f"„{text}“ enthält Ziffern, die nicht 0 bis 9 sind.", NUMBER_REMEDY))
    for recognise in _UNTIDY_NUMBERS:
        if cell := recognise(text):
            return cell
    return _refused(text, _fault("zahl-form", "keine-zahl", f"„{text}“ ist keine Zahl.", NUMBER_REMEDY))


def _sign_instead(text: str, word: str) -> Cell[float]:
    """A sign where the number belongs: the cell should be empty and `zeichen` hold the word."""
    note = _fault("zeichen-im-wert", text, f"„{text}“ ist ein Zeichen und keine Zahl.",
                  f"Lassen Sie die Zelle leer und schreiben Sie in „zeichen“: {word}.")  # fmt: skip
    return Cell(0.0 if word in SIGNS_FOR_ZERO else None, "", (note,), signs=(word,))


def _plain(text: str) -> Cell[float]:
    """Decimal comma, no thousands mark; perhaps trailing zeros or too many digits."""
    value = float(text.replace(",", "."))
    tidy = text.rstrip("0").rstrip(",") if "," in text else text
    if tidy == "-0":
        return Cell(0.0, "0", (_untidy("zahl-form", "minus-null", "Null hat kein Vorzeichen.", "0"),))
    if tidy == text:
        return Cell(value, text)
    note = _untidy("zahl-form", "nullen", f"„{text}“ endet mit Nullen; Tabellenprogramme lassen sie weg.", tidy)
    return Cell(value, tidy, (note,))


def _repaired(text: str, tidy: str, kind: str, why: str, severity: Severity = Severity.ERROR) -> Cell[float]:
    """The cell means `tidy`; frictionless would refuse its form, unless the severity says otherwise."""
    inner = _number(tidy)
    if inner.refused:
        return _refused(text, _fault("zahl-form", kind, f"„{text}“ {why}", NUMBER_REMEDY))
    note = Note(severity, "zahl-form", kind, f"„{text}“ {why}", f"Schreiben Sie „{inner.canonical}“.")
    return Cell(inner.value, inner.canonical, (note,))


def _ambiguous(text: str) -> Cell[float] | None:
    if not _AMBIGUOUS.fullmatch(text):
        return None
    whole, part = text.replace(".", ""), text.replace(".", ",")
    return _refused(text, _fault(
        "zahl-form", "mehrdeutig", f"„{text}“ ist mehrdeutig: Der Punkt kann Tausender oder Dezimalstellen trennen.",
        f"Schreiben Sie „{whole}“ oder „{part.rstrip('0').rstrip(',')}“, je nachdem, was gemeint ist.",
    ))  # fmt: skip


def _exponent(text: str) -> Cell[float] | None:
    if not _EXPONENT.fullmatch(text):
        return None
    return _refused(text, _fault(
        "zahl-form", "exponent", f"„{text}“ steht in wissenschaftlicher Schreibweise; die genaue Zahl ist verloren.",
        "Tragen Sie die Zahl aus der Quelle neu ein, ohne E.",
    ))  # fmt: skip


def _date_made_of_number(text: str) -> Cell[float] | None:
    if not _EXCEL_DATE.fullmatch(text):
        return None
    return _refused(text, _fault(
        "zahl-form", "datum", f"„{text}“ ist ein Datum: Ein Tabellenprogramm hat eine Zahl umgewandelt.",
        "Tragen Sie die Zahl aus der Quelle neu ein und geben Sie der Spalte vorher das Format „Text“ oder „Standard“.",
    ))  # fmt: skip


def _pointed(text: str) -> Cell[float] | None:
    if not _POINT.fullmatch(text):
        return None
    return _repaired(text, text.replace(".", ","), "punkt", "hat einen Punkt, wo das Dezimalkomma steht.")


def _grouped(text: str) -> Cell[float] | None:
    why = "enthält Tausenderzeichen."
    if _POINT_GROUPS_COMMA.fullmatch(text) or _POINT_GROUPS.fullmatch(text):
        return _repaired(text, text.replace(".", ""), "tausender", why)
    if _SPACE_GROUPS.fullmatch(text):
        return _repaired(text, re.sub(rf"[ {_BLANKS}]", "", text), "tausender", why)
    if _COMMA_GROUPS_POINT.fullmatch(text):
        return _repaired(text, text.replace(",", "").replace(".", ","), "tausender", "steht in englischer Schreibweise.")
    return None


def _with_unit(text: str) -> Cell[float] | None:
    if not (found := _BARE.fullmatch(text)) or not found[1]:
        return None
    return _repaired(text, found[1], "einheit", f"enthält die Einheit „{found[2]}“; sie steht beim Indikator.")


def _with_typographic_minus(text: str) -> Cell[float] | None:
    if text[0] not in "−–‐‑" or not text[1:2].isdigit():
        return None
    return _repaired(text, f"-{text[1:]}", "minus", "hat ein Minus, das Programme nicht als solches lesen.")


def _with_plus(text: str) -> Cell[float] | None:
    if not re.fullmatch(r"\+[0-9]+(?:,[0-9]+)?", text):
        return None
    return _repaired(text, text[1:], "plus", "hat ein Pluszeichen.", Severity.WARNING)


def _with_leading_zeros(text: str) -> Cell[float] | None:
    if not re.fullmatch(r"-?0[0-9]+(?:,[0-9]+)?", text):
        return None
    return _refused(text, _fault(
        "zahl-form", "nullen-vorn", f"„{text}“ hat führende Nullen; Tabellenprogramme lassen sie weg.",
        "Schreiben Sie die Zahl ohne führende Nullen; ein Schlüssel gehört nicht in eine Zahlenspalte.",
    ))  # fmt: skip


def _with_bare_comma(text: str) -> Cell[float] | None:
    if re.fullmatch(r"-?,[0-9]+", text):
        return _repaired(text, text.replace(",", "0,"), "komma", "beginnt mit dem Komma.")
    if re.fullmatch(r"-?[0-9]+,", text):
        return _repaired(text, text[:-1], "komma", "endet mit dem Komma.")
    return None


def _with_mark(text: str) -> Cell[float] | None:
    if found := _MARKED.fullmatch(text):
        word = STANDARD_SIGNS[found[2]]
        why = f"trägt das Zeichen „{found[2]}“; es gehört als „{word}“ in „zeichen“."
        return replace(_repaired(text, found[1], "zeichen", why), signs=(word,))
    if found := _BRACKETED.fullmatch(text):
        why = "steht in Klammern; dafür gehört „eingeschraenkt“ in „zeichen“."
        return replace(_repaired(text, found[1], "klammern", why), signs=("eingeschraenkt",))
    return None


_UNTIDY_NUMBERS: tuple[Callable[[str], Cell[float] | None], ...] = (
    _ambiguous, _exponent, _date_made_of_number, _pointed, _grouped, _with_unit, _with_typographic_minus, _with_plus,
    _with_leading_zeros, _with_bare_comma, _with_mark,
)  # fmt: skip


# ------------------------------------------------------------------------------------------ signs and their words

STANDARD_SIGNS: Mapping[str, str] = {
    "–": "nichts", "-": "nichts", "—": "nichts", ".": "unbekannt", "…": "spaeter", "...": "spaeter", "/": "unsicher",
    "x": "nicht-sinnvoll", "X": "nicht-sinnvoll", "×": "nicht-sinnvoll", "()": "eingeschraenkt",
    "( )": "eingeschraenkt", "p": "vorlaeufig", "r": "berichtigt", "s": "geschaetzt", "*": "geheim", "•": "geheim",
}  # fmt: skip
"""Signs of official statistics (DIN 55301) → our words, where the source declares no mapping of its own."""

_WORDS = (*SIGNS, *MARKS)


@lru_cache(maxsize=10_000)
def read_signs(text: str, own: Signs = ()) -> Cell[tuple[str, ...]]:
    """The words of a `zeichen` cell; `own` is the source's mapping of its signs."""
    if not text:
        return Cell((), "")
    if found := INVISIBLE.search(text):
        return _refused(text, _invisible(found[0]))
    meanings = {**STANDARD_SIGNS, **dict(own)}
    parts = ["()"] if text.strip() == "( )" else text.split()
    words = [part if part in _WORDS else meanings.get(part, "") for part in parts]
    if "" in words:
        unknown = parts[words.index("")]
        return _refused(text, _fault("zeichen-unbekannt", unknown, f"„{unknown}“ ist kein Wort für ein Zeichen.",
                                     did_you_mean(unknown, _WORDS)))  # fmt: skip
    tidy = " ".join(words)
    if tidy == text:
        return Cell(tuple(words), text)
    note = _untidy("zeichen-form", "zeichen", f"„{text}“ wird als „{tidy}“ gelesen.", tidy)
    return Cell(tuple(words), tidy, (note,))


# ------------------------------------------------------------------------------------------------ days and periods


@lru_cache(maxsize=20_000)
def read_period(text: str) -> Cell[Period]:
    """The `zeit` of a figure."""
    return _dated(text, "zeit", Period.parse)


@lru_cache(maxsize=20_000)
def read_day(text: str) -> Cell[When]:
    """A date as precise as it is known."""
    return _dated(text, "datum", When.parse)


DatedT = TypeVar("DatedT", Period, When)


def _dated(text: str, rule: str, parse: Callable[[str], DatedT]) -> Cell[DatedT]:
    if found := INVISIBLE.search(text):
        return _refused(text, _invisible(found[0]))
    if not (stripped := text.strip()):
        return Cell(None, "")
    try:
        value = parse(stripped)
    except FormError as fault:
        return _refused(text, _destroyed(rule, stripped, fault))
    if value.text == text:
        return Cell(value, text)
    note = _untidy(rule, "tag", f"„{text}“ wird als „{value.text}“ gelesen.", value.text)
    return Cell(value, value.text, (note,))


def _destroyed(rule: str, text: str, fault: FormError) -> Note:
    """Why a text is no date: what spreadsheets do to school years and quarters is named."""
    if re.fullmatch(rf"(?:[0-9]{{1,2}}\.?[ -])?(?:{_MONTHS})[a-zä]*\.?[ -]?[0-9]{{2,4}}", text, re.IGNORECASE):
        return _fault(rule, "umgewandelt", f"„{text}“ hat ein Tabellenprogramm aus einer anderen Angabe gemacht, etwa aus 2011/12.",
                      "Tragen Sie den Zeitraum neu ein, ein Schuljahr ausgeschrieben: 2011/2012.")  # fmt: skip
    if short := re.fullmatch(r"([0-9]{2})([0-9]{2})[/-]([0-9]{2})", text):
        if int(short[3]) == (int(short[2]) + 1) % 100:
            full = f"{short[1]}{short[2]}/{int(short[1] + short[2]) + 1}"
            return _fault(rule, "kurz", f"„{text}“ ist kein ausgeschriebenes Schuljahr.", f"Schreiben Sie „{full}“.")
    if found := re.fullmatch(r"(?:Q([1-4])[ /-]?([0-9]{4})|([0-9]{4})[ /-]?Q([1-4])|([1-4])\. ?Quartal ([0-9]{4}))", text):
        quarter, year = found[1] or found[4] or found[5], found[2] or found[3] or found[6]
        return _fault(rule, "quartal", f"„{text}“ ist kein Quartal in unserer Form.", f"Schreiben Sie „{year}-Q{quarter}“.")
    if re.fullmatch(r"[0-9]{4}[.,]0+", text):
        return _fault(rule, "dezimal", f"„{text}“ ist ein Jahr mit Nachkommastellen.", f"Schreiben Sie „{text[:4]}“.")
    return _fault(rule, "form", fault.message, fault.remedy)
