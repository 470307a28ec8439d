"""Times as sources print them, and the period that an indicator's table wants."""

from __future__ import annotations

import re

_MONTH_NAMES = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?((?:19|20)[0-9]{2})")
_DAY_IN_WORDS = re.compile(
    rf"([0-9]{{1,2}})\.\s?({'|'.join(_MONTH_NAMES)})\s((?:19|20)[0-9]{{2}})", re.IGNORECASE
)
_ISO = re.compile(r"((?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?:[T ]00:00:00)?")
_SCHOOL = re.compile(r"((?:19|20)[0-9]{2})\s?/\s?((?:19|20)?[0-9]{2})")
_QUARTERS = (
    re.compile(r"([1-4])\. ?(?:Quartal|Vierteljahr) ((?:19|20)[0-9]{2})"),
    re.compile(r"((?:19|20)[0-9]{2})[-/ ]?Q([1-4])"),
)
_BEFORE = re.compile(
    r"^(?:(?:im |am |zum |für )?(?:jahr(?:e)?|stichtag|stand|berichtsjahr|schuljahr|zeitraum|zeit)?[: ]*)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\s*(?:[0-9]\)|[¹²³⁴⁵*]+|\(?[prs]\)?)$")


def read_time(text: str) -> str:
    """A printed time in our form: `2019`, `2019-12-31`, `2018/2019`, `2019-Q3`; empty for anything else."""
    plain = re.sub(r"\s+", " ", text).strip()
    if _YEAR.fullmatch(plain):
        return plain
    if day := _DAY.fullmatch(plain):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if day := _DAY_IN_WORDS.fullmatch(plain):
        return f"{day[3]}-{_MONTH_NAMES.index(day[2].lower()) + 1:02}-{int(day[1]):02}"
    if day := _ISO.fullmatch(plain):
        return day[1]
    if school := _SCHOOL.fullmatch(plain):
        return _school_year(school[1], school[2])
    if quarter := _QUARTERS[0].fullmatch(plain):
        return f"{quarter[2]}-Q{quarter[1]}"
    if quarter := _QUARTERS[1].fullmatch(plain):
        return f"{quarter[1]}-Q{quarter[2]}"
    return ""


def _school_year(first: str, second: str) -> str:
    """A span of two neighbouring years; a span of more is no school year."""
    last = second if len(second) == 4 else first[:2] + second
    return f"{first}/{last}" if int(last) == int(first) + 1 else ""


def is_time(text: str) -> bool:
    """Whether a cell holds nothing but a time."""
    return bool(read_time(text))


def time_in(text: str, *, strict: bool = False) -> str:
    """The time that a heading gives: `Jahr 2019`, `Stichtag: 31.12.2019`, `2019 1)`.

    Strictly, only a heading that says nothing else; otherwise a line of a title block such as `Stand: 2019`.
    """
    if "stand:" in text.lower() and "/" in text:
        # "Stand: 17.08.2021 / 19:38:04" is when the table was written.
        return ""
    if found := read_time(text):
        return found
    plain = _FOOTNOTE.sub("", text.strip())
    if strict:
        return read_time(plain) or read_time(re.sub(r"^(?:Jahr|Stichtag|Schuljahr)\s", "", plain))
    return read_time(_BEFORE.sub("", plain, count=1))


_NAMED = re.compile(
    r"\b(?:Jahr|Schuljahr|Jahresdurchschnitt|Stichtag|Berichtsjahr) ([0-9]{4}(?:/[0-9]{2,4})?)\b"
)
_AT_END = re.compile(r"(?<!\bab)(?<!\bseit)(?<!\bbis)(?<!Stand:)[ (]((?:19|20)[0-9]{2})\)?$")


def time_of_title(text: str) -> str:
    """The one time that a line of a title block speaks of: `Bevölkerung am 31.12.2023`, `… im Jahr 2023`."""
    if text.lower().startswith("stand"):
        return ""
    days = {read_time(found[0]) for form in (_DAY, _DAY_IN_WORDS) for found in form.finditer(text)} - {""}
    if days:
        return days.pop() if len(days) == 1 else ""
    named = {read_time(year) for year in _NAMED.findall(text)} | {
        found[1] for found in [_AT_END.search(text)] if found
    }
    named.discard("")
    return named.pop() if len(named) == 1 else ""
