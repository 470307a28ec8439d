"""What an import would do to a table: new figures, changed ones, and those that the file no longer has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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
    kept: tuple[Changed, ...] = ()
    """Signs that a person has put in place of this source's value, with a note; they stay."""
    same: int

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.new or self.changed)


def difference(known: Sequence[Observation], given: Iterable[Observation], *, whole_rows: bool) -> Difference:
    """Compare by territory, period and breakdown.

    Official tables give values and signs only; rows of our own form (`whole_rows`) give source, marks and
    notes too.
    """
    before = {o.key: o for o in known}
    after = {o.key: o for o in given}
    new = [o for key, o in after.items() if key not in before]
    merged = {key: o if whole_rows else _merged(before[key], o) for key, o in after.items() if key in before}
    differing = [
        Changed(before[key], o)
        for key, o in merged.items()
        if _says(o, whole_rows) != _says(before[key], whole_rows)
    ]
    kept = [c for c in differing if not whole_rows and _is_deliberate(c)]
    changed = [c for c in differing if c not in kept]
    expected = before.keys() if whole_rows else _covered(known, after.values())
    missing = [o for key, o in before.items() if key in expected and key not in after]
    same = len(merged) - len(differing)
    return Difference(
        new=tuple(new), changed=tuple(changed), missing=tuple(missing), kept=tuple(kept), same=same
    )


def _is_deliberate(c: Changed) -> bool:
    return c.before.value is None and bool(c.before.note) and c.before.source == c.after.source


def _says(o: Observation, whole_rows: bool) -> tuple[object, ...]:
    figures = (o.value, o.numerator, o.denominator, o.sign)
    return (*figures, frozenset(o.signs), o.source, o.note) if whole_rows else figures


def _merged(before: Observation, after: Observation) -> Observation:
    """The figure of the file with the marks, the note and the counts that only our table has."""
    marks = tuple(m for m in before.signs if m in MARKS and m not in after.signs)
    return Observation(
        territory=after.territory,
        period=after.period,
        breakdown=after.breakdown,
        value=after.value,
        numerator=before.numerator if after.numerator is None else after.numerator,
        denominator=before.denominator if after.denominator is None else after.denominator,
        signs=(*after.signs, *marks),
        source=after.source,
        note=before.note,
        row=before.row,
    )


def _covered(known: Sequence[Observation], given: Collection[Observation]) -> frozenset[object]:
    """Keys that the file should have: its source's figures in its periods, breakdowns and territories.

    A file with most of a source's territories speaks of all of them; one with a few of them only of those.
    """
    periods, breakdowns = {o.period.text for o in given}, {o.breakdown for o in given}
    sources, territories = {o.source for o in given}, {o.territory for o in given}
    own = [o for o in known if o.source in sources and o.period.text in periods and o.breakdown in breakdowns]
    every = {o.territory for o in own}
    wide = 2 * len(every & territories) > len(every)
    return frozenset(o.key for o in own if wide or o.territory in territories)
