"""The constructions of a headline, from the most telling to the one that always fits:

1. `2022 erhielten in Musterstadt 15 von 100 Kindern unter 15 Jahren Leistungen, in Musterland 10`, where
   `kurz` says "Anteil der Kinder unter 15 Jahren, die Leistungen erhalten"
2. `2022 kamen in Musterstadt auf 1000 Einwohner 76,3 Personen in Bedarfsgemeinschaften`, from numerator and
   denominator
3. `2022 gab es in Musterstadt 1406 Arbeitslose`, for counts
4. `Kinderarmut: 2022 lag der Wert in Musterstadt bei 15,3 Prozent`

Each of the first three returns None where the indicator's texts do not fit it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagebild.findings import Point
from lagebild.model import Indicator, Report, Territory
from lagebild.wording import dates, territories, units
from lagebild.wording.figures._subject import bare, place
from lagebild.wording.frequency import frequency
from lagebild.wording.grammar import counted_phrase, dative_phrase, past_plural
from lagebild.wording.numbers import NBSP, number

# A longer title is no longer read at a glance; the plain construction is shorter.
_LONGEST = 150
# Plural nouns for money cannot be counted off one by one.
_MONEY = re.compile(r"ausgaben|einnahmen|kosten|schulden|mittel\b", re.IGNORECASE)
_RELATIVE = re.compile(r"Anteil der (?P<whom>[^,]+), die (?P<what>[^,]+) (?P<verb>[a-zäöüß]+)\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence in three parts and the comparator's figure in the same form."""

    before: str
    number: str
    after: str
    other: str = ""
    """Empty without a comparator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What there is to tell: one figure, its time and place, perhaps one comparator."""

    report: Report
    indicator: Indicator
    point: Point
    group: str
    name: str
    other: Territory | None
    other_value: float | None

    @property
    def value(self) -> float:
        """The figure."""
        assert self.point.value is not None  # Series.last has a value
        return self.point.value

    @property
    def values(self) -> list[float]:
        """The figure, then the comparator's."""
        return [self.value] if self.other_value is None else [self.value, self.other_value]

    @property
    def when(self) -> str:
        """The time, at the beginning of a sentence."""
        text = dates.in_period(self.point.period)
        return text[:1].upper() + text[1:]

    @property
    def where(self) -> str:
        """The place."""
        return territories.within(place(self.report))


def construct(told: Told) -> Said:
    """The most telling construction that fits; a series of one group only takes the plain one."""
    for form in (_by_relative_clause, _by_denominator, _by_count):
        said = None if told.group else form(told)
        if said and len(said.before + said.number + said.after) <= _LONGEST:
            return said
    return _by_value(told)


def _by_relative_clause(told: Told) -> Said | None:
    found = _RELATIVE.fullmatch(told.indicator.short or "")
    unit = told.report.unit_of(told.indicator)
    if not found or not units.is_percent(unit) or unit.kind != "anteil" or found["what"].startswith("sich "):
        return None
    whom, verb = dative_phrase(found["whom"]), past_plural(found["verb"])
    counts = frequency(told.values, unit.decimals)
    if not whom or not verb or not counts or counts[1][0] == "1" or _MONEY.search(whom):
        return None
    base, (own, *others) = counts
    return Said(
        before=f"{told.when} {verb} {told.where} ",
        number=f"{own} von {number(base)}",
        after=f" {whom} {found['what']}",
        other=others[0] if others else "",
    )


def _by_denominator(told: Told) -> Said | None:
    unit = told.report.unit_of(told.indicator)
    counted, among = counted_phrase(told.indicator.numerator), counted_phrase(told.indicator.denominator)
    if unit.kind not in ("anteil", "rate") or not counted or not among:
        return None
    counts = frequency(told.values, unit.decimals) if units.is_percent(unit) else None
    base, figures = counts or (int(unit.factor), tuple(number(v, unit.decimals) for v in told.values))
    if figures[0] == "1":
        return None
    return Said(
        before=f"{told.when} kamen {told.where} auf {number(base)} {among} ",
        number=figures[0],
        # `auf 100 Schulabgänge 11 ohne Abschluss` needs its noun only once.
        after=f" {counted.removeprefix(f'{among} ')}",
        other=figures[1] if len(figures) > 1 else "",
    )


def _by_count(told: Told) -> Said | None:
    unit = told.report.unit_of(told.indicator)
    counted = counted_phrase(told.indicator.numerator or _single_word(told.indicator.title))
    figures = [number(v, unit.decimals) for v in told.values]
    if unit.kind != "anzahl" or unit.factor != 1 or not counted or figures[0] == "1":
        return None
    return Said(
        before=f"{told.when} gab es {told.where} ",
        number=figures[0],
        after=f" {counted}",
        other=figures[1] if len(figures) > 1 else "",
    )


def _single_word(title: str) -> str | None:
    return title if " " not in title else None


def _by_value(told: Told) -> Said:
    unit = told.report.unit_of(told.indicator)
    parted = f" – {told.when}" if ":" in told.name else f": {told.when}"
    return Said(
        before=f"{told.name}{parted} lag der Wert {told.where} bei ",
        number=units.dative(told.value, unit),
        after="",
        other="" if told.other_value is None else _other_value(told),
    )


def _other_value(told: Told) -> str:
    assert told.other_value is not None
    figure = bare(told.other_value, told.report, told.indicator)
    unit = told.report.unit_of(told.indicator)
    # `in Musterland 1600` speaks for itself; a bare share needs its word.
    return f"{figure}{NBSP}{unit.name}" if units.is_percent(unit) else figure
