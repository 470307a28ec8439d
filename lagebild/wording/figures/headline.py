"""The one sentence with which a page opens: how high, where, when, and how high elsewhere.

Four constructions, from the most telling to the one that always fits:

1. `2022 erhielten in Musterstadt 15 von 100 Kindern unter 15 Jahren Leistungen, in Musterland 10`, where
   `kurz` says "Anteil der Kinder unter 15 Jahren, die Leistungen erhalten"
2. `2022 kamen in Musterstadt auf 1000 Einwohner 76,3 Personen in Bedarfsgemeinschaften`, from numerator and
   denominator
3. `2022 gab es in Musterstadt 1406 Arbeitslose`, for counts
4. `Kinderarmut: 2022 lag der Wert in Musterstadt bei 15,3 Prozent`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lagebild.findings import IndicatorFindings, Point
from lagebild.model import Indicator, Report, Territory
from lagebild.wording import dates, territories, units
from lagebild.wording.figures._subject import bare, group, lacking, last_point, name, only_parts, place
from lagebild.wording.grammar import counted_phrase, dative_phrase, past_plural
from lagebild.wording.numbers import NBSP, number, rounded

# A natural frequency may differ from its figure by at most a twentieth of it (or of what it lacks to 100).
_COARSENESS = Decimal("0.05")
# A longer title is no longer read at a glance; the plain construction is shorter.
_LONGEST = 150
# Plural nouns for money cannot be counted off one by one.
_MONEY = re.compile(r"ausgaben|einnahmen|kosten|schulden|mittel\b|ausgaben", re.IGNORECASE)
_RELATIVE = re.compile(r"Anteil der (?P<whom>[^,]+), die (?P<what>[^,]+) (?P<verb>[a-zäöüß]+)\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence in three parts, so that its number can be set apart."""

    before: str
    number: str
    """Empty where there is no figure to tell."""
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.number + self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    before: str
    number: str
    after: str
    other: str = ""
    """The comparator's figure in the same form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
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
        assert self.point.value is not None  # Series.last has a value
        return self.point.value

    @property
    def values(self) -> list[float]:
        return [self.value] if self.other_value is None else [self.value, self.other_value]

    @property
    def when(self) -> str:
        text = dates.in_period(self.point.period)
        return text[:1].upper() + text[1:]

    @property
    def where(self) -> str:
        return territories.within(place(self.report))


def message(report: Report, indicator: Indicator, findings: IndicatorFindings) -> str:
    """The page's title: the sentence without its full stop."""
    said = _said(report, indicator, findings)
    told = _told(report, indicator, findings)
    beside = f", {territories.within(told.other)} {said.other}" if told and told.other and said.other else ""
    return f"{said.before}{said.number}{said.after}{beside}"


