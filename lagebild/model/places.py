"""Where a value stands in the planner's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One spot in one file, as an editor and as a spreadsheet would name it."""

    file: str
    """Path below the package root, with forward slashes."""
    line: int | None = None
    """Line in the file, counted from 1."""
    column: int | None = None
    """In text files the character, in tables the column, counted from 1."""
    cell: str | None = None
    """Only in tables: the cell as a spreadsheet shows it, for example `C17`."""
    field: str | None = None
    """Key or column heading."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The mapping in a YAML file from which a value was read: every noun carries its own."""

    file: str = ""
    line: int = 0
    column: int = 0
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)
    """Key → (line, column) of its value."""
    items: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, compare=False, repr=False)
    """Key of a list → (line, column) of each of its entries."""

    def at(self, key: str | None = None, index: int | None = None) -> Place:
        """The place of a key's value, or of one entry of the list under it, or of the mapping itself."""
        line, column = self.line, self.column
        if key is not None:
            line, column = self.keys.get(key, (line, column))
            entries = self.items.get(key, ())
            if index is not None and index < len(entries):
                line, column = entries[index]
        return Place(file=self.file, line=line, column=column, field=key)


NOWHERE = Origin()
"""The origin of values that were made in code, for example in tests."""
