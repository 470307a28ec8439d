"""One line chart to be drawn: what it shows, in which manner, at which size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lagebild.charts._frame import steps
from lagebild.charts._view import Aim, Line, LineView
from lagebild.charts.style import Size, Sizes, with_symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What a kind of line chart shows beyond the lines."""

    sizes: Sizes
    ground: str
    """Token of the surface it stands on, which fills hollow points."""
    every_dot: bool = True
    values: bool = True
    """Whether chosen figures are written on the line."""
    words: bool = True
    """Whether breaks are named in the picture."""
    ribbon: bool = True
    targets: bool = True
    intervals: int = 5
    """Most intervals of the y axis."""
    symbols: bool = True
    """Whether end labels carry the sign of the unit where there is room."""
    label_limit: tuple[float, float] = (200, 118)
    """Widest end label in pixels, at both sizes; longer names are wrapped."""


@dataclass(frozen=True)
class Picture:
    """A view in a manner at a size, and what follows from the three."""

    view: LineView
    manner: Manner
    size: Size

    @cached_property
    def narrow(self) -> bool:
        """Whether this is the smaller of the two sizes."""
        return self.size == self.manner.sizes.narrow

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """The targets that are drawn."""
        return self.view.aims if self.manner.targets else ()

    @cached_property
    def last(self) -> float:
        """The last period."""
        return self.view.periods[-1][0]

    @cached_property
    def x_domain(self) -> tuple[float, float]:
        """From the first period to the last one or to the year of the farthest target."""
        first = self.view.periods[0][0]
        last = max((aim.until for aim in self.aims), default=self.last)
        return (first, max(last, self.last)) if max(last, self.last) > first else (first - 0.5, first + 0.5)

    @cached_property
    def ticks(self) -> tuple[float, ...]:
        """The numbers of the y axis, from 0, because a cut axis makes small changes look large."""
        numbers = [n for line in self.view.lines for dot in line.dots for n in (dot.value, dot.low, dot.high)]
        numbers += [n for aim in self.aims for n in (aim.value, *(value for _, value in aim.milestones))]
        known = [n for n in numbers if n is not None]
        return steps(min(*known, 0), max(*known, 0), self.manner.intervals)

    @cached_property
    def names_breaks(self) -> bool:
        """Whether room for the words of breaks is needed above the plot."""
        return self.manner.words and bool(self.view.gaps)

    @cached_property
    def has_ribbon(self) -> bool:
        """Whether the territory changed within the years shown."""
        first, last = self.x_domain
        return self.manner.ribbon and any(s.start and first < s.start <= last for s in self.view.stages)

    def reaches_end(self, line: Line) -> bool:
        """Whether a line has a figure for the last period."""
        return line.dots[-1].at == self.last

    def amount(self, value: float) -> str:
        """A figure as end labels write it."""
        symbol = self.view.symbol if self.manner.symbols and not self.narrow else ""
        return with_symbol(value, self.view.decimals, symbol)
