"""The plot of a chart: where values lie in pixels, which numbers its axes name, and how labels keep apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.charts.style import CONFIG, SCHEMA, Size

_DIGITS = 4
"""Decimals kept in coordinates: far below a pixel, and equal on every machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A plot inside margins. Data run from `x` and `y`, pixels from the upper left corner of the plot."""

    size: Size
    x: tuple[float, float]
    y: tuple[float, float]
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0

    @property
    def width(self) -> float:
        """Width of the plot in pixels."""
        return self.size.width - self.left - self.right

    @property
    def height(self) -> float:
        """Height of the plot in pixels."""
        return self.size.height - self.top - self.bottom

    def px(self, x: float) -> float:
        """Distance from the left edge of the plot in pixels."""
        return (x - self.x[0]) / (self.x[1] - self.x[0]) * self.width

    def py(self, y: float) -> float:
        """Distance from the upper edge of the plot in pixels."""
        return (self.y[1] - y) / (self.y[1] - self.y[0]) * self.height

    def x_at(self, px: float) -> float:
        """The x coordinate at a distance in pixels; outside of the plot as well."""
        return round(self.x[0] + px / self.width * (self.x[1] - self.x[0]), _DIGITS)

    def y_at(self, py: float) -> float:
        """The y coordinate at a distance in pixels; outside of the plot as well."""
        return round(self.y[1] - py / self.height * (self.y[1] - self.y[0]), _DIGITS)

    def spec(self, template: dict[str, Any], datasets: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
        """The template with this frame and these data; layers without data are left out."""
        filled = {name: rows for name, rows in datasets.items() if rows}
        return {
            "$schema": SCHEMA,
            "config": CONFIG,
            "width": round(self.width, 2),
            "height": round(self.height, 2),
            "autosize": "none",
            "padding": {
                "left": round(self.left, 2), "right": round(self.right, 2),
                "top": round(self.top, 2), "bottom": round(self.bottom, 2),
            },
            "encoding": {"x": _position(self.x), "y": _position(self.y)},
            "layer": [layer for layer in template["layer"] if layer["data"]["name"] in filled],
            "datasets": filled,
        }  # fmt: skip


def _position(domain: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "quantitative", "axis": None, "scale": {"domain": list(domain), "nice": False, "zero": False},
    }  # fmt: skip


def steps(low: float, high: float, intervals: int = 5) -> tuple[float, ...]:
    """Round numbers that enclose `low` and `high`, at most `intervals + 1` of them."""
    if low == high:
        high = low + 1
    power = 10.0 ** math.floor(math.log10((high - low) / intervals))
    for factor in (1, 2, 2.5, 5, 10, 20, 25, 50):
        step = power * factor
        first, last = math.floor(round(low / step, 9)), math.ceil(round(high / step, 9))
        if last - first <= intervals:
            return tuple(round(i * step, 10) for i in range(first, max(last, first + 1) + 1))
    raise ValueError(f"no step divides {low} to {high} into {intervals} intervals")


def step_decimals(numbers: Sequence[float]) -> int:
    """How many decimals the numbers of an axis need."""
    return max(min(9, len(f"{n:.9f}".rstrip("0").split(".")[1])) for n in numbers)


def spread(wanted: Sequence[tuple[float, float]], low: float, high: float) -> tuple[float, ...]:
    """Centres near the wanted ones, so that labels of these heights neither overlap nor leave the bounds.

    `wanted` holds centre and height of each label in pixels. Labels that meet are moved as one block around
    their common centre.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i][0])
    blocks: list[tuple[list[int], float]] = []
    for i in order:
        members = [i]
        top = _start(members, wanted, low, high)
        while blocks and blocks[-1][1] + sum(wanted[m][1] for m in blocks[-1][0]) > top:
            members = blocks.pop()[0] + members
            top = _start(members, wanted, low, high)
        blocks.append((members, top))
    centres = [0.0] * len(wanted)
    for members, top in blocks:
        for m in members:
            centres[m] = top + wanted[m][1] / 2
            top += wanted[m][1]
    return tuple(centres)


def _start(members: Iterable[int], wanted: Sequence[tuple[float, float]], low: float, high: float) -> float:
    """Upper edge of a block whose members lie as near to their wanted places as they can together."""
    offset, misses = 0.0, []
    for m in members:
        centre, height = wanted[m]
        misses.append(centre - height / 2 - offset)
        offset += height
    return max(low, min(sum(misses) / len(misses), high - offset))
