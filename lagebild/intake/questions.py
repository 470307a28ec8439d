"""Questions in German, with what may be answered; a terminal asks them, a file of answers answers them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lagebild.load.cells import read_day, read_number, read_period
from lagebild.problems import nearest

Check = Callable[[str], str]
"""Says in German what is wrong with an answer; empty when nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question."""

    key: str
    """Name of the answer in a file of answers."""
    text: str
    choices: Mapping[str, str] = field(default_factory=dict)
    """What may be answered, with its name for people."""
    several: bool = False
    needed: bool = True
    default: str = ""
    check: Check | None = None

    def fault(self, answer: str) -> str:
        """What is wrong with an answer, in German; empty when nothing is."""
        if not answer:
            return "Diese Angabe wird gebraucht." if self.needed else ""
        for part in self.parts(answer):
            if self.choices and self.chosen(part) is None:
                return self._unknown(part)
        return self.check(answer) if self.check else ""

    def parts(self, answer: str) -> tuple[str, ...]:
        """An answer's parts: several are parted by commas."""
        return tuple(p.strip() for p in answer.split(",") if p.strip()) if self.several else (answer,)

    def chosen(self, part: str) -> str | None:
        """The code that a part of an answer means: itself, its number in the list, or a name that only it
        has.
        """
        codes = list(self.choices)
        if part in self.choices:
            return part
        if part.isdigit() and 1 <= int(part) <= len(codes):
            return codes[int(part) - 1]
        found = [
            code
            for code, name in self.choices.items()
            if part.casefold() in (code.casefold(), name.casefold())
        ]
        found = found or [
            code for code, name in self.choices.items() if part.casefold() in f"{code} {name}".casefold()
        ]
        return found[0] if len(found) == 1 else None

    def value(self, answer: str) -> str | tuple[str, ...]:
        """The answer as it goes into the file."""
        if not self.choices:
            return self.parts(answer) if self.several else answer
        codes = tuple(code for part in self.parts(answer) if (code := self.chosen(part)))
        return codes if self.several else (codes[0] if codes else "")

    def _unknown(self, part: str) -> str:
        match = nearest(part, self.choices)
        hint = f" Gemeint ist vielleicht „{match}“." if match else ""
        return f"„{part}“ steht nicht zur Wahl oder ist nicht eindeutig.{hint}"


Ask = Callable[[Question], str]
"""Gets the answer to a question."""


def slug(title: str) -> str:
    """The id that a title suggests: small letters, digits, hyphens."""
    plain = title.lower()
    for letter, plainly in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        plain = plain.replace(letter, plainly)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def is_id(taken: Mapping[str, object]) -> Check:
    """Whether an answer is a free id."""

    def check(answer: str) -> str:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", answer) or not re.search("[a-z]", answer):
            return (
                "Eine Kennung besteht aus Kleinbuchstaben, Ziffern und Bindestrichen und "
                "enthält einen Buchstaben."
            )
        return f"Die Kennung „{answer}“ gibt es schon." if answer in taken else ""

    return check


def is_date(answer: str) -> str:
    """Whether an answer is a date."""
    cell = read_day(answer)
    return "Schreiben Sie 2019, 2019-09 oder 2019-09-10." if cell.refused or cell.value is None else ""


def is_period(answer: str) -> str:
    """Whether an answer is a period."""
    cell = read_period(answer)
    return "Schreiben Sie 2019, 2019-12-31, 2018/2019 (Schuljahr) oder 2019-Q3." if cell.refused else ""


def is_number(answer: str) -> str:
    """Whether an answer is a number."""
    cell = read_number(answer)
    if cell.refused:
        return f"{cell.notes[0].message} {cell.notes[0].remedy}"
    return ""
