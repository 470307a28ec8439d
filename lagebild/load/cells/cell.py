"""What a cell is once it was read: its value, how it is written properly, and what was odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from lagebild.load.encoding import name_of
from lagebild.problems import Severity

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


def fault(rule: str, kind: str, message: str, remedy: str) -> Note:
    """An error about a cell."""
    return Note(Severity.ERROR, rule, kind, message, remedy)


def untidy(rule: str, kind: str, message: str, canonical: str) -> Note:
    """A warning about a cell whose meaning is plain, with the form it should have."""
    return Note(
        Severity.WARNING,
        rule,
        kind,
        message,
        f"Besser: „{canonical}“." if canonical else "Leeren Sie die Zelle.",
    )


def refused(text: str, note: Note) -> Cell[ValueT]:
    """A cell whose meaning cannot be told."""
    return Cell(None, text, (note,), refused=True)


def invisible(character: str) -> Note:
    """An error about a character that nobody sees."""
    return fault(
        "unsichtbare-zeichen",
        "unsichtbar",
        f"Die Zelle enthält ein unsichtbares Zeichen ({name_of(character)}).",
        "Löschen Sie die Zelle und tippen Sie den Inhalt neu.",
    )


Signs = tuple[tuple[str, str], ...]
"""A source's own signs and their words, as `Source.signs` holds them."""