def key_sentence(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Sentence:
    """The same for overviews: its number set apart, the comparator in a sentence of its own."""
    said = _said(report, indicator, findings)
    told = _told(report, indicator, findings)
    after = f"{said.after}."
    if told and told.other and said.other:
        verb = "war" if said.other == "1" else "waren"
        elsewhere = territories.within(told.other)
        after += f" {elsewhere[:1].upper()}{elsewhere[1:]} {verb} es {said.other}."
    return Sentence(before=said.before, number=said.number, after=after)


def frequency(values: Sequence[float], decimals: int) -> tuple[int, tuple[str, ...]] | None:
    """Percentages as counts of 100, 1000 …: the smallest whole that blurs none of them; None if none does.

    Figures that the table shows as different stay different.
    """
    shown = [rounded(value, decimals) for value in values]
    for places in range(decimals + 1):
        counts = [_whole(value, places) for value in values]
        told_apart = len(set(counts)) == len(set(shown))
        pairs = zip(values, counts, strict=True)
        faithful = places == decimals or all(_bears(value, count, places) for value, count in pairs)
        if told_apart and counts[0] > 0 and faithful:
            return 100 * 10**places, tuple(number(float(count)) for count in counts)
    return None


def _whole(value: float, places: int) -> Decimal:
    return rounded(value, places).scaleb(places).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def _bears(value: float, count: Decimal, places: int) -> bool:
    exact = Decimal(repr(value))
    smaller = min(exact, 100 - exact)
    return abs(count.scaleb(-places) - exact) <= _COARSENESS * abs(smaller)


def _said(report: Report, indicator: Indicator, findings: IndicatorFindings) -> _Said:
    told = _told(report, indicator, findings)
    if told is None:
        return _without_figure(report, indicator, findings)
    for form in (_by_relative_clause, _by_denominator, _by_count):
        said = None if told.group else form(told)
        if said and len(said.before + said.number + said.after) <= _LONGEST:
            return said
    return _by_value(told)


def _told(report: Report, indicator: Indicator, findings: IndicatorFindings) -> _Told | None:
    point = last_point(findings)
    if point is None:
        return None
    other = _companion(report, findings)
    return _Told(
        report=report,
        indicator=indicator,
        point=point,
        group=group(report, indicator, findings),
        name=name(report, indicator, findings),
        other=other[0] if other else None,
        other_value=other[1] if other else None,
    )


def _companion(report: Report, findings: IndicatorFindings) -> tuple[Territory, float] | None:
    """The comparator that a title has room for: the Land before others, in the declared order."""
    own = [c for c in findings.comparisons if c.territory == report.site.main_territory]
    usable = [
        (report.territories[c.other], c.other_value)
        for c in own
        if c.result != "nicht-vergleichbar" and c.other_value is not None
    ]
    return min(usable, key=lambda one: one[0].kind != "land", default=None)


def _by_relative_clause(told: _Told) -> _Said | None:
    found = _RELATIVE.fullmatch(told.indicator.short or "")
    unit = told.report.unit_of(told.indicator)
    if not found or not units.is_percent(unit) or unit.kind != "anteil" or found["what"].startswith("sich "):
        return None
    whom, verb = dative_phrase(found["whom"]), past_plural(found["verb"])
    counts = frequency(told.values, unit.decimals)
    if not whom or not verb or not counts or counts[1][0] == "1" or _MONEY.search(whom):
        return None
    base, (own, *others) = counts
    return _Said(
        before=f"{told.when} {verb} {told.where} ",
        number=f"{own} von {number(base)}",
        after=f" {whom} {found['what']}",
        other=others[0] if others else "",
    )


def _by_denominator(told: _Told) -> _Said | None:
    unit = told.report.unit_of(told.indicator)
    counted, among = counted_phrase(told.indicator.numerator), counted_phrase(told.indicator.denominator)
    if unit.kind not in ("anteil", "rate") or not counted or not among:
        return None
    counts = frequency(told.values, unit.decimals) if units.is_percent(unit) else None
    base, figures = counts or (int(unit.factor), tuple(number(v, unit.decimals) for v in told.values))
    if figures[0] == "1":
        return None
    return _Said(
        before=f"{told.when} kamen {told.where} auf {number(base)} {among} ",
        number=figures[0],
        after=f" {counted}",
        other=figures[1] if len(figures) > 1 else "",
    )


def _by_count(told: _Told) -> _Said | None:
    unit = told.report.unit_of(told.indicator)
    counted = counted_phrase(told.indicator.numerator)
    figures = [number(v, unit.decimals) for v in told.values]
    if unit.kind != "anzahl" or unit.factor != 1 or not counted or figures[0] == "1":
        return None
    return _Said(
        before=f"{told.when} gab es {told.where} ",
        number=figures[0],
        after=f" {counted}",
        other=figures[1] if len(figures) > 1 else "",
    )


def _by_value(told: _Told) -> _Said:
    unit = told.report.unit_of(told.indicator)
    parted = f" – {told.when}" if ":" in told.name else f": {told.when}"
    return _Said(
        before=f"{told.name}{parted} lag der Wert {told.where} bei ",
        number=units.dative(told.value, unit),
        after="",
        other="" if told.other_value is None else _other_value(told),
    )


def _other_value(told: _Told) -> str:
    assert told.other_value is not None
    figure = bare(told.other_value, told.report, told.indicator)
    unit = told.report.unit_of(told.indicator)
    # `in Musterland 1600` speaks for itself; a bare share needs its word.
    return f"{figure}{NBSP}{unit.name}" if units.is_percent(unit) else figure


def _without_figure(report: Report, indicator: Indicator, findings: IndicatorFindings) -> _Said:
    if findings.headline_codes is None or only_parts(findings):
        text = (indicator.short or indicator.title).rstrip(".")
        return _Said(before=text, number="", after="")
    own = name(report, indicator, findings)
    parted = " –" if ":" in own else ":"
    return _Said(before=f"{own}{parted} {lacking(report, findings)}", number="", after="")
