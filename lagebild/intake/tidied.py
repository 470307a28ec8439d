"""What tidying a table came to: the table, what was changed in it, and what nobody but a person can
decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.model import Place
from lagebild.problems import Problem, spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that was put into its canonical form."""

    place: Place
    what: str
    """One German sentence or the reason of a cell's change."""
    before: str | None = None
    after: str | None = None

    def said(self, *, secret: bool = False) -> str:
        """In German; the contents of tables with the city's own counts are not repeated."""
        if self.before is None or self.after is None or secret:
            return (
                f"{spot(self.place)}: "
                f"{'Zelle berichtigt.' if secret and self.before is not None else self.what}"
            )
        after = f"„{self.after}“" if self.after else "leer"
        return f"{spot(self.place)}: „{self.before}“ → {after}. {self.what}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """A table in canonical form, as far as its meaning is certain."""

    file: str
    before: bytes
    after: bytes
    changes: tuple[Change, ...] = ()
    left: tuple[Problem, ...] = ()
    """What was left as it is, with the reason and the remedy."""

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after
