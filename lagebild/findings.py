"""What the data says: derived values, computed and never typed.

`assessment` computes them from a Report; wording, charts, pages, exports and history show or compare them.
Codes are those of the published JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lagebild.model import Observation, Period, PlanDate, StatusEntry, Target
from lagebild.statistics.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure with its interval, as a step of a series."""

    observation: Observation
    interval: Interval | None
    """In the indicator's unit; None where numerator and denominator are not known."""
    edition: str
    """`Source.series` of its source: only points of one edition are compared."""

    @property
    def value(self) -> float | None:
        """The figure; None when a sign stands in its place."""
        return self.observation.value

    @property
    def period(self) -> Period:
        """The period of the figure."""
        return self.observation.period


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesBreak:
    """Why the line ends between two periods."""

    before: Period
    """Last period before the break."""
    after: Period
    """First period after it."""
    kind: str
    """ausgabe | bruch | luecke | zeichen | zeitvergleich."""
    reason: str
    """In German, for the label and the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one territory and one combination of breakdown codes, in time."""

    territory: str
    breakdown: tuple[str, ...]
    points: tuple[Point, ...]
    """Every row of the table, those with signs included, sorted by period."""
    runs: tuple[tuple[Point, ...], ...]
    """Maximal stretches of points with values that may be compared over time: one edition, no break, no
    missing period, no sign without value."""
    breaks: tuple[SeriesBreak, ...]
    """What parts the runs, in order."""

    @property
    def last(self) -> Point | None:
        """The latest point that has a value."""
        return self.runs[-1][-1] if self.runs else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A descriptive change between two points of one run: no test."""

    start: Point
    end: Point
    absolute: float
    """In the indicator's unit; percentage points for shares."""
    relative: float | None
    """In per cent of the first value; None when that is 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFinding:
    """The recent trend of a headline series."""

    territory: str
    breakdown: tuple[str, ...]
    result: str
    """steigend | fallend | nicht-nachweisbar | nicht-berechenbar."""
    method: str | None
    """fingertips-chi2 | fingertips-regression."""
    reason: str | None
    """In German; always given for nicht-berechenbar."""
    start: str | None
    end: str | None
    statistic: float | None
    change: Change | None
    """Descriptive change over the last run, if it has two points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFinding:
    """A territory's figure against another's, at the territory's last period."""

    territory: str
    other: str
    period: str
    breakdown: tuple[str, ...]
    result: str
    """hoeher | niedriger | aehnlich | nicht-vergleichbar."""
    judgement: str | None
    """besser | schlechter | gleich | ohne-wertung; None when not comparable."""
    reason: str | None
    hint: str | None
    """teil-des-ganzen when the territory is part of the other."""
    value: float | None
    other_value: float | None
    tested: bool
    """Whether an interval decided; False when two published figures were only set side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFinding:
    """How far a territory is on the way to a target."""

    territory: str
    target: Target
    rating: str
    """sonne | leicht-bewoelkt | bewoelkt | gewitter | nicht-bewertbar."""
    unchecked_rating: str
    """The symbol of the published method without the test of chance."""
    provable: bool | None
    """None when there are no counts to test with."""
    unstable: bool
    projection: float | None
    reason: str | None
    indistinguishable: bool = False
    """Whether the interval of the last figure contains the target."""
    earlier: tuple[tuple[str, str], ...] = ()
    """(period, rating) of earlier years, computed from the figures known today."""
    distance: float | None = None
    """Last figure minus target, in the indicator's unit."""
    years_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFinding:
    """A territory's place among comparable territories of the same time and definition."""

    territory: str
    period: str
    rank: int | None
    """1 is the lowest value; None where a rank would mean nothing."""
    of: int
    tied: int
    """How many territories share the rank, this one included."""
    missing: tuple[str, ...]
    """Ids of territories of the same kind without a comparable figure."""
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old the figures of an indicator are."""

    last_period: str | None
    """Last period with a figure for the main territory."""
    next_update: str | None
    overdue: bool
    older_than_three_years: bool
    discontinued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFindings:
    """Everything that is said about one indicator."""

    indicator: str
    series: Mapping[tuple[str, tuple[str, ...]], Series]
    """(territory, breakdown codes) → series."""
    main: Series | None
    """Headline series of the main territory."""
    trends: tuple[TrendFinding, ...]
    comparisons: tuple[ComparisonFinding, ...]
    targets: tuple[TargetFinding, ...]
    ranks: tuple[RankFinding, ...]
    freshness: Freshness
    headline_codes: tuple[str, ...] | None
    """Breakdown codes of the headline series; None where the indicator has none."""

    def headline(self, territory: str) -> Series | None:
        """The headline series of a territory; the main series knows which codes make the headline."""
        codes = self.headline_codes
        return None if codes is None else self.series.get((territory, codes))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleFinding:
    """How a measure stands to its plan on a day."""

    result: str
    """kein-termin | steht-aus | verschoben | ueberfaellig | fristgerecht | verspaetet | nicht-entscheidbar |
    entfallen."""
    first: PlanDate | None
    """The first plan known."""
    last: PlanDate | None
    """The plan that decides."""
    met_by: StatusEntry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureState:
    """Where a measure stands on a day, derived from its history."""

    measure: str
    day: date
    listed: bool
    """Whether it is on that day's board: False before its first entry."""
    phase: str | None
    """vorgeschlagen | vorbereitet | in-umsetzung | ruht | abgeschlossen | beendet; None with undated entries
    only."""
    since: date | None
    """First day of the interval of the entry that began the phase."""
    unclear: bool
    """Open, and nothing dated reported for more than 24 months."""
    schedule: ScheduleFinding
    last_reported: StatusEntry | None
    """The latest entry, undated ones only where nothing is dated."""
    unevidenced: bool
    """The phase rests on an entry without evidence."""
    repeal_requested: bool = False
    """An application to repeal the measure is open."""

    @property
    def board_class(self) -> str:
        """The class it is counted under on a board: its phase, or ohne-datum, stand-unklar, ohne-beleg."""
        if self.phase is None:
            return "ohne-datum"
        if self.unclear:
            return "stand-unklar"
        if self.phase == "abgeschlossen" and self.unevidenced:
            return "ohne-beleg"
        return self.phase


BOARD_CLASSES = (
    "vorgeschlagen", "vorbereitet", "in-umsetzung", "stand-unklar", "ruht", "abgeschlossen", "beendet",
    "ohne-beleg", "ohne-datum",
)  # fmt: skip
"""The columns a board can have, in the order in which it shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The state of the strategy on a day. Headline counts take `typ: massnahme` only, each measure once."""

    day: date
    states: Mapping[str, MeasureState]
    """Every listed measure of any kind."""
    total: int
    """Measures of `typ: massnahme` that are listed."""
    by_class: Mapping[str, int]
    by_tie: Mapping[str, int]
    by_schedule: Mapping[str, int]
    by_field: Mapping[str, Mapping[str, int]]
    """Field → board class → count; a measure counts in each of its fields, so rows do not add up to `total`.
    Measures without a field stand under the key ``."""
    field_totals: Mapping[str, int] = field(default_factory=dict)
    ratings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Field → rating of its targets → count, nicht-bewertbar where no measurable target was decided."""
