"""The small values that planners write: numbers, dates and periods in their German forms.

Every function reads text and either returns the value or raises `FormError`, which says in German what is
wrong and what to write instead.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema


class FormError(ValueError):
    """A text that does not have the form its field needs."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.kind = kind
        """Short German rule id, for example `zahl-form`."""
        self.message = message
        self.remedy = remedy


# The canonical form: decimal comma, no thousands mark, no sign but the ASCII minus, no leading zeros,
# at most 15 digits, because spreadsheets keep no more. Trailing zeros are accepted and tidied.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:,[0-9]+)?")
_MAX_DIGITS = 15

NUMBER_REMEDY = "Schreiben Sie die Zahl mit Dezimalkomma und ohne Tausenderpunkt, zum Beispiel 1234,5."


def parse_number(text: str) -> float:
    """The value of a number in canonical form."""
    if not _NUMBER.fullmatch(text):
        raise FormError("zahl-form", _number_fault(text), NUMBER_REMEDY)
    if sum(c.isdigit() for c in text) > _MAX_DIGITS:
        raise FormError(
            "zahl-form",
            f"Die Zahl „{text}“ hat mehr als {_MAX_DIGITS} Ziffern.",
            "Kürzen Sie die Zahl; Tabellenprogramme behalten höchstens 15 Ziffern.",
        )
    return float(text.replace(",", "."))


def _number_fault(text: str) -> str:
    """What exactly keeps a text from being a number."""
    if re.fullmatch(r"[-+]?(nan|inf|infinity)", text.strip(), re.IGNORECASE):
        return f"„{text}“ ist kein Zahlenwert der Statistik."
    if re.fullmatch(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+", text):
        return f"„{text}“ ist mehrdeutig: Der Punkt kann Tausender oder Dezimalstellen trennen."
    if re.fullmatch(r"[-+]?[0-9]+([.,][0-9]+)?[eE][-+]?[0-9]+", text):
        return f"„{text}“ steht in wissenschaftlicher Schreibweise; die genaue Zahl ist nicht mehr erkennbar."
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
        return f"„{text}“ hat einen Punkt, wo das Dezimalkomma steht."
    if any(c.isdigit() and not c.isascii() for c in text):
        return f"„{text}“ enthält Ziffern, die nicht 0 bis 9 sind."
    if re.fullmatch(r"-?0[0-9]+(,[0-9]+)?", text):
        return f"„{text}“ hat führende Nullen."
    return f"„{text}“ ist keine Zahl."


def parse_integer(text: str) -> int:
    """The value of a whole number."""
    value = parse_number(text)
    if value != int(value):
        raise FormError("zahl-form", f"„{text}“ ist keine ganze Zahl.", "Schreiben Sie eine ganze Zahl.")
    return int(value)


def parse_boolean(text: str) -> bool:
    """`ja` or `nein`."""
    if text not in ("ja", "nein"):
        raise FormError("ja-nein", f"„{text}“ ist weder „ja“ noch „nein“.", "Schreiben Sie ja oder nein.")
    return text == "ja"


_DATE_REMEDY = "Schreiben Sie 2019, 2019-09, 2019-09-10 oder eine Spanne wie 2019/2020."


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as it is known: it means every day from `first` to `last`."""

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> When:
        """`2019`, `2019-09`, `2019-09-10` or the span `2019/2020`; `10.09.2019` is understood as well."""
        if span := re.fullmatch(r"([0-9]{4})/([0-9]{4})", text):
            if span[1] >= span[2]:
                raise FormError("datum", f"Die Spanne „{text}“ endet nicht nach ihrem Anfang.", _DATE_REMEDY)
            return cls(text, date(int(span[1]), 1, 1), date(int(span[2]), 12, 31))
        if german := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", text):
            text = f"{german[3]}-{int(german[2]):02}-{int(german[1]):02}"
        parts = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
        if not parts:
            raise FormError("datum", f"„{text}“ ist kein Datum.", _DATE_REMEDY)
        try:
            return cls(text, *_interval(parts[1], parts[2], parts[3]))
        except ValueError:
            raise FormError("datum", f"Den Tag „{text}“ gibt es nicht im Kalender.", _DATE_REMEDY) from None

    @property
    def is_day(self) -> bool:
        """Whether the date names a single day."""
        return self.first == self.last


def _interval(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    y = int(year)
    if day and month:
        exact = date(y, int(month), int(day))
        return exact, exact
    if month:
        return date(y, int(month), 1), date(y, int(month), calendar.monthrange(y, int(month))[1])
    return date(y, 1, 1), date(y, 12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The `zeit` of a figure. Sorts by its first day; `kind` is one of jahr, stichtag, schuljahr, quartal."""

    first: date
    last: date
    kind: str
    text: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """`2019`, `2019-12-31` (also `31.12.2019`), the school year `2018/2019` or the quarter `2019-Q3`."""
        if quarter := re.fullmatch(r"([0-9]{4})-Q([1-4])", text):
            month = 3 * int(quarter[2])
            first, last = (
                _interval(quarter[1], f"{month - 2:02}", None)[0],
                _interval(quarter[1], f"{month:02}", None)[1],
            )
            return cls(first, last, "quartal", text)
        if school := re.fullmatch(r"([0-9]{4})/([0-9]{4})", text):
            if int(school[2]) != int(school[1]) + 1:
                raise FormError(
                    "zeit", f"„{text}“ ist kein Schuljahr.", "Schreiben Sie zum Beispiel 2018/2019."
                )
            # School years run from 1 August to 31 July in most Länder; only the order matters here.
            return cls(date(int(school[1]), 8, 1), date(int(school[2]), 7, 31), "schuljahr", text)
        try:
            when = When.parse(text)
        except FormError as error:
            raise FormError(
                "zeit",
                f"„{text}“ ist kein Zeitraum.",
                "Schreiben Sie 2019, 2019-12-31, 2018/2019 (Schuljahr) oder 2019-Q3.",
            ) from error
        if when.is_day:
            return cls(when.first, when.last, "stichtag", when.text)
        if len(when.text) == 4:
            return cls(when.first, when.last, "jahr", when.text)
        raise FormError(
            "zeit", f"„{text}“ nennt einen Monat.", "Schreiben Sie das Jahr, den Stichtag oder das Quartal."
        )

    @property
    def index(self) -> float:
        """Position on a time axis in years; consecutive years differ by exactly 1, quarters by 0.25."""
        if self.kind == "quartal":
            return self.first.year + (self.first.month - 1) / 12
        if self.kind == "stichtag":
            return self.first.year + (self.first.month - 1) / 12
        return float(self.first.year)


_YEAR_SCHEMA = WithJsonSchema(
    {
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|/[0-9]{4})?$",
        "examples": ["2019", "2019-09", "2019-09-10", "2019/2020"],
    }
)


def _reading(parse):  # type: ignore[no-untyped-def]
    """Apply a parser to text and let every other value through, so that code can pass finished values."""
    return BeforeValidator(lambda value: parse(value) if isinstance(value, str) else value)


Number = Annotated[
    float, _reading(parse_number), WithJsonSchema({"type": ["number", "string"], "examples": ["12,5"]})
]
Integer = Annotated[int, _reading(parse_integer), WithJsonSchema({"type": ["integer", "string"]})]
YesNo = Annotated[bool, _reading(parse_boolean), WithJsonSchema({"enum": ["ja", "nein"]})]
Dated = Annotated[When, _reading(When.parse), _YEAR_SCHEMA]
Text = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
"""Free text. Editors resolve `titel: 2024` to a number themselves, so their schema allows it."""
