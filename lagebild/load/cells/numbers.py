"""Numbers in the German form, and the forms that spreadsheets and people make of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from lagebild.load.cells.cell import Cell, Note, Signs, fault, invisible, refused, untidy
from lagebild.load.cells.signs import STANDARD_SIGNS
from lagebild.load.encoding import INVISIBLE
from lagebild.model import SIGNS, SIGNS_FOR_ZERO
from lagebild.model.values import NUMBER_REMEDY
from lagebild.problems import Severity

# Spreadsheets keep no more.
_MAX_DIGITS = 15
_BLANKS = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000"
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
    rf"(?:[0-9]{{1,2}}\.?[ -]?)?(?:{_MONTHS})[a-zä]*\.?[ -]?[0-9]{{0,4}}"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2,4})?",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(-?[0-9]+(?:,[0-9]+)?)\s*([prs])")
_BRACKETED = re.compile(r"\((-?[0-9]+(?:,[0-9]+)?)\)")
_NOT_A_NUMBER = re.compile(
    r"[-+]?(?:nan|inf|infinity|null|none|n/?a|#[A-ZÄÖÜ0-9/!?#]+)"
    r"|k\.?\s?A\.?|n\.?\s?[abv]\.?|keine Angaben?|nicht (?:verfügbar|bekannt|vorhanden)",
    re.IGNORECASE,
)
# „unter 3“ and „über 100“ are no figures: which number would be meant?
_NUMBER_WITH_WORDS = re.compile(
    r"(?:ca\.?|circa|etwa|rund|geschätzt|~|≈)?\s*(-?[0-9]+(?:,[0-9]+)?)\s*"
    r"(?:\*+|[¹²³]|\([^()0-9]*\)|[^\W\d_ ][^\d]*)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=100_000)
def read_number(text: str, own: Signs = ()) -> Cell[float]:
    """A number in the German form; the value is in the column's own unit, `own` the signs of its source."""
    if _CANONICAL.fullmatch(text) and len(text) < 15 and text != "-0":
        return Cell(float(text.replace(",", ".")), text)
    if found := INVISIBLE.search(text):
        return refused(text, invisible(found[0]))
    stripped = text.strip()
    if not stripped:
        notes = (
            (untidy("leerzeichen", "rand", "Die Zelle sieht leer aus, enthält aber ein Leerzeichen.", ""),)
            if text
            else ()
        )
        return Cell(None, "", notes)
    meanings = {**{word: word for word in SIGNS}, **STANDARD_SIGNS, **dict(own)}
    if word := meanings.get(stripped):
        return _sign_instead(stripped, word)
    cell = _number(stripped)
    if stripped != text and not cell.refused:
        note = untidy(
            "leerzeichen", "rand", "Vor oder hinter der Zahl steht ein Leerzeichen.", cell.canonical
        )
        return replace(cell, notes=(note, *cell.notes))
    return cell


def _number(text: str) -> Cell[float]:
    """A number without surrounding blanks, tried from the plainest form to the oddest."""
    for recognise in _FORMS:
        if cell := recognise(text):
            return cell
    return refused(text, fault("zahl-form", "keine-zahl", f"„{text[:80]}“ ist keine Zahl.", NUMBER_REMEDY))


def _too_long(text: str) -> Cell[float] | None:
    if sum(c.isdigit() for c in text) <= _MAX_DIGITS or not re.fullmatch(r"-?[0-9.,]+", text):
        return None
    message = f"Die Zahl „{text[:40]}“ hat mehr als {_MAX_DIGITS} Ziffern."
    remedy = f"Kürzen Sie die Zahl; Tabellenprogramme behalten höchstens {_MAX_DIGITS} Ziffern."
    return refused(text, fault("zahl-form", "ziffern-viele", message, remedy))


def _no_value(text: str) -> Cell[float] | None:
    if not _NOT_A_NUMBER.fullmatch(text):
        return None
    message = f"„{text}“ ist kein Zahlenwert der Statistik."
    remedy = "Leeren Sie die Zelle und nennen Sie in „zeichen“ den Grund, zum Beispiel unbekannt."
    return refused(text, fault("zahl-form", "kein-wert", message, remedy))


def _foreign_digits(text: str) -> Cell[float] | None:
    if not any(c.isdigit() and not c.isascii() for c in text):
        return None
    message = f"„{text[:80]}“ enthält Ziffern, die nicht 0 bis 9 sind."
    return refused(text, fault("zahl-form", "ziffern", message, NUMBER_REMEDY))


