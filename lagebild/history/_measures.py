"""Measures of two Reports: entries by their numbers, everything else by its key."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.history._comparison import CHANGED, EntryChange, MeasureChange
from lagebild.history._fields import field_changes
from lagebild.model import Measure, Place, Report


def measure_changes(before: Report, after: Report) -> Iterator[MeasureChange]:
    """Every measure that was added, removed or changed."""
    for ident in dict.fromkeys((*before.measures, *after.measures)):
        change = _change(before.measures.get(ident), after.measures.get(ident), ident)
        if change.kind != CHANGED or change.fields or change.entries or change.reordered:
            yield change


def _change(old: Measure | None, new: Measure | None, ident: str) -> MeasureChange:
    both = old is not None and new is not None
    place = new.origin.at() if new else Place(file=f"data/massnahmen/{ident}.yaml")
    return MeasureChange(
        id=ident, before=old, after=new, place=place,
        fields=field_changes(old, new, leave_out=("verlauf",)) if both else (),
        entries=tuple(_entries(old, new, place)),
        reordered=old is not None and new is not None and _order(old, new) != _order(new, old),
    )  # fmt: skip


def _entries(old: Measure | None, new: Measure | None, place: Place) -> Iterator[EntryChange]:
    before = {entry.number: entry for entry in old.history} if old else {}
    after = {entry.number: entry for entry in new.history} if new else {}
    for number in dict.fromkeys((*before, *after)):
        was, now = before.get(number), after.get(number)
        if was == now:
            continue
        yield EntryChange(
            measure=(new or old).id,  # type: ignore[union-attr]  # one of both has the entry
            before=was,
            after=now,
            fields=field_changes(was, now) if was and now else (),
            place=now.origin.at() if now else new.origin.at("verlauf") if new else place,
        )


def _order(one: Measure, other: Measure) -> list[int]:
    """The numbers of the entries that both have, in the order of the first."""
    shared = {entry.number for entry in other.history}
    return [entry.number for entry in one.history if entry.number in shared]
