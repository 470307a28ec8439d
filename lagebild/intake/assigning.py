"""A published table becomes figures of an indicator, as its mapping says; whatever is not used is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lagebild.intake.mapping import TableRule
from lagebild.intake.printed_times import read_time
from lagebild.intake.printed_values import Meaning, Reading
from lagebild.intake.published import Label, Printed, Published, Region, shown
from lagebild.intake.territories import Match, Territories
from lagebild.model import FormError, Indicator, Observation, Period, Place, Report, Source, When
from lagebild.problems import Problem, error

_PERIOD_KINDS = {
    "jahr": "jahr",
    "jahresdurchschnitt": "jahr",
    "stichtag": "stichtag",
    "schuljahr": "schuljahr",
    "quartal": "quartal",
}
_DECIMALS = {"komma": ",", "punkt": "."}
NOT_SHOWN = "nicht-sinnvoll"
"""The sign of a territory that a source no longer shows, because its key has ended."""
# From here on cells with the same fault are one message.
_MANY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """What a table gives to an indicator, and what it holds besides."""

    figures: tuple[Observation, ...]
    unknown_columns: Mapping[tuple[Label, ...], int]
    """Columns that the mapping does not speak of, with the number of their figures."""
    left_out: int
    """Figures in columns that the mapping leaves out on purpose."""
    unknown_regions: tuple[Region, ...]
    unused_times: Mapping[str, int]
    """Times that are no single period, with the number of their figures."""
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Found:
    figures: dict[tuple[str, str, tuple[str, ...]], Observation] = field(default_factory=dict)
    seen: dict[tuple[object, ...], tuple[float | None, str]] = field(default_factory=dict)
    unknown_columns: dict[tuple[Label, ...], int] = field(default_factory=dict)
    left_out: int = 0
    regions: dict[Region, None] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    gone: dict[tuple[str, str, tuple[str, ...]], Observation] = field(default_factory=dict)
    faults: dict[tuple[str, str], list[str]] = field(default_factory=dict)


class Assigning:
    """Turns the figures of one table into observations of one indicator."""

    def __init__(
        self, report: Report, indicator: Indicator, rule: TableRule, *, file: str, source: Source | None
    ) -> None:
        self._report = report
        self._indicator = indicator
        self._rule = rule
        self._file = file
        self._source = source
        self._territories = Territories(report, dict(rule.territories))
        self._kind = self._period_kind()
        self._status = self._territorial_status()
        self._source_id = source.id if source else rule.source
        self._time = ""
        self._found = _Found()

    def assign(self, published: Published, *, time: str | None = None) -> Assigned:
        """Everything that the table gives; `time` holds for a table that names none."""
        self._time = time or self._rule.time or ""
        reading = self._reading(published)
        for labels, count in published.columns.items():
            self._column(labels, count)
        codes = {labels: self._codes(labels) for labels in published.columns}
        for printed in published.figures:
            chosen = codes[printed.labels]
            if chosen is not None:
                self._figure(printed, chosen[0], chosen[1], reading)
        f = self._found
        return Assigned(
            figures=tuple((f.gone | f.figures).values()),
            unknown_columns=f.unknown_columns,
            left_out=f.left_out,
            unknown_regions=tuple(f.regions),
            unused_times=f.times,
            problems=tuple(self._problems()),
        )

    def _reading(self, published: Published) -> Reading:
        own = dict(self._source.signs) if self._source else {}
        decimal = _DECIMALS[self._rule.decimal] if self._rule.decimal else published.decimal
        return Reading(decimal=decimal, signs=own | dict(self._rule.signs), places=self._rule.places)

    def _period_kind(self) -> str:
        """The kind of period that the table already has, else the one that the indicator declares."""
        known = self._report.figures.get(self._indicator.id, ())
        return known[0].period.kind if known else _PERIOD_KINDS[self._indicator.time_reference]

    def _territorial_status(self) -> date | None:
        """The day to whose boundaries the source calculates; None where it takes those of each period."""
        text = self._source.territorial_status if self._source else None
        try:
            return When.parse(text).last if text and text != "jeweils" else None
        except FormError:
            return None

    def _codes(self, labels: tuple[Label, ...]) -> tuple[tuple[str, ...], str] | None:
        """The code of each breakdown and the role of a column; None for a column that is not wanted."""
        for rule in self._rule.columns:
            codes = rule.codes(labels)
            if codes is not None:
                return tuple(codes.get(b.id, "") for b in self._indicator.breakdowns), rule.role
        return None

    def _column(self, labels: tuple[Label, ...], count: int) -> None:
        if self._codes(labels) is not None:
            return
        if self._rule.is_left_out(labels):
            self._found.left_out += count
        else:
            self._found.unknown_columns[labels] = count

    def _figure(self, printed: Printed, breakdown: tuple[str, ...], role: str, reading: Reading) -> None:
        period = self._period(printed.time)
        if period is None:
            self._found.times[printed.time] = self._found.times.get(printed.time, 0) + 1
            return
        match = self._territories.find(printed.region, self._status or period.last)
        if match.territory is None and match.formerly is None:
            self._found.regions[printed.region] = None
            return
        if self._rule.unit and printed.unit and printed.unit.casefold() != self._rule.unit.casefold():
            self._fault(
                f"Die Einheit der Quelle ist „{printed.unit}“.",
                f"Erwartet wird „{self._rule.unit}“.",
                printed.cell,
            )
            return
        meaning = reading.meaning(printed.text, printed.quality)
        if meaning.fault:
            self._fault(meaning.fault, meaning.remedy, printed.cell)
        elif match.territory is None:
            self._formerly(printed, match, period, breakdown, meaning)
        elif not self._rule.only or match.territory in self._rule.only:
            self._keep(
                printed,
                Observation(
                    territory=match.territory,
                    period=period,
                    breakdown=breakdown,
                    value=None,
                    numerator=None,
                    denominator=None,
                    signs=(),
                    source=self._source_id,
                    note="",
                ),
                role,
                meaning,
            )

    def _formerly(
        self, printed: Printed, match: Match, period: Period, breakdown: tuple[str, ...], meaning: Meaning
    ) -> None:
        """A key on a day on which it was not valid: a sign is expected there, a figure contradicts."""
        if meaning.value is not None and not meaning.signs:
            message = (
                f"„{printed.region.shown}“ hat für {period.text} einen Wert, der Schlüssel "
                "galt damals aber nicht."
            )
            remedy = (
                "Prüfen Sie gueltig_von und gueltig_bis in schluessel.csv oder „gebietsstand“ bei der Quelle."
            )
            self._fault(message, remedy, printed.cell)
            return
        # What the source prints there says only that it no longer shows this territory on its own.
        self._found.gone[match.formerly or "", period.text, breakdown] = Observation(
            territory=match.formerly or "",
            period=period,
            breakdown=breakdown,
            value=None,
            numerator=None,
            denominator=None,
            signs=(NOT_SHOWN,),
            source=self._source_id,
            note=f"Schlüssel {printed.region.key} galt damals nicht, die Quelle weist das Gebiet "
            "nicht eigens aus",
        )

    def _keep(self, printed: Printed, bare: Observation, role: str, meaning: Meaning) -> None:
        once = (bare.key, role)
        before = self._found.seen.get(once)
        if before is not None and before[0] != meaning.value:
            message = (
                f"Für {bare.territory} {bare.period.text} nennt die Datei zwei Werte "
                f"({before[1]} und {printed.cell})."
            )
            self._fault(message, "Schränken Sie die Spalten in import.yaml weiter ein.", printed.cell)
            return
        self._found.seen[once] = (meaning.value, printed.cell)
        old = self._found.figures.get(bare.key, bare)
        attribute = {"wert": "value", "zaehler": "numerator", "nenner": "denominator"}[role]
        values: dict[str, object] = {attribute: meaning.value}
        if role == "wert":
            values["signs"] = meaning.signs
        self._found.figures[bare.key] = replace(old, **values)  # type: ignore[arg-type]

    def _period(self, printed: str) -> Period | None:
        """The period in the form that the indicator's table has; None where the time is none."""
        text = read_time(printed or self._time)
        if not text:
            return None
        return self._as_kind(Period.parse(text))

    def _as_kind(self, period: Period) -> Period | None:
        if period.kind == self._kind:
            return period
        year = period.last.year
        if self._kind == "jahr" and period.kind == "stichtag":
            return Period.parse(str(year))
        if self._kind == "stichtag" and period.kind == "jahr" and self._rule.day:
            return Period.parse(f"{year}-{self._rule.day}")
        if self._kind == "schuljahr" and period.kind in ("jahr", "stichtag") and self._rule.school_year:
            first = year if self._rule.school_year == "beginn" else year - 1
            return Period.parse(f"{first}/{first + 1}")
        return None

    def _fault(self, message: str, remedy: str, cell: str) -> None:
        self._found.faults.setdefault((message, remedy), []).append(cell)

    def _problems(self) -> Iterator[Problem]:
        for (message, remedy), cells in self._found.faults.items():
            also = (
                f" Ebenso {len(cells) - 1} weitere Zellen ({cells[1]} bis {cells[-1]})."
                if len(cells) >= _MANY
                else ""
            )
            for cell in cells[:1] if also else cells:
                yield error("import-zelle", Place(file=self._file, cell=cell), f"{message}{also}", remedy)


def missing_columns(published: Iterable[Published], rule: TableRule) -> tuple[str, ...]:
    """What the mapping asks for and no table has: the heading of each such rule."""
    columns = [labels for one in published for labels in one.columns]
    absent = [r for r in rule.columns if all(r.codes(labels) is None for labels in columns)]
    return tuple(shown(r.headings) for r in absent)