def _sign_instead(text: str, word: str) -> Cell[float]:
    """A sign where the number belongs: the cell should be empty and `zeichen` hold the word."""
    note = fault(
        "zeichen-im-wert",
        text,
        f"„{text}“ ist ein Zeichen und keine Zahl.",
        f"Lassen Sie die Zelle leer und schreiben Sie in „zeichen“: {word}.",
    )
    return Cell(0.0 if word in SIGNS_FOR_ZERO else None, "", (note,), signs=(word,))


def _plain(text: str) -> Cell[float] | None:
    """Decimal comma, no thousands mark; perhaps trailing zeros."""
    if not _PLAIN.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    tidy = text.rstrip("0").rstrip(",") if "," in text else text
    if tidy == "-0":
        return Cell(0.0, "0", (untidy("zahl-form", "minus-null", "Null hat kein Vorzeichen.", "0"),))
    if tidy == text:
        return Cell(value, text)
    note = untidy(
        "zahl-form", "nullen", f"„{text}“ endet mit Nullen; Tabellenprogramme lassen sie weg.", tidy
    )
    return Cell(value, tidy, (note,))


def _repaired(text: str, tidy: str, kind: str, why: str, severity: Severity = Severity.ERROR) -> Cell[float]:
    """The cell means `tidy`; frictionless would refuse its form, unless the severity says otherwise."""
    inner = _number(tidy)
    if inner.refused:
        return refused(text, fault("zahl-form", kind, f"„{text}“ {why}", NUMBER_REMEDY))
    note = Note(severity, "zahl-form", kind, f"„{text}“ {why}", f"Schreiben Sie „{inner.canonical}“.")
    return Cell(inner.value, inner.canonical, (note,))


def _ambiguous(text: str) -> Cell[float] | None:
    if not _AMBIGUOUS.fullmatch(text):
        return None
    whole, part = text.replace(".", ""), text.replace(".", ",")
    return refused(
        text,
        fault(
            "zahl-form",
            "mehrdeutig",
            f"„{text}“ ist mehrdeutig: Der Punkt kann Tausender oder Dezimalstellen trennen.",
            f"Schreiben Sie „{whole}“ oder „{part.rstrip('0').rstrip(',')}“, je nachdem, was gemeint ist.",
        ),
    )


def _exponent(text: str) -> Cell[float] | None:
    if not _EXPONENT.fullmatch(text):
        return None
    return refused(
        text,
        fault(
            "zahl-form",
            "exponent",
            f"„{text}“ steht in wissenschaftlicher Schreibweise; die genaue Zahl ist verloren.",
            "Tragen Sie die Zahl aus der Quelle neu ein, ohne E.",
        ),
    )


def _date_made_of_number(text: str) -> Cell[float] | None:
    if not _EXCEL_DATE.fullmatch(text):
        return None
    return refused(
        text,
        fault(
            "zahl-form",
            "datum",
            f"„{text}“ ist ein Datum: Ein Tabellenprogramm hat eine Zahl umgewandelt.",
            "Tragen Sie die Zahl aus der Quelle neu ein; geben Sie der Spalte vorher das Format „Text“.",
        ),
    )


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
        return _repaired(
            text, text.replace(",", "").replace(".", ","), "tausender", "steht in englischer Schreibweise."
        )
    return None


def _with_unit(text: str) -> Cell[float] | None:
    if not (found := _BARE.fullmatch(text)) or not found[1]:
        return None
    return _repaired(text, found[1], "einheit", f"enthält die Einheit „{found[2]}“; hier steht nur die Zahl.")


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
    return refused(
        text,
        fault(
            "zahl-form",
            "nullen-vorn",
            f"„{text}“ hat führende Nullen; Tabellenprogramme lassen sie weg.",
            "Schreiben Sie die Zahl ohne führende Nullen; ein Schlüssel gehört nicht in eine Zahlenspalte.",
        ),
    )


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


def _with_words(text: str) -> Cell[float] | None:
    """A number with a footnote mark, „ca.“ or another remark: only a person knows what it means."""
    if not (found := _NUMBER_WITH_WORDS.fullmatch(text)):
        return None
    remedy = (
        f"Schreiben Sie nur „{found[1]}“; eine Bemerkung gehört in „anmerkung“, "
        "ein Zeichen wie geschaetzt oder vorlaeufig in „zeichen“."
    )
    message = f"„{text[:80]}“ ist mehr als eine Zahl."
    return refused(text, fault("zahl-form", "zahl-und-text", message, remedy))


_FORMS: tuple[Callable[[str], Cell[float] | None], ...] = (
    _too_long,
    _plain,
    _no_value,
    _foreign_digits,
    _ambiguous,
    _exponent,
    _date_made_of_number,
    _pointed,
    _grouped,
    _with_unit,
    _with_typographic_minus,
    _with_plus,
    _with_leading_zeros,
    _with_bare_comma,
    _with_mark,
    _with_words,
)
