"""How days, partial dates and periods are written."""

from __future__ import annotations

from datetime import date

from lagebild.model import Period, When
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
