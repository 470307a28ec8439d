"""A step: what one status entry made of a measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lagebild.model import StatusEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The standing of a measure after one of its entries; the last step is the standing itself."""

    entry: StatusEntry
    phase: str | None
    """None while nothing but an application for repeal has been reported."""
    began: StatusEntry | None
    """The entry that began the phase."""
    decided: StatusEntry | None
    """The latest entry that began or confirmed the phase."""
    evidenced: bool
    """Whether an entry that began or confirmed the phase has evidence."""
    round: int
    """Counted from 0; a measure that was completed or ended and begins again enters the next round."""
    effective: bool
    """Whether the entry began or confirmed the phase; False where it changes nothing."""

    @property
    def since(self) -> date | None:
        """First day of the interval of the entry that began the phase."""
        return self.began.when.first if self.began and self.began.when else None

    @property
    def shelved(self) -> bool:
        """Whether the measure rests because it was put off, not because it was interrupted."""
        return self.phase == "ruht" and self.decided is not None and self.decided.status == "zurueckgestellt"
