"""What an import would do to a table: new figures, changed ones, and those that the file no longer has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lagebild.model import MARKS, Observation


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that would get another value."""

    before: Observation
    after: Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Figures in the file against figures in the table."""

    new: tuple[Observation, ...]
    changed: tuple[Changed, ...]
    missing: tuple[Observation, ...]
    """In the table, within what the file covers, but not in the file; they stay."""
    same: int

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.new or self.changed)


def difference(known: Sequence[Observation], given: Iterable[Observation], *, whole_rows: bool) -> Difference:
    """Compare by territory, period and breakdown.

    Official tables give values and signs only; rows of our own form (`whole_rows`) give source, marks and notes too.
    """
    before = {o.key: o for o in known}
    after = {o.key: o for o in given}
    new = [o for key, o in after.items() if key not in before]
    merged = {key: o if whole_rows else _merged(before[key], o) for key, o in after.items() if key in before}
    changed = [Changed(before[key], o) for key, o in merged.items() if _says(o, whole_rows) != _says(before[key], whole_rows)]
    missing = [o for key, o in before.items() if key not in after and (whole_rows or _is_covered(o, after.values()))]
    same = len(merged) - len(changed)
    return Difference(new=tuple(new), changed=tuple(changed), missing=tuple(missing), same=same)


def _says(o: Observation, whole_rows: bool) -> tuple[object, ...]:
    figures = (o.value, o.numerator, o.denominator, o.sign)
    return (*figures, frozenset(o.signs), o.source, o.note) if whole_rows else figures


def _merged(before: Observation, after: Observation) -> Observation:
    """The figure of the file with the marks, the note and the counts that only our table has."""
    marks = tuple(m for m in before.signs if m in MARKS and m not in after.signs)
    return Observation(
        territory=after.territory, period=after.period, breakdown=after.breakdown, value=after.value,
        numerator=before.numerator if after.numerator is None else after.numerator,
        denominator=before.denominator if after.denominator is None else after.denominator,
        signs=(*after.signs, *marks), source=after.source, note=before.note, row=before.row,
    )  # fmt: skip


def _is_covered(o: Observation, given: Iterable[Observation]) -> bool:
    """Whether the file speaks of the figure's source, or of its series in its period, and should have it."""
    return any(
        o.source == g.source and o.period == g.period and (o.territory == g.territory or o.breakdown == g.breakdown)
        for g in given
    )
