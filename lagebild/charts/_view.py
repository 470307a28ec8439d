"""What a line chart shows: lines, their breaks, the stages of the territory, and targets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One figure of a line."""

    at: float
    """`Period.index`, in years."""
    value: float
    """In the indicator's unit."""
    label: str
    """The period in words."""
    low: float | None = None
    high: float | None = None
    """Limits of the 95 % interval, in the indicator's unit."""
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The figures of one territory; runs are never joined."""

    name: str
    role: str
    """stadt for the main territory, else kreis, kreis2, land or bund: a key of `STROKES`."""
    runs: tuple[tuple[Dot, ...], ...]
    fresh: tuple[bool, ...]
    """Per run: whether it comes after a change of edition or definition."""

    @property
    def dots(self) -> tuple[Dot, ...]:
        """All figures in order."""
        return tuple(dot for run in self.runs for dot in run)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A span in which the main line is interrupted."""

    before: float
    after: float | None
    """None when no figure follows."""
    words: str
    """What is missing; empty where no period lies between."""
    edition: str
    """What changes at its end; empty where nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stretch of the ribbon below the axis: what the territory belonged to."""

    start: float | None
    label: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target in the picture."""

    start: float
    until: float
    value: float
    current: bool
    """Whether it is still valid on the day of the report."""
    milestones: tuple[tuple[float, float], ...] = ()
    """(year, value) of its intermediate targets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """Everything a line chart shows of one indicator, main territory first."""

    lines: tuple[Line, ...]
    periods: tuple[tuple[float, str], ...]
    """Position and words of every period on the axis."""
    gaps: tuple[Gap, ...] = ()
    stages: tuple[Stage, ...] = ()
    aims: tuple[Aim, ...] = ()
    symbol: str = ""
    decimals: int = 1

    @property
    def main(self) -> Line | None:
        """The line of the main territory."""
        return self.lines[0] if self.lines and self.lines[0].role == "stadt" else None

    @property
    def step(self) -> float:
        """The smallest distance between two periods, in years."""
        places = sorted({at for at, _ in self.periods})
        return min((b - a for a, b in pairwise(places)), default=1.0)

    def within(self, first: float, last: float) -> LineView:
        """The same view for the periods from `first` to `last`."""
        return replace(
            self,
            lines=tuple(filter(_drawn, (_cut(line, first, last) for line in self.lines))),
            periods=tuple(p for p in self.periods if first <= p[0] <= last),
            gaps=tuple(g for g in self.gaps if g.after is not None and first <= g.before and g.after <= last),
        )


def _cut(line: Line, first: float, last: float) -> Line:
    kept = [
        (tuple(d for d in run if first <= d.at <= last), fresh)
        for run, fresh in zip(line.runs, line.fresh, strict=True)
    ]
    kept = [(run, fresh) for run, fresh in kept if run]
    return replace(line, runs=tuple(run for run, _ in kept), fresh=tuple(fresh for _, fresh in kept))


def _drawn(line: Line) -> bool:
    return bool(line.runs)
