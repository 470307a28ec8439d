"""The entries of a measure in the order of events, with corrections in place, and which of them count.

A correction holds for all days as known today: it takes the place of the entry that it corrects. Its date is
the corrected date of the event; where that contradicts the place, it moves just as far as the dates demand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lagebild.model import Measure, StatusEntry


def corrections(measure: Measure) -> Mapping[int, StatusEntry]:
    """Number of a corrected entry → the entry that holds in its place, of a chain the last written."""
    roots = {entry.number: _root(measure, entry) for entry in measure.history}
    # Numbers are given once and in the order of writing; a correction may stand anywhere in the file.
    latest = {roots[entry.number]: entry for entry in sorted(measure.history, key=lambda entry: entry.number)}
    return {number: latest[root] for number, root in roots.items() if latest[root].number != number}


def _root(measure: Measure, entry: StatusEntry) -> int:
    """The number of the entry that a chain of corrections goes back to."""
    seen = {entry.number}
    while entry.corrects is not None and entry.corrects not in seen:
        corrected = measure.entry(entry.corrects)
        if corrected is None:
            break
        seen.add(corrected.number)
        entry = corrected
    return entry.number if entry.corrects not in seen else min(seen)


def events(measure: Measure) -> tuple[StatusEntry, ...]:
    """What holds today, in the order of events: the file's, corrections in the place of what they correct."""
    holding = corrections(measure)
    originals = [entry for entry in measure.history if _root(measure, entry) == entry.number]
    order = [holding.get(entry.number, entry) for entry in originals]
    for entry, holds in zip(originals, tuple(order), strict=True):
        if holds.when != entry.when:
            order = _placed(order, holds)
    return tuple(order)


def _placed(order: Sequence[StatusEntry], entry: StatusEntry) -> list[StatusEntry]:
    """The order with the entry after all that ended before it and before all that began after it."""
    place = order.index(entry)
    others = [other for other in order if other is not entry]
    if entry.when:
        dated = [(i, other.when) for i, other in enumerate(others) if other.when]
        earliest = max((i + 1 for i, when in dated if when.last < entry.when.first), default=0)
        latest = min((i for i, when in dated if when.first > entry.when.last), default=len(others))
        place = max(min(place, latest), earliest)
    return [*others[:place], entry, *others[place:]]


def counting(entries: Sequence[StatusEntry], day: date) -> tuple[StatusEntry, ...]:
    """The entries that count on a day: an entry counts from the last day of its interval on."""
    return tuple(entry for entry in entries if entry.when and entry.when.last <= day)


def latest(entries: Sequence[StatusEntry], day: date) -> StatusEntry | None:
    """What was reported last: the last entry that counts, in the order of events, because "2022" may hold
    what happened before 24 August 2022; undated ones only where nothing at all is dated."""
    if not any(entry.when for entry in entries):
        return entries[-1] if entries else None
    counted = counting(entries, day)
    return counted[-1] if counted else None


def latest_end(entries: Sequence[StatusEntry], day: date) -> date | None:
    """The last day that any report which counts speaks of: what staleness is measured from."""
    return max((entry.when.last for entry in counting(entries, day) if entry.when), default=None)
