"""Labels at the ends of lines instead of a legend: name and figure, kept apart, with a leader where moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lagebild.charts._frame import Frame, spread
from lagebild.charts._picture import Picture
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts._view import Aim, Line
from lagebild.charts.style import token

Rows = list[dict[str, Any]]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the plot."""

LABEL_GAP = 9
"""Between a line's end and its label, in pixels."""
LEADER_GAP = 15
"""The same where leaders lead to labels that had to move."""
LINE_HEIGHT = 19
"""Least distance of two labels, in pixels."""
_OVERHANG = 14
"""How far labels may reach below the axis: the first numbers of the years stand lower."""
_NEAR = 3
"""A label moved by less needs no leader."""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of pieces, each a text and its weight."""

    lines: tuple[tuple[tuple[str, int], ...], ...]
    color: str
    end: tuple[float, float]
    """Where its line ends, in coordinates of the data."""
    lift: float = 0
    """How far above that place it wants to stand, in pixels: words of a target stand on its line."""

    def width(self, size: float) -> float:
        """Width of the widest line in pixels."""
        return max(sum(text_width(text, size, weight) for text, weight in line) for line in self.lines)

    @property
    def height(self) -> float:
        """Height of all lines in pixels."""
        return float(LINE_HEIGHT * len(self.lines))

    def rows(self, frame: Frame, corner: tuple[float, float], size: float) -> Rows:
        """The pieces with their places, from the upper left corner on."""
        rows = []
        for i, line in enumerate(self.lines):
            at, y = corner[0], frame.y_at(corner[1] + LINE_HEIGHT * (i + 0.5))
            for text, weight in line:
                row = {"x": frame.x_at(at), "y": y, "text": text.rstrip(" "), "weight": weight}
                rows.append(row | {"color": self.color, "align": "left"})
                at += text_width(text, size, weight)
        return rows


def end_labels(picture: Picture) -> list[Label]:
    """The labels at the right. A main line that ends earlier is labelled at its own end instead."""
    main = picture.view.main
    shown = [line for line in picture.view.lines if line is not main or picture.reaches_end(line)]
    return [line_label(picture, line) for line in shown] + [
        _target_label(picture, aim) for aim in picture.aims if not _is_ahead(picture, aim)
    ]


def _is_ahead(picture: Picture, aim: Aim) -> bool:
    """Whether a target's line goes on after the last figures: its words then stand at its own end."""
    return aim.until > picture.last


def line_label(picture: Picture, line: Line) -> Label:
    """Name and last figure of a line, with its period where a comparator ends early."""
    main, end = line.role == "stadt", line.dots[-1]
    amount = picture.amount(end.value)
    if not main and not picture.reaches_end(line):
        amount = f"{amount} ({end.label})"
    return Label(
        lines=_wrapped(picture, line.name, amount, 600 if main else 400),
        color=token("stadt" if main else "tinte2"), end=(end.at, end.value),
    )  # fmt: skip


def _target_label(picture: Picture, aim: Aim) -> Label:
    name = f"{'Ziel' if aim.current else 'Früheres Ziel'} {aim.until:.0f}:"
    return Label(
        # Never wrapped: the plot goes on beneath it, so there is room.
        lines=(((f"{name} ", 400), (picture.amount(aim.value), 600)),),
        color=token("tinte" if aim.current else "tinte2"), end=(picture.last, aim.value), lift=11,
    )  # fmt: skip


