"""A data package while it is read: its files, what was wrong with them, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lagebild.model import Place, Table
from lagebild.problems import Problem, error


@dataclass(slots=True)
class Package:
    """Gathers, so that reading goes on behind every fault and all of them show at once."""

    files: Mapping[str, bytes]
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Paths that could not be read, or not wholly: what they define counts as known."""
    tables: dict[str, Table] = field(default_factory=dict)

    def note(self, problems: Iterable[Problem], *, unread: str = "") -> None:
        """Keep problems; `unread` is the path that they keep from being read."""
        self.problems += problems
        if unread:
            self.unread.add(unread)

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
        """Path and id of every file whose path fits."""
        for path in sorted(self.files):
            if found := pattern.fullmatch(path):
                yield path, found[1]

    def absent(self, path: str, message: str) -> None:
        """A file that another one makes necessary is missing."""
        self.note([error("datei-fehlt", Place(file=path), message, "Legen Sie die Datei an.")], unread=path)
