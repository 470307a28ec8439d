"""What a downloaded table says, whatever its layout: figures with territory, time and the words above
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Label = tuple[str, ...]
"""One heading or row label under all its names: what it is called, and its code where the source has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A territory as the source names it."""

    key: str
    """Official key as printed; empty where the source has none."""
    name: str
    level: str = ""
    """What the source says it is: Bund, Kreise, kreisfreie Stadt …"""

    @property
    def shown(self) -> str:
        """For people: `16056 Musterstadt`."""
        return " ".join(part for part in (self.key, self.name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One cell with a figure or a sign."""

    region: Region
    time: str
    """As printed; empty where the table does not say."""
    labels: tuple[Label, ...]
    """Everything that stands above or beside it, but territory, time and unit."""
    unit: str
    text: str
    cell: str
    """How people call the cell."""
    quality: str = ""
    """The source's mark beside the figure, in a column of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A table as it was published."""

    title: str
    figures: tuple[Printed, ...]
    texts: tuple[str, ...]
    """Everything that stands around the figures: title block and footnotes."""
    decimal: str
    """`,` or `.`; empty where the figures do not tell."""

    @property
    def columns(self) -> dict[tuple[Label, ...], int]:
        """Each combination of labels, with the number of its figures, in the order of the table."""
        found: dict[tuple[Label, ...], int] = {}
        for figure in self.figures:
            found[figure.labels] = found.get(figure.labels, 0) + 1
        return found

    @property
    def status(self) -> str:
        """The day on which the source wrote the table, from its footnotes, as ISO date; empty where it is
        silent.
        """
        for text in reversed(self.texts):
            if found := re.search(r"Stand:?\s*([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text):
                return f"{found[3]}-{found[2]}-{found[1]}"
        return ""


_FOOTNOTE = re.compile(r"(?<=\D)\s*(?:[0-9*]{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]+|\*+)+$")
_HYPHENATED = re.compile(r"(?<=[a-zäöüß])-\s*\n\s*(?=[a-zäöüß])")


def normal(label: str) -> str:
    """A label for comparing: without footnote marks, line breaks, surplus blanks and case."""
    text = _HYPHENATED.sub("", label)
    text = _FOOTNOTE.sub("", re.sub(r"\s+", " ", text).strip())
    return text.casefold()


def shown(labels: Iterable[Label]) -> str:
    """A column for people: `Arbeitslose | Frauen`."""
    return " | ".join(re.sub(r"\s+", " ", label[0]) for label in labels) or "(ohne Beschriftung)"