def _wrapped(
    picture: Picture, name: str, amount: str, weight: int
) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Name and figure in as few lines as the limit allows; the figure stays whole."""
    size, limit = picture.size.label, picture.manner.label_limit[picture.narrow]
    lines = [((part, weight),) for part in wrap(name, size, limit, weight)]
    last = lines[-1][0][0]
    if text_width(f"{last} ", size, weight) + text_width(amount, size, 600) <= limit:
        return (*lines[:-1], ((f"{last} ", weight), (amount, 600)))
    return (*lines, ((amount, 600),))


def right_margin(picture: Picture, left: float) -> float:
    """Room that the end labels need, which begin beside the last period."""
    labels = end_labels(picture)
    half_year = text_width(picture.view.periods[-1][1], picture.size.axis) / 2
    if not labels:
        return max(12, half_year)
    need = LEADER_GAP + max(label.width(picture.size.label) for label in labels) + 1
    first, last = picture.x_domain
    share = (picture.last - first) / (last - first)
    free = picture.size.width - left
    # The labels end at the outer edge: share · plot + need = plot + margin.
    plot = free - half_year
    if share > 0:
        plot = min(plot, (free - need) / share)
    return free - max(plot, _LEAST_PLOT * free)


_LEAST_PLOT = 0.4
"""The plot keeps at least this share of the width, whatever the names."""


def placed_labels(picture: Picture, frame: Frame) -> tuple[Rows, Rows, list[Box]]:
    """Label texts, leaders to those that had to move, and the boxes they fill."""
    labels = end_labels(picture)
    wanted = [(frame.py(label.end[1]) - label.lift, label.height) for label in labels]
    everything = [*wanted, *_obstacles(picture, frame, labels)]
    centres = spread(everything, -frame.top, frame.height + _OVERHANG)[: len(labels)]
    moved = [
        # A leader from an early end would look like figures that do not exist.
        not label.lift and abs(centre - want) > _NEAR and label.end[0] == picture.last
        for label, (want, _), centre in zip(labels, wanted, centres, strict=True)
    ]
    start = frame.px(picture.last) + (LEADER_GAP if any(moved) else LABEL_GAP)
    rows: Rows = []
    leaders: Rows = []
    boxes: list[Box] = []
    for label, centre, away in zip(labels, centres, moved, strict=True):
        top = centre - label.height / 2
        rows += label.rows(frame, (start, top), picture.size.label)
        boxes.append((start - 4, top, start + label.width(picture.size.label), top + label.height))
        if away:
            leaders.append(_leader(label, frame, (start, centre)))
    for aim in picture.aims:
        if _is_ahead(picture, aim):
            label, corner = _ahead(picture, frame, aim, boxes)
            rows += label.rows(frame, corner, picture.size.label)
            boxes.append(_box(label, corner, picture.size.label))
    return rows, leaders, boxes


_TARGET_LINE = 20
"""Height that the line of a target takes among the labels, so that it strikes none of them through."""
_WEDGE = 14
"""The same for the mark of an intermediate target; also the room of the mark at a target's end."""


def _obstacles(picture: Picture, frame: Frame, labels: list[Label]) -> list[tuple[float, float]]:
    """Targets that go on beneath the labels, as (centre, height)."""
    if not labels:
        return []
    reach = frame.px(picture.last) + LEADER_GAP + max(label.width(picture.size.label) for label in labels)
    lines = [(frame.py(aim.value), float(_TARGET_LINE)) for aim in picture.aims if _is_ahead(picture, aim)]
    marks = [
        (frame.py(value), float(_WEDGE))
        for aim in picture.aims
        for at, value in aim.milestones
        if at > picture.last and frame.px(at) < reach
    ]
    return lines + marks


def _ahead(picture: Picture, frame: Frame, aim: Aim, boxes: list[Box]) -> tuple[Label, tuple[float, float]]:
    """The words of a target at the end of its line: below it, above it where something stands there."""
    label = _target_label(picture, aim)
    left = frame.px(aim.until) - label.width(picture.size.label)
    line = frame.py(aim.value)
    below, above = (left, line + 4), (left, line - 4 - label.height)
    size = picture.size.label
    hit_below, hit_above = (
        any(_overlap(_box(label, corner, size), box) for box in boxes) for corner in (below, above)
    )
    fits = below[1] + label.height <= frame.height
    return label, above if not fits or (hit_below and not hit_above) else below


def _box(label: Label, corner: tuple[float, float], size: float) -> Box:
    return (corner[0], corner[1], corner[0] + label.width(size), corner[1] + label.height)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _leader(label: Label, frame: Frame, to: tuple[float, float]) -> dict[str, Any]:
    x, y = frame.px(label.end[0]) + 6, frame.py(label.end[1])
    return {"x": frame.x_at(x), "y": frame.y_at(y), "x2": frame.x_at(to[0] - 3), "y2": frame.y_at(to[1])}
