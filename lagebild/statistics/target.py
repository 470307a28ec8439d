"""Progress to a target in the four weather symbols of the German sustainability strategy.

The symbol extends the mean yearly change of the last six values to the target year. It is neither a forecast
nor a political appraisal. The source leaves some points open; they are decided here as follows:

- Spacing: changes are divided by the time they took, so that gaps and biennial series are read per year. The
  window is the last six values given, whatever their spacing; the caller leaves out what lies before a break.
- Rounding: values enter as published, nothing is rounded before comparing.
- Limits: a miss of exactly 5 % or 20 % of the gap is `leicht-bewoelkt`, as the source words it.
- Chance (own addition, because the rule alone gives a sun in 29 of 100 cases when nothing changes among 300
  persons): where a trend test was made and found nothing, the rating is `nicht-bewertbar`, with the symbol of
  the published rule kept beside it.
- Stability (own addition): each value of the window is left out in turn.

Source: Statistisches Bundesamt, Indikatoren der Deutschen Nachhaltigkeitsstrategie, "Status der Indikatoren"
(DnsTestEnvironment/dns-indicators, commit ba7be89, _pages/en/status.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lagebild.statistics._numbers import finite, same_length

Rating = Literal["sonne", "leicht-bewoelkt", "bewoelkt", "gewitter", "nicht-bewertbar"]
TargetKind = Literal["erreichen", "halten", "richtung"]
TargetReason = Literal["zu-wenige-werte", "nicht-nachweisbar"]
TargetDirection = Literal["sinken", "steigen"]

# Six values make the five yearly changes that the source averages; it makes do with four values, not fewer.
WINDOW = 6
MINIMUM = 4

# Missed by less than 5 % of the gap counts as reached, by more than 20 % as cloudy.
REACHED_WITHIN = 0.05
NEARLY_WITHIN = 0.20

# Floats put a miss of exactly 20 % at 0.20000000000000018; nine places are far below any published precision.
MISS_PLACES = 9

_BEST_FIRST: tuple[Rating, ...] = ("sonne", "leicht-bewoelkt", "bewoelkt", "gewitter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What was decided: a value by a year, a value to keep, or a direction only."""

    kind: TargetKind
    """`erreichen` (by a year), `halten` (in every period) or `richtung`."""
    direction: TargetDirection
    """Where the figure should go: a limit to keep is an upper one for `sinken`, a lower one for `steigen`."""
    value: float | None = None
    """Target value in the unit of the figure; for an interval its weakest bound. None for `richtung`."""
    year: float | None = None
    """Target year, counted as the times of the series are; for `erreichen` only."""

    def __post_init__(self) -> None:
        if self.direction not in ("sinken", "steigen"):
            raise ValueError(f"a target has the direction sinken or steigen, not {self.direction!r}")
        if (self.value is None) != (self.kind == "richtung"):
            raise ValueError(f"a target of kind {self.kind!r} has the value {self.value!r}")
        if (self.year is None) != (self.kind != "erreichen"):
            raise ValueError(f"a target of kind {self.kind!r} has the year {self.year!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The rating of a series against a target, with everything that led to it."""

    rating: Rating
    """What is shown: the symbol, or `nicht-bewertbar`."""
    rating_without_test: Rating
    """The symbol of the published rule alone, whatever chance may have done."""
    reason: TargetReason | None
    """Why the rating is `nicht-bewertbar`; otherwise None."""
    provable: bool | None
    """Whether the recent trend is more than chance; None where it could not be examined."""
    unstable: bool
    """Whether leaving out one value of the window changes the symbol. Never with four values: the minimum
    would be undercut, and stability cannot be examined (see `points`)."""
    read_as: TargetKind
    """The rule applied: `erreichen` is read as `halten` once its year or its value has been reached."""
    points: int
    """Number of values in the window; 4 or 5 mean that the source's exception for short series was used."""
    since: float | None = None
    """Time of the first value of the window; None without any value."""
    until: float | None = None
    """Time of the last value of the window; None without any value."""
    yearly_change: float | None = None
    """Mean change per year over the window, in the unit of the figure."""
    last_change: float | None = None
    """Change from the last value but one to the last, in the unit of the figure."""
    projection: float | None = None
    """Value in the target year if the mean yearly change went on; None without a target year ahead."""
    missed_share: float | None = None
    """Part of the gap between figure and target that the projection leaves open; None unless read as
    `erreichen`. Negative when the projection passes the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    times: tuple[float, ...]
    values: tuple[float, ...]

    @property
    def last(self) -> float:
        return self.values[-1]

    @property
    def yearly_change(self) -> float:
        return (self.values[-1] - self.values[0]) / (self.times[-1] - self.times[0])

    @property
    def last_change(self) -> float:
        return self.values[-1] - self.values[-2]

    def without(self, place: int) -> _Window:
        return _Window(
            times=self.times[:place] + self.times[place + 1 :],
            values=self.values[:place] + self.values[place + 1 :],
        )


def rate_progress(
    times: Sequence[float], values: Sequence[float | None], aim: Aim, *, provable: bool | None = None
) -> Progress:
    """Rate a series, oldest value first, against a target.

    `times` are years (fractions for quarters); missing values are None and are passed over. `provable` is the
    outcome of a trend test: True when the series rises or falls by more than chance, False when a test found
    nothing, None when there was nothing to test with.

    Raises ValueError for times that do not ascend, numbers that are not finite, or unequal columns.
    """
    window = _window(times, values)
    if len(window.values) < MINIMUM:
        return _unrated(window, aim, provable)
    symbol = _symbol(window, aim)
    read_as, hidden = _read_as(window, aim), provable is False
    return Progress(
        rating="nicht-bewertbar" if hidden else symbol,
        rating_without_test=symbol,
        reason="nicht-nachweisbar" if hidden else None,
        provable=provable,
        unstable=_is_unstable(window, aim, symbol),
        read_as=read_as,
        points=len(window.values),
        since=window.times[0],
        until=window.times[-1],
        yearly_change=window.yearly_change,
        last_change=window.last_change,
        projection=_projection(window, aim),
        missed_share=_missed_share(window, aim) if read_as == "erreichen" else None,
    )


def worst_rating(ratings: Iterable[Rating]) -> Rating:
    """The rating of an indicator with several targets at once: the worst of them decides.

    A target that cannot be rated might hold the worst, so beside anything better than `gewitter` it leaves
    the whole `nicht-bewertbar`.

    Raises ValueError without any rating.
    """
    given = list(ratings)
    if not given:
        raise ValueError("there is no worst rating among none")
    if "nicht-bewertbar" in given and "gewitter" not in given:
        return "nicht-bewertbar"
    return next(rating for rating in reversed(_BEST_FIRST) if rating in given)


def weakest_bound(lower: float, upper: float, direction: TargetDirection) -> float:
    """The bound of a target interval that demands least, which decides the rating."""
    low, high = finite("lower", lower), finite("upper", upper)
    if low > high:
        raise ValueError(f"the bounds have changed places: {lower!r} is above {upper!r}")
    return high if direction == "sinken" else low


def next_target_year(years: Iterable[float], now: float) -> float | None:
    """The target year that decides when several are set: the nearest that is not past at the time `now`."""
    return min((year for year in years if year >= now), default=None)


def _window(times: Sequence[float], values: Sequence[float | None]) -> _Window:
    same_length(times=times, values=values)
    if any(later <= earlier for earlier, later in pairwise(times)):
        raise ValueError(f"the times must ascend: {list(times)}")
    known = [(time, value) for time, value in zip(times, values, strict=True) if value is not None][-WINDOW:]
    return _Window(
        times=tuple(finite("time", time) for time, _ in known),
        values=tuple(finite("value", value) for _, value in known),
    )


def _unrated(window: _Window, aim: Aim, provable: bool | None) -> Progress:
    return Progress(
        rating="nicht-bewertbar",
        rating_without_test="nicht-bewertbar",
        reason="zu-wenige-werte",
        provable=provable,
        unstable=False,
        read_as=_read_as(window, aim) if window.values else aim.kind,
        points=len(window.values),
        since=min(window.times, default=None),
        until=max(window.times, default=None),
    )


def _symbol(window: _Window, aim: Aim) -> Rating:
    return {"erreichen": _reach, "halten": _keep, "richtung": _head}[_read_as(window, aim)](window, aim)


def _read_as(window: _Window, aim: Aim) -> TargetKind:
    if aim.kind == "erreichen" and (_is_met(window, aim) or not _years_left(window, aim)):
        return "halten"
    return aim.kind


def _reach(window: _Window, aim: Aim) -> Rating:
    """Indicators with target values: does the extended development reach the target in its year?"""
    if not _heads_right(window.yearly_change, aim):
        return "gewitter"
    missed = _missed_share(window, aim)
    if missed < REACHED_WITHIN:
        return "sonne"
    return "leicht-bewoelkt" if missed <= NEARLY_WITHIN else "bewoelkt"


def _keep(window: _Window, aim: Aim) -> Rating:
    """Indicators with a constant target: first the last value, then the mean change."""
    if _is_met(window, aim):
        return "leicht-bewoelkt" if _heads_wrong(window.yearly_change, aim) else "sonne"
    return "bewoelkt" if _heads_right(window.yearly_change, aim) else "gewitter"


def _head(window: _Window, aim: Aim) -> Rating:
    """Indicators with a directional target: first the mean change, then the last one."""
    last_right = _heads_right(window.last_change, aim)
    if _heads_right(window.yearly_change, aim):
        return "sonne" if last_right else "leicht-bewoelkt"
    return "bewoelkt" if last_right else "gewitter"


def _is_unstable(window: _Window, aim: Aim, symbol: Rating) -> bool:
    if len(window.values) <= MINIMUM:
        return False
    return any(_symbol(window.without(place), aim) != symbol for place in range(len(window.values)))


def _is_met(window: _Window, aim: Aim) -> bool:
    return aim.value is not None and _sign(aim) * (window.last - aim.value) >= 0


def _years_left(window: _Window, aim: Aim) -> float:
    return 0.0 if aim.year is None else max(0.0, aim.year - window.times[-1])


def _projection(window: _Window, aim: Aim) -> float | None:
    left = _years_left(window, aim)
    return window.last + window.yearly_change * left if left else None


def _missed_share(window: _Window, aim: Aim) -> float:
    assert aim.value is not None  # Aim refuses `erreichen` without a value
    projection = window.last + window.yearly_change * _years_left(window, aim)
    return round((aim.value - projection) / (aim.value - window.last), MISS_PLACES)


def _heads_right(change: float, aim: Aim) -> bool:
    return _sign(aim) * change > 0


def _heads_wrong(change: float, aim: Aim) -> bool:
    return _sign(aim) * change < 0


def _sign(aim: Aim) -> int:
    return 1 if aim.direction == "steigen" else -1
