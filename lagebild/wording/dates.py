"""How days, partial dates and periods are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lagebild.model import FormError, Period, When
from lagebild.wording.grammar import listed
from lagebild.wording.numbers import NBSP

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip


def day(value: date) -> str:
    """`31. Dezember 2019`."""
    return f"{value.day}.{NBSP}{MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """`Dezember 2019`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def when(value: When) -> str:
    """As precise as it is known: `2019`, `September 2019`, `10. September 2019`, `2019 bis 2020`."""
    if value.is_day:
        return day(value.first)
    if "/" in value.text:
        return f"{value.first.year} bis {value.last.year}"
    return str(value.first.year) if len(value.text) == 4 else month(value.first)


def period(value: Period) -> str:
    """`2019`, `31. Dezember 2019`, `Schuljahr 2018/2019`, `3. Quartal 2019`."""
    if value.kind == "stichtag":
        return day(value.first)
    if value.kind == "schuljahr":
        return f"Schuljahr {value.text}"
    if value.kind == "quartal":
        return f"{value.text[-1]}.{NBSP}Quartal {value.first.year}"
    return value.text


def in_period(value: Period) -> str:
    """As an adverbial: `2019`, `am 31. Dezember 2019`, `im Schuljahr 2018/2019`, `im 3. Quartal 2019`."""
    text = period(value)
    if value.kind == "stichtag":
        return f"am {text}"
    return text if value.kind == "jahr" else f"im {text}"


def span(start: When | None, end: When | None) -> str:
    """`bis 31. Dezember 2021`, `seit 1. Januar 2022`, `2015 bis 2024`; empty when nothing is known."""
    if start and end:
        return f"{when(start)} bis {when(end)}"
    if start:
        return f"seit {when(start)}"
    return f"bis {when(end)}" if end else ""


_ARTICLES = {
    "stichtag": ("den ", "dem ", "vom ", "zum "),
    "schuljahr": ("das ", "dem ", "vom ", "zum "),
    "quartal": ("das ", "dem ", "vom ", "zum "),
}
_NONE = ("", "", "von ", "")


def accusative(value: Period) -> str:
    """After `für`: `2019`, `den 31. Dezember 2019`, `das Schuljahr 2018/2019`, `das 3. Quartal 2019`."""
    return _ARTICLES.get(value.kind, _NONE)[0] + period(value)


def dative(value: Period) -> str:
    """After `seit` or `mit`: `2019`, `dem 31. Dezember 2019`, `dem Schuljahr 2018/2019`."""
    return _ARTICLES.get(value.kind, _NONE)[1] + period(value)


def from_to(start: Period, end: Period) -> str:
    """`von 2016 bis 2019`, `vom Schuljahr 2015/2016 bis zum Schuljahr 2018/2019`."""
    _, _, first, last = _ARTICLES.get(start.kind, _NONE)
    return f"{first}{period(start)} bis {last}{period(end)}"


def accusatives(values: Sequence[Period]) -> str:
    """Several periods after `für`, years in a row drawn together: `2008 bis 2011 und 2014`."""
    if any(value.kind != "jahr" for value in values):
        return listed([accusative(value) for value in values])
    stretches: list[list[int]] = []
    for year in sorted(value.first.year for value in values):
        if stretches and year == stretches[-1][-1] + 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    return listed([part for years in stretches for part in _stretch(years)])


def _stretch(years: Sequence[int]) -> list[str]:
    return [f"{years[0]} bis {years[-1]}"] if len(years) > 2 else [str(year) for year in years]


def written(text: str) -> str:
    """A date given as text; what is not a date stays as it is."""
    try:
        return when(When.parse(text))
    except FormError:
        return text
