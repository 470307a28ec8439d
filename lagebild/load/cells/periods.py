"""Days and periods in a cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from lagebild.load.cells.cell import Cell, Note, fault, invisible, refused, untidy
from lagebild.load.encoding import INVISIBLE
from lagebild.model import FormError, Period, When

DatedT = TypeVar("DatedT", Period, When)


@lru_cache(maxsize=20_000)
def read_period(text: str) -> Cell[Period]:
    """The `zeit` of a figure."""
    return _dated(text, "zeit", Period.parse)


@lru_cache(maxsize=20_000)
def read_day(text: str) -> Cell[When]:
    """A date as precise as it is known."""
    return _dated(text, "datum", When.parse)


def _dated(text: str, rule: str, parse: Callable[[str], DatedT]) -> Cell[DatedT]:
    if found := INVISIBLE.search(text):
        return refused(text, invisible(found[0]))
    if not (stripped := text.strip()):
        return Cell(None, "")
    try:
        value = parse(stripped)
    except FormError as wrong:
        return refused(text, _destroyed(rule, stripped) or fault(rule, "form", wrong.message, wrong.remedy))
    if value.text == text:
        return Cell(value, text)
    note = untidy(rule, "tag", f"„{text}“ wird als „{value.text}“ gelesen.", value.text)
    return Cell(value, value.text, (note,))


_MONTHS = "Jan|Feb|Mär|Mar|Mrz|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec"
_CONVERTED = re.compile(rf"(?:[0-9]{{1,2}}\.?[ -])?(?:{_MONTHS})[a-zä]*\.?[ -]?[0-9]{{2,4}}", re.IGNORECASE)
_SHORT_SCHOOL_YEAR = re.compile(r"([0-9]{2})([0-9]{2})[/-]([0-9]{2})")
_QUARTERS = (
    re.compile(r"Q(?P<quarter>[1-4])[ /-]?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})[ /-]?Q(?P<quarter>[1-4])"),
    re.compile(r"(?P<quarter>[1-4])\. ?Quartal (?P<year>[0-9]{4})"),
)


def _destroyed(rule: str, text: str) -> Note | None:
    """Why a text is no date, where it is known what people or spreadsheets do."""
    if _CONVERTED.fullmatch(text):
        message = f"„{text}“ hat ein Tabellenprogramm aus einer anderen Angabe gemacht, etwa aus 2011/12."
        remedy = "Tragen Sie den Zeitraum neu ein, ein Schuljahr ausgeschrieben: 2011/2012."
        return fault(rule, "umgewandelt", message, remedy)
    if full := _full_school_year(text):
        message = f"„{text}“ ist kein ausgeschriebenes Schuljahr."
        return fault(rule, "kurz", message, f"Schreiben Sie „{full}“.")
    if found := next(filter(None, (form.fullmatch(text) for form in _QUARTERS)), None):
        remedy = f"Schreiben Sie „{found['year']}-Q{found['quarter']}“."
        return fault(rule, "quartal", f"„{text}“ ist nicht die Schreibweise für ein Quartal.", remedy)
    if re.fullmatch(r"[0-9]{4}[.,]0+", text):
        message = f"„{text}“ ist ein Jahr mit Nachkommastellen."
        return fault(rule, "dezimal", message, f"Schreiben Sie „{text[:4]}“.")
    return None


def _full_school_year(text: str) -> str | None:
    """`2018/19` written out, if the second year follows the first."""
    found = _SHORT_SCHOOL_YEAR.fullmatch(text)
    if not found or int(found[3]) != (int(found[2]) + 1) % 100:
        return None
    first = int(found[1] + found[2])
    return f"{first}/{first + 1}"
